"""The whole bot with a store: it is asked for reminders, and sends them."""

import json
import shutil
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import aiohttp
import pytest

from tests.end_to_end.slack.test_real_answers import wired
from tests.fakes.responder import FixedClock, RunningClock
from tests.fakes.slack_server import Post, SlackServer
from tests.fakes.slack_workspace import ANNA, CHANNEL, DIRECT, Workspace, buttons, shown

WHINN_WEEK = datetime.fromisoformat("2023-11-01T09:00+01:00")


@pytest.fixture
def clock(early_june: datetime) -> FixedClock:
    return RunningClock(early_june.astimezone(UTC))


@pytest.fixture
def knowledge(shipped: Path, tmp_path: Path) -> Path:
    """A copy of the shipped base, to be edited."""
    return Path(shutil.copytree(shipped, tmp_path / "knowledge"))


@pytest.fixture
async def slack(
    server: SlackServer,
    knowledge: Path,
    fitted_cache: Path,
    tmp_path: Path,
    clock: FixedClock,
) -> AsyncIterator[Workspace]:
    folders = knowledge, fitted_cache, tmp_path
    server.locales[ANNA] = "da-DK"
    async with wired(server, "http", folders, clock, RAIN_CHANNELS="C0ALL:en") as workspace:
        yield workspace


async def command(slack: Workspace, text: str) -> str:
    await slack.deliver("command", slack.command("/rain", text))
    return shown(await slack.server.next_post())


def move_to(clock: FixedClock, moment: datetime) -> None:
    clock.move(moment - clock.now())


async def posts(slack: Workspace, count: int) -> dict[str, Post]:
    """The next posts, by channel; and no more."""
    found = [await slack.server.next_post() for _ in range(count)]
    assert not await slack.server.more_posts(1.5)
    return {post.channel: post for post in found}


async def health(slack: Workspace) -> dict[str, object]:
    address = slack.url.replace("/slack/events", "/health")
    async with aiohttp.ClientSession() as session, session.get(address) as response:
        return json.loads(await response.text())


async def test_who_asks_for_it_is_reminded_in_time(slack: Workspace, clock: FixedClock) -> None:
    told = await command(slack, "remind her om WHINN")
    assert "onsdag den 1. november 2023 kl. 09.00" in told
    await command(slack, "remind WHINN")
    move_to(clock, WHINN_WEEK - timedelta(seconds=5))
    assert not await slack.server.more_posts(1.5)
    move_to(clock, WHINN_WEEK)
    found = await posts(slack, 3)
    assert set(found) == {CHANNEL, DIRECT, "C0ALL"}
    assert "om 7 dage" in shown(found[CHANNEL])
    assert "WHINN" in shown(found[DIRECT])
    assert "in 7 days" in shown(found["C0ALL"])
    assert (await health(slack))["status"] == "ok"
    # On the day after, nothing is repeated; and who stops it hears no more.
    shown_to_her = found[DIRECT]
    (stop,) = (b for b in buttons(shown_to_her) if b["action_id"].startswith("stop"))
    pressed = slack.press(shown_to_her, stop["text"]["text"], channel=DIRECT)
    await slack.deliver("action", pressed)
    assert "WHINN" in shown(await slack.server.next_post())
    move_to(clock, WHINN_WEEK + timedelta(days=6))
    assert set(await posts(slack, 2)) == {CHANNEL, "C0ALL"}


async def test_a_moved_event_is_corrected_where_it_was_told_of(
    slack: Workspace, clock: FixedClock, knowledge: Path
) -> None:
    await command(slack, "remind her om WHINN")
    move_to(clock, WHINN_WEEK)
    await posts(slack, 2)
    file = knowledge / "events-2023.yaml"
    text = file.read_text("utf-8")
    moved = text.replace("starts: 2023-11-08", "starts: 2023-11-15")
    moved = moved.replace("ends: 2023-11-09", "ends: 2023-11-16")
    assert moved != text
    file.write_text(moved, "utf-8")
    assert not await slack.server.more_posts(4), "second thoughts come first"
    clock.move(timedelta(minutes=3))
    found = await posts(slack, 2)
    assert "15." in shown(found[CHANNEL])
    assert "16 November 2023" in shown(found["C0ALL"])


async def test_a_channel_that_is_gone_is_told_of_to_whoever_set_it_up(
    slack: Workspace, clock: FixedClock
) -> None:
    await command(slack, "remind her om WHINN")
    slack.server.refused = {CHANNEL: "is_archived"}
    move_to(clock, WHINN_WEEK)
    found = await posts(slack, 2)
    assert set(found) == {"C0ALL", DIRECT}
    assert "arkiveret" in shown(found[DIRECT])
    told = (await health(slack))["reminders"]
    assert isinstance(told, dict)
    assert (told["parked"], told["well"]) == (1, True)


async def test_after_a_restart_it_goes_on_where_it_was(
    server: SlackServer, shipped: Path, fitted_cache: Path, tmp_path: Path, clock: FixedClock
) -> None:
    folders = shipped, fitted_cache, tmp_path
    server.locales[ANNA] = "da-DK"
    async with wired(server, "http", folders, clock) as slack:
        await command(slack, "remind her om WHINN")
        move_to(clock, WHINN_WEEK)
        await posts(slack, 1)
    async with wired(server, "http", folders, clock) as slack:
        assert not await slack.server.more_posts(2)
    move_to(clock, WHINN_WEEK + timedelta(days=6, hours=2))
    async with wired(server, "http", folders, clock) as slack:
        assert "i morgen" in shown((await posts(slack, 1))[CHANNEL])


async def test_while_the_store_is_broken_questions_are_answered(
    server: SlackServer, shipped: Path, fitted_cache: Path, tmp_path: Path
) -> None:
    (tmp_path / "rain.sqlite3").write_bytes(b"no database at all" * 1000)
    async with wired(server, "http", (shipped, fitted_cache, tmp_path)) as slack:
        assert "swh@rsyd.dk" in shown(await slack.ask("hvem har styr på historiske data?"))
        assert (await health(slack))["status"] == "degraded"
        told = await command(slack, "remind her om WHINN")
        assert "november" not in told, "nothing is promised"
