"""What a reply is made of: fully worded parts, which every platform draws in its own way."""

from dataclasses import dataclass
from datetime import date, datetime

from bot.reply.actions import Action
from bot.reply.forms import Option


@dataclass(frozen=True, slots=True)
class Heading:
    """The title of what follows."""

    text: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text, without markup."""

    text: str


@dataclass(frozen=True, slots=True)
class PersonCard:
    """A person to turn to. Without ``email``, ``reach`` says how to get hold of them."""

    name: str
    role: str = ""
    organisation: str = ""
    email: str = ""
    reach: str = ""


@dataclass(frozen=True, slots=True)
class People:
    """People, most relevant first."""

    people: tuple[PersonCard, ...]


@dataclass(frozen=True, slots=True)
class Fact:
    """A labelled fact, with the address it links to where it has one."""

    label: str
    value: str
    url: str = ""


@dataclass(frozen=True, slots=True)
class Facts:
    """Facts in reading order."""

    facts: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class EventCard:
    """An event: ``when`` and ``where`` are worded; ``starts`` sorts and dates it by machine.

    ``starts`` and ``ends`` are aware datetimes, or dates for events without a time of day; an
    event with a date alone ends on the day ``ends`` names. ``note`` is what the reader must
    know: cancelled, moved, year inferred. ``actions`` are about this event alone.
    """

    id: str
    title: str
    when: str
    where: str
    starts: date | datetime
    ends: date | datetime
    url: str = ""
    registration: str = ""
    note: str = ""
    actions: tuple[Action, ...] = ()


@dataclass(frozen=True, slots=True)
class Events:
    """Events in the order to read them."""

    events: tuple[EventCard, ...]


@dataclass(frozen=True, slots=True)
class Listing:
    """Points or steps; numbered where their order matters."""

    items: tuple[str, ...]
    numbered: bool = False


@dataclass(frozen=True, slots=True)
class Note:
    """Small print: the source and when it was last checked, or what the reader should doubt."""

    text: str


@dataclass(frozen=True, slots=True)
class Offers:
    """Actions that belong to what stands right above them."""

    actions: tuple[Action, ...]


@dataclass(frozen=True, slots=True)
class AskBox:
    """A box to type a question into, which comes back as if typed in a message."""

    label: str
    placeholder: str
    button: str


@dataclass(frozen=True, slots=True)
class Setting:
    """A setting of the reader's own; changed, it comes back as `Intent.SETTING`."""

    name: str
    label: str
    options: tuple[Option, ...]
    chosen: str


Part = Heading | Paragraph | People | Facts | Events | Listing | Note | Offers | AskBox | Setting
