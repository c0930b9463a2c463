"""The outbox: messages that are to arrive once, whoever sends them.

``next_at`` is when a message is due, is tried again, or its claim ends, all in one; so nobody has
to look for claims whose worker died. One statement claims on both databases; SQLite, which has one
writer at a time anyway, leaves the row locks out.
"""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Integer, Row, Text, bindparam, case, func, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.delivery.model import OF_EVENTS, Delivery, Kind, Result, State
from bot.delivery.ports import Outbox, Standing
from bot.reply import Address, AddressKind, Language
from bot.store import gates, notices, outcomes
from bot.store.columns import Instant
from bot.store.corrections import late_corrections
from bot.store.database import Database
from bot.store.gates import Pace
from bot.store.tables import GIVEN_UP, OPEN, delivery, event


class DatabaseOutbox(Outbox):
    """The outbox in a database, shared by all its workers.

    ``owner`` tells workers apart for whoever reads the table; nothing hangs on it. ``lease`` is how
    long a claim lasts.
    """

    def __init__(self, database: Database, owner: str, lease: timedelta, pace: Pace) -> None:
        self._database = database
        self._owner = owner
        self._lease = lease
        self._pace = pace

    async def claim(self, now: datetime, most: int) -> list[Delivery]:
        """Take up to ``most`` that are due, whose channels and workspaces are free."""
        async with self._database.begin() as connection:
            rows = await self._take(connection, now, most)
            if not rows:
                return []
            taken = await self._through_gates(connection, rows, now)
            current = await _revisions(connection, taken)
            above = await _above(connection, taken)
        return [_delivery(row, current, above) for row in taken]

    async def _take(
        self, connection: AsyncConnection, now: datetime, most: int
    ) -> Sequence[Row[Any]]:
        bound = {"now": now, "most": most, "ends": now + self._lease, "me": self._owner}
        rows = (await connection.execute(_TAKE, bound)).all()
        return sorted(rows, key=lambda row: (row.due, row.id))

    async def _through_gates(
        self, connection: AsyncConnection, rows: Sequence[Row[Any]], now: datetime
    ) -> list[Row[Any]]:
        """Those whose channel and workspace are open; the others wait where these open."""
        opened = await gates.pass_through(
            connection, (row.address_key for row in rows), now, self._pace.channel
        )
        passed, waiting = [], []
        for row, (key, before) in zip(
            rows, gates.counted([r.address_key for r in rows]), strict=True
        ):
            if key in opened and before == 0:
                passed.append(row)
            else:
                waiting.append((row, key, before - (key in opened)))
        taken: list[Row[Any]] = []
        for workspace in sorted({_workspace(row) for row in passed}):
            here = [row for row in passed if _workspace(row) == workspace]
            now_here = here[: self._pace.burst]
            gap = len(now_here) * self._pace.workspace
            if not await gates.pass_through(connection, [workspace], now, gap):
                now_here = []
            taken += now_here
            late = enumerate(here[len(now_here) :])
            waiting += [(row, workspace, n // self._pace.burst) for n, row in late]
        await self._put_back(connection, waiting, now)
        return taken

    async def _put_back(
        self,
        connection: AsyncConnection,
        waiting: Sequence[tuple[Row[Any], str, int]],
        now: datetime,
    ) -> None:
        """As if never claimed, until the gate opens; those behind others there wait longer."""
        if not waiting:
            return
        opens = await gates.free_at(connection, (key for _, key, _ in waiting))
        rows = [
            {"which": row.id, "opens": max(opens.get(key, now), now) + before * self._pace.channel}
            for row, key, before in waiting
        ]
        await connection.execute(_PUT_BACK, rows)

    async def record(self, results: Sequence[Result], now: datetime) -> None:
        """Keep how attempts ended; those whose claim was overtaken by another are left out."""
        if not results:
            return
        async with self._database.begin() as connection:
            await outcomes.keep(connection, results, now)
            await gates.shut(connection, _pauses(results))
            await late_corrections(connection, _ids(results, State.SENT), now)
            await notices.write(connection, _ids(results, State.PARKED), now)

    async def standing(self, now: datetime) -> Standing:
        """How it stands."""
        overdue = select(func.min(delivery.c.due)).where(OPEN, delivery.c.next_at <= now)
        vanished = select(func.count()).where(event.c.gone, event.c.useless > now)
        counts: dict[str, int] = {}
        async with self._database.reading() as connection:
            for of_them in (OPEN, GIVEN_UP):
                counting = select(delivery.c.state, func.count()).where(of_them)
                found = await connection.execute(counting.group_by(delivery.c.state))
                counts |= {row[0]: row[1] for row in found}
            oldest = await connection.scalar(overdue)
            gone = await connection.scalar(vanished) or 0
        states = (State.PENDING, State.SENDING, State.PARKED, State.MISSED)
        pending, sending, parked, missed = (counts.get(state, 0) for state in states)
        return Standing(pending, sending, parked, missed, gone, oldest)


_OF_NO_USE = {"owner", "receipt", "error", "sent_at", "made_by", "said", "state"}
"""What a claimed delivery need not bring along."""
_NOW = bindparam("now", type_=Instant)
_DUE = (
    select(delivery.c.id)
    .where(OPEN, delivery.c.next_at <= _NOW)
    .order_by(delivery.c.next_at, delivery.c.id)
    .limit(bindparam("most", type_=Integer))
    .with_for_update(skip_locked=True)
    .cte("due")
)
_TAKE = (
    update(delivery)
    .where(delivery.c.id.in_(select(_DUE.c.id)))
    .values(
        was=delivery.c.state,
        state=State.SENDING,
        next_at=bindparam("ends", type_=Instant),
        owner=bindparam("me", type_=Text),
        fence=delivery.c.fence + 1,
        tries=delivery.c.tries + 1,
        first_try_at=func.coalesce(delivery.c.first_try_at, _NOW),
    )
    .returning(*(column for column in delivery.c if column.name not in _OF_NO_USE))
)
_PUT_BACK = (
    update(delivery)
    .where(delivery.c.id == bindparam("which"))
    .values(
        state=delivery.c.was,
        next_at=bindparam("opens"),
        tries=delivery.c.tries - 1,
        first_try_at=case((delivery.c.tries > 1, delivery.c.first_try_at), else_=None),
    )
)


def _pauses(results: Sequence[Result]) -> dict[str, datetime]:
    pauses: dict[str, datetime] = {}
    for result in results:
        if result.pause is None:
            continue
        address = result.delivery.address
        for key in (address.key, workspace_key(address.platform, address.workspace)):
            pauses[key] = max(pauses.get(key, result.pause), result.pause)
    return pauses


def _ids(results: Sequence[Result], state: State) -> list[int]:
    return [result.delivery.id for result in results if result.state is state]


def workspace_key(platform: str, workspace: str) -> str:
    """The gate of a workspace."""
    return f"{platform}:workspace:{workspace}"


def _workspace(row: Row[Any]) -> str:
    return workspace_key(row.platform, row.workspace)


async def _revisions(connection: AsyncConnection, rows: Sequence[Row[Any]]) -> dict[str, int]:
    """The present revisions of the events that deliveries are about; those that are gone lack."""
    wanted = sorted({row.event for row in rows})
    query = select(event.c.id, event.c.rev).where(event.c.id.in_(wanted), ~event.c.gone)
    return {row.id: row.rev for row in await connection.execute(query)}


async def _above(
    connection: AsyncConnection, rows: Sequence[Row[Any]]
) -> dict[str, tuple[State, str]]:
    """How the messages stand that others belong below, and their receipts, by their keys."""
    wanted = sorted({row.below for row in rows if row.below})
    if not wanted:
        return {}
    query = select(delivery.c.key, delivery.c.state, delivery.c.receipt)
    found = await connection.execute(query.where(delivery.c.key.in_(wanted)))
    return {row.key: (State(row.state), row.receipt) for row in found}


def _delivery(
    row: Row[Any], current: dict[str, int], above: dict[str, tuple[State, str]]
) -> Delivery:
    kind = Kind(row.kind)
    state, receipt = above.get(row.below, (State.CANCELLED, ""))
    return Delivery(
        id=row.id,
        key=row.key,
        kind=kind,
        event=row.event,
        name=row.name,
        address=Address(
            row.platform, row.workspace, AddressKind(row.address_kind), row.channel, row.thread
        ),
        language=Language(row.language),
        due=row.due,
        useless=row.useless,
        unclear=row.was == State.SENDING,
        stale=kind in OF_EVENTS and current.get(row.event) != row.rev,
        since=row.first_try_at,
        fence=row.fence,
        until=row.next_at,
        tries=row.tries,
        about=row.about,
        below=receipt,
        early=state in {State.PENDING, State.SENDING},
    )
