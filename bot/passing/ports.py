"""What passing on needs of the outside."""

from abc import abstractmethod
from datetime import datetime
from typing import Protocol

from bot.passing.model import Answer, Passed, Proposal
from bot.reply import Address


class PassedOn(Protocol):
    """Questions that were passed on, until they are erased. All may raise `StoreError`.

    What is to be told of a change is kept together with the change, to be sent once.
    """

    @abstractmethod
    async def add(self, passed: Passed) -> bool:
        """Keep a question, and have it sent; False where there is one with its id."""

    @abstractmethod
    async def find(self, passed_id: str) -> Passed | None:
        """The question, or None where there is none, or no more."""

    @abstractmethod
    async def take(self, passed_id: str, by: str, at: datetime) -> bool:
        """Let ``by`` see to an open question from ``at`` on; False where it is not open."""

    @abstractmethod
    async def answer(self, passed_id: str, answer: Answer) -> bool:
        """Keep the answer, and have it sent; False where it is answered, or there is none.

        Where it is to be remembered, a proposal is kept.
        """


class Erasing(Protocol):
    """Has questions that were passed on erased. All may raise `StoreError`."""

    @abstractmethod
    async def due(self, asker: Address) -> tuple[datetime, ...]:
        """When each that somebody passed on, and that is still kept, will be erased; in order."""

    @abstractmethod
    async def forget(self, asker: Address) -> int:
        """Erase all that somebody passed on, and what was to be sent of it; how many there were."""

    @abstractmethod
    async def erase(self) -> None:
        """Erase what has been kept long enough; to be called now and then."""


class Proposals(Protocol):
    """What is proposed for the knowledge base. Both may raise `StoreError`."""

    @abstractmethod
    async def proposals(self) -> tuple[Proposal, ...]:
        """All there are, oldest first."""

    @abstractmethod
    async def done(self, proposal_id: str) -> bool:
        """Keep a proposal no longer; False where there is none."""


class Membership(Protocol):
    """Tells who is in a channel."""

    @abstractmethod
    async def member(self, person: Address, channel: Address) -> bool:
        """Whether the person is a member. Raises `PostingError` where that cannot be told."""


class Nearest(Protocol):
    """Tells what a question is likeliest about, however unsure that is."""

    @abstractmethod
    def __call__(self, text: str, at: datetime) -> tuple[str, ...]:
        """The ids of the likeliest entries at the moment ``at`` (aware), likeliest first."""
