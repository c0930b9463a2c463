"""Vectors of texts kept in a file, so that after an edit only what is new is computed."""

import io
import logging
from collections.abc import Sequence
from hashlib import blake2b
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from bot.matching.keeping import DAMAGE
from bot.ports import Embedder
from bot.store.files import keep

_SCALE = 127.0
log = logging.getLogger(__name__)


class KeptVectors(Embedder):
    """An embedder that computes the texts of a knowledge base once.

    For phrases alone, never for what people ask: whatever it is given is kept (as a hash and a
    vector). A damaged or missing file costs time only.
    """

    def __init__(self, embedder: Embedder, folder: Path) -> None:
        self._embedder = embedder
        self._file = folder / f"vectors-{embedder.name}.npz"

    @property
    def name(self) -> str:
        """The name of the embedder behind it."""
        return self._embedder.name

    def embed(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """A row for each text; afterwards exactly these are kept."""
        keys = [_key(text) for text in texts]
        kept = self._load()
        missing = {key: text for key, text in zip(keys, texts, strict=True) if key not in kept}
        if missing:
            log.info("%d phrases are looked at for their meaning, once.", len(missing))
            # As they are kept, so that a second start answers as the first.
            rows = np.round(self._embedder.embed(list(missing.values())) * _SCALE).astype(np.int8)
            kept |= dict(zip(missing, rows, strict=True))
            self._save({key: kept[key] for key in keys})
        return np.array([kept[key] for key in keys], dtype=np.float32) / _SCALE

    def _load(self) -> dict[bytes, NDArray[np.int8]]:
        try:
            with np.load(io.BytesIO(self._file.read_bytes()), allow_pickle=False) as file:
                keys, rows = file["keys"], file["rows"]
            return dict(zip((key.tobytes() for key in keys), rows, strict=True))
        except (ValueError, *DAMAGE):
            return {}

    def _save(self, kept: dict[bytes, NDArray[np.int8]]) -> None:
        data = io.BytesIO()
        keys = np.frombuffer(b"".join(kept), dtype=np.uint8).reshape(len(kept), -1)
        np.savez_compressed(data, keys=keys, rows=np.array(list(kept.values())))
        try:
            keep(self._file, data.getvalue())
        except OSError as error:
            log.warning("What phrases mean could not be kept in %s: %s", self._file, error)


def _key(text: str) -> bytes:
    return blake2b(text.encode(), digest_size=16).digest()
