"""Who offers what: a question that names one house is not about another one's offers."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from bot.matching.index import Ranked, Reading
from bot.matching.text import stem, words

_ELSEWHERE = 0.25
"""What is left of a label's score when the question names another house than its own."""


@dataclass(frozen=True)
class Houses:
    """The house that each label belongs to, and the names of each house."""

    of: Mapping[str, str]
    names: Mapping[str, Iterable[str]]

    def named(self, reading: Reading) -> frozenset[str]:
        """The houses a question names."""
        meant = [{word.stem, *(sense.stem for sense in word.senses)} for word in reading.words]
        return frozenset(
            house
            for house, names in self.names.items()
            if any(_stands(tuple(stem(word) for word in words(name)), meant) for name in names)
        )

    def ordered(self, reading: Reading) -> tuple[Ranked, ...]:
        """The ranking with other houses' labels behind those of the one house that is named."""
        named = self.named(reading)
        if len(named) != 1:
            return reading.ranked
        ranked = (self._held_back(one, named) for one in reading.ranked)
        return tuple(sorted(ranked, key=lambda one: -one.score))

    def _held_back(self, one: Ranked, named: frozenset[str]) -> Ranked:
        own = self.of.get(one.label)
        if own is None or own in named:
            return one
        return replace(one, score=one.score * _ELSEWHERE)


NO_HOUSES = Houses({}, {})


def _stands(name: tuple[str, ...], meant: list[set[str]]) -> bool:
    """Whether a name's stems stand in a row in a question."""
    places = range(len(meant) - len(name) + 1)
    return bool(name) and any(
        all(part in meant[place + i] for i, part in enumerate(name)) for place in places
    )
