"""Deliveries over Socket Mode: the bot calls Slack, so no public address is needed."""

import asyncio
import logging
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from contextlib import asynccontextmanager, suppress

from slack_bolt.adapter.socket_mode.async_handler import AsyncSocketModeHandler
from slack_bolt.app.async_app import AsyncApp
from slack_sdk.socket_mode.aiohttp import SocketModeClient

from bot.slack.account import UNREACHABLE, told
from bot.slack.hearing import Hearing

log = logging.getLogger(__name__)


@asynccontextmanager
async def connected(
    app: AsyncApp, app_token: str, pause: float, hearing: Hearing
) -> AsyncIterator[None]:
    """Keep a connection to Slack, from now on and in the background.

    ``pause`` is the seconds between attempts to connect and between looks at the connection.
    ``hearing`` is told what comes over it.
    """
    handler = AsyncSocketModeHandler(app, app_token, ping_interval=pause)
    handler.client.message_listeners.append(_listening(hearing))
    hearing.open = False
    tasks = [
        asyncio.create_task(handler.connect_async()),  # type: ignore[no-untyped-call]
        asyncio.create_task(_watch(handler.client, pause, hearing)),
    ]
    try:
        yield
    finally:
        await handler.close_async()  # type: ignore[no-untyped-call]
        await _end(tasks)


def _listening(hearing: Hearing) -> Callable[..., Awaitable[None]]:
    async def listen(_: object, message: Mapping[str, object], __: object = None) -> None:
        if message.get("type") == "hello":
            hearing.opened()
            hearing.open = True
        elif "envelope_id" in message:
            hearing.heard(echo=_is_echo(message))

    return listen


def _is_echo(envelope: Mapping[str, object]) -> bool:
    payload = envelope.get("payload")
    event = payload.get("event") if isinstance(payload, dict) else None
    if not isinstance(event, dict):
        return False
    return event.get("channel_type") == "im" and bool(event.get("bot_id"))


async def _watch(client: SocketModeClient, pause: float, hearing: Hearing) -> None:
    """Log when the connection comes and goes, and have one replaced that is of no use.

    The library would try the same address for ever, but it is good for one connection within
    half a minute; without one it asks Slack for a new address.
    """
    was_connected, replacing = False, list[asyncio.Task[None]]()
    try:
        while True:
            await asyncio.sleep(pause)
            is_connected = hearing.open = await client.is_connected()
            if is_connected != was_connected:
                log.info("The socket to Slack is %s", "open" if is_connected else "closed")
            was_connected = is_connected
            if not is_connected:
                client.wss_uri = None
            elif (hearing.deaf or hearing.silent) and all(task.done() for task in replacing):
                replacing = [asyncio.create_task(_replace(client, hearing))]
    finally:
        await _end(replacing)


async def _replace(client: SocketModeClient, hearing: Hearing) -> None:
    """Open another socket; where Slack gives no address for it, the next look will try again."""
    if hearing.deaf:
        log.warning("The socket to Slack is open and delivers nothing. A new one is opened.")
    else:
        log.info("Slack delivered nothing for long. A new socket is opened, to be sure.")
    hearing.doubt()
    try:
        await client.connect_to_new_endpoint(force=True)
    except UNREACHABLE as error:
        log.warning("No new socket could be opened yet: %s", told(error))
    else:
        hearing.opened()


async def _end(tasks: list[asyncio.Task[None]]) -> None:
    for task in tasks:
        task.cancel()
    for task in tasks:
        with suppress(asyncio.CancelledError, Exception):
            await task
