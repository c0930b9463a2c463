"""``migrate``: the store's tables, brought up to this version of the bot."""

import asyncio
from argparse import Namespace

from bot.config import Settings
from bot.store.database import Database
from bot.store.migrating import Migrated, migrate


def run(_: Namespace, settings: Settings) -> int:
    """Migrate and say so. Raises `StoreError`."""
    print(_told(asyncio.run(_migrated(settings))))
    return 0


async def _migrated(settings: Settings) -> Migrated:
    database = Database(settings.database.reveal())
    try:
        return await migrate(database)
    finally:
        await database.close()


def _told(done: Migrated) -> str:
    if done.before == done.after:
        return f"The store has the tables of this version of the bot already ({done.after})."
    if not done.before:
        return f"The tables of the store were made ({done.after})."
    return f"The tables of the store were brought from {done.before} to {done.after}."
