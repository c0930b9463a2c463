"""Answer, offer a choice, or say "I don't know": from chances and what mistakes cost.

Costs are in units of one "I don't know" to a question that had an answer. Naming a wrong person
costs ten of them; a wrong report or event, which shows itself at a glance, three, and so does the
general entrance, or an entry that names the same people as the right one. A choice costs six
tenths where the right entry is among those offered, for the click, and three where it is not, for
the glance.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

WRONG_PERSON = 10.0
WRONG_FACT = 3.0
SILENT = 1.0
CLICK = 0.6
VAIN_CHOICE = 0.3


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
    """The verdict and the candidates it rests on, likely ones first.

    ``costs`` are the expected ones of each verdict there was; empty where they decided nothing.
    """

    verdict: Verdict
    candidates: tuple[Candidate, ...]
    costs: Mapping[Verdict, float] = field(default_factory=dict, compare=False)


@dataclass(frozen=True, slots=True)
class Mistake:
    """What it costs to answer the first candidate: where a ``rival`` was meant, or ``nothing``."""

    rival: float
    nothing: float


A_PERSON = Mistake(WRONG_PERSON, WRONG_PERSON)
A_FACT = Mistake(WRONG_FACT, WRONG_FACT)
AKIN = Mistake(WRONG_FACT, WRONG_PERSON)
"""Where the rival names the same people."""


def decide(candidates: Sequence[Candidate], among: float, mistake: Mistake) -> Decision:
    """The cheapest of answering, offering and silence, in expected cost.

    ``among`` is the chance that one of the candidates was meant.
    """
    if not candidates:
        return Decision(Verdict.UNKNOWN, ())
    first = candidates[0].confidence
    among = max(among, first)
    costs = {
        Verdict.ANSWER: mistake.rival * (among - first) + mistake.nothing * (1 - among),
        Verdict.UNKNOWN: SILENT * among,
    }
    if len(candidates) > 1:
        costs[Verdict.CHOOSE] = CLICK * among + VAIN_CHOICE * (1 - among)
    verdict = min(costs, key=lambda one: costs[one])
    kept = {Verdict.ANSWER: candidates[:1], Verdict.CHOOSE: candidates, Verdict.UNKNOWN: ()}
    return Decision(verdict, tuple(kept[verdict]), costs)
