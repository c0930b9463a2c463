"""The seams: what the bot needs of the outside, as small protocols.

Adapters in `bot.store` and the composition root provide them; tests subclass them with fakes.
"""

from abc import abstractmethod
from collections.abc import AsyncIterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from bot.reply import Address, Audience, Language, Question, Reply


class Clock(Protocol):
    """Tells the time."""

    @abstractmethod
    def now(self) -> datetime:
        """The present moment, aware."""


class Responder(Protocol):
    """Answers questions from the knowledge base alone. Safe to use from several threads."""

    @abstractmethod
    def reply(self, question: Question) -> Reply:
        """The reply to a question. Never raises for anything a person can type."""


class Sought(StrEnum):
    """What is looked for."""

    PEOPLE = "people"
    EVENTS = "events"


@dataclass(frozen=True, slots=True)
class Found:
    """Something that was looked for: a line or two to tell it by, and the whole of it."""

    id: str
    title: str
    subtitle: str
    reply: Reply


class Searching(Protocol):
    """Looks things up while somebody types. Safe to use from several threads."""

    @abstractmethod
    def find(
        self, text: str, sought: Sought, language: Language, at: datetime, most: int
    ) -> tuple[Found, ...]:
        """What fits ``text``, half a word or none as it may be, at ``at`` (aware), best first.

        At most so many. Never raises for anything a person can type, and keeps nothing of it.
        """


class Attendant(Protocol):
    """Attends to whoever asks; adapters know nothing more of the middle than this."""

    @abstractmethod
    async def answer(self, question: Question) -> Reply:
        """The reply to a question. Never raises for anything a person can type."""


class Memory(Protocol):
    """Remembers for some minutes what a conversation was about, so that it can be gone on with.

    It is given ids of entries, never what anybody wrote.
    """

    @abstractmethod
    async def recall(self, conversation: str) -> tuple[str, ...]:
        """The entries that were kept last, if that is not too long ago."""

    @abstractmethod
    async def keep(self, conversation: str, entries: tuple[str, ...]) -> None:
        """Remember these entries instead of those before."""

    @abstractmethod
    async def forget(self, conversation: str) -> None:
        """Remember nothing of the conversation."""


@dataclass(frozen=True, slots=True)
class Known:
    """What is remembered of a person, and until when (aware); None for what is not.

    ``language`` is the one they want to be answered in where what they wrote does not tell.
    """

    audience: Audience | None = None
    audience_until: datetime | None = None
    language: Language | None = None
    language_until: datetime | None = None


class Askers(Protocol):
    """Remembers who a person said they are, and what they chose, until its time is over."""

    @abstractmethod
    async def recall(self, asker: str) -> Known:
        """What is remembered of the person."""

    @abstractmethod
    async def keep_audience(
        self, asker: str, audience: Audience | None, lasting: timedelta
    ) -> None:
        """Remember this audience for so long instead of the one before; with None, none.

        The same as before is never remembered for shorter than it was.
        """

    @abstractmethod
    async def keep_language(
        self, asker: str, language: Language | None, lasting: timedelta
    ) -> None:
        """Remember this language for so long instead of the one before; with None, none."""

    @abstractmethod
    async def forget(self, asker: str) -> None:
        """Remember nothing of the person."""


class SeenDeliveries(Protocol):
    """Remembers which deliveries of a platform were taken, so that a retry is answered once."""

    @abstractmethod
    async def first_time(self, key: str) -> bool:
        """Whether this key is new; from now on it is not. Atomic across whoever shares it."""


class References(Protocol):
    """Keeps what a platform needs in order to write to an address of its own accord.

    It is the platform's own data, which only its adapter reads. Not for logs.
    """

    @abstractmethod
    async def keep(self, address: Address, data: Mapping[str, object]) -> None:
        """Keep this, which JSON can hold, instead of what was kept before."""

    @abstractmethod
    async def recall(self, address: Address) -> Mapping[str, object] | None:
        """What was kept last, or None."""

    @abstractmethod
    async def forget(self, address: Address) -> None:
        """Keep nothing of the address."""

    @abstractmethod
    def all_of(
        self, platform: str, workspace: str
    ) -> AsyncIterator[tuple[Address, Mapping[str, object]]]:
        """All that is kept of a workspace, a few at a time; not as of one moment."""


class Belongings(Protocol):
    """All that is kept for the workspaces of a platform, whatever it is. May raise `StoreError`."""

    @abstractmethod
    async def forget(self, platform: str, workspace: str) -> None:
        """Delete what belongs to the workspace, and nothing of any other; wholly or not at all."""

    @abstractmethod
    async def forget_address(self, address: Address) -> None:
        """Delete what there is to write to the address, and nothing else; wholly or not at all.

        That is its reference, its subscriptions, and all that was or was to be sent to it or any
        of its threads.
        """


class Embedder(Protocol):
    """Places texts in a space where those that mean the same lie close, whatever their words.

    Safe to use from several threads; nothing leaves the machine.
    """

    @property
    @abstractmethod
    def name(self) -> str:
        """What tells its space from every other one's."""

    @abstractmethod
    def embed(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """A row of length one for each text."""


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
