import asyncio
import logging
import os
import subprocess
import sys
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Connection, inspect, text

from bot.errors import StoreError
from bot.store.database import Database
from bot.store.migrating import Migrated, _configuration, migrate, must_migrate, ready
from bot.store.tables import metadata
from tests.fakes.databases import Databases

ROOT = Path(__file__).resolve().parents[3]
DIALECTS = ["sqlite", "postgresql"]


@pytest.fixture(params=DIALECTS)
def url(request: pytest.FixtureRequest, databases: Databases) -> str:
    """An empty one's."""
    return databases.empty(request.param)


@pytest.fixture
async def empty(url: str) -> AsyncIterator[Database]:
    opened = Database(url)
    yield opened
    await opened.close()


async def tables(database: Database) -> set[str]:
    async with database.reading() as connection:
        return set(await connection.run_sync(lambda it: inspect(it).get_table_names()))


async def execute(database: Database, statement: str) -> None:
    async with database.begin() as connection:
        await connection.execute(text(statement))


def differences(connection: Connection) -> list[Any]:
    options = {"compare_type": True, "compare_server_default": True}
    return compare_metadata(MigrationContext.configure(connection, opts=options), metadata)


def described(connection: Connection) -> dict[str, Any]:
    """All that the database knows of its tables."""
    eye = inspect(connection)
    return {
        name: [
            [column | {"type": str(column["type"])} for column in eye.get_columns(name)],
            eye.get_pk_constraint(name),
            sorted(map(of_index, eye.get_indexes(name))),
            sorted(map(str, eye.get_unique_constraints(name))),
        ]
        for name in metadata.tables
    }


def of_index(index: Any) -> str:  # noqa: ANN401 — as reflected
    options = {name: str(value) for name, value in index.get("dialect_options", {}).items()}
    return str(index | {"dialect_options": options})


async def test_a_migrated_database_has_the_tables_that_are_declared(database: Database) -> None:
    async with database.reading() as connection:
        assert await connection.run_sync(differences) == []


async def test_and_every_index_as_it_would_be_made_from_the_declaration(
    empty: Database, databases: Databases
) -> None:
    migrated = Database(databases.new(empty.dialect))
    async with migrated.reading() as connection:
        found = await connection.run_sync(described)
    await migrated.close()
    async with empty.begin() as connection:
        await connection.run_sync(metadata.create_all)
        assert await connection.run_sync(described) == found
    assert any("pending" in index for index in found["delivery"][2])
    assert any("planned" in index for index in found["occurrence"][2])


async def test_on_sqlite_no_id_is_given_twice(databases: Databases) -> None:
    database = Database(databases.new("sqlite"))
    async with database.reading() as connection:
        made = await connection.scalars(
            text("SELECT name FROM sqlite_master WHERE sql LIKE '%AUTOINC%'")
        )
        assert set(made) == {"subscription", "occurrence", "delivery"}
    await database.close()


async def test_migrating_makes_the_tables_and_a_second_time_nothing(empty: Database) -> None:
    first = await migrate(empty)
    assert first.before == ""
    assert await migrate(empty) == Migrated(first.after, first.after)
    assert await tables(empty) == {*metadata.tables, "alembic_version"}


def upgrade_to_the_first(connection: Connection) -> None:
    configuration = _configuration()
    configuration.attributes["connection"] = connection
    command.upgrade(configuration, "0001")


async def test_what_was_kept_before_a_migration_is_kept_after_it(empty: Database) -> None:
    columns = "key kind event rev name address_key platform workspace address_kind channel language"
    names = [*columns.split(), "due", "useless", "next_at", "state"]
    values = ["'k'", "'reminder'", "'whinn'", "1", *["''"] * 7, "1", "2", "1", "'pending'"]
    async with empty.begin() as connection:
        await connection.run_sync(upgrade_to_the_first)
    row = f"INSERT INTO delivery ({', '.join(names)}) VALUES ({', '.join(values)})"  # noqa: S608 — all ours
    await execute(empty, row)
    assert (await migrate(empty)).before == "0001"
    async with empty.reading() as connection:
        assert await connection.run_sync(differences) == []
        found = await connection.execute(text("SELECT key, thread, below FROM delivery"))
        assert [tuple(one) for one in found] == [("k", "", "")]


async def test_of_several_at_once_one_migrates(url: str) -> None:
    several = [Database(url) for _ in range(4)]
    done = await asyncio.gather(*map(migrate, several))
    assert sorted(each.before for each in done)[:2] == ["", done[0].after]
    for database in several:
        await database.check()
        await database.close()


def test_several_processes_may_start_at_once(url: str, tmp_path: Path) -> None:
    environment = os.environ | {"DATABASE_URL": url, "RAIN_KNOWLEDGE": str(tmp_path)}
    processes = [
        subprocess.Popen(
            [sys.executable, "-m", "bot", "migrate"],
            cwd=ROOT,
            env=environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
        )
        for _ in range(3)
    ]
    told = [process.communicate(timeout=60)[0] for process in processes]
    assert [process.returncode for process in processes] == [0, 0, 0]
    assert sum("were made" in line for line in told) == 1
    assert sum("already" in line for line in told) == 2


async def test_a_migration_that_fails_leaves_nothing_behind(empty: Database) -> None:
    await execute(empty, "CREATE TABLE delivery (others INTEGER)")
    with pytest.raises(StoreError, match="has tables of other programs"):
        await migrate(empty)
    assert await tables(empty) <= {"delivery"}
    await execute(empty, "DROP TABLE delivery")
    await migrate(empty)
    await empty.check()


async def test_a_start_makes_the_tables_of_an_empty_database(empty: Database) -> None:
    await ready(empty, may_migrate=True)
    await empty.check()
    await ready(empty, may_migrate=False)


async def test_who_may_not_migrate_is_told_who_does(empty: Database) -> None:
    with pytest.raises(StoreError, match="run `rain-bot migrate`"):
        await ready(empty, may_migrate=False)
    assert await tables(empty) == set()


async def test_tables_of_a_newer_version_are_left_alone(database: Database) -> None:
    newest = (await migrate(database)).after
    await execute(database, "UPDATE alembic_version SET version_num = '9999'")
    try:
        for attempt in (migrate(database), ready(database, may_migrate=True)):
            with pytest.raises(StoreError, match="update the bot"):
                await attempt
    finally:
        restored = f"UPDATE alembic_version SET version_num = '{newest}'"  # noqa: S608 — ours
        await execute(database, restored)


@pytest.mark.parametrize("dialect", DIALECTS)
@pytest.mark.parametrize("may_migrate", [True, False])
def test_a_start_that_is_up_to_date_migrates_nothing(dialect: str, *, may_migrate: bool) -> None:
    assert not must_migrate("0002", ["0002", "0001"], dialect, may_migrate=may_migrate)


def test_older_tables_are_migrated_at_start_where_one_machine_uses_them() -> None:
    assert must_migrate("0001", ["0002", "0001"], "sqlite", may_migrate=True)
    with pytest.raises(StoreError, match=r"older tables than .* run `rain-bot migrate`"):
        must_migrate("0001", ["0002", "0001"], "postgresql", may_migrate=True)


async def test_logging_is_left_as_it_is_and_told_one_line(
    empty: Database, caplog: pytest.LogCaptureFixture
) -> None:
    ours, root = logging.getLogger("bot.of.a.test"), logging.getLogger()
    before = (root.level, list(root.handlers), ours.disabled)
    with caplog.at_level(logging.INFO):
        done = await migrate(empty)
    assert (root.level, list(root.handlers), ours.disabled) == before
    assert [record.getMessage() for record in caplog.records if record.name[:3] != "pix"] == [
        f"The tables of the store were brought to version {done.after}."
    ]


def test_a_question_does_not_wait_for_alembic() -> None:
    code = "import sys, bot.commands.ask; sys.exit('alembic' in sys.modules)"
    ran = subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=False)  # noqa: S603 — ours
    assert ran.returncode == 0


def to_the_first_version(connection: Connection) -> None:
    configuration = _configuration()
    configuration.attributes["connection"] = connection
    command.upgrade(configuration, "0001")


async def test_what_an_older_version_kept_stays_and_it_may_go_on(empty: Database) -> None:
    async with empty.begin() as connection:
        await connection.run_sync(to_the_first_version)
    keep = "INSERT INTO reference (address, data, renewed) VALUES ('{}', '[]', 1)"
    await execute(empty, keep.format("before"))
    assert (await migrate(empty)).before == "0001"
    await execute(empty, keep.format("after, by the older one"))
    async with empty.reading() as connection:
        rows = await connection.execute(text("SELECT platform, workspace FROM reference"))
        assert [tuple(row) for row in rows] == [("", ""), ("", "")]
