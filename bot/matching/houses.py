"""Who offers what: a question that names one house is not about another one's offers."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace

from bot.matching.index import Ranked, Reading

_ELSEWHERE = 0.25
"""What is left of a label's score when the question names another house than its own."""


@dataclass(frozen=True)
class Houses:
    """The house that each label belongs to; a house is itself a label."""

    of: Mapping[str, str]

    def ordered(
        self, reading: Reading, named: frozenset[str], speaking: Collection[str] = ()
    ) -> tuple[Ranked, ...]:
        """The ranking, other labels held back where just one house is ``named``.

        Labels of no house are held back too, but for those ``speaking`` of what is named.
        """
        houses = named & frozenset(self.of.values())
        if len(houses) != 1:
            return reading.ranked
        free = named.union(speaking)
        ranked = (self._held_back(one, houses, free) for one in reading.ranked)
        return tuple(sorted(ranked, key=lambda one: -one.score))

    def _held_back(self, one: Ranked, named: frozenset[str], free: Collection[str]) -> Ranked:
        own = self.of.get(one.label)
        if own in named or (own is None and (one.label in free or one.label.startswith("~"))):
            return one
        return replace(one, score=one.score * _ELSEWHERE)


NO_HOUSES = Houses({})
