"""People found by their names, misspelt or in part, and names that are nobody's here.

Half a name that fits is not enough when the other half is a stranger's: "Mette Kvist" is not
Kristian Kvist.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import pairwise

from rapidfuzz.distance import OSA

from bot.matching.lists import listed
from bot.matching.rarity import zipf
from bot.matching.text import fold, readable

_WORD = re.compile(r"[^\W\d_]+(?:['’]s)?")
_GENITIVE = re.compile(r"(?:['’]s|['’])$")
_SURNAME = re.compile(r"^[a-z]{2,}(?:sen|gaard|lund|quist|holm)$")
_EVERYDAY = 4.0
"""Zipf frequency from which a lower-case word is not taken for a name."""
_ALSO_WORDS = frozenset("bo dan frank line lis mark mille palle per rosa sten tim tom vera".split())  # noqa: SIM905 — read as a list of words
"""Given names that are words as well, and so are no names in lower case."""
_COMMONEST = 4.3
"""Zipf frequency from which a lower-case word is no name even where one is spelt like it."""
_SELDOM = 3.2


@dataclass(frozen=True, slots=True)
class Named:
    """Who a question names. ``alone`` when a single common name is all there is to go by."""

    people: tuple[str, ...] = ()
    alone: bool = False
    stranger: bool = False
    words: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class _Token:
    text: str
    capital: bool
    first: bool
    start: int
    end: int


class Names:
    """The names of a knowledge base's people, by id."""

    def __init__(self, people: Mapping[str, Iterable[str]]) -> None:
        self._people = {
            id_: tuple(dict.fromkeys(fold(part) for name in names for part in _WORD.findall(name)))
            for id_, names in people.items()
        }
        self._owners: dict[str, list[str]] = {}
        for id_, parts in self._people.items():
            for part in parts:
                self._owners.setdefault(part, []).append(id_)

    def read(self, text: str) -> Named:
        """Who a text names, if anybody."""
        tokens = _tokens(readable(text))
        matched = [self._part(token) for token in tokens]
        found: dict[str, set[str]] = {}
        for part in filter(None, matched):
            for owner in self._owners[part]:
                found.setdefault(owner, set()).add(part)
        if not found:
            return Named(stranger=_stranger(tokens))
        most = max(len(parts) for parts in found.values())
        if most >= 2:
            return self._in_full(tokens, matched, found)
        return self._in_part(tokens, matched, found)

    def _in_full(
        self, tokens: list[_Token], matched: list[str | None], found: dict[str, set[str]]
    ) -> Named:
        people = tuple(
            id_
            for id_, parts in found.items()
            if len(parts) >= 2
            and not any(parts < other for other_id, other in found.items() if other_id != id_)
        )
        return Named(people, words=_used(tokens, matched))

    def _in_part(
        self, tokens: list[_Token], matched: list[str | None], found: dict[str, set[str]]
    ) -> Named:
        for place, part in enumerate(matched):
            if part and self._beside_a_stranger(tokens, matched, place):
                return Named(stranger=True)
        if len({part for part in matched if part}) > 1:
            # First name of one, last name of another: nobody here is called that. Apart, they
            # are two people.
            if _adjacent(tokens, matched):
                return Named(stranger=True)
            return Named(tuple(found), words=_used(tokens, matched))
        part = next(filter(None, matched))
        telling = zipf(part) < _SELDOM and len(self._owners[part]) == 1
        return Named(tuple(found), alone=not telling, words=_used(tokens, matched))

    def _part(self, token: _Token) -> str | None:
        """The part of a name that a word is, or None."""
        forms = [token.text]
        if token.text.endswith("s") and len(token.text) > 3:
            forms.append(token.text[:-1])
        for form in forms:
            given = form in given_names() and form not in _ALSO_WORDS
            given = given or bool(_SURNAME.search(form))
            meant = token.capital or zipf(form) < _COMMONEST or given
            if form in self._owners and meant:
                return form
        if len(token.text) < 4 or (zipf(token.text) >= _EVERYDAY and not token.capital):
            return None
        allowed = 1 if len(token.text) < 7 else 2
        best: tuple[int, str] | None = None
        for form in forms:
            for part in self._owners:
                if len(part) < 4 or part[0] != form[0]:
                    continue
                distance = int(OSA.distance(form, part, score_cutoff=allowed))
                if distance <= allowed and (best is None or distance < best[0]):
                    best = (distance, part)
        return best[1] if best else None

    def _beside_a_stranger(
        self, tokens: list[_Token], matched: list[str | None], place: int
    ) -> bool:
        for other in (place - 1, place + 1):
            if 0 <= other < len(tokens) and not matched[other]:
                near = tokens[min(place, other)].end + 1 == tokens[max(place, other)].start
                stranger = near and _is_name(tokens[other], beside=tokens[place].text)
                if stranger and not self._spelt_alike(tokens[other].text, matched[place]):
                    return True
        return False

    def _spelt_alike(self, name: str, part: str | None) -> bool:
        """Whether a name is one that somebody called ``part`` has, spelt another way: "Katrine"."""
        return any(
            name[0] == own[0] and OSA.distance(name, own, score_cutoff=1) <= 1
            for owner in self._owners.get(part or "", ())
            for own in self._people[owner]
        )


def _tokens(text: str) -> list[_Token]:
    tokens = []
    for match in _WORD.finditer(text):
        raw = _GENITIVE.sub("", match.group())
        before = text[: match.start()].rstrip()
        first = not before or before[-1] in ".!?:–-"
        tokens.append(_Token(fold(raw), raw[:1].isupper(), first, match.start(), match.end()))
    return tokens


def _is_name(token: _Token, beside: str) -> bool:
    """Whether a word reads as somebody's name, next to a word that is part of one."""
    if token.text in given_names() or _SURNAME.search(token.text):
        return True
    if not token.capital or token.first or len(token.text) < 3:
        return False
    return beside in given_names() or zipf(token.text) < _SELDOM


def _stranger(tokens: list[_Token]) -> bool:
    """Whether two neighbouring words read as a name that is nobody's here."""
    return any(
        left.end + 1 == right.start and left.text in given_names() and right.capital
        for left, right in pairwise(tokens)
    )


def _used(tokens: list[_Token], matched: list[str | None]) -> frozenset[str]:
    """The words that are names of somebody here."""
    return frozenset(token.text for token, part in zip(tokens, matched, strict=True) if part)


def _adjacent(tokens: list[_Token], matched: list[str | None]) -> bool:
    pairs = pairwise(zip(tokens, matched, strict=True))
    return any(a and b and left.end + 1 == right.start for (left, a), (right, b) in pairs)


def given_names() -> frozenset[str]:
    """Given names common in Denmark, folded."""
    return listed("given_names.txt")
