"""``export``: answers given in chat that somebody wants in the knowledge base."""

import asyncio
from argparse import Namespace
from zoneinfo import ZoneInfo

from bot.commands.common import clock_at
from bot.config import Settings
from bot.errors import UsageError
from bot.knowledge.model import DEFAULT_ZONE
from bot.passing.export import as_yaml
from bot.passing.model import Proposal
from bot.store.database import Database
from bot.store.migrating import ready
from bot.store.passed import DatabasePassedOn


def run(arguments: Namespace, settings: Settings) -> int:
    """Print what is proposed, or take one off the list. Raises `StoreError`."""
    clock = clock_at(None)
    today = clock.now().astimezone(ZoneInfo(DEFAULT_ZONE)).date()
    print(as_yaml(asyncio.run(_proposals(settings, arguments.done)), today))
    return 0


async def _proposals(settings: Settings, done: str | None) -> tuple[Proposal, ...]:
    database = Database(settings.database.reveal())
    passed = DatabasePassedOn(database, clock_at(None))
    try:
        if database.begun:
            await ready(database, may_migrate=True)
        if done is not None and not (database.begun and await passed.done(done)):
            raise UsageError(f"Nothing is proposed under the number {done!r}.")
        return await passed.proposals() if database.begun else ()
    finally:
        await database.close()
