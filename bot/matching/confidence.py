"""How sure: calibrated chances from the evidence for the label that came first.

Two logistic regressions on `Evidence`, fitted on questions with known answers by
``bench/fit_confidence.py``: that the first label is what was meant, and that one of the first
few is.
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

    def chance(self, given: Evidence) -> float:
        """The chance from 0 to 1."""
        numbers = given.numbers()
        total = sum(w * n for w, n in zip(self.weights, numbers, strict=True)) + self.constant
        return 1 / (1 + exp(-max(-30.0, min(30.0, total))))


@dataclass(frozen=True, slots=True)
class Confidence:
    """The two fitted lines."""

    first: Line
    among: Line


@cache
def fitted(*, seconded: bool = False) -> Confidence:
    """The confidence as it was fitted last, for evidence with a second opinion or without."""
    name = "confidence.seconded.json" if seconded else "confidence.json"
    lines = json.loads(files("bot.matching").joinpath("data", name).read_text(encoding="utf-8"))
    return Confidence(_line(lines["first"]), _line(lines["among"]))


def _line(kept: Mapping[str, Any]) -> Line:
    """A line as it is kept: by the names of the evidence, so that its order is free.

    Evidence that is newer than the file has no weight yet.
    """
    weights = kept["weights"]
    return Line(tuple(weights.get(field.name, 0.0) for field in fields(Evidence)), kept["constant"])
