"""Answer, offer a choice, or say "I don't know": from confidences and what mistakes cost.

Costs are in units of one "I don't know" to a question that had an answer. A wrong person costs
ten of them. A choice costs a click when the right entry is among those offered, and a little
more than silence when it is not.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

WRONG = 10.0
SILENT = 1.0
CLICK = 0.35
VAIN_CHOICE = 1.5
MOST_CHOICES = 4
LEAST_LIKELY_CHOICE = 0.06


class Verdict(StrEnum):
    """What to do with the candidates."""

    ANSWER = "answer"
    CHOOSE = "choose"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Candidate:
    """A label with the calibrated chance that it is what was meant."""

    label: str
    confidence: float


@dataclass(frozen=True, slots=True)
class Decision:
    """The verdict and the candidates it rests on, likely ones first."""

    verdict: Verdict
    candidates: tuple[Candidate, ...]


def decide(candidates: Sequence[Candidate]) -> Decision:
    """The cheapest of answering, offering and silence, in expected cost.

    The confidences are of different labels being the one that was meant: they sum to at most 1,
    and the rest is the chance that none is.
    """
    if not candidates:
        return Decision(Verdict.UNKNOWN, ())
    offered = [c for c in candidates[:MOST_CHOICES] if c.confidence >= LEAST_LIKELY_CHOICE]
    among = min(1.0, sum(c.confidence for c in offered))
    costs = {
        Verdict.ANSWER: WRONG * (1 - candidates[0].confidence),
        Verdict.UNKNOWN: SILENT * among,
    }
    if len(offered) > 1:
        costs[Verdict.CHOOSE] = CLICK * among + VAIN_CHOICE * (1 - among)
    verdict = min(costs, key=lambda v: costs[v])
    kept = {Verdict.ANSWER: candidates[:1], Verdict.CHOOSE: offered, Verdict.UNKNOWN: ()}[verdict]
    return Decision(verdict, tuple(kept))
