"""What each feature says of each row, kept sparsely.

Rows are labels, for which features have weights, or phrases, for which they are words.

A feature's place is a hash of its name, so nothing grows with the number of different letter
runs.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from zlib import crc32

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

PLACES = 1 << 22
"""Places for features; ten thousand phrases fill a fortieth of them."""

Floats = NDArray[np.float32]
Integers = NDArray[np.int32]


def place(name: str) -> int:
    """The place of a feature."""
    return crc32(name.encode()) % PLACES


@dataclass(frozen=True, slots=True)
class Columns:
    """A sparse matrix by columns, to be summed over a text's features.

    ``places`` are the features' places in order. What the feature at ``places[i]`` says stands
    from ``starts[i]`` up to ``starts[i + 1]`` in ``rows`` and ``values``; ``count`` is how many
    rows there are.
    """

    places: Integers
    starts: Integers
    rows: Integers
    values: Floats
    count: int
    _matrix: sparse.csr_matrix = field(init=False, repr=False, compare=False)
    """The same, a row a place: the fastest to add up."""

    @classmethod
    def of(cls, matrix: sparse.spmatrix) -> "Columns":
        """The columns of a matrix that is `PLACES` wide."""
        by_column = sparse.csc_matrix(matrix)
        by_column.sort_indices()
        used = np.flatnonzero(np.diff(by_column.indptr))
        return cls(
            used.astype(np.int32),
            np.append(by_column.indptr[used], by_column.nnz).astype(np.int32),
            by_column.indices.astype(np.int32),
            # As they are kept in files, so that a fresh index answers as a kept one.
            by_column.data.astype(np.float16).astype(np.float32),
            by_column.shape[0],
        )

    def __post_init__(self) -> None:
        """Raises ValueError where the arrays do not fit together."""
        ends = len(self.places) + 1 == len(self.starts) and not self.starts[0]
        ends = ends and self.starts[-1] == len(self.rows)
        inside = not len(self.rows) or 0 <= self.rows.min() <= self.rows.max() < self.count
        ascending = bool((np.diff(self.starts) >= 0).all() and (np.diff(self.places) > 0).all())
        if not (ends and len(self.rows) == len(self.values) and inside and ascending):
            raise ValueError("The sizes do not fit.")
        shape = (len(self.places), self.count)
        matrix = sparse.csr_matrix((self.values, self.rows, self.starts), shape=shape, copy=False)
        object.__setattr__(self, "_matrix", matrix)

    def sums(self, features: Mapping[str, float]) -> NDArray[np.float64]:
        """For each row the sum of what the features say of it, times their values."""
        asked = np.array([crc32(name.encode()) for name in features], np.int64) % PLACES
        places = asked.astype(np.int32)  # of one type with those looked through, or it takes long
        values = np.array([*features.values()], np.float32)
        at = np.searchsorted(self.places, places)
        at[at == len(self.places)] = 0
        known = self.places[at] == places if len(self.places) else np.zeros(len(at), np.bool_)
        return np.asarray(values[known] @ self._matrix[at[known]], dtype=np.float64)
