"""What comes in and what goes out, on every platform: `Question` and `Reply`.

Both are data. A reply is fully worded in its language: an adapter draws its parts and offers
its actions, and decides nothing. Nothing here is escaped; that is each adapter's first duty.
"""

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum


class Language(StrEnum):
    """The languages the bot speaks."""

    DANISH = "da"
    ENGLISH = "en"


class Audience(StrEnum):
    """Who asks, and whom an entry is for."""

    EMPLOYEE = "employee"  # employed by Region Syddanmark
    RESEARCHER = "researcher"  # at SDU or OUH
    COMPANY = "company"
    ANYONE = "anyone"  # of entries alone; nobody asks as anyone


class Intent(StrEnum):
    """What the person did, where the platform already knows it."""

    ASK = "ask"  # typed something; `Question.text` says what
    CHOICE = "choice"  # pressed one of the offered entries; `Question.entry` says which
    EVENTS = "events"  # asked for the list; `Question.text` may narrow it: month, place, past
    HELP = "help"  # asked what the bot can do
    REMIND = "remind"  # pressed "remind me" on the event in `Question.entry`
    STOP_REMINDING = "stop-reminding"  # of the event in `Question.entry`; of all where it is empty
    REMINDERS = "reminders"  # a command about reminders; `Question.text` is what follows it


class AddressKind(StrEnum):
    """What stands at an address."""

    CHANNEL = "channel"
    PERSON = "person"


@dataclass(frozen=True, slots=True)
class Address:
    """Where the bot can write to of its own accord.

    ``workspace`` is the platform's own id of the workspace or tenant, empty where the settings
    name a channel without it; ``id`` is the platform's id of the channel or person, which no
    other workspace of the platform uses. Not for logs.
    """

    platform: str
    workspace: str
    kind: AddressKind
    id: str

    @property
    def key(self) -> str:
        """The same for every way of naming this channel or person."""
        return f"{self.platform}:{self.kind}:{self.id}"


@dataclass(frozen=True, slots=True)
class Question:
    """One thing a person asked.

    ``text`` is as typed, without the mention of the bot. ``at`` is aware: the moment of asking,
    which is also the day from which "upcoming" counts. ``locale`` is the person's own language
    where the platform tells it. ``asker`` and ``conversation`` are opaque keys, unique across
    platforms and workspaces, never shown or logged; empty where nothing is to be remembered.
    ``about`` are the ids of the entries that the last reply in this conversation rested on and
    ``audience`` is what the asker has said of themselves before; adapters leave both alone.
    ``mine`` and ``here`` are where the asker, and the channel this is asked in, can be written to
    later; None where that cannot be. ``explain`` asks for `Reply.explanation`, which takes time.
    """

    text: str
    at: datetime
    intent: Intent = Intent.ASK
    entry: str = ""
    locale: Language | None = None
    asker: str = ""
    conversation: str = ""
    about: tuple[str, ...] = ()
    audience: Audience | None = None
    explain: bool = False
    mine: Address | None = None
    here: Address | None = None


class Outcome(StrEnum):
    """How a question ended."""

    ANSWER = "answer"
    CHOOSE = "choose"
    UNKNOWN = "unknown"
    REFUSED = "refused"
    HELP = "help"


@dataclass(frozen=True, slots=True)
class EntryRef:
    """An entry of the knowledge base that a reply rests on; ``score`` is between 0 and 1."""

    id: str
    kind: str
    title: str
    score: float


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
    know: cancelled, moved, year inferred.
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


Part = Heading | Paragraph | People | Facts | Events | Listing | Note


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
class Choose:
    """Offer the entry ``entry``; pressed, it comes back as a question of `Intent.CHOICE`."""

    label: str
    entry: str


@dataclass(frozen=True, slots=True)
class Ask:
    """Offer a question to ask; pressed, it comes back as if typed."""

    label: str
    text: str


@dataclass(frozen=True, slots=True)
class Remind:
    """Offer to remind of the event ``entry``; pressed, it comes back as `Intent.REMIND`."""

    label: str
    entry: str


@dataclass(frozen=True, slots=True)
class StopReminding:
    """Offer to end reminders of ``entry``, of all where it is empty: `Intent.STOP_REMINDING`."""

    label: str
    entry: str = ""


Action = OpenLink | WriteMail | Choose | Ask | Remind | StopReminding


@dataclass(frozen=True, slots=True)
class Reply:
    """What the bot says, ready to be drawn.

    ``confidence`` is between 0 and 1: the calibrated chance that ``entries`` are what was meant.
    ``choices`` of a `Outcome.CHOOSE` stand in ``entries`` too. ``explanation`` is English, a line a
    step, for whoever tends the knowledge base, and empty unless `Question.explain` asked for it.
    """

    outcome: Outcome
    language: Language
    parts: tuple[Part, ...]
    actions: tuple[Action, ...] = ()
    entries: tuple[EntryRef, ...] = ()
    confidence: float = 0.0
    explanation: tuple[str, ...] = field(default=(), compare=False)
