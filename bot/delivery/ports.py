"""What delivering needs of the outside."""

from abc import abstractmethod
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from bot.delivery.model import Delivery, Result
from bot.reply import Address, Reply


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

    @abstractmethod
    def thread(self, receipt: str) -> str:
        """The thread of what is written below the message with this receipt; empty for none."""

    @property
    def repeats(self) -> bool:
        """Whether to post again where the platform cannot tell: rather twice than never."""
        return False
