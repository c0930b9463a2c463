"""A question as it is read: each constraint that is found takes its words away."""

import re
from collections.abc import Iterator

from rapidfuzz.distance import OSA

from bot.events.calendar_words import (
    ALSO_OTHERWISE,
    BEFORE_MONTH,
    MONTHS,
    NOT_MISSPELT,
    WEEKDAYS,
)
from bot.events.mending import mended
from bot.matching.text import fold, readable

_APOSTROPHES = re.compile(r"['’`´]")
_DASHES = re.compile(r"\s*[‐-―−-]+\s*")
_NOISE = re.compile(r"[^\w./,-]|_")
_WORD = re.compile(r"[^\W_]+")
_LETTERS = re.compile(r"[^\W\d_]+")
_SPELLINGS = {
    "neste": "naeste", "naste": "naeste", "nxt": "next", "maned": "maaned", "ar": "aar",
    "maneder": "maaneder", "efterar": "efteraar", "efteraret": "efteraaret", "forar": "foraar",
    "foraret": "foraaret", "hvornar": "hvornaar", "hvonaar": "hvornaar", "gar": "gaar",
    "fore": "foer", "pa": "paa", "tommorow": "tomorrow", "tomorow": "tomorrow",
    "tommorrow": "tomorrow", "todays": "today", "imorgen": "i morgen", "idag": "i dag",
    "igaar": "i gaar", "iaar": "i aar",
}  # fmt: skip
_MONTH_COMPANY = re.compile(rf"\b(?:{BEFORE_MONTH}|\d{{1,2}}(?:\.|st|nd|rd|th|de|te)?)[ .-]*$")
_NUMBER_AFTER = re.compile(r"^[ .]*\d")
_CHOSEN_MONTH = re.compile(r"\b(?:i|in|of|during) *$")
_ENGLISH_IN = re.compile(r"\b(?:in|of) *$")
_DAY_BEFORE = re.compile(r"\b\d{1,2}(?:\.|st|nd|rd|th|de|te)?[ .-]*(?:of )?$")


class Sheet:
    """The folded text in which readings are looked for; what is taken turns into blanks.

    Months stand in it as ``mon1`` to ``mon12`` and weekdays as ``dow0`` (Monday) to ``dow6``,
    in whichever language and lightly misspelt. Positions stay valid while words are taken.
    """

    def __init__(self, text: str, *, about_events: bool) -> None:
        plain = _DASHES.sub("-", _APOSTROPHES.sub("", fold(readable(text))))
        self.text = _named(_respelt(_NOISE.sub(" ", plain)), about_events)

    def take(self, pattern: re.Pattern[str]) -> re.Match[str] | None:
        """The first match, blanked; None where there is none."""
        match = pattern.search(self.text)
        if match:
            self.blank(*match.span())
        return match

    def takes(self, pattern: re.Pattern[str]) -> Iterator[re.Match[str]]:
        """Every match in order, each blanked."""
        while match := self.take(pattern):
            yield match

    def blank(self, start: int, end: int) -> None:
        """Take away a stretch."""
        self.text = f"{self.text[:start]}{' ' * (end - start)}{self.text[end:]}"


def spoken(text: str) -> str:
    """The folded words of a text with a blank between them, everyday misspellings mended."""
    plain = _APOSTROPHES.sub("", fold(readable(text)))
    return _respelt(" ".join(_WORD.findall(plain)))


def _respelt(text: str) -> str:
    spelt = _LETTERS.sub(lambda word: _SPELLINGS.get(word[0], word[0]), text)
    return " ".join(mended(spelt).split())


def _named(text: str, about_events: bool) -> str:
    pieces, end = [], 0
    for word in _LETTERS.finditer(text):
        name = _calendar_name(word, text, about_events)
        if name:
            pieces += [text[end : word.start()], name]
            end = word.end()
    return "".join([*pieces, text[end:]])


def _calendar_name(word: re.Match[str], text: str, about_events: bool) -> str:
    before, after = text[: word.start()], text[word.end() :]
    month = MONTHS.get(word[0]) or MONTHS.get(word[0].removesuffix("s"))  # "junis"
    if month and (word[0] not in ALSO_OTHERWISE or _meant(word[0], before, after, about_events)):
        return f"mon{month}"
    if word[0] in WEEKDAYS:
        return f"dow{WEEKDAYS[word[0]]}"
    if month or not _in_company(before, after, about_events):
        return ""
    near = _nearest(word[0])
    if not near:
        return ""
    return f"mon{MONTHS[near]}" if near in MONTHS else f"dow{WEEKDAYS[near]}"


def _meant(word: str, before: str, after: str, about_events: bool) -> bool:
    """Whether a word that is also a name or a verb ("maj", "may") is meant as a month."""
    if _NUMBER_AFTER.match(after) or _DAY_BEFORE.search(before):
        return True
    if word == "jul":  # Danish for Christmas
        return bool(_ENGLISH_IN.search(before))
    closing = not after.strip(" .,")
    if word in {"may", "maj"}:  # a verb; a first name, as in "skriv til Maj"
        return bool(_CHOSEN_MONTH.search(before)) or (closing and about_events)
    return (closing and not before.strip()) or _in_company(before, after, about_events)


def _in_company(before: str, after: str, about_events: bool) -> bool:
    near = _MONTH_COMPANY.search(before) or _NUMBER_AFTER.match(after)
    return bool(near) or about_events


def _nearest(word: str) -> str:
    """The month or weekday that a word of five letters or more is a slip of; "" if of none."""
    if len(word) < 5 or word in NOT_MISSPELT:
        return ""
    slips = 1 if len(word) < 8 else 2
    names = [name for name in (*MONTHS, *WEEKDAYS) if len(name) >= 5 and name[0] == word[0]]
    near = [(OSA.distance(word, name, score_cutoff=slips), name) for name in names]
    distance, name = min(near, default=(slips + 1, ""))
    return name if distance <= slips else ""
