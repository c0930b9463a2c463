"""Which deliveries of a platform were taken, for all processes that share the database."""

from collections.abc import Sequence
from datetime import timedelta

from bot.ports import Clock, SeenDeliveries
from bot.store.database import Database
from bot.store.gathering import Gathered, odd
from bot.store.purging import Purge
from bot.store.tables import seen
from bot.store.upsert import inserting

DAY = timedelta(days=1)
"""How long a delivery is remembered: no platform tries again for so long."""


class DatabaseSeen(SeenDeliveries):
    """Remembers deliveries for a day. May raise `StoreError`."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock
        self._purge = Purge(database, seen, seen.c.at)
        self._taking = Gathered(self._taken)

    async def first_time(self, key: str) -> bool:
        """Whether nobody took it before; from now on it is taken."""
        return await self._taking.do(key, alone=odd(key))

    async def _taken(self, keys: Sequence[str]) -> list[bool]:
        """For each key whether it is taken only now; where it stands twice, for the first alone."""
        now = self._clock.now()
        await self._purge.now_and_then(now, now - DAY)
        # In the same order everywhere, so that no two on PostgreSQL wait for each other.
        rows = [{"key": key, "at": now} for key in sorted(set(keys))]
        async with self._database.begin() as connection:
            taking = inserting(connection, seen).on_conflict_do_nothing().returning(seen.c.key)
            new = set((await connection.execute(taking, rows)).scalars())
        return [_take(new, key) for key in keys]


def _take(some: set[str], key: str) -> bool:
    """Whether the key is among them; from now on it is not."""
    found = key in some
    some.discard(key)
    return found
