"""Notices: whoever asked for something is told, once, that it cannot be delivered."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Row, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.delivery.model import PASSED_ON, Kind, State
from bot.store.addresses import unpacked
from bot.store.tables import delivery
from bot.store.upsert import inserting

WORTH_TELLING = timedelta(days=7)


async def write(connection: AsyncConnection, parked: Sequence[int], now: datetime) -> None:
    """Write a notice for each that was given up, unless its maker was told the same before."""
    if not parked:
        return
    query = select(delivery).where(
        delivery.c.id.in_(parked),
        delivery.c.state == State.PARKED,
        delivery.c.made_by.is_not(None),
        delivery.c.kind.not_in([Kind.NOTICE, Kind.UNDELIVERED]),
    )
    rows = [_notice(row, now) for row in (await connection.execute(query)).all()]
    if rows:
        statement = inserting(connection, delivery).values(rows)
        await connection.execute(statement.on_conflict_do_nothing(index_elements=[delivery.c.key]))


def _notice(row: Row[Any], now: datetime) -> dict[str, object]:
    maker = unpacked(row.made_by)
    return _which(row) | {
        "event": row.event,
        "rev": row.rev,
        "address_key": maker.key,
        "platform": maker.platform,
        "workspace": maker.workspace,
        "address_kind": maker.kind,
        "channel": maker.id,
        "thread": maker.thread,
        "language": row.language,
        "due": now,
        "useless": now + WORTH_TELLING,
        "next_at": now,
        "state": State.PENDING,
    }


def _which(row: Row[Any]) -> dict[str, object]:
    """Of reminders one an address and reason; of questions that were passed on, one a message."""
    if Kind(row.kind) in PASSED_ON:
        key = f"undelivered:{row.key}"
        return {"key": key, "kind": Kind.UNDELIVERED, "name": row.kind, "about": row.about}
    key = f"notice:{row.address_key}:{row.error}"
    return {"key": key, "kind": Kind.NOTICE, "name": "notice", "about": row.error}
