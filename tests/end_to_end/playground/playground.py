"""Microsoft 365 Agents Playground as a process of its own: a Teams that we did not write.

It is pre-release software under terms of its own, which allow to install and try it out. It is a
tool of these tests, fetched by ``make node``, and no part of the bot.
"""

import asyncio
import os
import shutil
import signal
import socket
from asyncio.subprocess import DEVNULL, STDOUT, Process
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from pathlib import Path

import aiohttp
import pytest

from tests.end_to_end.playground.tenant import configuration

HERE = Path(__file__).parent
CLI = HERE / "node_modules" / "@microsoft" / "m365agentsplayground" / "cli.js"
REQUIRED = "RAIN_REQUIRE_NODE"
STARTS_WITHIN = 30.0


def node() -> str:
    """Where Node is; without it or the package it skips, or fails where they are required."""
    found = shutil.which("node")
    if found and CLI.is_file():
        return found
    missing = "the Agents Playground is not installed: run `make node`" if found else "no Node"
    if os.environ.get(REQUIRED) == "1":
        pytest.fail(f"{missing}, and {REQUIRED}=1 asks for it")
    return pytest.skip(missing)


@asynccontextmanager
async def playground(folder: Path, bot: str, service: str) -> AsyncIterator[str]:
    """The address of a running Playground that writes its files into ``folder``.

    It tells ``bot`` what people do, and names ``service`` as the address to answer them at.
    """
    (folder / ".m365agentsplayground.yml").write_text(configuration(), "utf-8")
    port = free_port()
    process = await asyncio.create_subprocess_exec(
        *(node(), str(CLI), "-c", "msteams", "-p", str(port), "--disable-telemetry"),
        *("-e", bot, "--service-url", service),
        cwd=folder,
        env=_environment(folder),
        stdin=DEVNULL,
        stdout=DEVNULL,
        stderr=STDOUT,
        start_new_session=True,  # so that whatever it starts ends with it
    )
    try:
        address = f"http://127.0.0.1:{port}"
        async with asyncio.timeout(STARTS_WITHIN), aiohttp.ClientSession() as session:
            while not await _answers(session, address):
                assert process.returncode is None, "the Playground ended before it had begun"
                await asyncio.sleep(0.05)
        yield address
    finally:
        await _end(process)


def free_port() -> int:
    """A port on which nothing listens now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _environment(folder: Path) -> dict[str, str]:
    return {
        "PATH": os.environ.get("PATH", ""),
        "HOME": str(folder),
        "TEAMSAPPTESTER_BROWSER": "none",
    }


async def _answers(session: aiohttp.ClientSession, address: str) -> bool:
    with suppress(aiohttp.ClientError):
        # It listens some time before it has read its settings.
        async with session.get(f"{address}/_debug/ping") as pong:
            if pong.ok:
                async with session.get(f"{address}/_internal/v1/testConfig") as known:
                    return known.ok
    return False


async def _end(process: Process) -> None:
    with suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGTERM)
    try:
        await asyncio.wait_for(process.wait(), 5)
    except TimeoutError:
        os.killpg(process.pid, signal.SIGKILL)
        await process.wait()
