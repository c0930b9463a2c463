"""Addresses that open an event in the calendars people have on the web, filled in.

Both forms are those of the calendars' own "add to calendar" links.
"""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from urllib.parse import urlencode

from bot.events.card import where
from bot.events.listing import end_instant, start_instant
from bot.knowledge.model import Event
from bot.reply import Language

_OUTLOOK = "https://outlook.office.com/calendar/deeplink/compose"
_GOOGLE = "https://calendar.google.com/calendar/render"
_A_DAY = timedelta(days=1)
LONGEST_TEXT = 600
"""Characters of the description: addresses have limits."""


def calendar_links(event: Event, language: Language) -> Iterator[tuple[str, str]]:
    """Each calendar's name, and its address for the event."""
    yield "Outlook", f"{_OUTLOOK}?{urlencode(_outlook(event, language))}"
    yield "Google", f"{_GOOGLE}?{urlencode(_google(event, language))}"


def _outlook(event: Event, language: Language) -> dict[str, str]:
    timed = isinstance(event.starts, datetime)
    starts, ends = _ends(event)
    form = "%Y-%m-%dT%H:%M:%SZ" if timed else "%Y-%m-%d"
    return {
        "path": "/calendar/action/compose",
        "rru": "addevent",
        "subject": event.label(language),
        "startdt": starts.strftime(form),
        "enddt": ends.strftime(form),
        "allday": "false" if timed else "true",
        "location": where(event, language),
        "body": _text(event, language),
    }


def _google(event: Event, language: Language) -> dict[str, str]:
    timed = isinstance(event.starts, datetime)
    starts, ends = _ends(event)
    form = "%Y%m%dT%H%M%SZ" if timed else "%Y%m%d"
    return {
        "action": "TEMPLATE",
        "text": event.label(language),
        "dates": f"{starts.strftime(form)}/{ends.strftime(form)}",
        "location": where(event, language),
        "details": _text(event, language),
    }


def _ends(event: Event) -> tuple[datetime, datetime]:
    """Timed: both in UTC. Dates: midnights, the end that of the day after the last."""
    if isinstance(event.starts, datetime):
        return start_instant(event).astimezone(UTC), end_instant(event).astimezone(UTC)
    midnight = datetime.min.time()
    last = event.ends + _A_DAY
    return (
        datetime.combine(event.starts, midnight, UTC),
        datetime.combine(last, midnight, UTC),
    )


def _text(event: Event, language: Language) -> str:
    summary = event.summary.say(language)[:LONGEST_TEXT] if event.summary else ""
    address = event.registration or (event.links[0].url if event.links else None)
    return "\n\n".join(filter(None, (summary, str(address or ""))))
