"""Fanning out: from an occurrence that is due to a delivery for every address that wants it."""

import json
import logging
from collections.abc import Sequence
from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Row,
    Table,
    and_,
    func,
    literal,
    or_,
    select,
    update,
)
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.delivery.model import Kind, State
from bot.reminders.model import ScopeKind
from bot.store.columns import Instant
from bot.store.corrections import COLUMNS, CORRECTION, PROMISED, promised, told, unindexed
from bot.store.locks import Lock, alone
from bot.store.tables import PLANNED, delivery, event, occurrence, subscription
from bot.store.upsert import inserting

log = logging.getLogger(__name__)


class Stage(StrEnum):
    """How an occurrence stands."""

    PLANNED = "planned"  # due later, or not all its deliveries are written yet
    DONE = "done"
    MISSED = "missed"  # nobody was there before it was useless
    CANCELLED = "cancelled"


class Fanning:
    """Writes deliveries, ``most`` at a time."""

    def __init__(self, most: int) -> None:
        self._most = most

    async def chunk(self, connection: AsyncConnection, now: datetime) -> bool:
        """One chunk of what has been due longest; False where nothing is due."""
        query = (
            select(occurrence)
            .where(PLANNED, occurrence.c.due <= now)
            .order_by(occurrence.c.due, occurrence.c.id)
            .limit(1)
            .with_for_update(skip_locked=True)
        )
        due = (await connection.execute(query)).first()
        if due is None:
            return False
        about = (await connection.execute(select(event).where(event.c.id == due.event))).first()
        # Subscriptions are numbered before they can be seen; none may slip in behind the cursor.
        await alone(connection, Lock.SUBSCRIBING)
        stage, cursor = Stage.CANCELLED, due.cursor
        if due.useless <= now:
            log.warning("A reminder of %s was missed: nobody was there to send it.", due.event)
            stage = Stage.MISSED
        elif about is not None and about.rev == due.rev and not about.gone:
            stage, cursor = await self._write(connection, due, about, now)
        await connection.execute(
            update(occurrence).where(occurrence.c.id == due.id).values(state=stage, cursor=cursor)
        )
        return True

    async def _write(
        self,
        connection: AsyncConnection,
        due: Row[Any],
        about: Row[Any],
        now: datetime,
    ) -> tuple[Stage, int]:
        """The next chunk of those who may want it: the stage then, and how far it came."""
        source, wanting = _wanting(due, about)
        coming = select(source.c.id).where(source.c.id > due.cursor)
        chunk = coming.order_by(source.c.id).limit(self._most).subquery()
        measured = select(func.max(chunk.c.id), func.count()).select_from(chunk)
        last, count = (await connection.execute(measured)).one()
        if not count:
            return Stage.DONE, due.cursor
        here = and_(source.c.id > due.cursor, source.c.id <= last)
        query = select(*_columns(due, about, source, now)).where(here, wanting)
        insert = inserting(connection, delivery).from_select(COLUMNS, query.order_by(source.c.id))
        await connection.execute(insert.on_conflict_do_nothing(index_elements=[delivery.c.key]))
        return (Stage.PLANNED if count == self._most else Stage.DONE), last


def _wanting(due: Row[Any], about: Row[Any]) -> tuple[Table, ColumnElement[bool]]:
    """Which rows of which table hold the addresses that are to hear of it."""
    if due.name == CORRECTION:
        return delivery, told(due.event, about.said)
    if due.name == PROMISED:
        return subscription, promised(due.event)
    return subscription, _in_scope(about)


def _in_scope(about: Row[Any]) -> ColumnElement[bool]:
    scope, value = unindexed(subscription.c.scope), unindexed(subscription.c.value)
    fits: list[ColumnElement[bool]] = [scope == ScopeKind.ALL]
    for kind, values in (
        (ScopeKind.EVENT, [about.id]),
        (ScopeKind.PLACE, json.loads(about.places)),
        (ScopeKind.TAG, json.loads(about.tags)),
    ):
        if values:
            fits.append(and_(scope == kind, value.in_(values)))
    return or_(*fits)


def _columns(
    due: Row[Any], about: Row[Any], source: Table, now: datetime
) -> Sequence[ColumnElement[Any]]:
    """`COLUMNS` of a delivery, taken from a subscription or from what was delivered before."""
    name = CORRECTION if due.kind == Kind.CORRECTION else due.name
    prefix = f"{due.event}:{due.rev}:{name}:"
    return (
        literal(prefix) + source.c.address_key,
        literal(due.kind),
        literal(due.event),
        literal(due.rev),
        literal(name),
        source.c.address_key,
        source.c.platform,
        source.c.workspace,
        source.c.kind if source is subscription else source.c.address_kind,
        source.c.channel,
        source.c.language,
        source.c.made_by,
        literal(about.said),
        literal(due.due, Instant),
        literal(due.useless, Instant),
        literal(now, Instant),
        literal(State.PENDING.value),
    )
