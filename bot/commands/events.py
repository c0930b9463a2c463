"""``events``: the list of events."""

import json
import sys
from argparse import Namespace
from datetime import date, datetime
from zoneinfo import ZoneInfo

from bot.app.answering import desk
from bot.commands.common import clock_at, moment
from bot.config import Settings
from bot.events.calendar import calendar_file
from bot.events.card import event_card
from bot.events.listing import end_instant, find, start_instant
from bot.events.places import canonical
from bot.events.wish import Wish
from bot.knowledge.model import DEFAULT_ZONE, Event
from bot.plain_text import plain_text
from bot.reply import Events, Language, Outcome, Reply
from bot.wording.assistant import NO_EVENTS_FIT


def run(arguments: Namespace, settings: Settings) -> int:
    """Print the events asked for."""
    clock = clock_at(arguments.at)
    answering = desk(settings, clock, seconded=False)
    at = clock.now()
    events = answering.lookup.knowledge.events
    found = find(events, at, _wish(arguments)).events
    language = Language(arguments.lang or Language.DANISH)
    if arguments.ics:
        sys.stdout.buffer.write(calendar_file(found, language, stamp=at))
    elif arguments.json:
        print(json.dumps([as_json(event, language) for event in found], ensure_ascii=False))
    elif found:
        cards = Events(tuple(event_card(event, language, at) for event in found))
        print(plain_text(Reply(Outcome.ANSWER, language, (cards,))))
    else:
        print(NO_EVENTS_FIT.say(language))
    return 0


def _wish(arguments: Namespace) -> Wish:
    first, last = _day(arguments.since), _day(arguments.until)
    places = (canonical(arguments.place),) if arguments.place else ()
    return Wish(
        first=first,
        last=last,
        places=places,
        online=False,
        next_one=False,
        past=arguments.past,
        registration=False,
        when=False,
        where=False,
        listing=True,
        event_word=True,
        unread=(),
    )


def _day(text: str | None) -> date | None:
    return moment(text).astimezone(ZoneInfo(DEFAULT_ZONE)).date() if text else None


def as_json(event: Event, language: Language) -> dict[str, object]:
    """An event as JSON: ISO dates as the knowledge base has them, and instants with offsets."""
    return {
        "id": event.id,
        "title": event.label(language),
        "starts": _iso(event.start),
        "ends": _iso(event.end),
        "starts_at": start_instant(event).isoformat(),
        "ends_at": end_instant(event).isoformat(),
        "zone": event.zone,
        "year_inferred": event.year_inferred,
        "place": event.place.say(language) if event.place else None,
        "online": event.online,
        "status": event.status.value,
        "registration": str(event.registration) if event.registration else None,
        "links": [str(link.url) for link in event.links],
        "source": event.source,
        "checked": event.checked.isoformat(),
    }


def _iso(moment: date | datetime) -> str:
    return moment.isoformat()
