"""The simple stores, in memory and on both databases."""

from collections.abc import AsyncIterator
from dataclasses import dataclass

import pytest

from bot.feedback.ports import Verdicts
from bot.ports import Askers, Belongings, Memory, References, SeenDeliveries
from bot.reminders.ports import Subscriptions
from bot.store.belongings import DatabaseBelongings, MemoryBelongings
from bot.store.conversations import DatabaseConversations
from bot.store.database import Database
from bot.store.feedback import DatabaseVerdicts, MemoryVerdicts
from bot.store.memory import (
    MemoryOfAskers,
    MemoryOfConversations,
    MemorySeen,
    MemorySubscriptions,
)
from bot.store.people import DatabaseAskers
from bot.store.references import DatabaseReferences
from bot.store.seen import DatabaseSeen
from bot.store.subscriptions import DatabaseSubscriptions
from tests.fakes.databases import Databases
from tests.fakes.references import MemoryReferences
from tests.fakes.responder import FixedClock


@dataclass(frozen=True, slots=True)
class Stores:
    """What one process keeps things in, and its clock."""

    seen: SeenDeliveries
    conversations: Memory
    askers: Askers
    subscriptions: Subscriptions
    references: References
    belongings: Belongings
    verdicts: Verdicts
    clock: FixedClock


def in_memory() -> Stores:
    """Everything in this process."""
    clock = FixedClock()
    conversations, askers = MemoryOfConversations(clock), MemoryOfAskers(clock)
    subscriptions, verdicts = MemorySubscriptions(), MemoryVerdicts(clock)
    return Stores(
        MemorySeen(),
        conversations,
        askers,
        subscriptions,
        MemoryReferences(),
        MemoryBelongings(conversations, askers, subscriptions, verdicts),
        verdicts,
        clock,
    )


def on(database: Database) -> Stores:
    """Everything in the database."""
    clock = FixedClock()
    return Stores(
        DatabaseSeen(database, clock),
        DatabaseConversations(database, clock),
        DatabaseAskers(database, clock),
        DatabaseSubscriptions(database, chunk=2),
        DatabaseReferences(database, clock, chunk=3),
        DatabaseBelongings(database),
        DatabaseVerdicts(database, clock),
        clock,
    )


@pytest.fixture(params=["memory", "sqlite", "postgresql"])
async def stores(request: pytest.FixtureRequest, databases: Databases) -> AsyncIterator[Stores]:
    """Empty ones, of each kind."""
    if request.param == "memory":
        yield in_memory()
        return
    database = Database(databases.of_module(request.param, request.node.module.__name__))
    yield on(database)
    await database.close()
