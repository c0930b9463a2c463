"""What an edit of an event means for those who were told of it."""

from dataclasses import dataclass
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

from bot.knowledge.model import DEFAULT_ZONE
from bot.reminders.model import EventPlan


@dataclass(frozen=True, slots=True)
class Known:
    """An event as the store last saw it.

    ``rev`` counts what people had to hear of, and ``said`` is what they are told since then.
    ``gone`` is whether it was missing from the knowledge base.
    """

    rev: int
    said: str
    start: str
    place: str
    cancelled: bool
    gone: bool


def first_known(plan: EventPlan) -> Known:
    """An event that was never seen before."""
    return Known(1, _said(plan), plan.start, plan.place, plan.cancelled, gone=False)


def taken_over(known: Known, plan: EventPlan) -> Known:
    """The event as it is known from now on.

    Only what people must hear of raises ``rev``: another time, cancelled or on again, and another
    place where the event is marked as moved. So does its return to the knowledge base, since what
    was silenced must be planned anew; ``said`` stays then, and nobody is told anything.
    """
    rev, said = known.rev, known.said
    if must_be_told(known, plan):
        rev, said = rev + 1, _said(plan)
    elif known.gone:
        rev += 1
    return Known(rev, said, plan.start, plan.place, plan.cancelled, gone=False)


def must_be_told(known: Known, plan: EventPlan) -> bool:
    """Whether those already reminded were told something that is no longer so."""
    if plan.cancelled or known.cancelled:
        return plan.cancelled != known.cancelled
    if _other_time(known.start, plan.start):
        return True
    return plan.moved and plan.place != known.place


def _said(plan: EventPlan) -> str:
    if plan.cancelled:
        return "cancelled"
    return f"{plan.start} {plan.place}"


def _other_time(before: str, now: str) -> bool:
    """Whether a start changed; a day that is given its hour, or loses it, stays the same day."""
    first, second = _read(before), _read(now)
    if isinstance(first, datetime) and isinstance(second, datetime):
        return first != second
    return _day(first) != _day(second)


def _read(start: str) -> date | datetime:
    if "T" in start:
        return datetime.fromisoformat(start).astimezone(UTC)
    return date.fromisoformat(start)


def _day(start: date | datetime) -> date:
    if isinstance(start, datetime):
        return start.astimezone(ZoneInfo(DEFAULT_ZONE)).date()
    return start
