"""How PostgreSQL is reached."""

from collections.abc import Awaitable, Callable
from typing import Any

from sqlalchemy import event
from sqlalchemy.engine.interfaces import AdaptedConnection
from sqlalchemy.exc import DisconnectionError
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine

from bot.errors import SettingsError

LAST_RESORT = 6
"""After so many times the patience, a single command ends, whoever waits for it."""


def engine(dsn: str, patience: float) -> AsyncEngine:
    """An engine that waits up to ``patience`` seconds for a connection.

    Raises `SettingsError` where the driver is not installed.
    """
    try:
        made = create_async_engine(
            "postgresql+asyncpg://",
            async_creator=_opening(dsn, patience),
            pool_timeout=patience,
            hide_parameters=True,
        )
    except ModuleNotFoundError:
        raise SettingsError(
            "DATABASE_URL names PostgreSQL, whose driver is not installed: "
            'pip install "rain-bot[postgres]"'
        ) from None
    event.listen(made.sync_engine, "checkout", _leave_the_closed)
    return made


def _opening(dsn: str, patience: float) -> Callable[[], Awaitable[Any]]:
    async def connect() -> Any:  # noqa: ANN401 - the driver has no types
        # An extra: needed only where PostgreSQL is used.
        import asyncpg  # type: ignore[import-untyped]  # noqa: PLC0415

        try:
            opened = await asyncpg.connect(
                dsn, timeout=patience, command_timeout=patience * LAST_RESORT
            )
        except (asyncpg.ClientConfigurationError, ValueError):
            raise SettingsError(
                "DATABASE_URL cannot be understood: give one like "
                "postgresql://user:password@host:5432/name?sslmode=require."
            ) from None
        try:
            # A process that stands still in a transaction shall not hold up the others. Said here
            # and not when connecting, for poolers in between refuse to be told it there.
            limit = round(patience * 1000)
            await opened.execute(f"SET idle_in_transaction_session_timeout = {limit}")
        except BaseException:
            opened.terminate()
            raise
        return opened

    return connect


def _leave_the_closed(connection: AdaptedConnection, *_: object) -> None:
    """Take another connection than one that the server closed while nobody used it."""
    if connection.driver_connection.is_closed():
        raise DisconnectionError
