"""Fit how the likeliest labels are put in order, on questions whose right answers are known.

A conditional logistic regression: of the labels weighed for a question, one of the right ones is
to come first. What being called by its name counts is given, not fitted.
"""

from collections.abc import Sequence
from dataclasses import dataclass, fields

import numpy as np
from scipy.optimize import minimize

from bot.matching.confidence import Line, line
from bot.matching.evidence import Evidence, favoured
from bot.matching.matcher import MOST_CHOICES
from bot.matching.ordering import CALLED, WEIGHED, preferences
from bot.matching.subjects import Subjects

PENALTY = 0.003
_PLACES = [[field.name for field in fields(Evidence)].index(name) for name in WEIGHED]


@dataclass(frozen=True)
class Asked:
    """A question: the labels weighed for it, those ``right``, those ``called`` by their names.

    ``counts`` is how much it counts for in the confidence.
    """

    weighed: dict[str, Evidence]
    right: frozenset[str]
    called: frozenset[str]
    counts: float = 1.0


@dataclass(frozen=True)
class Placed:
    """A question put in order: the evidence for what came first, and how right that was."""

    evidence: Evidence
    first: bool
    among: bool
    counts: float = 1.0


def placed(asked: Asked, order: Line, about: Subjects) -> Placed:
    """What a question looks like once its labels are in order."""
    preferred = preferences(asked.weighed, order, asked.called)
    labels = sorted(preferred, key=lambda label: preferred[label], reverse=True)
    best = favoured(labels[0], asked.weighed, preferred, about.shown)
    among = not asked.right.isdisjoint(labels[:MOST_CHOICES])
    return Placed(best, labels[0] in asked.right, among, asked.counts)


def fit_order(questions: Sequence[Asked]) -> dict[str, object]:
    """The weights by the names of the evidence, with the constant that comparing does without."""
    numbers = [
        np.array([e.numbers() for e in one.weighed.values()])[:, _PLACES] for one in questions
    ]
    spread = np.vstack(numbers).std(axis=0)
    spread[spread == 0] = 1.0
    known = [
        (
            rows / spread,
            np.array([CALLED * (label in one.called) for label in one.weighed]),
            np.array([label in one.right for label in one.weighed]),
        )
        for rows, one in zip(numbers, questions, strict=True)
        if not one.right.isdisjoint(one.weighed)
    ]

    def loss(weights: np.ndarray) -> tuple[float, np.ndarray]:
        total, slope = 0.0, np.zeros_like(weights)
        for rows, given, right in known:
            odds = rows @ weights + given
            chances = np.exp(odds - odds.max())
            chances /= chances.sum()
            rightly = float(chances @ right) + 1e-12
            total -= np.log(rightly)
            slope -= rows.T @ (chances * right / rightly - chances)
        penalty = PENALTY * float(weights @ weights)
        return total / len(known) + penalty, slope / len(known) + 2 * PENALTY * weights

    found = minimize(loss, np.zeros(len(WEIGHED)), jac=True, method="L-BFGS-B").x / spread
    named = zip(WEIGHED, found.tolist(), strict=True)
    return {"weights": {name: round(weight, 5) for name, weight in named}, "constant": 0.0}


def order_of(questions: Sequence[Asked]) -> Line:
    """The ordering fitted on questions."""
    return line(fit_order(questions))
