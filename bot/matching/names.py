"""People found by their names, misspelt or in part, and names that are nobody's here.

Half a name that fits is not enough when the other half is a stranger's: "Mette Kvist" is not
Kristian Kvist.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from bot.matching.introductions import introduced
from bot.matching.mentions import Mention, mentions, narrowed
from bot.matching.name_parts import Parts
from bot.matching.name_words import SELDOM, Token, beside, given_names, is_name, tokens
from bot.matching.rarity import zipf
from bot.matching.relations import Relation, related
from bot.matching.seats import Seat, Seats, seat_of, who_sits
from bot.matching.text import readable

_RARE = 4.0
"""Zipf frequency below which a word with a capital that is nobody's first name is a surname."""
_WHICH = frozenset({"hvilken", "hvilke", "which"})
_OR = frozenset({"eller", "or"})
_NOT_THEMSELVES = frozenset({Relation.UNTOLD, Relation.DETAIL})
_HEAVIER = (Relation.OTHERS, Relation.DETAIL, Relation.UNTOLD)
"""Of several relations that a question asks for, the last is what it is about."""


@dataclass(frozen=True, slots=True)
class Named:
    """Who a question names. ``alone`` when a single common name is all there is to go by.

    ``either`` is whether one of several is meant, ``which`` whether it asks which one;
    ``relation`` is what is asked of whom it names, where that is not the person; ``seated`` are
    those who sit where it asks who does, naming nobody. ``words`` are all that are names of
    somebody here, or the asker's own.
    """

    people: tuple[str, ...] = ()
    alone: bool = False
    stranger: bool = False
    words: frozenset[str] = frozenset()
    either: bool = False
    which: bool = False
    relation: Relation | None = None
    seated: tuple[str, ...] = ()


class Names:
    """The names of a knowledge base's people by id, and what their organisations are called."""

    def __init__(
        self, people: Mapping[str, Iterable[str]], houses: Mapping[str, Iterable[str]] | None = None
    ) -> None:
        self._parts = Parts(people)
        self._seats = Seats(houses or {})

    def read(self, text: str) -> Named:
        """Who a text names, if anybody."""
        written = tokens(readable(text))
        own = introduced(written, self._parts.owners)
        askers = frozenset(written[place].text for place in own)
        said = [token for place, token in enumerate(written) if place not in own]
        named = self._among(said)
        return replace(named, words=named.words | askers)

    def _among(self, said: Sequence[Token]) -> Named:
        """Who is named among words of which none is the asker's own name."""
        parts = self._parts.read(said)
        seats = self._seats.find(said)
        if not any(parts):
            return Named(stranger=_stranger(said), seated=who_sits(said, seats))
        found = mentions(said, parts, self._parts.owners)
        ours = _ours(narrowed([self._about(one, said, parts, seats) for one in found]), said)
        if not ours:
            return Named(stranger=True)
        used = frozenset(token.text for token, part in zip(said, parts, strict=True) if part)
        return replace(_named(ours, said), words=used.union(*(one.seat for one in ours)))

    def _about(
        self,
        mention: Mention,
        said: Sequence[Token],
        parts: Sequence[str | None],
        seats: Sequence[Seat],
    ) -> Mention:
        """A mention, of fewer or of nobody where what stands around it tells so."""
        initials = list(_initials(mention, said))
        if initials:
            people = self._parts.begun(mention.people, initials, mention.parts)
            mention = replace(mention, people=tuple(people))
        if not mention.whole and self._beside_a_stranger(mention, said, parts):
            return replace(mention, people=())
        seat = seat_of(mention.begin, mention.end, seats, said)
        if seat is None:
            return mention
        there = tuple(one for one in mention.people if one in seat.people)
        if not there:
            # "Kim from OUH" where the only Kim sits elsewhere: a first name that many have.
            sure = mention.whole or _telling(mention, said)
            return mention if sure else replace(mention, people=())
        words = frozenset(token.text for token in said[seat.begin : seat.end])
        return replace(mention, people=there, seat=words)

    def _beside_a_stranger(
        self, mention: Mention, said: Sequence[Token], parts: Sequence[str | None]
    ) -> bool:
        neighbours = [(mention.begin - 1, mention.begin), (mention.end - 1, mention.end)]
        for left, right in neighbours:
            if left < 0 or right >= len(said) or not beside(said[left], said[right]):
                continue
            other, own = (left, right) if right == mention.begin else (right, left)
            name = not parts[other] and is_name(said[other], said[own].text)
            if name and not self._parts.alike(said[other].text, mention.people):
                return True
        return False


def _initials(mention: Mention, said: Sequence[Token]) -> Iterable[str]:
    """The first letters that stand for names right before a mention, or behind it."""
    place = mention.begin - 1
    while place >= 0 and said[place].initial and said[place + 1].start - said[place].end <= 2:
        yield said[place].text
        place -= 1
    after = said[mention.end : mention.end + 1]
    if after and after[0].initial and beside(said[mention.end - 1], after[0]):
        yield after[0].text


def _ours(found: Sequence[Mention], said: Sequence[Token]) -> list[Mention]:
    """The mentions of people here, single common names left out beside a whole one."""
    strange = frozenset(part for one in found if not one.people for part in one.parts)
    ours = [one for one in found if one.people and (one.whole or strange.isdisjoint(one.parts))]
    whole = {one.people for one in ours if len(_parts_of(one, ours)) > 1}
    if strange or whole:
        return [one for one in ours if one.people in whole or one.seat or _telling(one, said)]
    return ours


def _parts_of(mention: Mention, found: Iterable[Mention]) -> frozenset[str]:
    """All parts by which those of a mention are named."""
    return frozenset(part for one in found if one.people == mention.people for part in one.parts)


def _named(ours: Sequence[Mention], said: Sequence[Token]) -> Named:
    relations = related(_marked(ours, said))
    asked = [one for place, one in enumerate(ours) if place not in relations]
    untold = [place for place, how in relations.items() if how in _NOT_THEMSELVES]
    if untold:
        # "Kim's boss Mette" asks for Mette, "is Mette Kim's boss" for what nobody tells.
        asked = [one for one in asked if one.begin >= ours[max(untold)].end]
    relation = None if asked or not relations else max(relations.values(), key=_weight)
    meant = asked or ours
    people = tuple(dict.fromkeys(person for one in meant for person in one.people))
    alone = any(len(one.people) > 1 for one in meant) or (
        len(people) == 1 and not any(_surely(one, meant) for one in meant)
    )
    between = [token.text for token in said[meant[0].end : meant[-1].begin]]
    either = len(people) > 1 and (alone or not _OR.isdisjoint(between))
    which = any(said[one.begin - 1].text in _WHICH for one in meant if one.begin)
    return Named(people, alone, either=either, which=which, relation=relation)


def _weight(relation: Relation) -> int:
    return _HEAVIER.index(relation)


def _surely(mention: Mention, meant: Iterable[Mention]) -> bool:
    """Whether a mention can be of nobody but those here."""
    part = next(iter(mention.parts))
    rare = len(mention.people) == 1 and zipf(part) < SELDOM
    return rare or bool(mention.seat) or len(_parts_of(mention, meant)) > 1


def _telling(mention: Mention, said: Sequence[Token]) -> bool:
    """Whether a single part of a name is one that few have: a rare word, or a surname."""
    if len(mention.people) != 1:
        return False
    (part,) = list(mention.parts)[:1]
    surname = said[mention.begin].capital and part not in given_names() and zipf(part) < _RARE
    return zipf(part) < SELDOM or surname


def _marked(ours: Sequence[Mention], said: Sequence[Token]) -> str:
    """The text with a mark in place of each mention, and full stops between sentences."""
    marks = {one.begin: (place, one) for place, one in enumerate(ours)}
    within = {place for one in ours for place in range(one.begin + 1, one.end)}
    told: list[str] = []
    for place, token in enumerate(said):
        if token.first and told:
            told.append(".")
        if place in marks:
            number, mention = marks[place]
            told.append(f"@{number}s" if mention.owned else f"@{number}")
        elif place not in within:
            told.append(token.text)
    return " ".join(told)


def _stranger(said: Sequence[Token]) -> bool:
    """Whether two neighbouring words read as a name that is nobody's here."""
    return any(
        beside(left, right) and left.text in given_names() and right.capital
        for left, right in pairwise(said)
    )
