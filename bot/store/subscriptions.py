"""Who wants to be reminded of what, for all processes that share the database."""

from collections.abc import AsyncIterator, Sequence
from typing import Any

from sqlalchemy import Row, Select, bindparam, delete, select

from bot.reminders.model import Scope, ScopeKind, Subscription
from bot.reminders.ports import Subscriptions
from bot.reply import Address, AddressKind, Language
from bot.store.addresses import packed, unpacked
from bot.store.database import Database
from bot.store.gathering import Gathered, odd
from bot.store.locks import Lock, together
from bot.store.tables import subscription as table
from bot.store.upsert import inserting
from bot.store.withdrawing import withdraw

CHUNK = 500
"""How many are read at a time."""
_ONE = ["address_key", "scope", "value"]
_THEIRS = (
    select(table)
    .where(table.c.address_key.in_(bindparam("keys", expanding=True)))
    .order_by(table.c.id)
)
"""Made once: making a statement costs more than asking the database."""


class DatabaseSubscriptions(Subscriptions):
    """Subscriptions. Every method may raise `StoreError`."""

    def __init__(self, database: Database, chunk: int = CHUNK) -> None:
        self._database = database
        self._chunk = chunk
        self._asking = Gathered(self._of)

    async def add(self, subscription: Subscription) -> bool:
        """Keep it; False where the address has the scope already (its language is renewed)."""
        async with self._database.begin() as connection:
            await together(connection, Lock.SUBSCRIBING)
            adding = inserting(connection, table).values(_as_row(subscription))
            new = adding.on_conflict_do_nothing(index_elements=_ONE).returning(table.c.id)
            if await connection.scalar(new) is not None:
                return True
            # Not just changed: it may have been ended in between.
            language = {"language": subscription.language.value}
            renewing = adding.on_conflict_do_update(index_elements=_ONE, set_=language)
            await connection.execute(renewing)
            return False

    async def end(self, address: Address, scope: Scope | None = None) -> int:
        """End the address's subscription to the scope, or all it has; how many ended."""
        ending = delete(table).where(table.c.address_key == address.key)
        if scope is not None:
            ending = ending.where(table.c.scope == scope.kind, table.c.value == scope.value)
        async with self._database.begin() as connection:
            ended = (await connection.execute(ending)).rowcount
            await withdraw(connection, address.key)
            return ended

    async def of(self, address: Address) -> tuple[Subscription, ...]:
        """Those of an address, oldest first."""
        return await self._asking.do(address.key, alone=odd(address.key))

    async def everyone(self) -> AsyncIterator[Subscription]:
        """All there are, a few at a time; not as of one moment."""
        last = 0
        ordered = select(table).order_by(table.c.id).limit(self._chunk)
        while rows := await self._read(ordered.where(table.c.id > last)):
            for row in rows:
                yield _from_row(row)
            last = rows[-1].id

    async def _of(self, keys: Sequence[str]) -> list[tuple[Subscription, ...]]:
        """Those of several addresses, told apart by their keys."""
        found: dict[str, list[Subscription]] = {key: [] for key in keys}
        for row in await self._read(_THEIRS, keys=sorted(set(keys))):
            found[row.address_key].append(_from_row(row))
        return [tuple(found[key]) for key in keys]

    async def _read(self, rows: Select[Any], **values: object) -> list[Row[Any]]:
        async with self._database.reading() as connection:
            return list((await connection.execute(rows, values)).all())


def _as_row(given: Subscription) -> dict[str, object]:
    return {
        "address_key": given.address.key,
        "platform": given.address.platform,
        "workspace": given.address.workspace,
        "kind": given.address.kind.value,
        "channel": given.address.id,
        "scope": given.scope.kind.value,
        "value": given.scope.value,
        "language": given.language.value,
        "made_at": given.made_at,
        "made_by": packed(given.made_by),
    }


def _from_row(row: Row[Any]) -> Subscription:
    address = Address(row.platform, row.workspace, AddressKind(row.kind), row.channel)
    return Subscription(
        address,
        Scope(ScopeKind(row.scope), row.value),
        Language(row.language),
        row.made_at,
        unpacked(row.made_by) if row.made_by else None,
    )
