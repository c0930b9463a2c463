"""A cache that keeps what it is given in memory."""

from bot.ports import IndexCache


class RecordingCache(IndexCache):
    """Remembers what is kept, and how often it was asked for and given."""

    def __init__(self) -> None:
        self.kept: dict[str, bytes] = {}
        self.found: list[bool] = []

    def load(self, key: str) -> bytes | None:
        self.found.append(key in self.kept)
        return self.kept.get(key)

    def save(self, key: str, data: bytes) -> None:
        self.kept[key] = data
