"""What speaks for which label: one logistic regression a label."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from bot.matching.columns import Columns, Floats


@dataclass(frozen=True, slots=True)
class Weights:
    """What each feature says of each label, and each label's bias."""

    columns: Columns
    bias: Floats

    def __post_init__(self) -> None:
        """Raises ValueError where there is not one bias a label."""
        if self.bias.shape != (self.columns.count,):
            raise ValueError("The sizes do not fit.")

    def scores(self, features: Mapping[str, float]) -> Floats:
        """Each label's score, 0 to 1, for a text with these features."""
        decision = self.columns.sums(features) + self.bias
        return np.asarray(1 / (1 + np.exp(-decision)), dtype=np.float32)
