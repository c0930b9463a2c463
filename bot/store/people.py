"""Who people said they are, for all processes that share the database."""

from bot.ports import Askers, Clock
from bot.reply import Audience
from bot.store.database import Database
from bot.store.memory import MONTH
from bot.store.purging import Purge
from bot.store.rows import Rows
from bot.store.tables import person as table


class DatabaseAskers(Askers):
    """Remembers askers, each for thirty days. May raise `StoreError`."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._rows = Rows(database, table)
        self._clock = clock
        self._purge = Purge(database, table, table.c.until)

    async def recall(self, asker: str) -> Audience | None:
        """What the person said in the last thirty days, or None."""
        now = self._clock.now()
        await self._purge.now_and_then(now)
        found = await self._rows.get(asker)
        return Audience(found["audience"]) if found and found["until"] > now else None

    async def keep(self, asker: str, audience: Audience) -> None:
        """Remember this instead of what they said before."""
        until = self._clock.now() + MONTH
        await self._rows.put(asker, audience=audience.value, until=until)

    async def forget(self, asker: str) -> None:
        """Remember nothing of the person."""
        await self._rows.drop(asker)
