"""Fitted indexes in a folder the user need not know of."""

import logging
import re
from contextlib import suppress
from pathlib import Path

from bot.ports import IndexCache
from bot.store.files import keep

KEPT = 4
_NO_PART_OF_NAMES = re.compile(r"[^\w-]")
log = logging.getLogger(__name__)


class FolderCache(IndexCache):
    """Keeps the latest few fitted indexes as files; a damaged or missing folder costs time only."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def load(self, key: str) -> bytes | None:
        """What was kept under the key, or None; using it makes it the latest."""
        path = self._path(key)
        try:
            data = path.read_bytes()
            path.touch()
        except OSError:
            return None
        return data

    def save(self, key: str, data: bytes) -> None:
        """Keep the data, whole or not at all, and drop the oldest ones."""
        path = self._path(key)
        try:
            keep(path, data)
            self._drop_old()
        except OSError as error:
            log.warning("The fitted index could not be kept in %s: %s", self._folder, error)

    def _path(self, key: str) -> Path:
        name = _NO_PART_OF_NAMES.sub("-", key[:32])
        return self._folder / f"index-{name}.npz"

    def _drop_old(self) -> None:
        kept = sorted(self._folder.glob("index-*.npz"), key=lambda path: -path.stat().st_mtime)
        for path in kept[KEPT:]:
            with suppress(FileNotFoundError):  # another process may have dropped it
                path.unlink()
