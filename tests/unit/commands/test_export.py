"""What was proposed in chat, printed and taken off the list."""

import asyncio
from dataclasses import replace
from pathlib import Path

import pytest
import yaml

from bot.store.database import Database
from bot.store.migrating import migrate
from bot.store.passed import DatabasePassedOn
from tests.contract.store.test_passed import ANSWER, ASKED
from tests.fakes.responder import FixedClock
from tests.unit.commands.conftest import Run


@pytest.fixture
def store(tmp_path: Path) -> Path:
    """Where the settings put the store."""
    return tmp_path / "rain.sqlite3"


async def propose(store: Path) -> None:
    database = Database(f"sqlite:///{store}")
    await migrate(database)
    passed = DatabasePassedOn(database, FixedClock())
    await passed.add(ASKED)
    remembered = replace(ANSWER, remember=True)
    assert await passed.answer(ASKED.id, remembered)
    await database.close()


def test_without_a_store_nothing_is_proposed_and_none_is_made(run: Run, store: Path) -> None:
    ran = run("export")
    assert (ran.code, ran.out) == (0, "# Nothing is proposed.\n")
    assert not store.exists()
    assert "Nothing is proposed under the number 'a1'" in run("export", "--done", "a1").complaint


def test_what_is_proposed_is_printed_until_it_is_done(run: Run, store: Path) -> None:
    asyncio.run(propose(store))
    for _ in range(2):
        ran = run("export")
        assert ran.code == 0
        (entry,) = yaml.safe_load(ran.out)["topics"]
        assert entry["summary"] == {"da": ANSWER.text}
        assert "# Number: a1" in ran.out
    assert run("export", "--done", "a1").out == "# Nothing is proposed.\n"
    assert run("export").out == "# Nothing is proposed.\n"
    assert "'a1'" in run("export", "--done", "a1").complaint
