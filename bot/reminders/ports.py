"""What reminding needs of the outside."""

from abc import abstractmethod
from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from bot.reminders.model import Delivery, EventPlan, Result, Scope, Subscription
from bot.reply import Address, Reply


class Subscriptions(Protocol):
    """Who wants to be reminded of what. An address and a scope make one subscription."""

    @abstractmethod
    async def add(self, subscription: Subscription) -> bool:
        """Keep it; False where the address has the scope already (its language is renewed)."""

    @abstractmethod
    async def end(self, address: Address, scope: Scope | None = None) -> int:
        """End the address's subscription to the scope, or all it has; how many ended."""

    @abstractmethod
    async def of(self, address: Address) -> tuple[Subscription, ...]:
        """Those of an address, oldest first."""

    @abstractmethod
    def everyone(self) -> AsyncIterator[Subscription]:
        """All there are, a few at a time."""


@dataclass(frozen=True, slots=True)
class Foretold:
    """A message as it would read when it is posted; ``due`` is when, in UTC."""

    due: datetime
    reply: Reply


class Foretelling(Protocol):
    """Tells what will be posted, for who does not want to wait for it."""

    @abstractmethod
    async def foretell(
        self, address: Address, since: datetime, until: datetime
    ) -> tuple[Foretold, ...]:
        """What would be posted to an address after ``since`` and not after ``until`` (aware).

        In the order in which it would be. May raise `StoreError`.
        """


class Schedule(Protocol):
    """What is due when, for whom."""

    @abstractmethod
    async def take_over(self, plans: Sequence[EventPlan], now: datetime) -> None:
        """Let the plans be what holds: add what is new, replace what moved, silence what ended.

        Nothing is added that was due before ``now``. Asked again with the same plans it does
        nothing. An event that is in none of the plans is gone, and silenced.
        """

    @abstractmethod
    async def fan_out(self, now: datetime) -> bool:
        """Write deliveries for a chunk of the subscribers of what is due; False if nothing is."""


@dataclass(frozen=True, slots=True)
class Standing:
    """How the outbox stands, for health: counts, and the due time of the oldest unsent.

    ``gone`` counts events to come that are no longer in the knowledge base, so that nobody is
    reminded of them.
    """

    pending: int
    sending: int
    parked: int
    missed: int
    gone: int
    oldest: datetime | None


class Outbox(Protocol):
    """Messages that are to arrive once. Every method may raise `StoreError`."""

    @abstractmethod
    async def claim(self, now: datetime, most: int) -> list[Delivery]:
        """Take up to ``most`` that are due, whose channels and workspaces are free."""

    @abstractmethod
    async def record(self, results: Sequence[Result], now: datetime) -> None:
        """Keep how attempts ended; those whose claim was overtaken by another are left out."""

    @abstractmethod
    async def standing(self, now: datetime) -> Standing:
        """How it stands."""


class Poster(Protocol):
    """Writes to addresses of one platform."""

    @abstractmethod
    async def post(self, address: Address, reply: Reply, key: str) -> str:
        """Post with a hidden key; the platform's id of the message. Raises `PostingError`.

        Tried once, within its time limit: repeating is for the caller, who looks first.
        """

    @abstractmethod
    async def posted(self, address: Address, key: str, since: datetime) -> str | None:
        """The id of the message with this key, posted at ``since`` or later; None if there is none.

        Raises `PostingError`: `CannotTellError` where the platform never tells.
        """
