"""Who is to be reminded of what, when: a pure function of the events and the rules."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, time
from zoneinfo import ZoneInfo

from bot.delivery.model import Kind
from bot.events.card import where
from bot.events.listing import start_instant
from bot.knowledge.model import DEFAULT_ZONE, Event, Status
from bot.knowledge.offsets import Offset, Unit
from bot.reminders.model import EventPlan, Occurrence, Scope, ScopeKind
from bot.reminders.plan_moments import (
    Target,
    before,
    beginning,
    closing,
    last_moment,
    last_to_register,
)
from bot.reminders.plan_scopes import places_of, tags_of
from bot.reply import Language


@dataclass(frozen=True, slots=True)
class Rules:
    """When people are reminded, where an event does not say otherwise.

    ``before`` is counted back from the start, ``before_deadline`` from the end of registration.
    Whole days before are meant at the time ``at`` on the clock of ``zone``, where people are.
    """

    before: tuple[Offset, ...] = (
        Offset(7, Unit.DAYS),
        Offset(1, Unit.DAYS),
        Offset(1, Unit.HOURS),
    )
    before_deadline: tuple[Offset, ...] = (Offset(1, Unit.DAYS),)
    at: time = time(9)
    zone: str = DEFAULT_ZONE

    @property
    def home(self) -> ZoneInfo:
        """The zone as Python has it."""
        return ZoneInfo(self.zone)


def plans(events: Iterable[Event], rules: Rules) -> tuple[EventPlan, ...]:
    """The plans of the events, in their order."""
    return tuple(plan(event, rules) for event in events)


def plan(event: Event, rules: Rules) -> EventPlan:
    """When people are reminded of an event, past moments included; of a cancelled one, never."""
    cancelled = event.status is Status.CANCELLED
    return EventPlan(
        event=event.id,
        start=_start(event),
        place=where(event, Language.DANISH),
        moved=event.status is Status.MOVED,
        cancelled=cancelled,
        useless=last_moment(event, rules.home),
        places=places_of(event),
        tags=tags_of(event),
        occurrences=() if cancelled else _occurrences(event, rules),
    )


def to_come(plan: EventPlan, now: datetime) -> tuple[Occurrence, ...]:
    """The occurrences that are due after ``now`` (aware), in order."""
    if plan.cancelled:
        return ()
    return tuple(occurrence for occurrence in plan.occurrences if occurrence.due > now)


def wants(scope: Scope, plan: EventPlan) -> bool:
    """Whether a subscription to the scope is one to this event."""
    match scope.kind:
        case ScopeKind.ALL:
            return True
        case ScopeKind.PLACE:
            return scope.value in plan.places
        case ScopeKind.TAG:
            return scope.value in plan.tags
        case ScopeKind.EVENT:
            return scope.value == plan.event


def _start(event: Event) -> str:
    if isinstance(event.starts, datetime):
        return start_instant(event).astimezone(UTC).isoformat(timespec="minutes")
    return event.starts.isoformat()


def _occurrences(event: Event, rules: Rules) -> tuple[Occurrence, ...]:
    if event.reminders == ():
        return ()
    last = last_moment(event, rules.home)
    own = rules.before if event.reminders is None else event.reminders
    reminders = _moments(own, beginning(event, rules.home), rules, last)
    closes = closing(event)
    if closes is None:
        return _reminders(reminders, (), last)
    closed = min(last, last_to_register(closes, rules.home))
    deadlines = _moments(rules.before_deadline, beginning(closes, rules.home), rules, closed)
    # A reminder of the event says its deadline too: two at once would be one too many.
    said = {due: name for due, name in deadlines.items() if due not in reminders}
    told = [Occurrence(f"register-{n}", Kind.DEADLINE, due, closed) for due, n in said.items()]
    both = (*_reminders(reminders, tuple(said), last), *told)
    return tuple(sorted(both, key=lambda occurrence: occurrence.due))


def _moments(
    offsets: Iterable[Offset], target: Target, rules: Rules, last: datetime
) -> dict[datetime, str]:
    """The moments before ``last``, in order, each with the name of the first to fall on it."""
    found: dict[datetime, str] = {}
    for offset in offsets:
        due = before(target, offset, rules.at, rules.home)
        if due is not None and due < last:
            found.setdefault(due, offset.name)
    return dict(sorted(found.items()))


def _reminders(
    moments: dict[datetime, str], others: Sequence[datetime], last: datetime
) -> tuple[Occurrence, ...]:
    """The reminders, each of use until the next message about the event is due, of any kind."""
    ends = sorted({*moments, *others, last})
    return tuple(
        Occurrence(name, Kind.REMINDER, due, next(end for end in ends if end > due))
        for due, name in moments.items()
    )
