"""Requests that are sent in time or not at all."""

import asyncio
from contextvars import ContextVar

import aiohttp
from aiohttp import ClientRequest, ClientTimeout
from aiohttp.abc import AbstractStreamWriter
from aiohttp.connector import Connection
from aiohttp.tracing import Trace

DEADLINE: ContextVar[float] = ContextVar("DEADLINE")
"""The loop's time after which a task wants nothing to be sent any more."""


def punctual_session(patience: ClientTimeout) -> aiohttp.ClientSession:
    """A session that sends nothing with a body after the `DEADLINE` of whoever wants it.

    A time limit alone does not: in a process that stood still, what arrived meanwhile is dealt with
    before what ran out, and a request could still go out that somebody else has sent since. It
    opens as many connections as are wanted: whoever posts decides how much at once. Raises
    `aiohttp.ConnectionTimeoutError` when it is too late.
    """
    return aiohttp.ClientSession(
        connector=PunctualConnector(limit=0), request_class=PunctualRequest, timeout=patience
    )


class PunctualConnector(aiohttp.TCPConnector):
    """Gives out connections in time or not at all."""

    async def connect(
        self,
        req: ClientRequest,
        traces: list[Trace],
        timeout: ClientTimeout,  # noqa: ASYNC109 - as aiohttp has it
    ) -> Connection:
        """As aiohttp's. Raises `aiohttp.ConnectionTimeoutError` when it is too late."""
        connection = await super().connect(req, traces, timeout)
        if _late():
            connection.close()
            raise _too_late()
        return connection


class PunctualRequest(ClientRequest):
    """Looks at the clock once more when its body, and its head with it, is about to be written.

    aiohttp writes in a task of its own, which may get its turn much later than the connection was
    given out: a process that stood still in between would send all that was waiting for its turn.
    """

    async def write_bytes(
        self, writer: AbstractStreamWriter, conn: Connection, content_length: int | None = None
    ) -> None:
        """As aiohttp's, unless it is too late: then whoever waits for the answer is told."""
        if _late() and conn.protocol is not None:
            conn.protocol.set_exception(_too_late())
            return
        await super().write_bytes(writer, conn, content_length)


def _late() -> bool:
    now = asyncio.get_running_loop().time()
    return now > DEADLINE.get(now)


def _too_late() -> aiohttp.ConnectionTimeoutError:
    return aiohttp.ConnectionTimeoutError("too late to send anything")
