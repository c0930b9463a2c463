"""Deliveries over Socket Mode: the bot calls Slack, so no public address is needed."""

import asyncio
import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress

from slack_bolt.adapter.socket_mode.async_handler import AsyncSocketModeHandler
from slack_bolt.app.async_app import AsyncApp

log = logging.getLogger(__name__)


@asynccontextmanager
async def connected(app: AsyncApp, app_token: str, pause: float) -> AsyncIterator[None]:
    """Keep a connection to Slack, from now on and in the background.

    ``pause`` is the seconds between attempts to connect and between looks at the connection.
    """
    handler = AsyncSocketModeHandler(app, app_token, ping_interval=pause)
    tasks = [
        asyncio.create_task(handler.connect_async()),  # type: ignore[no-untyped-call]
        asyncio.create_task(_watch(handler, pause)),
    ]
    try:
        yield
    finally:
        await handler.close_async()  # type: ignore[no-untyped-call]
        await _end(tasks)


async def _watch(handler: AsyncSocketModeHandler, pause: float) -> None:
    """Log when the connection comes and goes, and have a stale address replaced.

    The library would try the same address for ever, but it is good for one connection within
    half a minute; without one it asks Slack for a new address.
    """
    was_connected = False
    while True:
        await asyncio.sleep(pause)
        is_connected = await handler.client.is_connected()
        if is_connected != was_connected:
            log.info("The socket to Slack is %s", "open" if is_connected else "closed")
        if not is_connected:
            handler.client.wss_uri = None
        was_connected = is_connected


async def _end(tasks: list[asyncio.Task[None]]) -> None:
    for task in tasks:
        task.cancel()
    for task in tasks:
        with suppress(asyncio.CancelledError, Exception):
            await task
