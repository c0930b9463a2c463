"""What conversations were about, for all processes that share the database."""

import json

from bot.ports import Clock, Memory
from bot.store.database import Database
from bot.store.memory import MINUTES
from bot.store.purging import Purge
from bot.store.rows import Rows
from bot.store.tables import conversation as table


class DatabaseConversations(Memory):
    """Remembers conversations, each for ten minutes. May raise `StoreError`."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._rows = Rows(database, table)
        self._clock = clock
        self._purge = Purge(database, table, table.c.until)

    async def recall(self, conversation: str) -> tuple[str, ...]:
        """The entries that were kept last, unless that is ten minutes ago."""
        now = self._clock.now()
        await self._purge.now_and_then(now)
        found = await self._rows.get(conversation)
        return tuple(json.loads(found["entries"])) if found and found["until"] > now else ()

    async def keep(self, conversation: str, entries: tuple[str, ...]) -> None:
        """Remember these entries instead of those before."""
        until = self._clock.now() + MINUTES
        await self._rows.put(conversation, entries=json.dumps(entries), until=until)

    async def forget(self, conversation: str) -> None:
        """Remember nothing of the conversation."""
        await self._rows.drop(conversation)
