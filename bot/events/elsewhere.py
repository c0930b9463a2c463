"""Places that a question rules out: "outside Odense", "andre steder end på Fyn"."""

import re
from collections.abc import Collection, Iterator

from bot.events.places import MOST_WORDS, name_in, names_of
from bot.events.sheet import Sheet

_WHERE = r"(?:in|at|on|i|paa|to|til|near|around|omkring|ved)"
_HELD = r"(?:held|located|based|taking place|er|ligger|foregaar|afholdes|holdes|bliver)"
_THAT = r"(?:the |that |those |one |ones |events? |conferences? |det |den |dem |der er |er |is )*"
_OUT = (
    r"outside(?: of)?|udenfor|uden for|away from|"
    rf"(?:not|ikke)(?: {_HELD})? {_WHERE}|"
    rf"(?:other|elsewhere|somewhere else|anywhere else) than {_THAT}(?:{_WHERE})?|"
    rf"(?:andre (?:steder|byer)|andetsteds|et andet sted|end andre) end {_THAT}(?:{_WHERE})?|"
    rf"(?:andre|other) (?:events?|arrangementer) (?:end|than) {_THAT}(?:{_WHERE})?|"
    rf"(?:except|except for|apart from|besides|undtagen|bortset fra|paa naer) {_THAT}(?:{_WHERE})?|"
    r"(?:cannot|cant|can not|unable to|wont|dont want to|not able to) (?:\w+ ){0,2}(?:to|in)|"
    r"(?:kan|vil|gider) (?:jeg |vi )?ikke (?:\w+ ){0,2}(?:til|i|paa)"
)
_NOT_THERE = re.compile(rf"\b(?:{_OUT}) *\b(?=\w)")
_ALSO = re.compile(rf" *(?:,|or|eller|and|og|nor)? +(?:{_WHERE} +)?")
_WORD = re.compile(r"[^\W_]+")


def take_outside(sheet: Sheet, known: Collection[str]) -> tuple[str, ...]:
    """The places where nothing is wanted, canonical, in order; their words are taken from it.

    ``known`` are the base's own places as they stand there. What is ruled out and is no place
    ("not in October") stays.
    """
    names, found = names_of(known), list[str]()
    for out in list(_NOT_THERE.finditer(sheet.text)):
        end = out.end()
        for name, end in _places_from(sheet.text, out.end(), names):  # noqa: B007 — the last end
            found.append(name)
        if end > out.end():
            sheet.blank(out.start(), end)
    return tuple(dict.fromkeys(found))


def _places_from(text: str, start: int, names: frozenset[str]) -> Iterator[tuple[str, int]]:
    """The places that stand from ``start`` on, joined, each with where it ends."""
    while place := _place_at(text, start, names):
        yield place
        joint = _ALSO.match(text, place[1])
        if joint is None:
            return
        start = joint.end()


def _place_at(text: str, start: int, names: frozenset[str]) -> tuple[str, int] | None:
    """The place whose name begins at ``start``, the longest there is."""
    said = list(_WORD.finditer(text, start))[:MOST_WORDS]
    if not said or said[0].start() != start:
        return None
    for last in reversed(said):
        if name := name_in(text[start : last.end()], names):
            return name, last.end()
    return None
