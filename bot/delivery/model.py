"""What delivering is made of. All datetimes are aware and in UTC unless it says otherwise."""

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from bot.reply import Address, Language


class Kind(StrEnum):
    """What a message is about."""

    REMINDER = "reminder"  # the event comes
    DEADLINE = "deadline"  # its registration closes
    CORRECTION = "correction"  # it was moved, cancelled, or takes place after all
    NOTICE = "notice"  # a reminder could not be delivered, for whoever asked for it
    FORWARDED = "forwarded"  # a question was passed on, for those who may know
    NUDGE = "nudge"  # nobody has taken it
    RESPONSE = "response"  # the answer to it, for whoever asked
    ANSWERED = "answered"  # that it was answered, for those it was passed on to
    UNDELIVERED = "undelivered"  # that one of these could not be delivered


OF_EVENTS = frozenset({Kind.REMINDER, Kind.DEADLINE, Kind.CORRECTION})
"""Those that a change of their event overtakes."""
PASSED_ON = frozenset({Kind.FORWARDED, Kind.NUDGE, Kind.RESPONSE, Kind.ANSWERED, Kind.UNDELIVERED})
"""Those about a question that was passed on."""


@dataclass(frozen=True, slots=True)
class Delivery:
    """One message to one address, claimed for delivery.

    ``key`` is the same for every attempt and for nothing else. ``name`` is its occurrence's.
    ``unclear`` is whether an earlier attempt may have arrived, begun not before ``since``;
    ``stale`` whether the event has changed since, so that this must not be sent any more.
    ``fence`` tells this claim from every other one; the claim ends at ``until``. ``tries`` counts
    the attempts with this one. ``about`` is what a notice is about: the reason; or the id of the
    question that was passed on. ``below`` is the receipt of the message that this one belongs
    below, empty where it stands on its own; ``early`` is whether that one's fate is still open.
    """

    id: int
    key: str
    kind: Kind
    event: str
    name: str
    address: Address = field(repr=False)
    language: Language
    due: datetime
    useless: datetime
    unclear: bool
    stale: bool
    since: datetime
    fence: int
    until: datetime
    tries: int
    about: str = ""
    below: str = ""
    early: bool = False


class State(StrEnum):
    """How a delivery stands."""

    PENDING = "pending"  # to be sent at its time
    SENDING = "sending"  # claimed; after the claim's end its outcome is unknown
    SENT = "sent"
    PARKED = "parked"  # given up, with the reason; somebody was told
    MISSED = "missed"  # too late to be of use
    CANCELLED = "cancelled"  # the event was moved, cancelled or removed before


@dataclass(frozen=True, slots=True)
class Result:
    """How an attempt ended.

    ``again`` is when to try next, for a delivery that stays `State.PENDING` or `State.SENDING`;
    ``pause`` holds back the channel and its workspace until then. ``receipt`` is the platform's
    id of the message, ``reason`` a short word for logs.
    """

    delivery: Delivery
    state: State
    again: datetime | None = None
    pause: datetime | None = None
    receipt: str = ""
    reason: str = ""
