"""The database: an SQLite file, or PostgreSQL."""

import asyncio
import sqlite3
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager

from sqlalchemy import select
from sqlalchemy.exc import DBAPIError
from sqlalchemy.exc import TimeoutError as NoConnectionFreeError
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from bot.errors import StoreError
from bot.store import failures, postgresql, sqlite
from bot.store.database_url import SQLiteFile, place
from bot.store.tables import gate

PATIENCE = 8.0
"""Seconds until a database that does not answer counts as gone; ending takes two more."""
_FAILURES = (DBAPIError, NoConnectionFreeError, sqlite3.Error, OSError, TimeoutError)


class Database:
    """Short transactions, for use from one event loop.

    ``url`` is like ``sqlite:////folder/file`` or ``postgresql://user:password@host/name``; nothing
    is opened before it is needed. Raises `SettingsError` for an address that is none, or where
    PostgreSQL's driver is not installed.

    What a driver or the system raises inside a transaction comes out of it as `StoreError`, after
    about ``patience`` seconds where the database does not answer at all. Nothing is tried again
    here. A transaction whose end was not confirmed may have been kept.
    """

    def __init__(self, url: str, patience: float = PATIENCE) -> None:
        self._place = place(url)
        self._patience = patience
        # On SQLite one transaction writes at a time: this process's own queue up here, in order.
        self._turn = asyncio.Lock()
        if isinstance(self._place, SQLiteFile):
            engine = sqlite.engine(self._place.path, patience)
            self._writer = engine.execution_options(**{sqlite.WRITING: True})
            self._reader = engine
        else:
            engine = postgresql.engine(self._place.dsn, patience)
            self._writer = engine
            self._reader = engine.execution_options(
                isolation_level="REPEATABLE READ", postgresql_readonly=True
            )

    @property
    def dialect(self) -> str:
        """``sqlite`` or ``postgresql``."""
        return self._writer.dialect.name

    @property
    def begun(self) -> bool:
        """Whether there is anything to read: an SQLite file is made only when it is needed."""
        return not isinstance(self._place, SQLiteFile) or self._place.path.exists()

    @property
    def engine(self) -> AsyncEngine:
        """For libraries with tables of their own; what they raise is not made a `StoreError`."""
        return self._writer

    @asynccontextmanager
    async def begin(self, patience: float | None = None) -> AsyncIterator[AsyncConnection]:
        """A transaction that may write; kept at the end of the block, undone by an exception.

        ``patience`` is for work that takes longer, in seconds. Raises `StoreError`.
        """
        limit = self._patience if patience is None else patience
        with self._plainly():
            async with self._in_turn(limit), self._writer.begin() as connection:
                yield connection

    @asynccontextmanager
    async def reading(self) -> AsyncIterator[AsyncConnection]:
        """A transaction that only reads, all of it as the database was at one moment.

        Raises `StoreError`.
        """
        limit = None if self.dialect == "sqlite" else self._patience
        with self._plainly():
            async with asyncio.timeout(limit), self._reader.begin() as connection:
                yield connection

    async def check(self) -> None:
        """See whether it answers and has the bot's tables. Raises `StoreError`."""
        async with self.reading() as connection:
            await connection.execute(select(gate.c.key).limit(1))

    async def close(self) -> None:
        """Close every connection."""
        with self._plainly():
            await self._writer.dispose()

    @asynccontextmanager
    async def _in_turn(self, limit: float) -> AsyncIterator[None]:
        if self.dialect == "postgresql":
            async with asyncio.timeout(limit):
                yield
            return
        async with asyncio.timeout(limit):
            await self._turn.acquire()
        try:
            yield
        finally:
            self._turn.release()

    @contextmanager
    def _plainly(self) -> Iterator[None]:
        try:
            yield
        except _FAILURES as error:
            if isinstance(self._place, SQLiteFile):
                sentence = failures.of_sqlite(error, str(self._place.path))
            else:
                sentence = failures.of_postgresql(error)
            raise StoreError(sentence) from error
