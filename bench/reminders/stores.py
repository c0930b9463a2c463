"""The stores that are measured: an empty one of either kind, in a folder of its own."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from sqlite3 import sqlite_version
from tempfile import TemporaryDirectory

from bench.reminders.postgres import Postgres
from bot.store.database import Database
from bot.store.migrating import migrate

STORES = ("sqlite", "postgresql")


@dataclass(frozen=True, slots=True)
class Store:
    """A migrated store. ``database`` is this process's way to it, ``url`` everybody's.

    ``server`` is what runs it; None where nothing does. ``folder`` takes whatever a test writes.
    """

    name: str
    url: str
    database: Database
    folder: Path
    server: Postgres | None

    @property
    def title(self) -> str:
        """Its name with its version."""
        if self.server:
            return f"PostgreSQL {self.server.version()}"
        return f"SQLite {sqlite_version}"


@asynccontextmanager
async def empty(name: str) -> AsyncIterator[Store]:
    """A new store that goes with the block. Raises `UsageError` for what is not installed."""
    with TemporaryDirectory(prefix="reminders-") as folder:
        server = Postgres(Path(folder) / "postgresql") if name == "postgresql" else None
        if server:
            await asyncio.to_thread(server.start)
        url = server.url if server else f"sqlite:///{folder}/reminders.db"
        database = Database(url)
        try:
            await migrate(database)
            yield Store(name, url, database, Path(folder), server)
        finally:
            await database.close()
            if server:
                await asyncio.to_thread(server.end)
