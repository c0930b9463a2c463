"""What platforms need to know in order to write to an address of their own accord."""

import json
from collections.abc import Mapping

from bot.ports import Clock, References
from bot.reply import Address
from bot.store.database import Database
from bot.store.rows import Rows
from bot.store.tables import reference as table


class DatabaseReferences(References):
    """Keeps references until they are to be forgotten. May raise `StoreError`."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._rows = Rows(database, table)
        self._clock = clock

    async def keep(self, address: Address, data: Mapping[str, object]) -> None:
        """Keep this, which JSON can hold, instead of what was kept before."""
        await self._rows.put(
            address.key,
            platform=address.platform,
            workspace=address.workspace,
            data=json.dumps(dict(data)),
            renewed=self._clock.now(),
        )

    async def recall(self, address: Address) -> Mapping[str, object] | None:
        """What was kept last, or None."""
        found = await self._rows.get(address.key)
        return None if found is None else dict(json.loads(found["data"]))

    async def forget(self, address: Address) -> None:
        """Keep nothing of the address."""
        await self._rows.drop(address.key)
