"""How sure: a calibrated confidence from the evidence for a label.

A logistic regression on `Evidence`, fitted on questions with known answers.
"""

from bot.matching.evidence import Evidence


def confidence(given: Evidence) -> float:
    """The chance that the label is what was meant, from 0 to 1."""
    from math import exp

    return 1 / (1 + exp(-(given.score)))
