"""How sure: calibrated chances from the evidence for the label that came first.

Two logistic regressions on `Evidence`, fitted on questions with known answers by
``bench/fit_confidence.py``: that the first label is what was meant, and that one of the first
few is.
"""

import json
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from math import exp

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
def fitted() -> Confidence:
    """The confidence as it was fitted last."""
    text = files("bot.matching").joinpath("data", "confidence.json").read_text(encoding="utf-8")
    lines = json.loads(text)
    return Confidence(
        *(
            Line(tuple(lines[name]["weights"]), lines[name]["constant"])
            for name in ("first", "among")
        )
    )
