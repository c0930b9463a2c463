"""Inserts that may meet a row that is there already."""

from sqlalchemy import Table
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncConnection

Insert = postgresql.Insert | sqlite.Insert


def inserting(connection: AsyncConnection, table: Table) -> Insert:
    """An insert into the table in the connection's own words, which know ``ON CONFLICT``."""
    if connection.dialect.name == "sqlite":
        return sqlite.insert(table)
    return postgresql.insert(table)
