"""The seams: what the bot needs of the outside, as small protocols.

Adapters in `bot.store` and the composition root provide them; tests subclass them with fakes.
"""

from abc import abstractmethod
from datetime import datetime
from typing import Protocol

from bot.reply import Question, Reply


class Clock(Protocol):
    """Tells the time."""

    @abstractmethod
    def now(self) -> datetime:
        """The present moment, aware."""


class Responder(Protocol):
    """Answers questions; adapters know nothing more of the middle than this."""

    @abstractmethod
    def reply(self, question: Question) -> Reply:
        """The reply to a question. Never raises for anything a person can type."""


class SeenDeliveries(Protocol):
    """Remembers which deliveries of a platform were taken, so that a retry is answered once."""

    @abstractmethod
    async def first_time(self, key: str) -> bool:
        """Whether this key is new; from now on it is not. Atomic across whoever shares it."""


class IndexCache(Protocol):
    """Keeps fitted indexes between starts; losing one costs seconds, never an answer."""

    @abstractmethod
    def load(self, key: str) -> bytes | None:
        """What was kept under the key, or None."""

    @abstractmethod
    def save(self, key: str, data: bytes) -> None:
        """Keep ``data`` under the key; a failure is logged, not raised."""


class Calendar(Protocol):
    """The knowledge base's events for calendar programs."""

    @abstractmethod
    def ics(self, entry: str | None = None) -> bytes | None:
        """All events, or one, as an iCalendar file; None when there is no such event."""
