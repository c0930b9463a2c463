"""References kept in memory."""

import json
from collections.abc import Mapping

from bot.ports import References
from bot.reply import Address


class MemoryReferences(References):
    """Keeps references for as long as it lives."""

    def __init__(self) -> None:
        self._kept: dict[str, str] = {}

    async def keep(self, address: Address, data: Mapping[str, object]) -> None:
        """Keep this instead of what was kept before."""
        self._kept[address.key] = json.dumps(dict(data))

    async def recall(self, address: Address) -> Mapping[str, object] | None:
        """What was kept last, or None."""
        kept = self._kept.get(address.key)
        return None if kept is None else dict(json.loads(kept))

    async def forget(self, address: Address) -> None:
        """Keep nothing of the address."""
        self._kept.pop(address.key, None)
