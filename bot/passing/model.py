"""What passing on is made of. All datetimes are aware and in UTC. Nothing here is for logs."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum

from bot.reply import Address, Language

KEPT = timedelta(days=30)
"""How long a question is kept after it was answered, or after nobody had taken it in time."""
KEPT_AT_MOST = timedelta(days=90)
"""How long it is kept at all."""


class Stage(StrEnum):
    """How a question that was passed on stands."""

    OPEN = "open"
    TAKEN = "taken"  # somebody sees to it
    ANSWERED = "answered"


@dataclass(frozen=True, slots=True)
class Channel:
    """Where questions of an area go, of all other areas where ``area`` is empty.

    ``area`` is the id of a role, ``language`` the one that is read there. The workspace of
    ``address`` is empty where the settings do not tell it.
    """

    area: str
    address: Address
    language: Language


@dataclass(frozen=True, slots=True)
class Passed:
    """A question that was passed on to ``channel``.

    ``asker`` is who asked and is called ``name``, ``there`` where they are answered, in
    ``language``. ``area`` is the id of a role, or empty. ``nudge_at`` is when those in the channel
    are reminded of it, if it is still open. ``by`` is what people call whoever took or answered
    it, at ``at``.
    """

    id: str
    text: str = field(repr=False)
    name: str = field(repr=False)
    asker: Address = field(repr=False)
    there: Address = field(repr=False)
    language: Language
    area: str
    channel: Channel = field(repr=False)
    asked_at: datetime
    nudge_at: datetime
    stage: Stage = Stage.OPEN
    by: str = field(default="", repr=False)
    at: datetime | None = None
    answer: str = field(default="", repr=False)

    @property
    def erased_at(self) -> datetime:
        """When nothing of it is kept any more."""
        at_most = self.asked_at + KEPT_AT_MOST
        match self.stage:
            case Stage.OPEN:
                return min(self.nudge_at + KEPT, at_most)
            case Stage.ANSWERED if self.at:
                return min(self.at + KEPT, at_most)
            case _:
                return at_most


@dataclass(frozen=True, slots=True)
class Answer:
    """What somebody who is called ``by`` answered.

    ``remember`` is whether it is worth to be known to all, and ``language`` what it is written in.
    """

    text: str = field(repr=False)
    by: str = field(repr=False)
    at: datetime
    language: Language
    remember: bool


@dataclass(frozen=True, slots=True)
class Proposal:
    """An answer that somebody wants in the knowledge base.

    ``question`` is empty where whoever asked it wants to be forgotten. ``area`` is the id of a
    role, or empty.
    """

    id: str
    question: str = field(repr=False)
    answer: str = field(repr=False)
    by: str = field(repr=False)
    at: datetime
    language: Language
    area: str
