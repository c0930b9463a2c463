"""The schedule: which events are known, what is due when, and for whom deliveries are written.

Occurrences are few and are kept from the start. Their deliveries, one an address, are written when
they are due, a chunk at a time, with how far it came in the same transaction.
"""

import json
import logging
from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Row, Text, delete, literal_column, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.delivery.model import Kind, State
from bot.reminders.changes import Known, first_known, must_be_told, taken_over
from bot.reminders.model import EventPlan, Occurrence, ScopeKind
from bot.reminders.ports import Schedule
from bot.store.corrections import CORRECTION, PROMISED
from bot.store.database import Database
from bot.store.fanning import Fanning, Stage
from bot.store.gates import forget_open, free_at, shut
from bot.store.locks import Lock, alone
from bot.store.tables import delivery, event, occurrence, subscription
from bot.store.upsert import inserting

log = logging.getLogger(__name__)

SECOND_THOUGHTS = timedelta(minutes=2)
"""How long a correction waits: an editor's slip, mended at once, tells nobody anything."""
_ON_ITS_WAY = timedelta(minutes=10)
"""How long a new event may be on its way from its editor to here.

Its file is read, and the store may be away; what falls due meanwhile is sent late. An event that
was known before has no such time: what fell due then was sent for what it was.
"""
_KEPT = timedelta(days=90)
"""How long what was delivered is remembered after its event."""
_OPEN = timedelta(days=1)
"""How long a gate is remembered through which nobody passes: its key names a channel or person."""
_ALIVE = "alive"
"""The gate that tells up to when all that was due has been fanned out."""
_PATIENCE = 120.0
"""Seconds that silencing what a million were to get may take."""
_NOTED = timedelta(seconds=20)
_SWEPT = timedelta(hours=1)

_PENDING = literal_column("'pending'", Text)
"""Written out, so that the partial index is seen to fit."""

PlannedRow = Row[Any]


class DatabaseSchedule(Schedule):
    """The schedule in a database. ``chunk`` bounds the deliveries written in one transaction."""

    def __init__(self, database: Database, chunk: int = 5000) -> None:
        self._database = database
        self._fanning = Fanning(chunk)
        self._noted: datetime | None = None
        self._swept: datetime | None = None

    async def take_over(self, plans: Sequence[EventPlan], now: datetime) -> None:
        """Let the plans be what holds.

        Nothing is added that was due before ``now``; but what fell due while nobody was there to
        plan it, since the last time that anybody was, is added late; and so is what fell due while
        a new event was on its way here.
        """
        async with self._database.begin(_PATIENCE) as connection:
            await alone(connection, Lock.PLANNING)
            since = min(now, (await free_at(connection, [_ALIVE])).get(_ALIVE, now))
            known = {row.id: row for row in await connection.execute(select(event))}
            for plan in plans:
                await _take_over(connection, known.get(plan.event), plan, since, now)
            here = {plan.event for plan in plans}
            for row in known.values():
                if row.id not in here and not row.gone and row.useless > now:
                    await _silence(connection, row.id, row.rev + 1)
                    await connection.execute(
                        update(event).where(event.c.id == row.id).values(gone=True)
                    )
                    log.warning("The event %s is gone; its reminders are silenced.", row.id)
            await _forget(connection, now - _KEPT)

    async def fan_out(self, now: datetime) -> bool:
        """Write deliveries for a chunk of the subscribers of what is due; False if nothing is."""
        async with self._database.begin() as connection:
            if await self._fanning.chunk(connection, now):
                await shut(connection, {_ALIVE: now})
                return True
            if self._noted is None or abs(now - self._noted) > _NOTED:
                await shut(connection, {_ALIVE: now})
                self._noted = now
            if self._swept is None or abs(now - self._swept) > _SWEPT:
                await forget_open(connection, now - _OPEN, [_ALIVE])
                await _forget(connection, now - _KEPT)
                self._swept = now
        return False


async def _take_over(
    connection: AsyncConnection,
    row: PlannedRow | None,
    plan: EventPlan,
    since: datetime,
    now: datetime,
) -> None:
    if row is None:
        if plan.useless <= now:
            return  # over before it was ever known
        known, since = first_known(plan), since - _ON_ITS_WAY
    else:
        before = Known(row.rev, row.said, row.start, row.place, row.cancelled, row.gone)
        known = taken_over(before, plan)
        if known.rev != before.rev:
            await _silence(connection, plan.event, known.rev)
            if must_be_told(before, plan):
                await _correct(connection, plan, known.rev, now)
    await _keep(connection, plan, known)
    await _replan(connection, plan, known.rev, since)


async def _keep(connection: AsyncConnection, plan: EventPlan, known: Known) -> None:
    values = {
        "rev": known.rev,
        "said": known.said,
        "start": plan.start,
        "place": plan.place,
        "cancelled": plan.cancelled,
        "gone": False,
        "useless": plan.useless,
        "places": json.dumps(sorted(plan.places)),
        "tags": json.dumps(sorted(plan.tags)),
    }
    insert = inserting(connection, event).values(id=plan.event, **values)
    await connection.execute(insert.on_conflict_do_update(index_elements=[event.c.id], set_=values))


async def _silence(connection: AsyncConnection, event_id: str, before: int) -> None:
    """Cancel what is planned and pending of the event's revisions before this one.

    What is being sent just now is looked after when its outcome is known.
    """
    await connection.execute(
        update(occurrence)
        .where(
            occurrence.c.event == event_id,
            occurrence.c.rev < before,
            occurrence.c.state == Stage.PLANNED,
        )
        .values(state=Stage.CANCELLED)
    )
    await connection.execute(
        update(delivery)
        .where(
            delivery.c.event == event_id,
            delivery.c.state == _PENDING,
            delivery.c.rev < before,
            delivery.c.kind != Kind.NOTICE,
        )
        .values(state=State.CANCELLED, error="overtaken by a change")
    )


async def _correct(connection: AsyncConnection, plan: EventPlan, rev: int, now: datetime) -> None:
    """Plan that those who were told otherwise hear it; of what is over nobody needs to."""
    due = now + SECOND_THOUGHTS
    if plan.useless <= due:
        return
    names = [CORRECTION, PROMISED] if plan.cancelled else [CORRECTION]
    corrections = [Occurrence(name, Kind.CORRECTION, due, plan.useless) for name in names]
    await _add(connection, plan.event, rev, corrections)


async def _replan(connection: AsyncConnection, plan: EventPlan, rev: int, since: datetime) -> None:
    """Let this revision's occurrences be those of the plan that are due after ``since``."""
    query = select(occurrence).where(occurrence.c.event == plan.event, occurrence.c.rev == rev)
    rows = {row.name: row for row in await connection.execute(query)}
    wanted = {planned.name: planned for planned in plan.occurrences}
    new = [o for name, o in wanted.items() if name not in rows and o.due > since]
    await _add(connection, plan.event, rev, new)
    for name, row in rows.items():
        if row.kind != Kind.CORRECTION:
            await _adjust(connection, row, wanted.get(name), since)


async def _adjust(
    connection: AsyncConnection, row: PlannedRow, planned: Occurrence | None, since: datetime
) -> None:
    """Let one occurrence be as it is planned now; what is done stays as it is."""
    if row.state == Stage.PLANNED and planned is None:
        await _change(connection, row.id, state=Stage.CANCELLED)
    elif planned is None or planned.due <= since:
        return
    elif row.state == Stage.PLANNED:
        if (planned.due, planned.useless) != (row.due, row.useless):
            await _change(connection, row.id, due=planned.due, useless=planned.useless)
    elif row.state == Stage.CANCELLED:  # left out of the plan once, and wanted again
        moments = {"due": planned.due, "useless": planned.useless}
        await _change(connection, row.id, state=Stage.PLANNED, cursor=0, **moments)


async def _add(
    connection: AsyncConnection, event_id: str, rev: int, occurrences: Sequence[Occurrence]
) -> None:
    if not occurrences:
        return
    rows = [
        {
            "event": event_id,
            "rev": rev,
            "name": planned.name,
            "kind": planned.kind,
            "due": planned.due,
            "useless": planned.useless,
            "state": Stage.PLANNED,
        }
        for planned in occurrences
    ]
    await connection.execute(inserting(connection, occurrence).values(rows))


async def _change(connection: AsyncConnection, id_: int, **values: object) -> None:
    await connection.execute(update(occurrence).where(occurrence.c.id == id_).values(**values))


async def _forget(connection: AsyncConnection, before: datetime) -> None:
    """Drop all that is about events that were over long ago."""
    over = (await connection.scalars(select(event.c.id).where(event.c.useless < before))).all()
    for id_ in over:
        mine = (subscription.c.scope == ScopeKind.EVENT, subscription.c.value == id_)
        await connection.execute(delete(subscription).where(*mine))
        await connection.execute(delete(delivery).where(delivery.c.event == id_))
        await connection.execute(delete(occurrence).where(occurrence.c.event == id_))
        await connection.execute(delete(event).where(event.c.id == id_))
