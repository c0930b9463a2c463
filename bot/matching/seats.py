"""Where people sit: "Kristian in DOL" is the Kristian whose organisation that is."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from bot.matching.name_words import Token, tokens
from bot.matching.rarity import zipf

_PARTS = re.compile(r"[,()]")
_AT = frozenset("i paa hos fra ved af in at from of on for with".split())  # noqa: SIM905 — read as a list of words
_BETWEEN = _AT | frozenset(
    "der som who that which he she they is er sidder sits sit sitting works work working arbejder "  # noqa: SIM905
    "ansat employed based located placed placeret hoerer holder til over ovre nede ude henne down "
    "up the det den ham hende one colleague kollegaen".split()
)
"""Words that may stand between somebody and where they sit."""


_WHO = frozenset("hvem hvilken hvilke hvilket nogen who which any anyone anybody someone".split())  # noqa: SIM905
_STAFF = re.compile(
    r"^(?:(?:ai|ki)?\w*enhed\w*|units?|competence|kompetence\w*|team\w*|staff|crew|member\w*|medlem\w*"
    r"|medarbejder\w*|kolleg\w*|colleagues?|employees?|people|folk\w*|jer|jeres|you|yours?|ai|ki)$"
)
_PLACED = frozenset(
    "based located placed placeret stationed stationeret employed ansat sidder arbejder".split()  # noqa: SIM905
)
_HOLLOW = 4.8
"""Zipf frequency from which a word asks for nothing in particular."""


@dataclass(frozen=True, slots=True)
class Seat:
    """A place that a text names, from one token to another, with the people who sit there."""

    begin: int
    end: int
    people: frozenset[str]


class Seats:
    """The names of the organisations that people belong to, by person."""

    def __init__(self, houses: Mapping[str, Iterable[str]]) -> None:
        self._named: dict[tuple[str, ...], set[str]] = {}
        for person, names in houses.items():
            for name in names:
                for part in _PARTS.split(name):
                    if called := tuple(token.text for token in tokens(part)):
                        self._named.setdefault(called, set()).add(person)
        self._longest = max(map(len, self._named), default=0)

    def find(self, said: Sequence[Token]) -> list[Seat]:
        """The places that are named, the longest names first where several begin together."""
        found: list[Seat] = []
        for begin in range(len(said)):
            if found and begin < found[-1].end:
                continue
            for size in range(self._longest, 0, -1):
                called = tuple(token.text for token in said[begin : begin + size])
                if people := self._named.get(called):
                    found.append(Seat(begin, begin + len(called), frozenset(people)))
                    break
        return found


def who_sits(said: Sequence[Token], seats: Sequence[Seat]) -> tuple[str, ...]:
    """Those who sit in the one place named, where a text asks who of the staff does, and no more.

    "Which member of the unit is based at OUH?", but not "who at OUH knows about GPUs?".
    """
    if len(seats) != 1:
        return ()
    (seat,) = seats
    rest = {token.text for token in (*said[: seat.begin], *said[seat.end :])}
    asked = not _WHO.isdisjoint(rest) and any(_STAFF.match(word) for word in rest)
    more = any(not _STAFF.match(word) and zipf(word) < _HOLLOW for word in rest - _PLACED)
    at = seat.begin > 0 and said[seat.begin - 1].text in _AT
    return tuple(sorted(seat.people)) if asked and at and not more else ()


def seat_of(begin: int, end: int, seats: Iterable[Seat], said: Sequence[Token]) -> Seat | None:
    """The place that somebody named from ``begin`` to ``end`` is said to sit in, if any."""
    for seat in seats:
        if seat.end == begin:
            return seat
        between = [token.text for token in said[end : seat.begin]]
        if seat.begin < end or not _BETWEEN.issuperset(between):
            continue
        if not between or not _AT.isdisjoint(between[-2:]):
            return seat
    return None
