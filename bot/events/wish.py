"""What a question asks of the events: period, place, and what it wants to know."""

import re
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from bot.events import event_words as words
from bot.events.grammar_words import FUNCTION_WORDS
from bot.events.periods import period
from bot.events.places import take_places
from bot.events.sheet import Sheet, spoken

_NUMBER = re.compile(r"\d{1,3}$")
_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class Wish:
    """The constraints in a question, and what was left over.

    ``first`` and ``last`` are the period, both days included, None where it is open; ``places``
    are canonical folded place words (`bot.events.places`), known to the base or not.
    ``next_one``: one event is wanted: the next, or with ``past`` the latest. ``unread`` holds
    the folded words that neither a constraint nor grammar explains, for matching titles.
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


def wish(text: str, today: date, known_places: Collection[str]) -> Wish:
    """What a question in Danish or English asks of the events.

    ``today`` is the day in Denmark from which relative days count; ``known_places`` are the
    places of the knowledge base, as they stand there.
    """
    plain = spoken(text)
    about_events = _tells_event(plain)
    sheet = Sheet(text, about_events=about_events)
    past = bool(words.PAST.search(_tense(plain)))
    named = period(sheet, today, past=past)
    places = take_places(sheet, known_places)
    rest = sheet.text
    dated = named.first is not None or named.last is not None
    past = (past or named.past) if named.first is None or named.first <= today else False
    return Wish(
        first=named.first,
        last=named.last,
        places=places,
        online=bool(words.ONLINE.search(rest)),
        next_one=bool((words.LATEST_ONE if past else words.NEXT).search(_tense(rest))),
        past=past or (named.last is not None and named.last < today),
        registration=bool(words.REGISTRATION.search(plain)),
        when=bool(words.WHEN.search(plain)),
        where=bool(words.WHERE.search(plain)),
        listing=bool(words.LISTING.search(plain)),
        event_word=about_events or (dated and bool(words.MEETING.search(plain))),
        unread=_unread(rest),
    )


def _tells_event(plain: str) -> bool:
    return bool(words.EVENT.search(words.NOT_EVENT.sub(" ", plain)))


def _tense(plain: str) -> str:
    """The text without the turns of phrase whose past is none."""
    return words.STILL_AHEAD.sub(" ", words.DEADLINE.sub(" ", plain))


def _unread(rest: str) -> tuple[str, ...]:
    for pattern in words.CONSTRAINTS:
        rest = pattern.sub(" ", rest)
    left = (word for word in _WORD.findall(rest) if word not in FUNCTION_WORDS)
    return tuple(dict.fromkeys(word for word in left if len(word) > 1 and not _NUMBER.match(word)))
