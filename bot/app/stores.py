"""What is remembered, and where: in this process alone, or in a database that others share."""

from dataclasses import dataclass

from bot.feedback.ports import Verdicts
from bot.ports import Askers, Belongings, Clock, Memory, References, SeenDeliveries
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
from bot.store.passed import DatabasePassedOn
from bot.store.people import DatabaseAskers
from bot.store.references import DatabaseReferences
from bot.store.seen import DatabaseSeen
from bot.store.subscriptions import DatabaseSubscriptions


@dataclass(frozen=True, slots=True)
class Stores:
    """Everything that is remembered of those who ask.

    ``passed`` is missing where nothing can be passed on: nobody would hear of it. ``references``
    are missing where nobody can be written to.
    """

    seen: SeenDeliveries
    memory: Memory
    askers: Askers
    subscriptions: Subscriptions
    belongings: Belongings
    verdicts: Verdicts
    passed: DatabasePassedOn | None = None
    references: References | None = None


def in_process(clock: Clock) -> Stores:
    """Lasts as long as the process: for one terminal or one browser."""
    conversations, askers = MemoryOfConversations(clock), MemoryOfAskers(clock)
    subscriptions = MemorySubscriptions()
    verdicts = MemoryVerdicts(clock)
    belongings = MemoryBelongings(conversations, askers, subscriptions, verdicts)
    return Stores(MemorySeen(), conversations, askers, subscriptions, belongings, verdicts)


def shared(database: Database, clock: Clock) -> Stores:
    """Outlasts every process, and is the same for all of them."""
    return Stores(
        DatabaseSeen(database, clock),
        DatabaseConversations(database, clock),
        DatabaseAskers(database, clock),
        DatabaseSubscriptions(database),
        DatabaseBelongings(database),
        DatabaseVerdicts(database, clock),
        DatabasePassedOn(database, clock),
        DatabaseReferences(database, clock),
    )
