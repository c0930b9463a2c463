"""An embedder that knows which of a few words mean the same."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from bot.matching.text import words
from bot.ports import Embedder

MEANINGS = (
    {"regnekraft", "gpu", "maskinkraft", "muskler"},
    {"jura", "jurist", "lov", "paragraffer"},
    {"vejret", "regn", "sol"},
)


class FakeEmbedder(Embedder):
    """A dimension a meaning; ``asked`` are the texts it was given."""

    def __init__(self, name: str = "fake") -> None:
        self._name = name
        self.asked: list[str] = []

    @property
    def name(self) -> str:
        return self._name

    def embed(self, texts: Sequence[str]) -> NDArray[np.float32]:
        self.asked += texts
        rows = [[float(bool(m.intersection(words(t)))) for m in MEANINGS] + [0.1] for t in texts]
        vectors = np.array(rows, dtype=np.float32)
        lengths: NDArray[np.float32] = np.linalg.norm(vectors, axis=1, keepdims=True)
        return np.asarray(vectors / lengths, dtype=np.float32)
