"""References kept in memory, or nowhere."""

import json
from collections.abc import AsyncIterator, Mapping
from dataclasses import replace

from bot.errors import StoreError
from bot.ports import References
from bot.reply import Address


class MemoryReferences(References):
    """Keeps references for as long as it lives."""

    def __init__(self) -> None:
        self._kept: dict[str, tuple[Address, str]] = {}
        self.kept_times = 0

    async def keep(self, address: Address, data: Mapping[str, object]) -> None:
        """Keep this instead of what was kept before."""
        self._kept[address.key] = replace(address, thread=""), json.dumps(dict(data))
        self.kept_times += 1

    async def recall(self, address: Address) -> Mapping[str, object] | None:
        """What was kept last, or None."""
        kept = self._kept.get(address.key)
        return None if kept is None else dict(json.loads(kept[1]))

    async def forget(self, address: Address) -> None:
        """Keep nothing of the address."""
        self._kept.pop(address.key, None)

    async def all_of(
        self, platform: str, workspace: str
    ) -> AsyncIterator[tuple[Address, Mapping[str, object]]]:
        """All that is kept of a workspace."""
        for address, data in list(self._kept.values()):
            if (address.platform, address.workspace) == (platform, workspace):
                yield address, dict(json.loads(data))


class AwayReferences(MemoryReferences):
    """Cannot be reached."""

    async def keep(self, address: Address, data: Mapping[str, object]) -> None:
        raise StoreError("The database does not answer.")

    async def recall(self, address: Address) -> Mapping[str, object] | None:
        raise StoreError("The database does not answer.")
