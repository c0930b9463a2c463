"""Events looked up by their titles, days and places: what is coming first."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime

from babel.dates import get_month_names

from bot.assistant.lookup import Lookup
from bot.assistant.understanding import Understanding
from bot.events.listing import days, find, latest_past, upcoming
from bot.events.wish import Wish
from bot.knowledge.model import Event
from bot.matching.decision import Verdict
from bot.matching.text import words
from bot.reply import Language
from bot.searching.fitting import BEGUN, NEARLY, fit_all, typed

_ANY = frozenset("event events arrangement arrangementer arrangementerne".split())  # noqa: SIM905 - read as a list of words
"""Words that ask for events, and for none in particular."""


class EventSearch:
    """Looks events up in one version of the knowledge base."""

    def __init__(self, lookup: Lookup, understanding: Understanding) -> None:
        self._lookup = lookup
        self._understanding = understanding
        self._events = lookup.knowledge.events
        self._own = {event.id: _words(_told(event, lookup)) for event in self._events}
        self._asked = {event.id: _words([*event.ask.da, *event.ask.en]) for event in self._events}

    def find(self, text: str, at: datetime) -> list[Event]:
        """The events that fit, the next first; all that are coming where nothing is typed.

        What is over is found where it is asked for, or where nothing that is coming fits.
        """
        said, coming = typed(text), upcoming(self._events, at)
        if not said:
            return [] if text.strip() else list(coming)
        if _ANY.issuperset(said):
            return list(coming)
        over = latest_past(self._events, at, len(self._events))
        return (
            _speaking(said, coming, self._own, BEGUN)
            or self._wished(text, at)
            or self._named(said, coming)
            or self._named(said, over)
            or self._meant(text, at)
        )

    def _named(self, said: Sequence[str], events: Sequence[Event]) -> list[Event]:
        """Those that are told by all that is typed, else those that people so call."""
        return _speaking(said, events, self._own) or _speaking(said, events, self._asked)

    def _wished(self, text: str, at: datetime) -> list[Event]:
        """Those on the days and at the places that are asked for."""
        wish = self._understanding.wish(text, at)
        if not _asks(wish):
            return []
        found = find(self._events, at, wish).events
        return self._named(wish.unread, found) if wish.unread else list(found)

    def _meant(self, text: str, at: datetime) -> list[Event]:
        """Those that the bot would name, or offer, if this were a question."""
        understood = self._understanding.understand(text, at)
        if understood.verdict is Verdict.UNKNOWN:
            return []
        entries = (self._lookup.entries[one.label] for one in understood.candidates)
        return [entry for entry in entries if isinstance(entry, Event)]


def _speaking(
    said: Sequence[str],
    events: Sequence[Event],
    spoken: Mapping[str, frozenset[str]],
    least: float = NEARLY,
) -> list[Event]:
    """Those whose words all that is typed fits, and at ``least`` so well."""
    return [event for event in events if fit_all(said, spoken[event.id]) >= least]


def _asks(wish: Wish) -> bool:
    """Whether something is asked of the events beside words to be found in them."""
    return wish.narrowed or wish.next_one or wish.past or wish.event_word


def _told(event: Event, lookup: Lookup) -> list[str]:
    """What an event is known by: title, place, organiser, kind, and when it is."""
    organiser = lookup.organisation(event.organiser)
    texts = [event.title, *event.tags, *([event.place] if event.place else [])]
    return [
        *(text.say(language) for text in texts for language in Language),
        *((*map(organiser.label, Language), *organiser.aliases) if organiser else ()),
        *(["online"] if event.online else []),
        *_calendar(days(event)),
    ]


def _calendar(taking_place: Sequence[date]) -> list[str]:
    """The months and years of the days."""
    months, years = {day.month for day in taking_place}, {day.year for day in taking_place}
    names = [get_month_names(locale=one.value)[month] for one in Language for month in months]
    return [*names, *map(str, years)]


def _words(texts: Iterable[str]) -> frozenset[str]:
    return frozenset(word for text in texts for word in words(text))
