"""Looks people and events up in one version of the knowledge base."""

from datetime import datetime

from bot.assistant.compose import Composer
from bot.assistant.lookup import Lookup
from bot.assistant.understanding import Understanding
from bot.ports import Found, Searching, Sought
from bot.privacy.cpr import holds_cpr
from bot.reply import Language
from bot.searching.events import EventSearch
from bot.searching.people import PeopleSearch
from bot.searching.showing import Showing


class Search(Searching):
    """Finds people and events. ``understanding`` is asked at every key: it should be a fast one."""

    def __init__(self, lookup: Lookup, understanding: Understanding) -> None:
        self._lookup = lookup
        self._people = PeopleSearch(lookup, understanding)
        self._events = EventSearch(lookup, understanding)

    def find(
        self, text: str, sought: Sought, language: Language, at: datetime, most: int
    ) -> tuple[Found, ...]:
        """What fits. Nothing where a CPR number is typed."""
        if holds_cpr(text):
            return ()
        showing = Showing(self._lookup, Composer(self._lookup, language, at))
        if sought is Sought.PEOPLE:
            return tuple(map(showing.person, self._people.find(text, at)[:most]))
        return tuple(map(showing.event, self._events.find(text, at)[:most]))
