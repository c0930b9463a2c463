"""The first entry and the one behind it: what carried them, what was weighed, why one lost."""

from collections.abc import Callable, Iterator
from math import exp

from bot.assistant.explaining_evidence import MOST_SPOKEN, Spoken, percent, spoken
from bot.assistant.explaining_words import Typed
from bot.assistant.understanding import Understanding, Understood
from bot.matching.confidence import fitted
from bot.matching.decision import Decision, Verdict
from bot.matching.evidence import Evidence
from bot.matching.features import Word
from bot.matching.lists import listed
from bot.matching.matcher import Match
from bot.wording import explaining as say

_WEIGHTY = 0.2
"""Weight from which a word is worth naming as what an entry lacks."""
_MOST_LACKED = 5
_CLOSE = 0.01
"""Difference between two scores that is none."""


class Ranking:
    """Tells of the entries that came first and second; ``entry`` names one by its id."""

    def __init__(self, understanding: Understanding, entry: Callable[[str], str]) -> None:
        self._index = understanding.index
        self._confidence = fitted(seconded=understanding.seconded)
        self._families = understanding.subjects.families
        self._houses = understanding.subjects.houses.of
        self._entry = entry

    def first(self, match: Match, typed: Typed) -> Iterator[str]:
        """What carried the first entry, what spoke for and against it, what its verdict cost."""
        label, evidence = match.evidence[0]
        yield self._carried(match, label)
        sure = self._confidence.first.chance(evidence)
        among = max(sure, self._confidence.among.chance(evidence))
        yield say.CONFIDENCE.format(sure=percent(sure), among=percent(among))
        found = spoken(evidence, self._confidence.first, self._words(match, label, typed))
        yield from _most(say.FOR, [one for one in found if one.added > 0])
        yield from _most(say.AGAINST, [one for one in reversed(found) if one.added < 0])
        if match.decision.costs:
            yield _costs(match.decision)

    def runner_up(self, understood: Understood, typed: Typed) -> Iterator[str]:
        """What carried the second entry, and why it is not the first."""
        match = understood.match
        (first, best), (label, evidence), *_ = match.evidence
        yield self._carried(match, label)
        if label in {candidate.label for candidate in understood.candidates}:
            offered = understood.verdict is Verdict.CHOOSE
            yield say.OFFERED_TOO if offered else say.ANSWERED_TOO
        yield from self._lacks(match, first, label, typed)
        yield from self._other_house(match, label)
        if first in match.called and label not in match.called:
            yield say.NOT_CALLED
        own, ahead = _chance(evidence), _chance(best)
        if percent(own) != percent(ahead) and own < ahead:
            yield say.LESS_MEANT.format(own=percent(own), first=percent(ahead))
        if self._families.get(label) == self._families.get(first):
            yield say.SAME_FAMILY
        yield _scores(match, first, label)

    def _carried(self, match: Match, label: str) -> str:
        phrase = self._index.carried(match.reading, label)
        return say.CARRIED.format(phrase=phrase) if phrase else say.NO_PHRASE

    def _lacks(self, match: Match, first: str, label: str, typed: Typed) -> Iterator[str]:
        """The words of the question that only one of the two speaks of."""
        for said, one, other in ((say.LACKS, first, label), (say.HAS, label, first)):
            its, others = self._index.stems[one], self._index.stems[other]
            found = [w for w in match.reading.words if w.hit(its) and not w.hit(others)]
            told = sorted((w for w in found if w.weight >= _WEIGHTY), key=lambda w: -w.weight)
            if told:
                yield said.format(words=typed.quoted(told[:_MOST_LACKED]))

    def _other_house(self, match: Match, label: str) -> Iterator[str]:
        named = match.called & frozenset(self._houses.values())
        if len(named) == 1 and self._houses.get(label) not in named:
            yield say.OTHER_HOUSE.format(house=self._entry(next(iter(named))))

    def _words(self, match: Match, label: str, typed: Typed) -> Callable[[str], str]:
        """The word of the question that a number of the evidence for an entry rests on."""
        own = self._index.stems[label]
        asked = match.reading.words
        means = [word for word in asked if word.means(own)]
        missed = [word for word in asked if word not in means]
        rests = {
            "unknown": _heaviest([word for word in asked if not word.senses]),
            "uncovered": _heaviest(missed),
            "key": sorted(means, key=lambda word: -word.hit(own))[:1],
            "abroad": [w for w in asked if w.text in listed("abroad.txt") and w.stem not in own],
        }
        return lambda name: typed.quoted(rests.get(name, ()))


def _heaviest(found: list[Word]) -> list[Word]:
    return sorted(found, key=lambda word: -word.weight)[:1]


def _most(title: str, found: list[Spoken]) -> Iterator[str]:
    if found:
        yield title
    yield from (f"  {one.added:+.1f}  {one.said}" for one in found[:MOST_SPOKEN])


def _costs(decision: Decision) -> str:
    costs = sorted(decision.costs.items(), key=lambda one: one[1])
    said = (say.COST.format(doing=say.DOING[what], cost=f"{cost:.2f}") for what, cost in costs)
    return say.COSTS.format(costs=", ".join(said), doing=say.DOING[decision.verdict])


def _scores(match: Match, first: str, label: str) -> str:
    scores = {one.label: one.score for one in match.reading.ranked}
    higher = scores[label] > scores[first] + _CLOSE
    said = say.HIGHER if higher else say.LOWER
    return said.format(own=f"{scores[label]:.2f}", first=f"{scores[first]:.2f}")


def _chance(evidence: Evidence) -> float:
    """The chance that the second opinion gives an entry."""
    return 1 / (1 + exp(-evidence.opinion))
