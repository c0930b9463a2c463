"""The calendar's vocabulary in Danish and English, folded (`bot.matching.text.fold`)."""

from collections.abc import Mapping
from types import MappingProxyType

_MONTHS = (
    "januar january jan", "februar february feb", "marts march mar", "april apr", "maj may",
    "juni june jun", "juli july jul", "august aug", "september sept sep", "oktober october okt oct",
    "november nov", "december dec",
)  # fmt: skip
_WEEKDAYS = (
    "mandag monday", "tirsdag tuesday", "onsdag wednesday", "torsdag thursday",
    "fredag friday", "loerdag lordag saturday", "soendag sondag sunday",
)  # fmt: skip

MONTHS: Mapping[str, int] = MappingProxyType(
    {name: n for n, names in enumerate(_MONTHS, 1) for name in names.split()}
)
"""Month 1 to 12 by any of its names."""

WEEKDAYS: Mapping[str, int] = MappingProxyType(
    {name: n for n, names in enumerate(_WEEKDAYS) for name in names.split()}
)
"""Weekday 0 (Monday) to 6 by any of its names."""

ALSO_OTHERWISE = frozenset(
    [
        "may",
        "march",
        "mar",
        "marts",
        "april",
        "apr",
        "june",
        "august",
        "aug",
        "jan",
        "jun",
        "jul",
        "maj",
        "sep",
        "dec",
    ]
)
"""Month names that are also first names, verbs or other words: they need company."""

NOT_MISSPELT = frozenset(
    [
        "market",
        "marked",
        "marken",
        "marker",
        "markedet",
        "match",
        "matching",
        "mandat",
        "manden",
        "maaned",
        "maanede",
        "manual",
        "machine",
        "member",
        "members",
        "septum",
        "applied",
        "apropos",
        "augment",
        "augusta",
        "july",
        "juli",
        "junior",
    ]
)
"""Words near a month's or a weekday's name that are words of their own."""

BEFORE_MONTH = (
    "i|in|til|from|fra|of|den|since|siden|by|until|before|inden|foer|after|efter|for|this|denne|"
    "next|naeste|sidste|last|kommende|coming|during|between|mellem|og|and|to|medio|primo|ultimo|"
    "early|late|mid|af|omkring|around"
)
"""What stands before a month that is meant as one, as a regular expression."""

SEASONS: Mapping[str, tuple[int, int]] = MappingProxyType(
    {
        "foraar": (3, 5), "spring": (3, 5), "sommer": (6, 8), "summer": (6, 8),
        "efteraar": (9, 11), "autumn": (9, 11), "fall": (9, 11),
        "vinter": (12, 2), "winter": (12, 2),
    }
)  # fmt: skip
"""First and last month of each season; winter ends in the year after."""

NUMBERS: Mapping[str, int] = MappingProxyType(
    {
        "en": 1, "et": 1, "one": 1, "a": 1, "to": 2, "two": 2, "tre": 3, "three": 3, "fire": 4,
        "four": 4, "fem": 5, "five": 5, "seks": 6, "six": 6, "syv": 7, "seven": 7, "otte": 8,
        "eight": 8, "ni": 9, "nine": 9, "ti": 10, "ten": 10, "tolv": 12, "twelve": 12,
        "par": 2, "couple": 2, "few": 3,
    }
)  # fmt: skip
"""Small numbers as people write them before "weeks" and "months"."""
