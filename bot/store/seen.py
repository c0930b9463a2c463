"""Which deliveries of a platform were taken, for all processes that share the database."""

from datetime import timedelta

from bot.ports import Clock, SeenDeliveries
from bot.store.database import Database
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

    async def first_time(self, key: str) -> bool:
        """Whether nobody took it before; from now on it is taken."""
        now = self._clock.now()
        await self._purge.now_and_then(now, now - DAY)
        async with self._database.begin() as connection:
            adding = inserting(connection, seen).values(key=key, at=now)
            taken = adding.on_conflict_do_nothing().returning(seen.c.key)
            return await connection.scalar(taken) is not None
