import re
from pathlib import Path

import pytest

from tests.unit.commands.conftest import Run


@pytest.fixture
def store(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:  # noqa: ARG001 — it clears the environment first
    """Where the settings put the store."""
    monkeypatch.delenv("DATABASE_URL", raising=False)
    monkeypatch.setenv("RAIN_STORE", str(tmp_path / "rain.sqlite3"))
    return tmp_path / "rain.sqlite3"


def test_it_says_what_it_did(run: Run, store: Path) -> None:
    first = run("migrate")
    assert first.code == 0
    made = re.fullmatch(r"The tables of the store were made \((\d{4})\)\.\n", first.out)
    assert made
    assert store.stat().st_size > 0
    again = run("migrate")
    assert again.code == 0
    already = f"The store has the tables of this version of the bot already ({made[1]}).\n"
    assert again.out == already


def test_a_store_that_is_none_is_named(run: Run, store: Path) -> None:
    store.write_bytes(b"Nothing of ours. " * 100)
    assert f"The store {store} is no database" in run("migrate").complaint


@pytest.mark.usefixtures("store")
def test_an_address_that_is_none_is_not_shown(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATABASE_URL", "mysql://anna:sesame@db/rain")
    complaint = run("migrate").complaint
    assert "DATABASE_URL is no address" in complaint
    assert "sesame" not in complaint
