import asyncio
import time

import aiohttp
import pytest
from aiohttp import ClientRequest, ClientTimeout
from aiohttp.connector import Connection
from aiohttp.tracing import Trace

from bot.slack.punctual import DEADLINE, PunctualConnector, PunctualRequest, punctual_session
from tests.fakes.slack_server import SlackServer

PATIENCE = ClientTimeout(total=5)


class Standstill(PunctualConnector):
    """The process stands still between a connection and what is to be written to it."""

    seconds = 0.0

    async def connect(
        self,
        req: ClientRequest,
        traces: list[Trace],
        timeout: ClientTimeout,  # noqa: ASYNC109 - as aiohttp has it
    ) -> Connection:
        connection = await super().connect(req, traces, timeout)
        asyncio.get_running_loop().call_soon(time.sleep, self.seconds)
        return connection


async def asked(session: aiohttp.ClientSession, server: SlackServer, seconds: float) -> int:
    """Tell the server something that must be sent within so many seconds from now."""
    DEADLINE.set(asyncio.get_running_loop().time() + seconds)
    async with session.post(f"{server.url}/api/auth.test", json={"text": "hej"}) as response:
        return response.status


async def test_after_the_deadline_nothing_is_sent() -> None:
    async with SlackServer().running() as server, punctual_session(PATIENCE) as session:
        with pytest.raises(aiohttp.ConnectionTimeoutError):
            await asked(session, server, -1)
        assert await asked(session, server, 5) == 200
        with pytest.raises(aiohttp.ConnectionTimeoutError):
            await asked(session, server, -1)  # also over a connection that stands already
        assert await asked(session, server, 5) == 200, "what was refused is free again"
        assert len(server.calls) == 2


async def test_a_standstill_with_the_connection_in_hand_sends_nothing() -> None:
    connector = Standstill(limit=0)
    async with (
        SlackServer().running() as server,
        aiohttp.ClientSession(
            connector=connector, request_class=PunctualRequest, timeout=PATIENCE
        ) as session,
    ):
        assert await asked(session, server, 5) == 200
        connector.seconds = 0.3
        many = [asyncio.create_task(asked(session, server, 0.2)) for _ in range(7)]
        ended = await asyncio.gather(*many, return_exceptions=True)
        assert {type(one) for one in ended} == {aiohttp.ConnectionTimeoutError}
        connector.seconds = 0.0
        assert await asked(session, server, 5) == 200, "what was refused harms nobody after it"
        assert len(server.calls) == 2


async def test_without_a_deadline_it_is_an_ordinary_one() -> None:
    async with (
        SlackServer().running() as server,
        punctual_session(PATIENCE) as session,
        session.post(f"{server.url}/api/auth.test", json={}) as response,
    ):
        assert response.status == 200
