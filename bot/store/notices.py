"""Notices: whoever asked for a reminder is told, once, that it cannot be delivered."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.delivery.model import Kind, State
from bot.store.addresses import unpacked
from bot.store.tables import delivery
from bot.store.upsert import inserting

WORTH_TELLING = timedelta(days=7)


async def write(connection: AsyncConnection, parked: Sequence[int], now: datetime) -> None:
    """Write a notice for each address and reason that nobody was told of before."""
    if not parked:
        return
    query = select(delivery).where(
        delivery.c.id.in_(parked),
        delivery.c.state == State.PARKED,
        delivery.c.made_by.is_not(None),
        delivery.c.kind != Kind.NOTICE,
    )
    rows = []
    for row in (await connection.execute(query)).all():
        maker = unpacked(row.made_by)
        rows.append(
            {
                "key": f"notice:{row.address_key}:{row.error}",
                "kind": Kind.NOTICE,
                "event": row.event,
                "rev": row.rev,
                "name": "notice",
                "address_key": maker.key,
                "platform": maker.platform,
                "workspace": maker.workspace,
                "address_kind": maker.kind,
                "channel": maker.id,
                "language": row.language,
                "about": row.error,
                "due": now,
                "useless": now + WORTH_TELLING,
                "next_at": now,
                "state": State.PENDING,
            }
        )
    if rows:
        statement = inserting(connection, delivery).values(rows)
        await connection.execute(statement.on_conflict_do_nothing(index_elements=[delivery.c.key]))
