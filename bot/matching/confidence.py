"""How sure: calibrated chances from the evidence for the label that came first.

Two logistic regressions on `Evidence`, fitted on questions with known answers by
``bench/fit_confidence.py``: that the first label is what was meant, and that one of the first
few is. A third, fitted with them, says which comes first (`bot.matching.ordering`).
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass, fields
from functools import cache
from importlib.resources import files
from math import exp
from typing import Any

from bot.matching.evidence import Evidence


@dataclass(frozen=True, slots=True)
class Line:
    """A logistic regression: weights in the order of `Evidence.numbers`, and the constant."""

    weights: tuple[float, ...]
    constant: float

    def odds(self, given: Evidence) -> float:
        """The log odds."""
        numbers = given.numbers()
        return sum(w * n for w, n in zip(self.weights, numbers, strict=True)) + self.constant

    def chance(self, given: Evidence) -> float:
        """The chance from 0 to 1."""
        return 1 / (1 + exp(-max(-30.0, min(30.0, self.odds(given)))))


@dataclass(frozen=True, slots=True)
class Confidence:
    """The fitted lines; ``order`` is no chance, but compares the labels of one question."""

    first: Line
    among: Line
    order: Line


@cache
def fitted(*, seconded: bool = False) -> Confidence:
    """The confidence as it was fitted last, for evidence with a second opinion or without."""
    name = "confidence.seconded.json" if seconded else "confidence.json"
    lines = json.loads(files("bot.matching").joinpath("data", name).read_text(encoding="utf-8"))
    return Confidence(line(lines["first"]), line(lines["among"]), line(lines["order"]))


def line(kept: Mapping[str, Any]) -> Line:
    """A line as it is kept: by the names of the evidence, so that its order is free.

    Evidence that is newer than the file has no weight yet.
    """
    weights = kept["weights"]
    return Line(tuple(weights.get(field.name, 0.0) for field in fields(Evidence)), kept["constant"])
