"""What a question asks of the events: period, place, and what it wants to know."""

import re
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from bot.events import event_words as words
from bot.events.asking_clause import asking_words
from bot.events.attending import ARRANGING, ATTENDING, PERSONAL
from bot.events.elsewhere import take_outside
from bot.events.grammar_words import FUNCTION_WORDS
from bot.events.lengths import Length, length
from bot.events.meeting_forms import NOT_ONLINE, ON_SITE, ONLINE, wants_on_site, wants_online
from bot.events.periods import period
from bot.events.places import take_places
from bot.events.places_misspelt import take_misspelt
from bot.events.sheet import Sheet, spoken
from bot.events.topics import topics

_NUMBER = re.compile(r"\d{1,3}$")
_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class Wish:
    """The constraints in a question, and what was left over.

    ``first`` and ``last`` are the period, both days included, None where it is open; ``places``
    are canonical folded place words (`bot.events.places`), known to the base or not, and
    ``outside`` such words where nothing is wanted. ``length`` is how many days an event is to
    take. ``online`` and ``on_site`` exclude each other. ``organisers`` are ids of those whose
    events are wanted, anybody's where there are none; ``arranging``: it speaks of arranging.

    ``next_one``: one event is wanted: the next, or with ``past`` the latest; ``final_one``: the
    last of those that are coming. ``named``: events are asked for in so many words, not merely
    something to attend, and with ``noun`` by a noun, not by "what's on". ``personal``: it asks of
    the asker's own days. ``topics`` are words that tell what the events are to be about.

    ``unread`` holds the folded words that neither a constraint nor grammar explains, for matching
    titles; ``asking`` those of them that do not merely lead up to the question.
    """

    first: date | None
    last: date | None
    places: tuple[str, ...]
    online: bool
    next_one: bool
    past: bool
    registration: bool
    when: bool
    where: bool
    listing: bool
    event_word: bool
    unread: tuple[str, ...]
    asking: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    outside: tuple[str, ...] = ()
    organisers: frozenset[str] = frozenset()
    length: Length | None = None
    on_site: bool = False
    final_one: bool = False
    noun: bool = False
    named: bool = False
    arranging: bool = False
    personal: bool = False

    @property
    def narrowed(self) -> bool:
        """Whether it constrains the events, so that an empty list means "none fit"."""
        where = self.places or self.outside or self.online or self.on_site
        return bool(self.first or self.last or where or self.organisers or self.length)


def wish(text: str, today: date, known_places: Collection[str]) -> Wish:
    """What a question in Danish or English asks of the events.

    ``today`` is the day in Denmark from which relative days count; ``known_places`` are the
    places of the knowledge base, as they stand there.
    """
    plain = spoken(text)
    events = words.NOT_EVENT.sub(" ", plain)
    named = bool(words.EVENT.search(events))
    sheet = Sheet(text, about_events=named)
    final_one = bool(words.FINAL_ONE.search(plain)) and not words.GONE.search(plain)
    past = bool(words.PAST.search(_tense(plain))) and not final_one
    days = period(sheet, today, past=past)
    outside = take_outside(sheet, known_places)
    places = take_places(sheet, known_places) or take_misspelt(sheet, known_places)
    rest = sheet.text
    past = (past or days.past) if days.first is None or days.first <= today else False
    listing, attending = bool(words.LISTING.search(plain)), bool(ATTENDING.search(plain))
    on_site = wants_on_site(rest, several=listing or attending)
    online = wants_online(rest) and not on_site
    dated = days.first is not None or days.last is not None
    told = dated and bool(words.MEETING.search(plain))
    told = told or (attending and bool(dated or places or outside or online or on_site))
    unread = _unread(words.TOLD_OF_EACH.sub(" ", rest) if listing else rest)
    asking = asking_words(text)
    return Wish(
        first=days.first,
        last=days.last,
        places=places,
        online=online,
        next_one=bool((words.LATEST_ONE if past else words.NEXT).search(_tense(rest))),
        past=past or (days.last is not None and days.last < today),
        registration=bool(words.REGISTRATION.search(plain)),
        when=bool(words.WHEN.search(plain)),
        where=bool(words.WHERE.search(plain)),
        listing=listing,
        event_word=named or told,
        unread=unread,
        asking=tuple(word for word in unread if word in asking),
        topics=topics(rest),
        outside=outside,
        length=length(rest) if listing else None,
        on_site=on_site,
        final_one=final_one,
        noun=bool(words.NOUN.search(events)),
        named=named,
        arranging=bool(ARRANGING.search(plain)),
        personal=bool(PERSONAL.search(plain)),
    )


def _tense(plain: str) -> str:
    """The text without the turns of phrase whose past is none."""
    return words.STILL_AHEAD.sub(" ", words.DEADLINE.sub(" ", plain))


def _unread(rest: str) -> tuple[str, ...]:
    for pattern in (NOT_ONLINE, ON_SITE, ONLINE, *words.CONSTRAINTS):
        rest = pattern.sub(" ", rest)
    left = (word for word in _WORD.findall(rest) if word not in FUNCTION_WORDS)
    return tuple(dict.fromkeys(word for word in left if len(word) > 1 and not _NUMBER.match(word)))
