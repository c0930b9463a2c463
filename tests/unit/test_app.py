"""The desk: the last good version is answered from, and fitting happens once."""

import logging
import shutil
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path
from threading import Event

import icalendar
import numpy as np
import pytest
from aiohttp import web
from aiohttp.test_utils import TestClient, TestServer
from numpy.typing import NDArray

from bot.app.answering import desk
from bot.app.server import application
from bot.config import InstallSettings, Secret, Settings, SlackSettings, TeamsSettings
from bot.desk import Desk
from bot.errors import KnowledgeError, UsageError
from bot.plain_text import plain_text
from bot.ports import IndexCache
from bot.reply import Intent, Outcome, Question
from bot.semantic.seconding import Seconding
from tests.fakes.embedder import FakeEmbedder
from tests.fakes.index_cache import RecordingCache
from tests.fakes.responder import NOON, FixedClock
from tests.unit.knowledge.base import EVENTS, PEOPLE

Logged = pytest.LogCaptureFixture
OLD, NEW = "anna.hansen@example.dk", "anna@new.example.dk"


@pytest.fixture(scope="module")
def warm() -> RecordingCache:
    """What was fitted for the small base, for tests that do not look at fitting."""
    return RecordingCache()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "knowledge"
    folder.mkdir()
    (folder / "people.yaml").write_text(PEOPLE, "utf-8")
    (folder / "events.yaml").write_text(EVENTS, "utf-8")
    return folder


@pytest.fixture
def small(folder: Path, warm: RecordingCache) -> Desk:
    return Desk(folder, warm, FixedClock())


def change(folder: Path, old: str = OLD, new: str = NEW) -> None:
    path = folder / "people.yaml"
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")


def anna(small: Desk) -> str:
    return plain_text(small.reply(Question("", NOON, Intent.CHOICE, "anna-hansen")))


# --- reload


def test_a_good_new_version_is_taken_over(folder: Path, small: Desk) -> None:
    before = small.lookup.knowledge.version
    assert OLD in anna(small)
    change(folder)
    assert OLD in anna(small), "nothing changes before it is told to"
    assert small.reload()
    assert NEW in anna(small)
    assert small.lookup.knowledge.version != before


def test_the_same_version_is_no_news(folder: Path, small: Desk, caplog: Logged) -> None:
    with caplog.at_level(logging.INFO):
        assert not small.reload()
        (folder / "people.yaml").touch()
        assert not small.reload()
    assert caplog.text == ""
    assert OLD in anna(small)


def test_the_last_good_version_is_kept_and_the_line_is_logged(
    folder: Path, small: Desk, caplog: Logged
) -> None:
    change(folder, f"email: {OLD}", "email: nonsense")
    line = PEOPLE[: PEOPLE.index("email:")].count("\n") + 1
    with caplog.at_level(logging.WARNING):
        assert not small.reload()
    assert OLD in anna(small)
    assert f"people.yaml:{line}:" in caplog.text
    change(folder, "email: nonsense", f"email: {NEW}")
    assert small.reload()
    assert NEW in anna(small)


@pytest.mark.parametrize("broken", ["{", "", "\x00", "roles: 1", "\ufeff- a"])
def test_no_broken_file_stops_the_answers(folder: Path, small: Desk, broken: str) -> None:
    (folder / "people.yaml").write_text(broken, "utf-8")
    assert not small.reload()
    assert OLD in anna(small)


def test_a_vanished_folder_stops_no_answers(folder: Path, small: Desk, caplog: Logged) -> None:
    elsewhere = folder.with_name("elsewhere")
    folder.rename(elsewhere)
    with caplog.at_level(logging.WARNING):
        assert not small.reload()
    assert "There is no folder" in caplog.text
    assert OLD in anna(small)
    elsewhere.rename(folder)
    change(folder)
    assert small.reload()


def test_an_emptied_folder_stops_no_answers(folder: Path, small: Desk) -> None:
    for path in folder.iterdir():
        path.unlink()
    assert not small.reload()
    assert OLD in anna(small)


def test_an_entry_that_goes_is_no_longer_found(folder: Path, small: Desk) -> None:
    assert "symposium" in small.lookup.entries
    (folder / "events.yaml").unlink()
    assert small.reload()
    gone = small.reply(Question("", NOON, Intent.CHOICE, "symposium"))
    assert gone.outcome is Outcome.UNKNOWN


def test_whoever_asks_during_a_reload_is_answered(folder: Path, small: Desk) -> None:
    """From the old version or the new one, never from neither or both."""
    enough = Event()

    def keep_asking() -> set[str]:
        heard = set()
        while not enough.wait(0.002):
            heard.add(anna(small))
            small.reply(Question("hvem kan give sparring?", NOON))
        return heard

    with ThreadPoolExecutor(2) as pool:
        askers = [pool.submit(keep_asking) for _ in range(2)]
        try:
            for turn in range(4):
                change(folder, *((OLD, NEW) if turn % 2 == 0 else (NEW, OLD)))
                assert small.reload()
        finally:
            enough.set()
        heard = set.union(*(asker.result(timeout=10) for asker in askers))
    assert {OLD in answer for answer in heard} == {True, False}
    assert {NEW in answer for answer in heard} == {True, False}
    assert len(heard) == 2


# --- starting


def test_a_broken_base_is_not_started_from(folder: Path, warm: RecordingCache) -> None:
    change(folder, OLD, "nonsense")
    with pytest.raises(KnowledgeError, match=r"people\.yaml:\d+: "):
        Desk(folder, warm, FixedClock())


def test_no_base_is_not_started_from(tmp_path: Path, warm: RecordingCache) -> None:
    with pytest.raises(UsageError, match="There is no folder"):
        Desk(tmp_path / "nowhere", warm, FixedClock())


# --- fitting


def test_the_second_start_fits_nothing(folder: Path) -> None:
    cache = RecordingCache()
    first = Desk(folder, cache, FixedClock())
    assert cache.found == [False]
    kept = dict(cache.kept)
    second = Desk(folder, cache, FixedClock())
    assert cache.found == [False, True]
    assert cache.kept == kept
    for text in ("sparring", "hvem kan hjælpe?", "symposium", "en cykel"):
        assert plain_text(first.reply(Question(text, NOON))) == plain_text(
            second.reply(Question(text, NOON))
        )


def test_other_words_are_fitted_anew(folder: Path, warm: RecordingCache) -> None:
    cache = RecordingCache()
    cache.kept.update(warm.kept)
    small = Desk(folder, cache, FixedClock())
    change(folder, "Spørg her.", "Spørg om hjertekirurgi.")
    assert small.reload()
    assert cache.found[-1] is False
    change(folder, OLD, NEW)
    assert small.reload()
    assert cache.found[-1] is True, "an address is no word to match"


def flipped(data: bytes) -> bytes:
    return data[: len(data) // 2] + bytes([data[len(data) // 2] ^ 255]) + data[len(data) // 2 + 1 :]


@pytest.mark.parametrize(
    "damage",
    [
        lambda _: b"nonsense",
        lambda data: data[: len(data) // 2],
        flipped,
        lambda _: b"\x93NUMPY",
    ],
    ids=["text", "cut short", "a byte flipped", "a header alone"],
)
def test_a_kept_index_that_is_damaged_is_fitted_again(
    folder: Path, warm: RecordingCache, caplog: Logged, damage: Callable[[bytes], bytes]
) -> None:
    Desk(folder, warm, FixedClock())
    cache = RecordingCache()
    cache.kept = {key: damage(data) for key, data in warm.kept.items()}
    with caplog.at_level(logging.WARNING):
        small = Desk(folder, cache, FixedClock())
    assert cache.found == [True]
    assert "fitted again" in caplog.text
    assert small.reply(Question("sparring", NOON)).entries[0].id == "advice"
    assert any(cache.kept[key] == good for key, good in warm.kept.items())


# --- calendar files


def test_all_events_are_a_calendar(small: Desk) -> None:
    data = small.ics()
    assert data is not None
    (event,) = icalendar.Calendar.from_ical(data).walk("VEVENT")
    assert str(event["SUMMARY"]) == "Symposium"
    assert event["DTSTAMP"].dt == NOON


def test_one_event_is_a_calendar_of_its_own(small: Desk) -> None:
    data = small.ics("symposium")
    assert data is not None
    assert len(icalendar.Calendar.from_ical(data).walk("VEVENT")) == 1


@pytest.mark.parametrize("entry", ["advice", "anna-hansen", "nowhere", ""])
def test_what_is_no_event_is_no_calendar(small: Desk, entry: str) -> None:
    assert small.ics(entry) is None


# --- putting together


@pytest.fixture
def chosen(folder: Path, tmp_path: Path) -> Settings:
    cache = tmp_path / "cache"
    return Settings(
        folder,
        cache,
        host="127.0.0.1",
        port=0,
        log_level="info",
        slack=None,
        database=Secret(f"sqlite:///{cache.parent / 'rain.sqlite3'}"),
        semantic=False,
    )


def test_the_settings_choose_base_and_cache(chosen: Settings) -> None:
    made = desk(chosen, FixedClock())
    assert set(made.lookup.people) == {"anna-hansen"}
    assert len(list(chosen.cache.glob("*.npz"))) == 1


async def test_the_chat_page_is_served_on_this_machine(chosen: Settings) -> None:
    async with TestClient(TestServer(application(chosen, FixedClock()))) as client:
        response = await client.post("/api/ask", json={"text": "Who is Anna Hansen?"})
        assert OLD in (await response.json())["text"]


async def test_the_chat_page_is_not_served_to_others(chosen: Settings) -> None:
    app: web.Application = application(replace(chosen, host="0.0.0.0"), FixedClock())  # noqa: S104
    async with TestClient(TestServer(app)) as client:
        assert (await client.get("/")).status == 404
        assert (await client.post("/api/ask", json={"text": "x"})).status == 404


IDS = "11111111-2222-4333-8444-555555555555", "aaaaaaaa-bbbb-4ccc-8ddd-eeeeeeeeeeee"
TEAMS = TeamsSettings(IDS[0], Secret("a-secret"), IDS[1], public_url="https://rain.example.org")


@pytest.mark.parametrize(
    ("host", "teams", "status"),
    [("127.0.0.1", None, 200), ("0.0.0.0", None, 404), ("0.0.0.0", TEAMS, 200)],  # noqa: S104
)
async def test_calendar_files_are_served_where_something_links_to_them(
    chosen: Settings, host: str, teams: TeamsSettings | None, status: int
) -> None:
    app = application(replace(chosen, host=host, teams=teams, worker=False), FixedClock())
    async with TestClient(TestServer(app)) as client:
        for path in ("/events.ics", "/events/symposium.ics"):
            response = await client.get(path, headers={"Host": "rain.example.org"})
            assert response.status == status


SIGNING = Secret("a-signing-secret")
ONE = SlackSettings(Secret("xoxb-1"), None, SIGNING, "http://127.0.0.1:9/api/")
MANY = replace(
    ONE,
    bot_token=None,
    installing=InstallSettings("11.22", Secret("a-secret"), "https://rain.example.org"),
)


@pytest.mark.parametrize("slack", [ONE, MANY], ids=["one", "many"])
async def test_health_tells_how_slack_is_heard(chosen: Settings, slack: SlackSettings) -> None:
    app = application(replace(chosen, slack=slack), FixedClock())
    async with TestClient(TestServer(app)) as client:
        told = await (await client.get("/health")).json()
    assert told["slack"] == {"well": True, "seconds_since_delivery": None}


async def test_several_workspaces_install_the_bot_by_themselves(chosen: Settings) -> None:
    app = application(replace(chosen, slack=MANY), FixedClock())
    async with TestClient(TestServer(app)) as client:
        page = await client.get("/slack/install", allow_redirects=False)
    assert page.status == 302
    assert page.headers["Location"].startswith("http://127.0.0.1:9/oauth/v2/authorize?state=")


async def test_one_workspace_has_nothing_to_install(chosen: Settings) -> None:
    app = application(replace(chosen, slack=ONE), FixedClock())
    async with TestClient(TestServer(app)) as client:
        assert (await client.get("/slack/install")).status == 404


async def test_a_store_that_is_away_stops_no_server(chosen: Settings, tmp_path: Path) -> None:
    (tmp_path / "a-file").write_text("x", "utf-8")
    lost = Secret(f"sqlite:///{tmp_path / 'a-file' / 'rain.sqlite3'}")
    app = application(replace(chosen, slack=MANY, database=lost, worker=False), FixedClock())
    async with TestClient(TestServer(app)) as client:
        page = await client.get("/slack/install", allow_redirects=False)
        assert page.status == 500
        assert "Something went wrong" in await page.text()


def test_a_copy_of_the_shipped_base_can_be_served(
    shipped: Path, tmp_path: Path, fitted_cache: Path, desk: Desk
) -> None:
    """Its words are the same, so that nothing is fitted for it."""
    shutil.copytree(shipped, tmp_path / "copy")
    kept = {path.name for path in fitted_cache.iterdir()}
    copy = Desk(tmp_path / "copy", desk._cache, FixedClock())
    assert copy.lookup.knowledge == desk.lookup.knowledge
    assert {path.name for path in fitted_cache.iterdir()} == kept


class BreakingCache(RecordingCache):
    """Works until it is told to break in a way that nobody foresaw."""

    broken = False

    def load(self, key: str) -> bytes | None:
        if self.broken:
            raise ZeroDivisionError
        return super().load(key)


def test_an_unforeseen_failure_keeps_the_last_good_version(folder: Path, caplog: Logged) -> None:
    cache = BreakingCache()
    small = Desk(folder, cache, FixedClock())
    change(folder)
    cache.broken = True
    assert not small.reload()
    assert OLD in anna(small)
    assert "The last good version of the knowledge base is kept" in caplog.text
    cache.broken = False
    assert small.reload()
    assert NEW in anna(small)


class SlowEmbedder(FakeEmbedder):
    """The first time it learns only when told to."""

    def __init__(self) -> None:
        super().__init__()
        self.began, self.go_on = Event(), Event()

    def embed(self, texts: Sequence[str]) -> NDArray[np.float32]:
        if not self.began.is_set():
            self.began.set()
            assert self.go_on.wait(30)
        return super().embed(texts)


def learning(folder: Path, cache: IndexCache, embedder: FakeEmbedder) -> Desk:
    return Desk(folder, cache, FixedClock(), Seconding(embedder, embedder, cache))


def seconded(made: Desk) -> bool:
    return made._last_good.value.assistant.understanding.seconded


def test_second_opinions_are_asked_for_once_they_are_learnt(
    folder: Path, warm: RecordingCache
) -> None:
    made = learning(folder, warm, FakeEmbedder("once"))
    assert not seconded(made)
    assert made.learn()
    assert seconded(made)
    assert not made.learn()
    assert seconded(learning(folder, warm, FakeEmbedder("once"))), "after another start at once"


def test_who_asks_for_none_learns_none(small: Desk) -> None:
    assert not small.learn()
    assert not seconded(small)


def test_neither_answers_nor_edits_wait_for_learning(folder: Path, warm: RecordingCache) -> None:
    slow = SlowEmbedder()
    edited = learning(folder, warm, slow)
    with ThreadPoolExecutor(1) as threads:
        learnt = threads.submit(edited.learn)
        assert slow.began.wait(30)
        try:
            assert OLD in anna(edited)
            change(folder)
            assert edited.reload()
            assert NEW in anna(edited)
        finally:
            slow.go_on.set()
        assert learnt.result(60)
    assert NEW in anna(edited), "what was learnt from the old version brings nothing back"
    assert seconded(edited)
