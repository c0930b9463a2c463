"""``feedback``, as typed."""

import asyncio
import json
from pathlib import Path

from bot.feedback.ports import Verdict
from bot.store.clocks import SystemClock
from bot.store.database import Database
from bot.store.feedback import DatabaseVerdicts
from tests.unit.commands.conftest import Run


async def _judge(store: Path) -> None:
    database = Database(f"sqlite:///{store}")
    verdicts = DatabaseVerdicts(database, SystemClock())
    for asker, right in (("anna", True), ("bo", False), ("eva", False)):
        await verdicts.keep(Verdict("T1", asker, frozenset({"contact-legal-security"}), right))
    await verdicts.keep(Verdict("T1", "anna", frozenset({"a-former-entry"}), right=True))
    await database.close()


def judged(run: Run, folder: Path) -> None:
    run("migrate")
    asyncio.run(_judge(folder / "rain.sqlite3"))


def test_without_a_store_there_is_nothing_and_none_is_made(run: Run, tmp_path: Path) -> None:
    ran = run("feedback")
    assert (ran.code, ran.out, ran.err) == (0, "Ingen svar er bedømt.\n", "")
    assert run("feedback", "--json").out == "[]\n"
    assert not list(tmp_path.iterdir()), "looking makes no store"


def test_each_entry_has_a_line_the_worst_first(run: Run, tmp_path: Path) -> None:
    judged(run, tmp_path)
    worst, best = run("feedback").out.splitlines()
    assert worst.startswith("2 forkert, 1 rigtigt, senest ")
    assert worst.endswith(": Jura og informationssikkerhed")
    assert best.endswith(": a-former-entry (findes ikke længere)")


def test_and_an_object_for_programs(run: Run, tmp_path: Path) -> None:
    judged(run, tmp_path)
    found = json.loads(run("feedback", "--json").out)
    assert [set(one) for one in found] == [{"id", "title", "right", "wrong", "last"}] * 2
    assert (found[0]["id"], found[0]["wrong"]) == ("contact-legal-security", 2)
    assert found[1]["title"] == ""
    assert "anna" not in json.dumps(found)


def test_a_store_that_is_none_is_named(run: Run, tmp_path: Path) -> None:
    store = tmp_path / "rain.sqlite3"
    store.write_bytes(b"Nothing of ours. " * 100)
    assert f"The store {store} is no database" in run("feedback").complaint
