"""What an SQLite file can suffer."""

import asyncio
import sqlite3
import sys
import threading
from collections.abc import AsyncIterator
from contextlib import closing
from pathlib import Path
from time import perf_counter

import pytest
from sqlalchemy import insert, text

from bot.errors import StoreError
from bot.store.database import Database
from bot.store.tables import seen
from tests.fakes.databases import Databases
from tests.fakes.responder import NOON


@pytest.fixture
def file(databases: Databases) -> Path:
    """A migrated one."""
    return Path(databases.new("sqlite").removeprefix("sqlite:///"))


@pytest.fixture
async def database(file: Path) -> AsyncIterator[Database]:
    opened = Database(f"sqlite:///{file}", patience=0.3)
    yield opened
    await opened.close()


async def add(database: Database, key: str = "a") -> None:
    async with database.begin() as connection:
        await connection.execute(insert(seen).values(key=key, at=NOON))


async def refusal(path: Path) -> str:
    database = Database(f"sqlite:///{path}")
    with pytest.raises(StoreError) as caught:
        await database.check()
    await database.close()
    # A connection that could not be opened ends its thread by itself, and nobody waits for it.
    for thread in threading.enumerate():
        if "_connection_worker_thread" in thread.name:
            await asyncio.to_thread(thread.join, 5)
    return str(caught.value)


async def test_what_was_kept_outlasts_a_power_failure_and_readers_do_not_wait(
    database: Database,
) -> None:
    async with database.begin() as connection:
        found = [
            await connection.scalar(text(f"PRAGMA {name}"))
            for name in ("journal_mode", "synchronous", "foreign_keys", "busy_timeout")
        ]
    assert found == ["wal", 2, 1, 300]


async def test_its_folder_is_made_for_its_owner_alone(tmp_path: Path) -> None:
    folder = tmp_path / "new" / "folder"
    database = Database(f"sqlite:///{folder}/rain.sqlite3")
    async with database.reading():
        pass
    await database.close()
    assert folder.stat().st_mode & 0o077 == 0


@pytest.mark.parametrize("content", [b"Nothing of ours. " * 1000, b"SQLite format 3\0 and then?"])
async def test_a_file_that_is_no_database_is_left_as_it_is(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "rain.sqlite3"
    file.write_bytes(content)
    assert "is no database or is damaged" in await refusal(file)
    assert file.read_bytes() == content


def damage(file: Path) -> None:
    whole = file.read_bytes()
    file.write_bytes(whole[:4096] + b"\xff" * (len(whole) - 4096))


async def test_a_damaged_file_says_so(file: Path) -> None:
    damage(file)
    assert "is damaged: put a good copy back" in await refusal(file)


async def test_a_folder_is_no_file(tmp_path: Path) -> None:
    assert "cannot be opened" in await refusal(tmp_path)


async def test_what_is_in_the_way_of_its_folder_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    sentence = await refusal(tmp_path / "file" / "below" / "rain.sqlite3")
    assert sentence.startswith(f"The store {tmp_path}/file/below/rain.sqlite3 cannot be used (")


@pytest.mark.skipif(sys.platform != "linux", reason="needs a folder nobody can write to")
async def test_a_folder_that_cannot_be_written_to_says_so() -> None:
    assert "a folder that the bot's account may write to" in await refusal(Path("/proc/r.sqlite3"))


async def test_a_file_that_may_only_be_read_says_so(database: Database) -> None:
    with pytest.raises(StoreError, match="may not be written"):  # noqa: PT012 — in two steps
        async with database.begin() as connection:
            await connection.execute(text("PRAGMA query_only=ON"))
            await connection.execute(insert(seen).values(key="a", at=NOON))


async def test_a_full_disk_says_so_and_loses_nothing_that_was_kept(database: Database) -> None:
    await add(database)
    with pytest.raises(StoreError, match="its disk is full"):  # noqa: PT012 — in two steps
        async with database.begin() as connection:
            await connection.execute(text("PRAGMA max_page_count=1"))
            for number in range(1000):
                await connection.execute(insert(seen).values(key=f"{number}" * 1000, at=NOON))
    async with database.reading() as connection:
        assert (await connection.scalars(text("SELECT key FROM seen"))).all() == ["a"]


async def test_who_holds_the_file_for_too_long_is_not_waited_for(
    database: Database, file: Path
) -> None:
    with closing(sqlite3.connect(file, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        begun = perf_counter()
        with pytest.raises(StoreError, match="is held for too long"):
            await add(database)
        assert 0.2 < perf_counter() - begun < 3
        await database.check()  # reading goes on
        other.execute("ROLLBACK")
    await add(database)


async def test_who_holds_it_for_a_moment_is_waited_for(file: Path) -> None:
    database = Database(f"sqlite:///{file}", patience=5)
    with closing(sqlite3.connect(file, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        adding = asyncio.create_task(add(database))
        await asyncio.sleep(0.2)
        assert not adding.done()
        other.execute("COMMIT")
    await adding
    await database.close()


async def test_a_block_within_a_block_ends_instead_of_waiting_for_itself(
    database: Database,
) -> None:
    with pytest.raises(StoreError, match="is held for too long"):
        async with database.begin():
            await add(database)


async def test_a_statement_called_off_is_ended_and_frees_the_file(
    database: Database,
) -> None:
    long = (
        "WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x+1 FROM c LIMIT 10000000) "
        "SELECT count(*) FROM c"
    )

    async def count() -> None:
        async with database.begin() as connection:
            await connection.execute(text(long))

    task = asyncio.create_task(count())
    await asyncio.sleep(0.02)
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    await add(database)
