"""What is kept of workspaces, for tests that look at who is forgotten."""

import asyncio

from bot.errors import StoreError
from bot.ports import Belongings
from bot.reply import Address


class RecordingBelongings(Belongings):
    """Writes down who left; fails as often as it is told to first."""

    def __init__(self) -> None:
        self.forgotten: list[tuple[str, str]] = []
        self.addresses: list[Address] = []
        self.failures = 0
        self._changed = asyncio.Condition()

    async def forget(self, platform: str, workspace: str) -> None:
        if self.failures:
            self.failures -= 1
            raise StoreError("The store cannot be used.")
        async with self._changed:
            self.forgotten.append((platform, workspace))
            self._changed.notify_all()

    async def forget_address(self, address: Address) -> None:
        if self.failures:
            self.failures -= 1
            raise StoreError("The store cannot be used.")
        async with self._changed:
            self.addresses.append(address)
            self._changed.notify_all()

    async def until(self, count: int, within: float = 5.0) -> None:
        """Wait until so many were forgotten."""
        async with self._changed:
            enough = self._changed.wait_for(lambda: self._count() >= count)
            await asyncio.wait_for(enough, within)

    def _count(self) -> int:
        return len(self.forgotten) + len(self.addresses)
