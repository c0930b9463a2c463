"""What reminding is made of. All datetimes are aware and in UTC unless it says otherwise."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from bot.delivery.model import Kind
from bot.reply import Address, Language


class ScopeKind(StrEnum):
    """How a subscription names its events."""

    ALL = "all"
    PLACE = "place"
    TAG = "tag"
    EVENT = "event"


@dataclass(frozen=True, slots=True)
class Scope:
    """The events that somebody wants to be reminded of.

    ``value`` is a place as `bot.events.places.canonical` has it (or ``online``), a tag's key, or an
    event's id; empty for all.
    """

    kind: ScopeKind = ScopeKind.ALL
    value: str = ""


EVERYTHING = Scope()


@dataclass(frozen=True, slots=True)
class Subscription:
    """That an address wants reminders of a scope, in a language.

    ``made_by`` is told when a reminder cannot be delivered; None where the settings ask for it.
    """

    address: Address
    scope: Scope
    language: Language
    made_at: datetime
    made_by: Address | None = None


@dataclass(frozen=True, slots=True)
class Occurrence:
    """A moment at which everybody who wants to is reminded of an event.

    ``name`` is unique among one event's occurrences and says how long before: ``7d``, ``1h``,
    ``register-1d``. From ``useless`` on the message would come too late.
    """

    name: str
    kind: Kind
    due: datetime
    useless: datetime


@dataclass(frozen=True, slots=True)
class EventPlan:
    """What the reminders of one event hinge on, and when they come.

    ``start`` is the day (``2023-10-11``) or the instant in UTC (``2023-10-11T07:00+00:00``) and
    ``place`` what the knowledge base says; together with ``cancelled`` they are what people were
    told. ``moved`` is whether the event is marked as moved. ``useless`` is when nothing about the
    event is worth telling any more. ``places`` and ``tags`` are the values of the scopes it is in.
    """

    event: str
    start: str
    place: str
    moved: bool
    cancelled: bool
    useless: datetime
    places: frozenset[str]
    tags: frozenset[str]
    occurrences: tuple[Occurrence, ...]
