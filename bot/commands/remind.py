"""``remind``: the reminder worker alone."""

import asyncio
from argparse import Namespace

from bot.app.connecting import platforms
from bot.app.platforms import posters
from bot.app.reminders import TIMING, Reminders
from bot.commands.common import clock_at, until_told_to_end
from bot.config import Settings
from bot.desk import read
from bot.errors import UsageError
from bot.last_good import LastGood
from bot.ports import Clock
from bot.store.database import Database
from bot.watch import watch


def run(_: Namespace, settings: Settings) -> int:
    """Send reminders until told to stop."""
    if settings.slack is None and settings.teams is None:
        raise UsageError(
            "No platform is connected: set SLACK_BOT_TOKEN and SLACK_APP_TOKEN first, or "
            "TEAMS_CLIENT_ID, TEAMS_TENANT_ID and TEAMS_CLIENT_SECRET."
        )
    asyncio.run(_remind(settings, clock_at(None)))
    return 0


async def _remind(settings: Settings, clock: Clock) -> None:
    stop = asyncio.Event()
    until_told_to_end(stop)
    current = LastGood(lambda: read(settings.knowledge), lambda lookup: lookup.knowledge.version)
    database = Database(settings.database.reveal())
    try:
        connected = platforms(settings, database, clock)
        async with posters(connected, TIMING.timeout.total_seconds()) as found:
            reminders = Reminders(settings, database, found, lambda: current.value, clock)

            async def reload() -> None:
                if await asyncio.to_thread(current.reload):
                    reminders.replan()

            print("Reminders are sent. (Ctrl+C stops)", flush=True)
            await asyncio.gather(watch(settings.knowledge, reload, stop), reminders.run(stop))
    finally:
        await database.close()
