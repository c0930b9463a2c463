"""Where a text names somebody: words side by side that are parts of one person's name."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from bot.matching.name_words import Token, beside


@dataclass(frozen=True, slots=True)
class Mention:
    """A name in a text, from one token to another.

    ``people`` are all who are called so, none where nobody is; ``parts`` the parts of their names.
    """

    begin: int
    end: int
    people: tuple[str, ...]
    parts: frozenset[str]
    owned: bool = False
    """Whether something is said to be theirs: "Kim's"."""
    seat: frozenset[str] = frozenset()
    """The words for where they are said to sit, where they do."""

    @property
    def whole(self) -> bool:
        """Whether it is more than one part of a name."""
        return len(self.parts) > 1


Owners = Mapping[str, Sequence[str]]
"""Who is called by a part of a name."""


def mentions(said: Sequence[Token], parts: Sequence[str | None], owners: Owners) -> list[Mention]:
    """The names in a text of which each token is a part of a name or None, in order."""
    found: list[Mention] = []
    for begin, end in _runs(said, parts, owners):
        found += _split(begin, end, said, parts, owners)
    return found


def _runs(
    said: Sequence[Token], parts: Sequence[str | None], owners: Owners
) -> Iterator[tuple[int, int]]:
    """From where to where parts of names stand side by side."""
    begin = 0
    for place in range(1, len(said) + 1):
        if place < len(said) and _together(place, said, parts, owners):
            continue
        if parts[begin]:
            yield begin, place
        begin = place


def _together(
    place: int, said: Sequence[Token], parts: Sequence[str | None], owners: Owners
) -> bool:
    """Whether a token goes on with the name that the one before it is part of."""
    left, right = parts[place - 1], parts[place]
    if not left or not right or said[place - 1].genitive:
        return False
    reversed_ = said[place - 1].end + 2 == said[place].start  # "Kvist, Kristian"
    shared = not set(owners[left]).isdisjoint(owners[right])
    return beside(said[place - 1], said[place]) or (reversed_ and shared)


def _split(
    begin: int, end: int, said: Sequence[Token], parts: Sequence[str | None], owners: Owners
) -> Iterable[Mention]:
    """A run as the names of those who are called so in it, or of nobody.

    The first name of one beside the last name of another is a stranger's, unless others stand in
    the run with more of their names: "henrik johansen kim værgman".
    """
    pieces: list[Mention] = []
    while begin < end:
        stop, people = begin + 1, list(owners[parts[begin] or ""])
        while stop < end and (both := [p for p in people if p in owners[parts[stop] or ""]]):
            people, stop = both, stop + 1
        own = frozenset(part for part in parts[begin:stop] if part)
        owned = _owned(said[stop - 1], parts[stop - 1])
        pieces.append(Mention(begin, stop, tuple(people), own, owned))
        begin = stop
    if len(pieces) == 1:
        return pieces
    if whole := [piece for piece in pieces if piece.whole]:
        return whole
    own = frozenset(part for piece in pieces for part in piece.parts)
    return [Mention(pieces[0].begin, end, (), own, pieces[-1].owned)]


def _owned(token: Token, part: str | None) -> bool:
    """Whether a name ends in the genitive, with an apostrophe or without."""
    ending = token.text.endswith("s") and not (part or "").endswith("s")
    return token.genitive or ending


def narrowed(found: Sequence[Mention]) -> list[Mention]:
    """Mentions that fit several, narrowed by those that fit fewer: "Kristian … Mr Kvist"."""
    sure = {people[0] for mention in found if len(people := mention.people) == 1}
    kept = []
    for mention in found:
        both = tuple(one for one in mention.people if one in sure)
        fits = len(mention.people) > 1 and len(both) == 1
        kept.append(replace(mention, people=both) if fits else mention)
    return kept
