"""Transactions on both databases. What one of them alone can suffer stands beside this."""

import asyncio
import logging
from contextlib import suppress
from datetime import timedelta

import pytest
from sqlalchemy import func, insert, select, update
from sqlalchemy.exc import StatementError

from bot.errors import StoreError
from bot.store.database import Database
from bot.store.tables import gate, seen
from tests.fakes.databases import Databases
from tests.fakes.responder import NOON

SECOND = timedelta(seconds=1)


async def add(database: Database, *keys: str) -> None:
    async with database.begin() as connection:
        for key in keys:
            await connection.execute(insert(seen).values(key=key, at=NOON))


async def kept(database: Database) -> list[str]:
    async with database.reading() as connection:
        return list(await connection.scalars(select(seen.c.key).order_by(seen.c.key)))


async def test_what_was_done_in_a_block_is_kept(database: Database, database_url: str) -> None:
    await add(database, "a", "b")
    other = Database(database_url)
    assert await kept(other) == ["a", "b"]
    await other.close()


async def test_a_block_that_fails_is_undone_and_its_error_left_alone(database: Database) -> None:
    with pytest.raises(ZeroDivisionError):  # noqa: PT012 — the block is what is tested
        async with database.begin() as connection:
            await connection.execute(insert(seen).values(key="a", at=NOON))
            _ = 1 // 0
    assert await kept(database) == []


async def test_an_error_of_the_bots_own_is_left_alone(database: Database) -> None:
    mine = StoreError("mine")
    with pytest.raises(StoreError) as caught:
        async with database.reading():
            raise mine
    assert caught.value is mine


async def test_all_that_is_read_in_a_block_is_of_one_moment(database: Database) -> None:
    counting = select(func.count()).select_from(seen)
    async with database.reading() as connection:
        before = await connection.scalar(counting)
        await add(database, "a")
        assert await connection.scalar(counting) == before == 0
    assert await kept(database) == ["a"]


async def test_a_reader_does_not_wait_for_a_writer(database: Database) -> None:
    async with database.begin() as connection:
        await connection.execute(insert(seen).values(key="a", at=NOON))
        assert await asyncio.wait_for(kept(database), 2) == []
    assert await kept(database) == ["a"]


async def test_many_that_write_at_once_lose_nothing(database: Database) -> None:
    await asyncio.gather(*(add(database, str(number)) for number in range(60)))
    assert len(await kept(database)) == 60


async def test_what_is_read_in_order_to_write_is_still_so(databases: Databases) -> None:
    """On SQLite a block that may write has the file to itself, also towards other processes."""
    url = databases.new("sqlite")
    several = [Database(url) for _ in range(4)]
    async with several[0].begin() as connection:
        await connection.execute(insert(gate).values(key="count", free_at=NOON))

    async def count_on(database: Database) -> None:
        async with database.begin() as connection:
            last = await connection.scalar(select(gate.c.free_at))
            assert last is not None
            await asyncio.sleep(0)
            await connection.execute(update(gate).values(free_at=last + SECOND))

    await asyncio.gather(*(count_on(database) for database in several for _ in range(10)))
    async with several[0].reading() as connection:
        assert await connection.scalar(select(gate.c.free_at)) == NOON + 40 * SECOND
    for database in several:
        await database.close()


async def test_a_drivers_error_is_a_store_error_without_what_was_kept(
    database: Database, caplog: pytest.LogCaptureFixture
) -> None:
    await add(database, "hush")
    with caplog.at_level(logging.DEBUG), pytest.raises(StoreError) as caught:
        await add(database, "hush")
    assert "hush" not in f"{caught.value} {caught.value.__cause__}"
    assert "hush" not in caplog.text


async def test_at_its_most_talkative_no_driver_writes_down_what_is_kept(
    database: Database, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.DEBUG):
        await add(database, "hush")
        assert await kept(database) == ["hush"]
    assert "hush" not in caplog.text


async def test_a_moment_without_a_zone_is_a_bug_and_no_failure_of_the_store(
    database: Database,
) -> None:
    with pytest.raises(StatementError):
        async with database.begin() as connection:
            await connection.execute(insert(seen).values(key="a", at=NOON.replace(tzinfo=None)))
    assert await kept(database) == []


async def test_who_is_called_off_while_writing_leaves_nothing_locked(database: Database) -> None:
    begun = asyncio.Event()

    async def for_ever() -> None:
        async with database.begin() as connection:
            await connection.execute(insert(seen).values(key="a", at=NOON))
            begun.set()
            await asyncio.sleep(60)

    task = asyncio.create_task(for_ever())
    await begun.wait()
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    await add(database, "a")
    assert await kept(database) == ["a"]


async def test_whenever_somebody_is_called_off_the_next_one_is_served(database: Database) -> None:
    for steps in range(80):
        task = asyncio.create_task(add(database, f"{steps} a", f"{steps} b"))
        for _ in range(steps):
            await asyncio.sleep(0)
        task.cancel()
        with suppress(asyncio.CancelledError):
            await task
    await add(database, "last")
    *others, last = await kept(database)
    assert last == "last"
    assert [key[:-1] for key in others[::2]] == [key[:-1] for key in others[1::2]]


async def test_a_check_passes_where_all_is_well(database: Database) -> None:
    await database.check()


@pytest.mark.parametrize("dialect", ["sqlite", "postgresql"])
async def test_a_database_without_the_tables_says_what_to_do(
    databases: Databases, dialect: str
) -> None:
    empty = Database(databases.empty(dialect))
    assert empty.dialect == dialect
    with pytest.raises(StoreError, match="run `rain-bot migrate`"):
        await empty.check()
    await empty.close()
