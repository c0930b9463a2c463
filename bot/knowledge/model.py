"""What the knowledge base is made of.

The classes are the file format: a field here is a key in the YAML files, and what is not here
is refused there. All are immutable. Texts come in Danish and English; dates are ISO; ids are
stable slugs, unique across all kinds, since other entries and people's subscriptions name them.
"""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Annotated, ClassVar
from zoneinfo import ZoneInfo

from pydantic import (
    AnyHttpUrl,
    BeforeValidator,
    EmailStr,
    Field,
)
from pydantic_core import PydanticCustomError

from bot.knowledge.forms import Audiences, Line, Link, Part, Slug, Span, Text, Texts
from bot.knowledge.heard import Heard
from bot.knowledge.offsets import Offset, parse_offset
from bot.reply import Audience, Language

DEFAULT_ZONE = "Europe/Copenhagen"
DEFAULT_CHECK_EVERY = 180
"""Days between a human's confirmations of an entry, unless the entry says otherwise."""


class Source(Part):
    """Where facts come from. ``published`` is a day, or a span where the day is not known."""

    kind: ClassVar[str] = "source"
    id: Slug
    title: Text
    published: date | Span
    url: AnyHttpUrl | None = None


class Entry(Part):
    """What every entry that can be an answer has.

    ``source`` names a `Source`; ``checked`` is the day a human last confirmed the entry and
    ``check_every`` how many days that lasts. ``ask`` holds the words people use for the thing:
    terms and short phrases, not whole questions. ``part_of`` names the entry this one belongs
    under (an organisation's service, a report's chapter).
    """

    kind: ClassVar[str]
    id: Slug
    source: Slug
    checked: date
    check_every: Annotated[int, Field(ge=1, le=3650)] = DEFAULT_CHECK_EVERY
    ask: Texts = Texts()
    links: tuple[Link, ...] = ()
    part_of: Slug | None = None

    @property
    def due(self) -> date:
        """The last day on which the latest check still holds."""
        return self.checked + timedelta(days=self.check_every)

    def label(self, language: Language) -> str:
        """The entry's name as a heading."""
        raise NotImplementedError


class Organisation(Entry):
    """An organisation; ``contact`` names the role to turn to."""

    kind: ClassVar[str] = "organisation"
    name: Text
    aliases: tuple[Line, ...] = ()
    summary: Text
    points: Texts = Texts()
    contact: Slug | None = None

    def label(self, language: Language) -> str:
        """Its name."""
        return self.name.say(language)


class Person(Entry):
    """A named person. Without an ``email``, ``reach`` says how to get hold of them.

    ``organisation`` is left out where the source does not tell it.
    """

    kind: ClassVar[str] = "person"
    name: Line
    aliases: tuple[Line, ...] = ()
    email: EmailStr | None = None
    reach: Text | None = None
    organisation: Slug | None = None
    title: Text | None = None

    def label(self, language: Language) -> str:  # noqa: ARG002 — a name is the same in both
        """The name."""
        return self.name


class Role(Entry):
    """Who to contact about what; ``people`` in the order to try them.

    Without people the answer says that nobody is named and turns to ``fallback``. An
    ``entrance`` is where those of its ``audience`` are sent when the bot does not know, or when
    they want to begin; each audience has one at most, and one role is an entrance at least. An
    ``area`` is what people turn to about something; a mere list of people is none.
    """

    kind: ClassVar[str] = "role"
    title: Text
    people: tuple[Slug, ...] = ()
    organisation: Slug
    summary: Text
    audience: Audiences = (Audience.ANYONE,)
    fallback: Slug | None = None
    entrance: bool = False
    area: bool = True

    def label(self, language: Language) -> str:
        """Its title."""
        return self.title.say(language)


class Service(Entry):
    """Help that exists: who gives it, what to do to get it, and the role to contact.

    Like a role it can be the ``entrance`` for its ``audience``: a form, the way to begin.
    """

    kind: ClassVar[str] = "service"
    title: Text
    provided_by: Slug
    summary: Text
    steps: Texts = Texts()
    contact: Slug | None = None
    audience: Audiences = (Audience.ANYONE,)
    entrance: bool = False

    def label(self, language: Language) -> str:
        """Its title."""
        return self.title.say(language)


class Project(Entry):
    """A research or innovation project, its partners and its people."""

    kind: ClassVar[str] = "project"
    title: Text
    summary: Text
    points: Texts = Texts()
    organisations: tuple[Slug, ...] = ()
    people: tuple[Slug, ...] = ()
    contact: Slug | None = None

    def label(self, language: Language) -> str:
        """Its title."""
        return self.title.say(language)


class Topic(Entry):
    """A report, a ruling or another subject worth an answer of its own."""

    kind: ClassVar[str] = "topic"
    title: Text
    summary: Text
    points: Texts = Texts()
    contact: Slug | None = None

    def label(self, language: Language) -> str:
        """Its title."""
        return self.title.say(language)


class Status(StrEnum):
    """Whether an event stands."""

    PLANNED = "planned"
    MOVED = "moved"
    CANCELLED = "cancelled"


def _offset(value: object) -> Offset:
    """What the files write as "7 days"; anything else is told in words of our own."""
    if isinstance(value, Offset):
        return value
    try:
        return parse_offset(value if isinstance(value, str) else "")
    except ValueError as error:
        raise PydanticCustomError("offset", "no time before an event") from error


class Event(Entry):
    """An event.

    ``starts`` and ``ends`` are both dates (the last day included) or both wall-clock times in
    ``zone``; `Event.start` gives them aware. ``year_inferred`` marks a year that the source
    does not print. An event without ``place`` has to be ``online``. ``reminders`` says how long
    before the start people are reminded (``[14 days, 1 day, 2 hours]``; in Danish too): left
    out, as everywhere; an empty list, never, not of its deadline either. ``tags`` say what it is
    about, for people who want reminders of such events; questions are not matched by them.
    """

    kind: ClassVar[str] = "event"
    title: Text
    summary: Text | None = None
    starts: date | datetime
    ends: date | datetime
    zone: str = DEFAULT_ZONE
    year_inferred: bool = False
    place: Text | None = None
    online: bool = False
    organiser: Slug | None = None
    registration: AnyHttpUrl | None = None
    register_by: date | datetime | None = None
    people: tuple[Slug, ...] = ()
    status: Annotated[Status, Field(strict=False)] = Status.PLANNED
    reminders: tuple[Annotated[Offset, BeforeValidator(_offset)], ...] | None = None
    tags: tuple[Text, ...] = ()

    def label(self, language: Language) -> str:
        """Its title."""
        return self.title.say(language)

    @property
    def start(self) -> date | datetime:
        """The start: a date, or an aware datetime in the event's zone."""
        return self._aware(self.starts)

    @property
    def end(self) -> date | datetime:
        """The end: the last day, or an aware datetime in the event's zone."""
        return self._aware(self.ends)

    def _aware(self, moment: date | datetime) -> date | datetime:
        if isinstance(moment, datetime):
            return moment.replace(tzinfo=ZoneInfo(self.zone))
        return moment


AnyEntry = Organisation | Person | Role | Service | Project | Topic | Event
Thing = Source | AnyEntry | Heard
"""Whatever stands in a list of a knowledge file."""
KINDS: dict[str, type[Thing]] = {
    "sources": Source,
    "organisations": Organisation,
    "people": Person,
    "roles": Role,
    "services": Service,
    "projects": Project,
    "topics": Topic,
    "events": Event,
    "heard": Heard,
}
"""The keys a knowledge file may have, and what each list holds."""


class Knowledge(Part):
    """A whole, consistent knowledge base: every reference resolves, every id is unique.

    ``version`` is a hash of the files it came from.
    """

    version: str
    sources: tuple[Source, ...] = ()
    organisations: tuple[Organisation, ...] = ()
    people: tuple[Person, ...] = ()
    roles: tuple[Role, ...] = ()
    services: tuple[Service, ...] = ()
    projects: tuple[Project, ...] = ()
    topics: tuple[Topic, ...] = ()
    events: tuple[Event, ...] = ()
    heard: tuple[Heard, ...] = ()

    def entries(self) -> Iterator[AnyEntry]:
        """Every entry that can be an answer, in file order within each kind."""
        yield from self.organisations
        yield from self.people
        yield from self.roles
        yield from self.services
        yield from self.projects
        yield from self.topics
        yield from self.events
