"""The channels that the settings want reminders in, whatever anybody commands there."""

from collections.abc import Sequence

from sqlalchemy import delete

from bot.reminders.model import EVERYTHING, Subscription
from bot.store.database import Database
from bot.store.subscriptions import DatabaseSubscriptions
from bot.store.tables import subscription as table


async def subscribe_channels(database: Database, wanted: Sequence[Subscription]) -> None:
    """Let these be the subscriptions that nobody made; those of before that are not wanted end.

    Raises `StoreError`.
    """
    stale = delete(table).where(
        table.c.made_by.is_(None),
        table.c.scope == EVERYTHING.kind,
        table.c.address_key.not_in([one.address.key for one in wanted]),
    )
    async with database.begin() as connection:
        await connection.execute(stale)
    subscriptions = DatabaseSubscriptions(database)
    for one in wanted:
        await subscriptions.add(one)
