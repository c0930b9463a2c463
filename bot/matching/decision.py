"""Answer, offer a choice, or say "I don't know": from chances and what mistakes cost.

Costs are in units of one "I don't know" to a question that had an answer. Naming a wrong person
costs ten of them; a wrong report or event, which shows itself at a glance, two. A choice costs
six tenths where the right entry is among those offered, for the click, and seven where it is
not.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

WRONG_PERSON = 10.0
WRONG_FACT = 2.0
SILENT = 1.0
CLICK = 0.6
VAIN_CHOICE = 0.7


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


def decide(candidates: Sequence[Candidate], among: float, wrong: float) -> Decision:
    """The cheapest of answering, offering and silence, in expected cost.

    ``among`` is the chance that one of the candidates was meant; ``wrong`` what it costs when
    the first is answered and was not.
    """
    if not candidates:
        return Decision(Verdict.UNKNOWN, ())
    among = max(among, candidates[0].confidence)
    costs = {
        Verdict.ANSWER: wrong * (1 - candidates[0].confidence),
        Verdict.UNKNOWN: SILENT * among,
    }
    if len(candidates) > 1:
        costs[Verdict.CHOOSE] = CLICK * among + VAIN_CHOICE * (1 - among)
    verdict = min(costs, key=lambda one: costs[one])
    kept = {Verdict.ANSWER: candidates[:1], Verdict.CHOOSE: candidates, Verdict.UNKNOWN: ()}
    return Decision(verdict, tuple(kept[verdict]))
