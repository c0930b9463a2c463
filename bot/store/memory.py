"""What one process remembers while it runs."""

from collections import OrderedDict

from bot.ports import SeenDeliveries

MOST = 10_000


class MemorySeen(SeenDeliveries):
    """Remembers the latest deliveries of this process; several processes need a shared store."""

    def __init__(self, most: int = MOST) -> None:
        self._most = most
        self._seen: OrderedDict[str, None] = OrderedDict()

    async def first_time(self, key: str) -> bool:
        """Whether the key is new among the latest; from now on it is not."""
        if key in self._seen:
            return False
        self._seen[key] = None
        if len(self._seen) > self._most:
            self._seen.popitem(last=False)
        return True
