"""The base's own places, misspelt, where no preposition tells that a place is meant."""

import re
from collections.abc import Collection, Mapping
from functools import lru_cache

from bot.events.places import CANONICAL, canonical
from bot.events.sheet import Sheet
from bot.matching.rarity import zipf
from bot.matching.slips import slip_of

_LEAST_LETTERS = 5
_USED = 1.5
"""How common a word is from which it is one of its own (`bot.matching.rarity.zipf`)."""
_WORD = re.compile(r"[^\W\d_]+")


def take_misspelt(sheet: Sheet, known: Collection[str]) -> tuple[str, ...]:
    """The places of ``known`` that a word nobody uses is one slip away from; it is taken.

    "aahus juni" asks of Aarhus: of all the places there are, only those that something takes
    place in are worth guessing.
    """
    spelt, found = _spellings(frozenset(known)), list[str]()
    for word in list(_WORD.finditer(sheet.text)):
        if name := _slip_of(word[0], spelt):
            sheet.blank(*word.span())
            found.append(name)
    return tuple(dict.fromkeys(found))


@lru_cache(maxsize=8)
def _spellings(known: frozenset[str]) -> Mapping[str, str]:
    """Every spelling of the base's places that are one word, with their canonical names."""
    own = {canonical(part) for place in known for part in place.split(",")}
    others = {other: name for other, name in CANONICAL.items() if name in own}
    return {**{name: name for name in own if " " not in name}, **others}


def _slip_of(word: str, spelt: Mapping[str, str]) -> str:
    if len(word) < _LEAST_LETTERS or zipf(word) >= _USED:
        return ""
    near = (name for name in spelt if name[:1] == word[0] and len(name) >= _LEAST_LETTERS)
    return spelt.get(slip_of(word, (name for name in near if name != word), 1), "")
