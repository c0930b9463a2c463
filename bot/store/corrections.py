"""Corrections: for those who were told of an event what is no longer so."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import (
    Column,
    ColumnElement,
    Text,
    and_,
    bindparam,
    cast,
    exists,
    literal,
    literal_column,
    select,
)
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.delivery.model import Kind, State
from bot.reminders.model import ScopeKind
from bot.store.columns import Instant
from bot.store.tables import delivery, event, subscription
from bot.store.upsert import inserting

CORRECTION = "correction"
"""The name of the occurrence that corrects what was said, and in the keys of its deliveries."""
PROMISED = "correction-promised"
"""The name of the one for those whom nothing was said to yet, but who were promised a reminder."""
_SENT = literal_column("'sent'", Text)
"""Written out, so that the partial index is seen to fit."""
_TELLING = (Kind.REMINDER, Kind.DEADLINE, Kind.CORRECTION)
COLUMNS = (
    "key", "kind", "event", "rev", "name", "address_key", "platform", "workspace", "address_kind",
    "channel", "language", "made_by", "said", "due", "useless", "next_at", "state",
)  # fmt: skip


def told(event_id: str, said: str) -> ColumnElement[bool]:
    """Which deliveries are the last thing an address was told of an event, and not ``said``."""
    later = delivery.alias("later")
    since = exists().where(
        later.c.event == delivery.c.event,
        later.c.address_key == delivery.c.address_key,
        later.c.state == _SENT,
        later.c.kind.in_(_TELLING),
        later.c.id > delivery.c.id,
    )
    return and_(
        unindexed(delivery.c.event) == event_id,
        delivery.c.state == _SENT,
        delivery.c.kind.in_(_TELLING),
        delivery.c.said != said,
        ~since,
    )


def promised(event_id: str) -> ColumnElement[bool]:
    """Which subscriptions are to this very event."""
    scope, value = unindexed(subscription.c.scope), unindexed(subscription.c.value)
    return and_(scope == ScopeKind.EVENT, value == event_id)


def unindexed(column: Column[str]) -> ColumnElement[str]:
    """The column, where its index would mislead: rows are gone through by their ids, in chunks."""
    return column.concat("")


async def late_corrections(connection: AsyncConnection, sent: Sequence[int], now: datetime) -> None:
    """Correct what was sent while its event changed, and reached people after all."""
    if not sent:
        return
    overtaken = (await connection.scalars(_OVERTAKEN, {"sent": sent})).all()
    if overtaken:
        query = select(*_correcting(now)).select_from(_BOTH).where(delivery.c.id.in_(overtaken))
        statement = inserting(connection, delivery).from_select(COLUMNS, query)
        await connection.execute(statement.on_conflict_do_nothing(index_elements=[delivery.c.key]))


_BOTH = delivery.join(event, event.c.id == delivery.c.event)
_OVERTAKEN = (
    select(delivery.c.id)
    .select_from(_BOTH)
    .where(
        delivery.c.id.in_(bindparam("sent", expanding=True)),
        delivery.c.kind.in_(_TELLING),
        delivery.c.rev < event.c.rev,
        delivery.c.said != event.c.said,
        ~event.c.gone,
    )
)


def _correcting(now: datetime) -> Sequence[ColumnElement[Any]]:
    """`COLUMNS` of the correction of a delivery, from what its event is now."""
    middle = ":" + cast(event.c.rev, Text) + f":{CORRECTION}:"
    return (
        delivery.c.event + middle + delivery.c.address_key,
        literal(Kind.CORRECTION.value),
        delivery.c.event,
        event.c.rev,
        literal(CORRECTION),
        delivery.c.address_key,
        delivery.c.platform,
        delivery.c.workspace,
        delivery.c.address_kind,
        delivery.c.channel,
        delivery.c.language,
        delivery.c.made_by,
        event.c.said,
        literal(now, Instant),
        event.c.useless,
        literal(now, Instant),
        literal(State.PENDING.value),
    )
