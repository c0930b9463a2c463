"""Rows that a text alone tells apart: what is kept under a key. All may raise `StoreError`."""

from datetime import datetime

from sqlalchemy import Column, ColumnElement, FromClause, Table, delete, select

from bot.store.database import Database
from bot.store.upsert import inserting


async def get(
    database: Database, column: Column[str], key: str, condition: ColumnElement[bool] | None = None
) -> str | None:
    """The column's value in the row of the key, where there is one that meets the condition."""
    wanted = select(column).where(_key(column.table) == key)
    if condition is not None:
        wanted = wanted.where(condition)
    async with database.reading() as connection:
        found: str | None = await connection.scalar(wanted)
    return found


async def put(database: Database, table: Table, key: str, **values: str | datetime) -> None:
    """Let these be the values in the row of the key."""
    (name,) = table.primary_key.columns.keys()
    async with database.begin() as connection:
        adding = inserting(connection, table).values({name: key, **values})
        await connection.execute(
            adding.on_conflict_do_update(index_elements=[name], set_=dict(values))
        )


async def drop(database: Database, table: Table, key: str) -> None:
    """Let there be no row of the key."""
    async with database.begin() as connection:
        await connection.execute(delete(table).where(_key(table) == key))


def _key(table: FromClause) -> ColumnElement[str]:
    (column,) = table.primary_key
    return column
