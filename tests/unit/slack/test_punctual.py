import asyncio

import aiohttp
import pytest

from bot.slack.punctual import DEADLINE, PunctualConnector
from tests.fakes.slack_server import SlackServer


async def asked(session: aiohttp.ClientSession, server: SlackServer, seconds: float) -> int:
    """Ask the server something that must be sent within so many seconds from now."""
    DEADLINE.set(asyncio.get_running_loop().time() + seconds)
    async with session.post(f"{server.url}/api/auth.test") as response:
        return response.status


async def test_after_the_deadline_nothing_is_sent() -> None:
    async with (
        SlackServer().running() as server,
        aiohttp.ClientSession(connector=PunctualConnector(limit=1)) as session,
    ):
        with pytest.raises(aiohttp.ConnectionTimeoutError):
            await asked(session, server, -1)
        assert await asked(session, server, 5) == 200
        with pytest.raises(aiohttp.ConnectionTimeoutError):
            await asked(session, server, -1)  # also over a connection that stands already
        assert await asked(session, server, 5) == 200, "what was refused is free again"
        assert len(server.calls) == 2


async def test_without_a_deadline_it_is_an_ordinary_one() -> None:
    async with (
        SlackServer().running() as server,
        aiohttp.ClientSession(connector=PunctualConnector()) as session,
        session.post(f"{server.url}/api/auth.test") as response,
    ):
        assert response.status == 200
