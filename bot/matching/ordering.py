"""Which of the likeliest labels comes first.

A label's own model says how well a question fits its phrases as a whole. Where several fit about
as well, it tells more how near their phrases come and how much of the question they speak of, so
the first few are weighed once more by that. The weights are fitted with the confidence.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace

from bot.matching.confidence import Line
from bot.matching.evidence import Evidence, Naming, evidence, favoured, seconded
from bot.matching.index import Index, Ranked, Reading
from bot.matching.sentences import SMALLTALK
from bot.matching.subjects import Subjects

MOST_WEIGHED = 8
"""Labels that are weighed once more."""
CALLED = 5.0
"""How much being called by its name moves a label, in log odds.

The names of bodies, and of what others are part of, stand in questions about something else.
"""
SAY = 0.7
"""How much a second opinion moves the ranking that is weighed, in log odds."""
WEIGHED = (
    "score",
    "coverage",
    "family",
    "key",
    "mass",
    "rest",
    "body",
    "near",
    "happening",
    "opinion",
)
"""The evidence that orders labels: what differs from one to another, whatever comes first."""


@dataclass(frozen=True, slots=True)
class Ordered:
    """A reading whose labels are in order, and the evidence for each that was weighed."""

    reading: Reading
    weighed: Mapping[str, Evidence]
    preferred: Mapping[str, float]

    @property
    def entries(self) -> list[Ranked]:
        """The labels that are no small talk, in order."""
        return entries(self.reading)


class Ordering:
    """Puts the labels of one index in order."""

    def __init__(self, index: Index, about: Subjects, order: Line) -> None:
        self._index = index
        self._about = about
        self._order = order

    def ordered(self, reading: Reading, naming: Naming, opinion: Mapping[str, float]) -> Ordered:
        """The reading with its likeliest labels in their final order."""
        called = naming.called.difference(self._about.bodies, self._about.above)
        likely = replace(reading, ranked=moved(reading.ranked, opinion, called))
        weighed = {
            one.label: self._evidence(likely, one, naming, opinion)
            for one in entries(likely)[:MOST_WEIGHED]
        }
        preferred = preferences(weighed, self._order, called)
        return Ordered(
            replace(likely, ranked=_reordered(likely.ranked, preferred)), weighed, preferred
        )

    def told(self, ordered: Ordered, most: int) -> tuple[tuple[str, Evidence], ...]:
        """The evidence for the first labels, with how they compare."""
        weighed, preferred, shown = ordered.weighed, ordered.preferred, self._about.shown
        first = (one.label for one in ordered.entries[:most])
        return tuple((one, favoured(one, weighed, preferred, shown)) for one in first)

    def _evidence(
        self, reading: Reading, ranked: Ranked, naming: Naming, opinion: Mapping[str, float]
    ) -> Evidence:
        own = self._index.stems[ranked.label]
        found = evidence(reading, ranked, own, self._about.families, naming)
        return seconded(found, ranked.label, opinion) if opinion else found


def preferences(
    weighed: Mapping[str, Evidence], order: Line, called: Collection[str]
) -> dict[str, float]:
    """How much each label is preferred, in log odds; ``called`` are those called by their names."""
    return {
        label: order.odds(given) + CALLED * (label in called) for label, given in weighed.items()
    }


def entries(reading: Reading) -> list[Ranked]:
    """The labels of a reading that are no small talk."""
    return [one for one in reading.ranked if not one.label.startswith(SMALLTALK)]


def moved(
    ranked: Sequence[Ranked], opinion: Mapping[str, float], called: Collection[str]
) -> tuple[Ranked, ...]:
    """The ranking, moved by a second opinion and by which labels are called by their names."""

    def rank(one: Ranked) -> float:
        return one.odds + SAY * opinion.get(one.label, 0.0) + CALLED * (one.label in called)

    return tuple(sorted(ranked, key=rank, reverse=True))


def _reordered(ranked: Sequence[Ranked], preferred: Mapping[str, float]) -> tuple[Ranked, ...]:
    """The ranking with the ``preferred`` labels in their new order, in the same places."""
    weighed = (one for one in ranked if one.label in preferred)
    anew = iter(sorted(weighed, key=lambda one: preferred[one.label], reverse=True))
    return tuple(next(anew) if one.label in preferred else one for one in ranked)
