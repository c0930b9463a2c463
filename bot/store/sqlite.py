"""How the SQLite file is opened."""

import asyncio
import logging
import sqlite3
from contextlib import suppress
from pathlib import Path

import aiosqlite
from sqlalchemy import URL, Connection, PoolResetState, event
from sqlalchemy.engine.interfaces import AdaptedConnection
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine

WRITING = "rain_writing"
"""The execution option of transactions that write."""
_TRIES, _PAUSE = 100, 0.05
# At its most talkative the driver would write down every value it is given.
logging.getLogger("aiosqlite").setLevel(logging.INFO)


def engine(path: Path, patience: float) -> AsyncEngine:
    """An engine that waits up to ``patience`` seconds for other programs that write."""
    made = create_async_engine(
        URL.create("sqlite+aiosqlite", database=str(path)),
        # The driver begins no transaction by itself; `_begin` does.
        connect_args={"isolation_level": None, "timeout": patience},
        pool_timeout=patience,
        pool_reset_on_return=None,  # `_roll_back` does, where there is anything to undo
        hide_parameters=True,
    )
    event.listen(made.sync_engine, "do_connect", lambda *_: _make_folder(path))
    event.listen(made.sync_engine, "connect", _prepare)
    event.listen(made.sync_engine, "begin", _begin)
    event.listen(made.sync_engine, "reset", _roll_back)
    event.listen(made.sync_engine, "invalidate", _give_up)
    return made


def _make_folder(path: Path) -> None:
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)


def _prepare(connection: AdaptedConnection, _: object) -> None:
    connection.run_async(_set_up)


async def _set_up(driver: aiosqlite.Connection) -> None:
    try:
        await _keep_a_log_ahead(driver)
        # What was kept stays kept when the machine loses power.
        await driver.execute("PRAGMA synchronous=FULL")
        await driver.execute("PRAGMA foreign_keys=ON")
    except BaseException:
        await driver.close()
        raise


async def _keep_a_log_ahead(driver: aiosqlite.Connection) -> None:
    """Let readers and the one writer not wait for each other.

    The file remembers it; but when it is new, processes that start at once stand in each other's
    way, and here SQLite does not wait by itself.
    """
    for left in reversed(range(_TRIES)):
        try:
            await driver.execute("PRAGMA journal_mode=WAL")
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode != sqlite3.SQLITE_BUSY or not left:
                raise
            await asyncio.sleep(_PAUSE)
        else:
            return


def _begin(connection: Connection) -> None:
    # A transaction that read first and writes later fails where another one wrote in between;
    # one that is to write queues up at once.
    writing = connection.get_execution_options().get(WRITING, False)
    begin = "BEGIN IMMEDIATE" if writing else "BEGIN"
    # Given to the driver itself: a cursor of its own would be two more changes of thread.
    adapted = connection.connection.dbapi_connection
    assert isinstance(adapted, AdaptedConnection)  # noqa: S101 - the engine is asynchronous
    adapted.run_async(lambda driver: driver.execute(begin))


def _roll_back(connection: AdaptedConnection, _: object, state: PoolResetState) -> None:
    # Nearly always it is over; to say so again would be one more change of thread.
    if state.asyncio_safe and connection.driver_connection.in_transaction:
        connection.run_async(_undo)


def _give_up(connection: AdaptedConnection, *_: object) -> None:
    connection.run_async(_undo)


async def _undo(driver: aiosqlite.Connection) -> None:
    # Who is called off in the middle of a statement would leave the file locked: closing alone does
    # not end a transaction as long as somebody holds a cursor.
    with suppress(sqlite3.Error, ValueError):  # ValueError: it was closed already
        await driver.interrupt()
        await driver.rollback()
