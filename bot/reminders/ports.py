"""What reminding needs of the outside."""

from abc import abstractmethod
from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from bot.reminders.model import EventPlan, Scope, Subscription
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
