"""What a PostgreSQL server can do to the bot."""

import asyncio
import sys
from collections.abc import AsyncIterator, Iterator
from time import perf_counter

import pytest
from sqlalchemy import insert, text

from bot.errors import SettingsError, StoreError
from bot.store.database import Database
from bot.store.migrating import migrate
from bot.store.tables import seen
from tests.fakes.databases import Databases, Postgres, postgres
from tests.fakes.responder import NOON

PATIENCE = 0.5


@pytest.fixture
def server() -> Iterator[Postgres]:
    """One to ill-treat."""
    with postgres() as running:
        yield running


@pytest.fixture
async def database(server: Postgres) -> AsyncIterator[Database]:
    making = Database(server.url())  # with patience: that is not what is tried here
    await migrate(making)
    await making.close()
    opened = Database(server.url(), PATIENCE)
    yield opened
    await opened.close()


@pytest.fixture
async def shared(databases: Databases) -> AsyncIterator[Database]:
    """One on the server that all tests use."""
    opened = Database(databases.new("postgresql"), PATIENCE)
    yield opened
    await opened.close()


async def add(database: Database, key: str) -> None:
    async with database.begin() as connection:
        await connection.execute(insert(seen).values(key=key, at=NOON))


async def refusal(url: str, kind: type[Exception] = StoreError) -> str:
    database = Database(url, PATIENCE)
    with pytest.raises(kind) as caught:
        await database.check()
    await database.close()
    shown = f"{caught.value} {caught.value.__cause__}"
    assert "sesame" not in f"{shown} {caught.value!r} {database!r}"
    return str(caught.value)


async def test_after_the_server_was_stopped_and_started_work_goes_on(
    server: Postgres, database: Database
) -> None:
    await add(database, "before")
    server.stop_at_once()
    for _ in range(2):
        with pytest.raises(StoreError, match=r"^PostgreSQL "):
            await add(database, "meanwhile")
    server.start_again()
    await add(database, "after")
    async with database.reading() as connection:
        found = await connection.scalars(text("SELECT key FROM seen ORDER BY at"))
        assert found.all() == ["before", "after"]


async def test_a_server_that_stops_in_the_middle_is_a_store_error(
    server: Postgres, database: Database
) -> None:
    with pytest.raises(StoreError, match=r"^PostgreSQL "):  # noqa: PT012 — in several steps
        async with database.begin() as connection:
            await connection.execute(insert(seen).values(key="a", at=NOON))
            server.stop_at_once()
            await connection.execute(insert(seen).values(key="b", at=NOON))
    server.start_again()
    await add(database, "a")


async def test_connections_closed_while_nobody_used_them_are_not_used_again(
    server: Postgres, database: Database
) -> None:
    await asyncio.gather(*(add(database, str(number)) for number in range(4)))
    server.stop_at_once()
    server.start_again()
    await asyncio.sleep(0.1)  # the news has to come in
    await asyncio.gather(*(add(database, f"again {number}") for number in range(4)))


async def test_a_server_that_stands_still_is_given_up_soon(
    server: Postgres, database: Database
) -> None:
    await database.check()
    with server.standing_still():
        for _ in range(2):  # once on an old connection, once on a new one
            begun = perf_counter()
            with pytest.raises(StoreError, match="did not answer in time"):
                await database.check()
            assert perf_counter() - begun < PATIENCE + 4
    await database.check()


async def test_who_stands_still_in_a_transaction_does_not_hold_up_others(
    shared: Database,
) -> None:
    """The server ends it, for the bot may not be able to."""
    async with shared.reading() as connection:
        assert await connection.scalar(text("SHOW idle_in_transaction_session_timeout")) == "500ms"


async def test_a_block_that_takes_too_long_is_ended(shared: Database) -> None:
    with pytest.raises(StoreError, match="did not answer in time"):
        async with shared.begin() as connection:
            await connection.execute(text("SELECT pg_sleep(30)"))
    async with shared.begin(patience=10) as connection:
        await connection.execute(text(f"SELECT pg_sleep({PATIENCE + 0.2})"))


async def test_reading_cannot_write(shared: Database) -> None:
    with pytest.raises(StoreError, match="read only"):
        async with shared.reading() as connection:
            await connection.execute(insert(seen).values(key="a", at=NOON))


async def test_what_is_wrong_with_the_address_is_said_without_the_password(
    databases: Databases,
) -> None:
    url = databases.new("postgresql")
    name = url.split("/")[3].partition("?")[0]
    nobody = url.replace("postgres:@", "nobody:sesame@")
    assert "password of DATABASE_URL" in await refusal(nobody)
    assert "no database of the name" in await refusal(url.replace(name, "none"))
    assert "cannot be reached" in await refusal("postgresql://anna:sesame@127.0.0.1:1/rain")
    for wrong in ("postgresql://anna:s/esame@db/rain", f"{url}&sslmode=sesame"):
        assert "cannot be understood" in await refusal(wrong, SettingsError)


async def test_what_hosts_write_behind_the_address_is_understood(databases: Databases) -> None:
    url = databases.new("postgresql").replace("postgresql:", "postgres:")
    database = Database(f"{url}&sslmode=disable&channel_binding=prefer&connect_timeout=10")
    await database.check()
    await database.close()


def test_a_driver_that_is_not_installed_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "asyncpg", None)
    with pytest.raises(SettingsError, match=r"rain-bot\[postgres\]"):
        Database("postgresql://anna:sesame@db.example.org/rain")
