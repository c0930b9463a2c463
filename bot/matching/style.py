"""How the phrases of a base are written, and what that makes of their words and letters.

The figures were chosen on questions with known answers: those of `TERMS` on the project's own,
those of `SENTENCES` on public data sets (docs/benchmarks.md).
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Style:
    """How much counts of a text, block by block; a block of share 0 is left out.

    ``meaning``, ``inside`` and ``across`` are the lengths of the three blocks of features:
    stems, letters inside words, letters across words in runs of the lengths ``runs``. A stem
    counts by how few labels use it and, where ``everyday`` is true, by how seldom it is in
    everyday language; the turns of phrase that questions come wrapped in then count nothing.
    ``covering`` is how much a label is preferred, in log odds, for speaking of all of a question.
    """

    meaning: float
    inside: float
    across: float
    everyday: bool
    runs: tuple[int, ...]
    covering: float = 0.0


TERMS = Style(meaning=1.0, inside=1.6, across=2.0, everyday=True, runs=(3, 4, 5, 6))
"""Terms and short phrases, as a knowledge base holds them: "GPU", "historical data".

Questions come wrapped in words that no phrase has ("who knows about …"), so everyday words
count little.
"""
SENTENCES = Style(
    meaning=0.8, inside=0.8, across=1.5, everyday=False, runs=(2, 3, 4, 5, 6, 7, 8, 9), covering=2.5
)
"""Whole questions, as people type them: everyday words are much of what tells them apart."""
