"""Fitting the weights: each label against all that is like it.

The phrases of other labels number thousands, and those that share nothing with a label teach
nothing about it. So beyond a few thousand, only the nearest are taken, and some of the rest;
what a first fit still takes for the label's own is added, and it is fitted once more.
"""

from array import array
from collections.abc import Iterable, Mapping, Sequence
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from bot.matching.columns import PLACES, Columns, place
from bot.matching.weights import Weights

INVERSE_PENALTY = 12.0
TOLERANCE = 0.02
MOST_OTHERS = 1500
"""Phrases of other labels that a label is told apart from."""
NEAREST = 1000
"""As many of them are those most like the label's own."""
MOST_MISTAKEN = 2000
"""More of them at most, that a first fit takes for the label's own."""
MISTAKEN = -4.0
"""Log odds from which it does, if only a little."""
NEGLIGIBLE = 0.02
"""Weights nearer to zero are dropped; a score is a sum of some hundred of them."""


Marks: TypeAlias = NDArray[np.bool_]
Numbers: TypeAlias = NDArray[np.float64]


def fit(
    rows: Iterable[Mapping[str, float]],
    labels: Sequence[str],
    counts: Sequence[float] | None = None,
) -> tuple[list[str], Weights]:
    """The labels in order, and their weights.

    ``rows`` are the features of their phrases, ``counts`` how much each phrase counts: once,
    where that is not told.
    """
    matrix, used = _matrix(rows)
    told = np.array(labels)
    counted = np.ones(len(told)) if counts is None else np.array(counts)
    ordered = sorted(set(labels))
    lines, bias = [], []
    for label in ordered:
        coefficients, constant = _fitted(matrix, told == label, counted)
        kept = np.flatnonzero(np.abs(coefficients) >= NEGLIGIBLE)
        line = (coefficients[kept], used[kept], np.array([0, len(kept)]))
        lines.append(sparse.csr_matrix(line, shape=(1, PLACES)))
        bias.append(constant)
    columns = Columns.of(sparse.vstack(lines, format="csc"))
    return ordered, Weights(columns, np.array(bias, dtype=np.float32))


def _fitted(matrix: sparse.csr_matrix, own: Marks, counts: Numbers) -> tuple[Numbers, float]:
    """The weights that tell the ``own`` rows from the others, and the constant."""
    if own.all():
        return np.zeros(matrix.shape[1]), 0.0
    chosen = own | _telling(matrix, own)
    found = _told_apart(matrix, own, counts, chosen)
    mistaken = _mistaken(matrix, found, chosen)
    return _told_apart(matrix, own, counts, chosen | mistaken) if mistaken.any() else found


def _told_apart(
    matrix: sparse.csr_matrix, own: Marks, counts: Numbers, chosen: Marks
) -> tuple[Numbers, float]:
    """The weights that tell the ``own`` from the others among the ``chosen`` rows."""
    from sklearn.linear_model import LogisticRegression  # noqa: PLC0415 — slow to import

    solver = LogisticRegression(
        C=INVERSE_PENALTY,
        solver="liblinear",
        dual=True,
        tol=TOLERANCE,
        max_iter=1000,
        random_state=0,
    )
    solver.fit(matrix[chosen], own[chosen], sample_weight=counts[chosen])
    return solver.coef_[0], float(solver.intercept_[0])


def _mistaken(matrix: sparse.csr_matrix, found: tuple[Numbers, float], chosen: Marks) -> Marks:
    """Of the rows that were not ``chosen``, those most taken for the label's own."""
    weights, constant = found
    odds = matrix @ weights + constant
    odds[chosen] = -np.inf
    worst = np.argsort(-odds, kind="stable")[:MOST_MISTAKEN]
    mistaken = np.zeros(len(odds), dtype=np.bool_)
    mistaken[worst[odds[worst] > MISTAKEN]] = True
    return mistaken


def _telling(matrix: sparse.csr_matrix, own: Marks) -> Marks:
    """The other rows worth telling the ``own`` ones apart from."""
    others = np.flatnonzero(~own)
    if len(others) <= MOST_OTHERS:
        return ~own
    centre = np.asarray(matrix[own].sum(axis=0)).ravel()
    likeness = (matrix @ centre)[others]
    ranked = others[np.argsort(-likeness, kind="stable")]
    rest = ranked[NEAREST:]
    spread = rest[np.linspace(0, len(rest) - 1, MOST_OTHERS - NEAREST).astype(int)]
    chosen = np.zeros(len(own), dtype=np.bool_)
    chosen[ranked[:NEAREST]] = chosen[spread] = True
    return chosen


def _matrix(rows: Iterable[Mapping[str, float]]) -> tuple[sparse.csr_matrix, NDArray[np.int64]]:
    """The rows over the columns worth fitting on, and the places of these columns.

    Letters that stand in one phrase alone tell less than they cost.
    """
    matrix, words = matrix_of(rows)
    met = np.bincount(matrix.indices, minlength=PLACES)
    worth = met > 1
    worth[words] = True
    used = np.flatnonzero(worth)
    kept = matrix[:, used]
    kept.sort_indices()  # once, not for every label
    return kept, used


def matrix_of(rows: Iterable[Mapping[str, float]]) -> tuple[sparse.csr_matrix, list[int]]:
    """The rows as a matrix that is `PLACES` wide, and the places of the words in it."""
    places, values, starts = array("i"), array("f"), array("i", [0])
    words: dict[int, None] = {}
    for row in rows:
        for name, value in row.items():
            at = place(name)
            places.append(at)
            values.append(value)
            if name[0] == "w":
                words[at] = None
        starts.append(len(places))
    given = (np.asarray(values), np.asarray(places), np.asarray(starts))
    return sparse.csr_matrix(given, shape=(len(starts) - 1, PLACES)), list(words)
