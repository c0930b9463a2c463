"""The moments that reminders hinge on, and how they are counted back from. All in UTC.

"1 day before" is counted on the calendar at home, whatever the clocks do in between; "1 hour
before" is counted in time that passes.
"""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot.events.listing import end_instant, start_instant
from bot.knowledge.model import Event
from bot.knowledge.offsets import Offset

NOON = time(12)
"""When, of an event without times, it is too late to say that it comes."""
_A_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Target:
    """What is counted back from: a day, and the instant on it where there is a time of day."""

    day: date
    instant: datetime | None


def beginning(event: Event, home: ZoneInfo) -> Target:
    """The event's start; its day is the one at home, or as written where there is no time."""
    if isinstance(event.starts, datetime):
        instant = start_instant(event)
        return Target(instant.astimezone(home).date(), instant.astimezone(UTC))
    return Target(event.starts, None)


def closing(event: Event) -> Event | None:
    """The deadline for registering, as an event of no length; None where nothing closes."""
    if event.register_by is None or event.registration is None:
        return None
    # As an event, it follows the same rules of days, zones and clock changes.
    return event.model_copy(update={"starts": event.register_by, "ends": event.register_by})


def last_moment(event: Event, home: ZoneInfo) -> datetime:
    """When it is too late to say that the event comes: its start, or noon on its first day."""
    if isinstance(event.starts, datetime):
        return start_instant(event).astimezone(UTC)
    return at_home(event.starts, NOON, home)


def last_to_register(closes: Event, home: ZoneInfo) -> datetime:
    """When it is too late to say that registration closes: when it does.

    Of a day, that is its end there or at home, whichever comes first.
    """
    end = end_instant(closes).astimezone(UTC)
    if isinstance(closes.ends, datetime):
        return end
    return min(end, at_home(closes.ends + _A_DAY, time(), home))


def before(target: Target, offset: Offset, at: time, home: ZoneInfo) -> datetime | None:
    """The moment so long before; None for hours before what has no time of day.

    Whole days before are meant at the time ``at`` on the clock at home.
    """
    if offset.calendar:
        return at_home(target.day - offset.span, at, home)
    return target.instant - offset.span if target.instant else None


def at_home(day: date, clock: time, home: ZoneInfo) -> datetime:
    """The instant of a wall clock time: pushed on where clocks skip it, the first of two."""
    return datetime.combine(day, clock, tzinfo=home).astimezone(UTC)
