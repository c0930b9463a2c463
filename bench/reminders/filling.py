"""Rows in any number, straight into the tables: for beginnings, not what is measured."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import islice

from sqlalchemy import Table, insert

from bot.reminders.model import Subscription
from bot.store.database import Database
from bot.store.tables import subscription

AT_ONCE = 5_000
PATIENCE = 120.0
"""Seconds for one transaction."""

Values = Mapping[str, object]


async def fill(database: Database, table: Table, rows: Iterable[Values]) -> None:
    """Insert rows, some thousands in a transaction."""
    coming = iter(rows)
    while some := list(islice(coming, AT_ONCE)):
        async with database.begin(PATIENCE) as connection:
            await connection.execute(insert(table), some)


async def subscribe(database: Database, some: Iterable[Subscription]) -> None:
    """Keep subscriptions that are not there yet."""
    await fill(database, subscription, _rows(some))


def _rows(some: Iterable[Subscription]) -> Iterator[Values]:
    for one in some:
        yield {
            "address_key": one.address.key,
            "platform": one.address.platform,
            "workspace": one.address.workspace,
            "kind": one.address.kind,
            "channel": one.address.id,
            "scope": one.scope.kind,
            "value": one.scope.value,
            "language": one.language,
            "made_at": one.made_at,
        }
