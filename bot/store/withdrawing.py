"""Withdrawing what is written already for an address that does not want it any more."""

import json
from collections.abc import Collection
from typing import Any

from sqlalchemy import Row, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.delivery.model import Kind, State
from bot.reminders.model import Scope, ScopeKind
from bot.store.tables import OPEN, delivery, event, subscription


async def withdraw(connection: AsyncConnection, address_key: str) -> None:
    """Cancel the address's pending reminders of events that none of its subscriptions holds."""
    mine = select(subscription.c.scope, subscription.c.value)
    rows = await connection.execute(mine.where(subscription.c.address_key == address_key))
    left = {Scope(ScopeKind(row.scope), row.value) for row in rows}
    waiting = (
        select(delivery.c.id, event.c.id.label("event"), event.c.places, event.c.tags)
        .select_from(delivery.join(event, event.c.id == delivery.c.event))
        .where(OPEN, delivery.c.address_key == address_key)
        .where(delivery.c.kind.in_([Kind.REMINDER, Kind.DEADLINE]))
    )
    found = (await connection.execute(waiting)).all()
    if unwanted := [row.id for row in found if not _holds(left, row)]:
        await connection.execute(
            update(delivery)
            .where(delivery.c.id.in_(unwanted), delivery.c.state == State.PENDING)
            .values(state=State.CANCELLED, error="not wanted any more")
        )


def _holds(scopes: Collection[Scope], about: Row[Any, Any, Any, Any]) -> bool:
    places, tags = json.loads(about.places), json.loads(about.tags)
    wider = [Scope(ScopeKind.PLACE, place) for place in places]
    wider += [Scope(ScopeKind.TAG, tag) for tag in tags]
    return not {Scope(), Scope(ScopeKind.EVENT, about.event), *wider}.isdisjoint(scopes)
