"""``serve``: everything that is configured."""

import asyncio
import logging
from argparse import Namespace
from dataclasses import replace

from aiohttp import web

from bot.app.server import application
from bot.commands.common import clock_at, until_told_to_end
from bot.config import Settings, port_number
from bot.errors import UsageError
from bot.ports import Clock

log = logging.getLogger(__name__)


def run(arguments: Namespace, settings: Settings) -> int:
    """Serve until told to stop."""
    if arguments.port is not None:
        settings = replace(settings, port=port_number(arguments.port, "--port"))
    asyncio.run(_serve(settings, clock_at(arguments.at)))
    return 0


async def _serve(settings: Settings, clock: Clock) -> None:
    stop = asyncio.Event()
    until_told_to_end(stop)
    # No access log: an address can hold a question.
    runner = web.AppRunner(application(settings, clock), access_log=None)
    try:
        await runner.setup()
        site = web.TCPSite(runner, settings.host, settings.port)
        await _start(site, settings)
        _announce(runner, settings)
        await stop.wait()
    finally:
        await runner.cleanup()


async def _start(site: web.TCPSite, settings: Settings) -> None:
    try:
        await site.start()
    except OSError as error:
        raise UsageError(
            f"Port {settings.port} on {settings.host} cannot be used ({error.strerror}): "
            "give another one with --port."
        ) from None


def _announce(runner: web.AppRunner, settings: Settings) -> None:
    port = runner.addresses[0][1]
    host = f"[{settings.host}]" if ":" in settings.host else settings.host
    if settings.web_chat:
        print(f"The chat page: http://{host}:{port}/  (Ctrl+C stops)", flush=True)
    if settings.slack:
        way = "Socket Mode" if settings.slack.app_token else "HTTP"
        print(f"Slack is answered over {way}.", flush=True)
    if settings.teams:
        way = "from the Agents Playground alone" if settings.teams.playground else "over HTTP"
        print(f"Teams is answered {way}, at /api/messages.", flush=True)
