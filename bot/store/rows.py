"""Rows that a text alone tells apart: what is kept under a key."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from sqlalchemy import RowMapping, Table, bindparam, delete, select

from bot.store.database import Database
from bot.store.gathering import Gathered, odd
from bot.store.upsert import inserting

Values = Mapping[str, str | datetime]


class Rows:
    """The rows of a table. All may raise `StoreError`.

    What is wanted at the same time is read together and written together.
    """

    def __init__(self, database: Database, table: Table) -> None:
        self._database = database
        self._table = table
        (self._key,) = table.primary_key
        # Made once: making a statement costs more than asking the database.
        self._wanted = select(table).where(self._key.in_(bindparam("keys", expanding=True)))
        self._reading = Gathered(self._read)
        self._writing = Gathered(self._write)

    async def get(self, key: str) -> RowMapping | None:
        """The row of the key, where there is one."""
        return await self._reading.do(key, alone=odd(key))

    async def put(self, key: str, **values: str | datetime) -> None:
        """Let these be the values in the row of the key."""
        texts = (value for value in values.values() if isinstance(value, str))
        await self._writing.do((key, values), alone=odd(key, *texts))

    async def drop(self, key: str) -> None:
        """Let there be no row of the key."""
        await self._writing.do((key, None), alone=odd(key))

    async def _read(self, keys: Sequence[str]) -> list[RowMapping | None]:
        wanted = {"keys": sorted(set(keys))}
        async with self._database.reading() as connection:
            rows = (await connection.execute(self._wanted, wanted)).mappings().all()
        found = {row[self._key]: row for row in rows}
        return [found.get(key) for key in keys]

    async def _write(self, pieces: Sequence[tuple[str, Values | None]]) -> list[None]:
        last = dict(pieces)  # in order: what was wanted last holds
        # In the same order everywhere, so that no two on PostgreSQL wait for each other.
        rows = [{self._key.name: key, **values} for key, values in sorted(last.items()) if values]
        if rows:
            await self._put(rows)
        for key in (key for key, values in last.items() if values is None):
            async with self._database.begin() as connection:
                await connection.execute(delete(self._table).where(self._key == key))
        return [None] * len(pieces)

    async def _put(self, rows: Sequence[Mapping[str, object]]) -> None:
        async with self._database.begin() as connection:
            adding = inserting(connection, self._table)
            others = {name: adding.excluded[name] for name in rows[0] if name != self._key.name}
            renewing = adding.on_conflict_do_update(index_elements=[self._key.name], set_=others)
            await connection.execute(renewing, rows)
