"""What speaks for a label being what was meant: the numbers the confidence rests on."""

from collections.abc import Mapping
from dataclasses import dataclass
from math import log

from bot.matching.index import Ranked, Reading

_TINY = 1e-4


@dataclass(frozen=True, slots=True)
class Evidence:
    """The evidence for one ranked label; each number is about between -10 and 10."""

    score: float  # log odds of the label's own model
    lead: float  # log odds ahead of the best label outside its family
    elsewhere: float  # log odds of being about nothing of ours
    coverage: float  # share of the question's weight in the label's own words
    known: float  # share of the question's weight in any words of ours
    family: float  # log of the summed scores of its family
    unknown: float  # weight of the heaviest word nobody here uses
    strange: float  # 1 when a word reads as a name that is nobody's here

    def numbers(self) -> tuple[float, ...]:
        """The evidence in a fixed order, for a linear model."""
        return (
            self.score,
            self.lead,
            self.elsewhere,
            self.coverage,
            self.known,
            self.family,
            self.unknown,
            self.strange,
        )


def evidence(reading: Reading, ranked: Ranked, families: Mapping[str, str], *, strange: bool) -> Evidence:
    """The evidence that ``ranked`` is what the reading's text is about."""
    own = families.get(ranked.label, ranked.label)
    rivals = [r.score for r in reading.ranked if r.label != ranked.label]
    outside = [r.score for r in reading.ranked if families.get(r.label, r.label) != own]
    mass = sum(r.score for r in reading.ranked if families.get(r.label, r.label) == own)
    rival = max(outside, default=0.0)
    unknown = max((w.weight for w in reading.words if not w.senses), default=0.0)
    del rivals
    return Evidence(
        score=_logit(ranked.score),
        lead=_logit(ranked.score) - _logit(rival),
        elsewhere=_logit(reading.elsewhere),
        coverage=ranked.coverage,
        known=reading.covered,
        family=log(mass + _TINY),
        unknown=unknown,
        strange=float(strange),
    )


def _logit(probability: float) -> float:
    kept = min(1 - _TINY, max(_TINY, probability))
    return log(kept / (1 - kept))
