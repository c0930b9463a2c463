"""Who has to wait for whom on PostgreSQL; SQLite lets in one writer at a time anyway."""

from enum import IntEnum

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncConnection


class Lock(IntEnum):
    """Numbers of our own among the locks of a database."""

    PLANNING = 7_264_011
    SUBSCRIBING = 7_264_012


async def alone(connection: AsyncConnection, lock: Lock) -> None:
    """Wait until nobody else has the lock, and hold it until the transaction ends."""
    if connection.dialect.name == "postgresql":
        await connection.execute(select(func.pg_advisory_xact_lock(lock.value)))


async def together(connection: AsyncConnection, lock: Lock) -> None:
    """Hold the lock with others who do, until the transaction ends; nobody is `alone` meanwhile."""
    if connection.dialect.name == "postgresql":
        await connection.execute(select(func.pg_advisory_xact_lock_shared(lock.value)))
