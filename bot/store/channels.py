"""The channels that the settings want reminders in, whatever anybody commands there."""

from collections.abc import Sequence

from sqlalchemy import delete, tuple_

from bot.reminders.model import EVERYTHING, Subscription
from bot.store.database import Database
from bot.store.subscriptions import DatabaseSubscriptions
from bot.store.tables import subscription as table


async def subscribe_channels(database: Database, wanted: Sequence[Subscription]) -> None:
    """Let these be the subscriptions that nobody made; those of before that are not wanted end.

    So does one whose channel is now named with another workspace, to be made again. Raises
    `StoreError`.
    """
    named = [(one.address.key, one.address.workspace) for one in wanted]
    stale = delete(table).where(
        table.c.made_by.is_(None),
        table.c.scope == EVERYTHING.kind,
        tuple_(table.c.address_key, table.c.workspace).not_in(named),
    )
    async with database.begin() as connection:
        await connection.execute(stale)
    subscriptions = DatabaseSubscriptions(database)
    for one in wanted:
        await subscriptions.add(one)
