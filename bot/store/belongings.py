"""What belongs to a workspace of a platform, table by table, and deleting it."""

from collections.abc import Callable
from dataclasses import dataclass

from sqlalchemy import Column, ColumnElement, Table, and_, delete, false, func, or_, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.ports import Belongings
from bot.reply import Address
from bot.store import tables
from bot.store.database import Database
from bot.store.feedback import MemoryVerdicts
from bot.store.locks import Lock, alone
from bot.store.memory import MemoryOfAskers, MemoryOfConversations, MemorySubscriptions
from bot.store.outbox import workspace_key

Whose = Callable[[str, str], ColumnElement[bool]]
"""Which rows belong to a platform's workspace; both by their ids."""


def _named(table: Table) -> Whose:
    """Rows that say it themselves, in columns of these names."""

    def condition(platform: str, workspace: str) -> ColumnElement[bool]:
        return and_(table.c.platform == platform, table.c.workspace == workspace)

    return condition


def _keyed(key: Column[str]) -> Whose:
    """Rows whose key begins with platform and workspace, as those that adapters make up do."""

    def condition(platform: str, workspace: str) -> ColumnElement[bool]:
        beginning = f"{platform}:{workspace}:"
        # Not LIKE: on SQLite that takes small and capital letters for the same.
        return func.substr(key, 1, len(beginning)) == beginning

    return condition


def _gates(platform: str, workspace: str) -> ColumnElement[bool]:
    """The workspace's own, and those of the addresses that something was to be sent to."""
    sent = _named(tables.delivery)(platform, workspace)
    addresses = select(tables.delivery.c.address_key).where(sent)
    own = workspace_key(platform, workspace)
    return or_(tables.gate.c.key == own, tables.gate.c.key.in_(addresses))


def _installed(platform: str, workspace: str) -> ColumnElement[bool]:
    return tables.slack_bot.c.team_id == workspace if platform == "slack" else false()


BELONGING: tuple[tuple[Table, Whose], ...] = (
    (tables.slack_bot, _installed),
    (tables.subscription, _named(tables.subscription)),
    (tables.gate, _gates),
    (tables.passed, _named(tables.passed)),
    (tables.proposal, _named(tables.proposal)),
    (tables.delivery, _named(tables.delivery)),
    (tables.reference, _named(tables.reference)),
    (tables.conversation, _keyed(tables.conversation.c.key)),
    (tables.person, _keyed(tables.person.c.key)),
    (tables.person_language, _keyed(tables.person_language.c.key)),
    (tables.verdict, _keyed(tables.verdict.c.asker)),
)
"""Every table with rows of workspaces, in the order in which they are deleted.

A new table takes its line here, or in `NOBODYS` if it has none: a test sees that it stands in one.
"""
NOBODYS = (
    tables.event,  # the knowledge base's
    tables.occurrence,
    tables.seen,  # bare ids of deliveries, gone after a day
    tables.slack_state,  # made before anybody knows the workspace, gone after ten minutes
)
"""Tables without anything of a workspace."""


ADDRESSED: tuple[Column[str], ...] = (
    tables.subscription.c.address_key,
    tables.gate.c.key,
    tables.delivery.c.address_key,
    tables.reference.c.address,
)
"""Where keys of addresses stand, in the order in which their rows are deleted."""


class DatabaseBelongings(Belongings):
    """What the database holds of workspaces. May raise `StoreError`."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def forget(self, platform: str, workspace: str) -> None:
        """Delete what belongs to the workspace, and nothing of any other; wholly or not at all."""
        if not workspace:
            return  # what names none comes from the settings, and is theirs
        async with self._database.begin() as connection:
            # A reminder that is just being written for its subscribers is written before or never.
            await alone(connection, Lock.SUBSCRIBING)
            await _delete(connection, platform, workspace)

    async def forget_address(self, address: Address) -> None:
        """Delete what there is to write to the address, and nothing else; wholly or not at all."""
        async with self._database.begin() as connection:
            await alone(connection, Lock.SUBSCRIBING)
            for key in ADDRESSED:
                await connection.execute(delete(key.table).where(key == address.key))


async def _delete(connection: AsyncConnection, platform: str, workspace: str) -> None:
    for table, whose in BELONGING:
        await connection.execute(delete(table).where(whose(platform, workspace)))


@dataclass(frozen=True, slots=True)
class MemoryBelongings(Belongings):
    """What one process holds of workspaces."""

    conversations: MemoryOfConversations
    askers: MemoryOfAskers
    subscriptions: MemorySubscriptions
    verdicts: MemoryVerdicts

    async def forget(self, platform: str, workspace: str) -> None:
        """Delete what belongs to the workspace, and nothing of any other."""
        if workspace:
            self.conversations.forget_all(f"{platform}:{workspace}:")
            self.askers.forget_all(f"{platform}:{workspace}:")
            self.verdicts.forget_all(f"{platform}:{workspace}:")
            self.subscriptions.forget_all(platform, workspace)

    async def forget_address(self, address: Address) -> None:
        """Delete what there is to write to the address, and nothing else."""
        await self.subscriptions.end(address)
