"""Questions that come again and again, which need not be looked at each time."""

from collections import OrderedDict
from collections.abc import Sequence
from hashlib import blake2b
from threading import Lock

import numpy as np
from numpy.typing import NDArray

from bot.ports import Embedder

MOST = 256
"""Texts whose vectors are held in memory, half a megabyte of them."""


class Repeated(Embedder):
    """Computes a text once while it is asked for often. The texts themselves are not held."""

    def __init__(self, embedder: Embedder, most: int = MOST) -> None:
        self._embedder = embedder
        self._most = most
        self._latest: OrderedDict[bytes, NDArray[np.float32]] = OrderedDict()
        self._lock = Lock()

    @property
    def name(self) -> str:
        """The name of the embedder behind it."""
        return self._embedder.name

    def embed(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """A row for each text."""
        return np.array([self._one(text) for text in texts], dtype=np.float32)

    def _one(self, text: str) -> NDArray[np.float32]:
        key = blake2b(text.encode(), digest_size=16).digest()
        with self._lock:
            if key in self._latest:
                self._latest.move_to_end(key)
                return self._latest[key]
        row: NDArray[np.float32] = self._embedder.embed([text])[0]
        with self._lock:
            self._latest[key] = row
            if len(self._latest) > self._most:
                self._latest.popitem(last=False)
        return row
