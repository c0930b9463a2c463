"""Our app with what it ships: ``python -m bench.slack.real SLACK DATABASE CACHE``."""

import asyncio
import logging
import sys

from aiohttp import web

from bench.slack.orders import BOT_TOKEN, SIGNING_SECRET
from bench.slack.processes import served
from bot.app.server import application
from bot.config import settings
from bot.store.clocks import SystemClock


async def serve(slack: str, database: str, cache: str) -> None:
    """Answer until the process is ended."""
    given = {
        "SLACK_BOT_TOKEN": BOT_TOKEN,
        "SLACK_SIGNING_SECRET": SIGNING_SECRET,
        "RAIN_SLACK_API_URL": f"{slack}/api/",
        "DATABASE_URL": database,
        "RAIN_CACHE": cache,
        "RAIN_SEMANTIC": "off",
    }
    app = application(settings(given), SystemClock())
    await served(web.AppRunner(app, access_log=None))


if __name__ == "__main__":
    logging.basicConfig(format="%(levelname)s %(name)s: %(message)s", level=logging.WARNING)
    asyncio.run(serve(*sys.argv[1:]))
