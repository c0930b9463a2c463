"""The chat server as a process of its own, and what a test asks of it."""

import asyncio
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

import aiohttp

from bench.reminders.faults import Faults

ROOT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True, slots=True)
class Recorded:
    """A message that the chat has, with what was hidden in it as ``key``.

    It came in at ``arrived`` and was recorded at ``at``, both in seconds since 1970.
    """

    channel: str
    key: str
    text: str
    at: float
    arrived: float


@dataclass(frozen=True, slots=True)
class Counts:
    """How the chat stands; ``seconds`` lie between the first message and the last.

    ``requests`` counts those to post and those to look by how they ended.
    """

    messages: int
    keys: int
    doubled: int
    seconds: float
    requests: dict[str, int]


class RemoteChat:
    """Speaks to a chat server's own door for tests."""

    def __init__(self, url: str, session: aiohttp.ClientSession) -> None:
        self._url = url
        self._session = session

    @property
    def api(self) -> str:
        """The Web API's base address."""
        return f"{self._url}/api/"

    async def reset(self, faults: Faults) -> None:
        """Forget all messages, and misbehave like this from now on."""
        told = faults.as_json()
        async with self._session.post(f"{self._url}/control/reset", json=told) as answer:
            answer.raise_for_status()

    async def counts(self) -> Counts:
        """How it stands."""
        async with self._session.get(f"{self._url}/control/counts") as answer:
            return Counts(**await answer.json())

    async def messages(self) -> list[Recorded]:
        """All that it has recorded since the last reset."""
        async with self._session.get(f"{self._url}/control/messages") as answer:
            return [Recorded(*one) for one in await answer.json()]


@asynccontextmanager
async def running() -> AsyncIterator[RemoteChat]:
    """A chat server that ends with the block."""
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "bench.reminders.server"),
        cwd=ROOT,
        stdout=asyncio.subprocess.PIPE,
    )
    try:
        assert process.stdout is not None  # noqa: S101 - asked for above
        url = (await process.stdout.readline()).decode().strip()
        async with aiohttp.ClientSession() as session:
            yield RemoteChat(url, session)
    finally:
        process.kill()
        await process.wait()
