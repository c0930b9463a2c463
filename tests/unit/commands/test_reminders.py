"""``reminders``, ``migrate`` and ``remind``, as typed."""

import json
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from tests.unit.commands.conftest import Run

PERIOD = ("--from", "2023-06-01", "--to", "2023-11-30")
DENMARK = ZoneInfo("Europe/Copenhagen")


@pytest.fixture
def rows(run: Run, monkeypatch: pytest.MonkeyPatch) -> list[dict[str, str]]:
    """The reminders of a channel that the settings name."""
    monkeypatch.setenv("RAIN_CHANNELS", "slack:C0123ABC:en")
    ran = run("reminders", *PERIOD, "--json")
    assert ran.code == 0
    found: list[dict[str, str]] = json.loads(ran.out)
    return found


def test_every_reminder_stands_at_its_time_in_denmark_and_in_utc(
    rows: list[dict[str, str]],
) -> None:
    assert rows == sorted(rows, key=lambda row: row["due_utc"])
    for row in rows:
        local, utc = datetime.fromisoformat(row["due"]), datetime.fromisoformat(row["due_utc"])
        assert local == utc
        assert utc.tzinfo == UTC
        assert local.utcoffset() == local.astimezone(DENMARK).utcoffset()
        assert row["id"] == "C0123ABC"
    told = {(row["event"], row["offset"]): row["due"] for row in rows}
    assert told["whinn-2023", "7d"] == "2023-11-01T09:00:00+01:00", "after the clocks went back"
    assert told["nordic-ai-meet-2023", "7d"] == "2023-09-25T09:00:00+02:00"
    assert told["llm-online-event-2023", "1h"] == "2023-06-21T14:15:00+02:00"


def test_each_is_told_as_it_will_read(rows: list[dict[str, str]]) -> None:
    texts = {(row["event"], row["offset"]): row["text"] for row in rows}
    assert "tomorrow" in texts["whinn-2023", "1d"]
    assert "in one hour" in texts["llm-online-event-2023", "1h"]


def test_without_a_subscription_there_are_none(run: Run, tmp_path: Path) -> None:
    ran = run("reminders", *PERIOD)
    assert not list(tmp_path.iterdir()), "looking makes no store"
    assert (ran.code, ran.out, ran.err) == (0, "Ingen påmindelser.\n", "")


def test_a_day_counts_as_a_whole(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("RAIN_CHANNELS", "C0123ABC")
    for period, count in (
        (("2023-06-14", "2023-06-14"), 1),
        (("2023-06-14T09:00", "2023-06-14T09:00"), 1),
        (("2023-06-14T09:01", "2023-06-15"), 0),
        (("2023-06-13", "2023-06-14T08:59"), 0),
    ):
        ran = run("reminders", "--from", period[0], "--to", period[1], "--json")
        assert len(json.loads(ran.out)) == count, period


def test_the_tables_are_made_once(run: Run) -> None:
    assert "were made" in run("migrate").out
    assert "already" in run("migrate").out
    assert run("reminders", *PERIOD).err == ""


def test_reminders_need_a_platform(run: Run) -> None:
    assert "SLACK_BOT_TOKEN" in run("remind").complaint


def test_a_moment_that_is_none_is_refused(run: Run) -> None:
    assert "2023-13-01" in run("reminders", "--from", "2023-13-01").complaint
