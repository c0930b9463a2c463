"""Connections that are given out in time or not at all."""

import asyncio
from contextvars import ContextVar

import aiohttp
from aiohttp import ClientRequest, ClientTimeout
from aiohttp.connector import Connection
from aiohttp.tracing import Trace

DEADLINE: ContextVar[float] = ContextVar("DEADLINE")
"""The loop's time after which a task wants nothing to be sent any more."""


class PunctualConnector(aiohttp.TCPConnector):
    """Refuses a connection after the `DEADLINE` of whoever wants it.

    A time limit alone does not: in a process that stood still, what arrived meanwhile is dealt with
    before what ran out, and a request could still go out that somebody else has sent since.
    """

    async def connect(
        self,
        req: ClientRequest,
        traces: list[Trace],
        timeout: ClientTimeout,  # noqa: ASYNC109 - as aiohttp has it
    ) -> Connection:
        """As aiohttp's. Raises `aiohttp.ConnectionTimeoutError` when it is too late."""
        connection = await super().connect(req, traces, timeout)
        loop = asyncio.get_running_loop()
        if loop.time() > DEADLINE.get(loop.time()):
            connection.close()
            raise aiohttp.ConnectionTimeoutError("too late to send anything")
        return connection
