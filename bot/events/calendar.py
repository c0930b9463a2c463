"""Events as an iCalendar file that every calendar program reads."""

from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta

from icalendar import Calendar
from icalendar import Event as Entry

from bot.events.card import where
from bot.events.listing import end_instant, start_instant
from bot.knowledge.model import Event, Status
from bot.reply import Language
from bot.wording import events as say

_PRODUCT = "-//RAIN//rain-bot//DA"


def calendar_file(
    events: Iterable[Event], language: Language = Language.DANISH, *, stamp: datetime
) -> bytes:
    """The events as one iCalendar file (UTF-8); ``stamp`` (aware) is when it was made.

    An event keeps its UID over every export and in both languages, so that importing again
    updates it instead of doubling it.
    """
    listed = tuple(events)
    calendar = Calendar()
    calendar.add("prodid", _PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", say.CALENDAR_NAME.say(language))
    for event in listed:
        calendar.add_component(_entry(event, language, stamp))
    if listed:
        # A year of margin: the rule in force on the first day began before it.
        first = min(start_instant(event).year for event in listed) - 1
        last = max(end_instant(event).year for event in listed) + 1
        calendar.add_missing_timezones(date(first, 1, 1), date(last, 12, 31))
    return bytes(calendar.to_ical())


def _entry(event: Event, language: Language, stamp: datetime) -> Entry:
    entry = Entry()
    entry.add("uid", f"{event.id}@rain-bot")
    entry.add("dtstamp", stamp.astimezone(UTC))
    _add_times(entry, event)
    entry.add("summary", event.label(language))
    for name, value in _texts(event, language).items():
        if value:
            entry.add(name, value)
    cancelled = event.status is Status.CANCELLED
    entry.add("status", "CANCELLED" if cancelled else "CONFIRMED")
    return entry


def _add_times(entry: Entry, event: Event) -> None:
    """Timed: instants in the zone. Dates: the end is the day after the last, as the format asks."""
    if isinstance(event.starts, datetime):
        starts, ends = start_instant(event), end_instant(event)
        entry.add("dtstart", starts)
        if ends > starts:
            entry.add("dtend", ends)
        return
    entry.add("dtstart", event.starts)
    entry.add("dtend", event.ends + timedelta(days=1))


def _texts(event: Event, language: Language) -> dict[str, str]:
    summary = event.summary.say(language) if event.summary else ""
    url = event.registration
    registration = say.REGISTRATION.say(language, url=str(url)) if url else ""
    year = say.YEAR_INFERRED.say(language, year=event.starts.year) if event.year_inferred else ""
    return {
        "location": where(event, language),
        "description": "\n\n".join(filter(None, (summary, registration, year))),
        "url": str(event.links[0].url) if event.links else "",
    }
