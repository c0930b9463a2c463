"""Requests whose body is sent in time or not at all."""

import asyncio
from contextvars import ContextVar
from math import inf

BY: ContextVar[float] = ContextVar("BY", default=inf)
"""The loop's time by which whoever calls wants to know, whatever a call's own limit is."""
_BODY = ".send_request_body.started"


class TooLateError(Exception):
    """The body was not sent: its time was over."""


class Dispatch:
    """Watches a request on its way. ``sent`` is whether any of its body may have been sent.

    A time limit alone does not keep a request from being sent late: in a process that stood still,
    what arrived meanwhile is dealt with before what ran out. So httpx is told to ask once more when
    it is about to write the body; between the question and the writing the loop does nothing else.
    Without its body a request has no effect.
    """

    def __init__(self, deadline: float) -> None:
        self._deadline = deadline
        self.sent = False

    async def trace(self, event: str, _details: object) -> None:
        """As httpx's ``trace`` extension wants it. Raises `TooLateError`."""
        if not event.endswith(_BODY):
            return
        if asyncio.get_running_loop().time() > self._deadline:
            raise TooLateError
        self.sent = True
