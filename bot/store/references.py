"""What platforms need to know in order to write to an address of their own accord."""

import json
from collections.abc import AsyncIterator, Mapping

from sqlalchemy import select

from bot.ports import Clock, References
from bot.reply import Address, AddressKind
from bot.store.database import Database
from bot.store.rows import Rows
from bot.store.tables import reference as table

CHUNK = 500
"""How many are read at a time."""


class DatabaseReferences(References):
    """Keeps references until they are to be forgotten. May raise `StoreError`."""

    def __init__(self, database: Database, clock: Clock, chunk: int = CHUNK) -> None:
        self._database = database
        self._chunk = chunk
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

    async def all_of(
        self, platform: str, workspace: str
    ) -> AsyncIterator[tuple[Address, Mapping[str, object]]]:
        """All that is kept of a workspace, a few at a time; not as of one moment."""
        theirs = select(table).where(table.c.platform == platform, table.c.workspace == workspace)
        ordered, last = theirs.order_by(table.c.address).limit(self._chunk), ""
        while True:
            async with self._database.reading() as connection:
                rows = (await connection.execute(ordered.where(table.c.address > last))).all()
            for row in rows:
                yield _address(row.address, workspace), dict(json.loads(row.data))
            if len(rows) < self._chunk:
                return
            last = rows[-1].address


def _address(key: str, workspace: str) -> Address:
    """The address with this key, as `Address.key` makes it."""
    platform, kind, named = key.split(":", 2)
    return Address(platform, workspace, AddressKind(kind), named)
