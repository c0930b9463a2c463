"""The phrases a text is most like, by what their words mean.

The model says which label fits; the nearest of its phrases say why, and how near the text is to
anything that was ever written down.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from math import sqrt

import numpy as np
from numpy.typing import NDArray

from bot.matching.columns import Columns
from bot.matching.features import Word, read
from bot.matching.fitting import matrix_of
from bot.matching.vocabulary import Vocabulary

MEANT = 3
"""So many nearest phrases of a label say how near a text is to it."""

Likeness = NDArray[np.float64]
_NOWHERE = np.zeros(0, dtype=np.int64)


@dataclass(frozen=True)
class Nearest:
    """The words of phrases, and the label of each phrase."""

    columns: Columns
    labels: Sequence[str]

    @classmethod
    def of(
        cls, phrases: Iterable[tuple[str, str]], vocabulary: Vocabulary, *, wrapped: bool = True
    ) -> "Nearest":
        """The words of phrases, each given with its label before it."""
        given = list(phrases)
        rows = (_meant(read(text, vocabulary, wrapped=wrapped), vocabulary) for _, text in given)
        matrix, _ = matrix_of(rows)
        return cls(Columns.of(matrix), [label for label, _ in given])

    def likeness(self, found: Sequence[Word], vocabulary: Vocabulary) -> Likeness:
        """How like each phrase is to the words found in a text, from 0 to 1."""
        return self.columns.sums(_meant(found, vocabulary))

    def of_label(self, label: str, likeness: Likeness, most: int = MEANT) -> float:
        """How near a text is to a label: the mean likeness of its ``most`` nearest phrases."""
        own = likeness[self._places.get(label, _NOWHERE)]
        if len(own) <= most:
            return float(own.sum()) / max(1, len(own))
        nearest = own.max() if most == 1 else np.partition(own, -most)[-most:].sum() / most
        return float(nearest)

    def best(self, label: str, likeness: Likeness) -> int | None:
        """The number of the label's nearest phrase, or None where no word is shared."""
        own = self._places.get(label, _NOWHERE)
        first = int(own[np.argmax(likeness[own])]) if len(own) else -1
        return first if first >= 0 and likeness[first] > 0 else None

    @cached_property
    def _places(self) -> dict[str, NDArray[np.int64]]:
        found: dict[str, list[int]] = {}
        for number, label in enumerate(self.labels):
            found.setdefault(label, []).append(number)
        return {label: np.array(numbers) for label, numbers in found.items()}


def _meant(found: Iterable[Word], vocabulary: Vocabulary) -> dict[str, float]:
    """What the words mean, by weight, of length one."""
    block: dict[str, float] = {}
    for word in found:
        if not word.senses:
            block[f"w{word.stem}"] = word.weight
        for sense in word.senses:
            value = sense.weight * vocabulary.weights[sense.stem]
            block[f"w{sense.stem}"] = max(block.get(f"w{sense.stem}", 0.0), value)
    length = sqrt(sum(value * value for value in block.values()))
    return {name: value / length for name, value in block.items()} if length else {}
