"""Which events a question means: upcoming ones first, past ones only where they are asked for.

Instants are aware. An event with dates alone runs from midnight at the start of its first day
to midnight at the end of its last, on its own zone's clock.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot.events.places import places_in
from bot.events.wish import Wish
from bot.knowledge.model import Event, Status

_A_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Found:
    """The events that fit, in reading order; ``past`` tells that they are over."""

    events: tuple[Event, ...]
    past: bool


def start_instant(event: Event) -> datetime:
    """When the event starts, in its zone. A time that a clock change skips is pushed forward."""
    return _instant(event.starts, event.zone)


def end_instant(event: Event) -> datetime:
    """When the event has ended, in its zone: for dates, midnight after the last day."""
    if isinstance(event.ends, datetime):
        return _instant(event.ends, event.zone)
    return _instant(event.ends + _A_DAY, event.zone)


def days(event: Event) -> tuple[date, ...]:
    """Every day the event takes place, in its zone, in order; never empty.

    A night that ends at midnight sharp does not reach into the next day.
    """
    first = start_instant(event).date()
    last = max(first, (end_instant(event) - timedelta(microseconds=1)).date())
    return tuple(first + timedelta(days=n) for n in range((last - first).days + 1))


def upcoming(events: Iterable[Event], at: datetime) -> tuple[Event, ...]:
    """The events that have not ended at ``at``, the earliest start first."""
    return tuple(sorted((event for event in events if not is_over(event, at)), key=_order))


def latest_past(events: Iterable[Event], at: datetime, count: int) -> tuple[Event, ...]:
    """The ``count`` latest of the events that have ended at ``at``, newest first."""
    over = sorted((event for event in events if is_over(event, at)), key=_order, reverse=True)
    return tuple(over[:count])


def is_over(event: Event, at: datetime) -> bool:
    """Whether the event has ended at ``at`` (aware)."""
    # Instants are compared in UTC: within one zone Python would compare wall clocks.
    end = end_instant(event).astimezone(UTC)
    if end == start_instant(event).astimezone(UTC):
        return end < at.astimezone(UTC)
    return end <= at.astimezone(UTC)


def is_coming(event: Event, at: datetime) -> bool:
    """Whether the event will take place, or does, at ``at`` (aware)."""
    return event.status is not Status.CANCELLED and not is_over(event, at)


def find(events: Iterable[Event], at: datetime, wish: Wish) -> Found:
    """The events a wish asks for.

    Cancelled events are listed, and keep their status, but are never "the next one". Where a
    named period holds nothing upcoming, what already took place in it is found as past.
    """
    fitting = [event for event in events if _fits(event, wish)]
    if not wish.past:
        coming = upcoming(fitting, at)
        if coming or not _dated(wish):
            return Found(_narrowed(coming, wish), past=False)
    over = latest_past(fitting, at, len(fitting))
    return Found(_narrowed(over, wish), past=True)


def _narrowed(events: tuple[Event, ...], wish: Wish) -> tuple[Event, ...]:
    if not (wish.next_one or wish.final_one):
        return events
    held = tuple(event for event in events if event.status is not Status.CANCELLED)
    return held[-1:] if wish.final_one else held[:1]


def _fits(event: Event, wish: Wish) -> bool:
    theirs = not wish.organisers or event.organiser in wish.organisers
    return theirs and _so_long(event, wish) and _in_period(event, wish) and _in_place(event, wish)


def _so_long(event: Event, wish: Wish) -> bool:
    return wish.length is None or wish.length.fewest <= len(days(event)) <= wish.length.most


def _dated(wish: Wish) -> bool:
    return wish.first is not None or wish.last is not None


def _in_period(event: Event, wish: Wish) -> bool:
    taking_place = days(event)
    starts_in_time = wish.last is None or taking_place[0] <= wish.last
    return starts_in_time and (wish.first is None or taking_place[-1] >= wish.first)


def _in_place(event: Event, wish: Wish) -> bool:
    there = _places(event)
    if not there.isdisjoint(wish.outside) or (wish.on_site and event.place is None):
        return False
    if not wish.places and not wish.online:
        return True
    return (wish.online and event.online) or not there.isdisjoint(wish.places)


def _places(event: Event) -> frozenset[str]:
    """Every name under which the event's place may be asked for."""
    if event.place is None:
        return frozenset()
    return places_in(event.place.da) | places_in(event.place.en)


def _order(event: Event) -> tuple[datetime, datetime, str]:
    return start_instant(event).astimezone(UTC), end_instant(event).astimezone(UTC), event.id


def _instant(moment: date | datetime, zone: str) -> datetime:
    wall = moment if isinstance(moment, datetime) else datetime.combine(moment, time())
    tz = ZoneInfo(zone)
    # There and back through UTC, a time that the clocks skip comes out as the one that exists.
    return wall.replace(tzinfo=tz).astimezone(UTC).astimezone(tz)
