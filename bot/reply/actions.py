"""What a reply offers to do.

Some actions open something by themselves. All others are a `Pressable`: pressed, they come back as
the question that their `Press` says, whatever they are, so that an adapter need not know them.
"""

from abc import ABC, abstractmethod
from dataclasses import dataclass

from bot.reply.question import Intent


@dataclass(frozen=True, slots=True)
class OpenLink:
    """Offer to open ``url`` (http or https)."""

    label: str
    url: str


@dataclass(frozen=True, slots=True)
class WriteMail:
    """Offer to write to ``address`` with ``subject`` filled in."""

    label: str
    address: str
    subject: str


@dataclass(frozen=True, slots=True)
class Press:
    """What the `Question` of somebody who pressed something holds."""

    intent: Intent
    entry: str = ""
    text: str = ""
    entries: tuple[str, ...] = ()
    page: int = 0


class Pressable(ABC):
    """Something to press, under a ``label``."""

    __slots__ = ()
    label: str

    @property
    @abstractmethod
    def press(self) -> Press:
        """What comes back."""


@dataclass(frozen=True, slots=True)
class Choose(Pressable):
    """Offer the entry ``entry``."""

    label: str
    entry: str

    @property
    def press(self) -> Press:
        """That it was chosen."""
        return Press(Intent.CHOICE, self.entry)


@dataclass(frozen=True, slots=True)
class Ask(Pressable):
    """Offer a question to ask; pressed, it comes back as if typed."""

    label: str
    text: str

    @property
    def press(self) -> Press:
        """The question."""
        return Press(Intent.ASK, text=self.text)


@dataclass(frozen=True, slots=True)
class Command(Pressable):
    """Offer a command, such as ``privacy``."""

    label: str
    text: str

    @property
    def press(self) -> Press:
        """The command."""
        return Press(Intent.COMMAND, text=self.text)


@dataclass(frozen=True, slots=True)
class Others(Pressable):
    """Offer the entries that came second."""

    label: str
    entries: tuple[str, ...]

    @property
    def press(self) -> Press:
        """That they are wanted."""
        return Press(Intent.OTHERS, entries=self.entries)


@dataclass(frozen=True, slots=True)
class More(Pressable):
    """Offer the page ``page`` (from 0) of the events that ``text`` asks for."""

    label: str
    text: str
    page: int

    @property
    def press(self) -> Press:
        """That it is wanted."""
        return Press(Intent.EVENTS, text=self.text, page=self.page)


@dataclass(frozen=True, slots=True)
class Remind(Pressable):
    """Offer to remind of the event ``entry``."""

    label: str
    entry: str

    @property
    def press(self) -> Press:
        """That a reminder is wanted."""
        return Press(Intent.REMIND, self.entry)


@dataclass(frozen=True, slots=True)
class StopReminding(Pressable):
    """Offer to end reminders of ``entry``, of all where it is empty."""

    label: str
    entry: str = ""

    @property
    def press(self) -> Press:
        """That they are not wanted."""
        return Press(Intent.STOP_REMINDING, self.entry)


@dataclass(frozen=True, slots=True)
class AddToCalendar(Pressable):
    """Offer the event ``entry`` for the asker's calendar."""

    label: str
    entry: str

    @property
    def press(self) -> Press:
        """That it is wanted."""
        return Press(Intent.CALENDAR, self.entry)


@dataclass(frozen=True, slots=True)
class Right(Pressable):
    """Let the asker say that an answer, which rested on ``entries``, was right."""

    label: str
    entries: tuple[str, ...]

    @property
    def press(self) -> Press:
        """That it was."""
        return Press(Intent.RIGHT, entries=self.entries)


@dataclass(frozen=True, slots=True)
class Wrong(Pressable):
    """Let the asker say that the answer to ``text``, which rested on ``entries``, was wrong."""

    label: str
    entries: tuple[str, ...]
    text: str

    @property
    def press(self) -> Press:
        """That it was."""
        return Press(Intent.WRONG, text=self.text, entries=self.entries)


@dataclass(frozen=True, slots=True)
class Forward(Pressable):
    """Offer to pass ``text`` on to the people of the area ``area``, empty where none is known.

    Nothing is passed on by pressing: what comes back asks for the form.
    """

    label: str
    text: str
    area: str = ""

    @property
    def press(self) -> Press:
        """That this is wanted."""
        return Press(Intent.FORWARD, self.area, self.text)


@dataclass(frozen=True, slots=True)
class Take(Pressable):
    """Let somebody take on the passed-on question ``entry``."""

    label: str
    entry: str

    @property
    def press(self) -> Press:
        """That they do."""
        return Press(Intent.TAKE, self.entry)


@dataclass(frozen=True, slots=True)
class Respond(Pressable):
    """Let somebody answer the passed-on question ``entry``."""

    label: str
    entry: str

    @property
    def press(self) -> Press:
        """That they want to."""
        return Press(Intent.RESPOND, self.entry)


Action = OpenLink | WriteMail | Pressable
