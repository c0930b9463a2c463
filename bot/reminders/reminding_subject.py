"""Which events somebody means who asks for reminders: all, those of a place or kind, or some."""

import re
from abc import abstractmethod
from collections.abc import Iterable
from datetime import datetime
from typing import Protocol

from bot.assistant.lookup import Lookup
from bot.assistant.understanding import known_places
from bot.events.listing import is_over
from bot.events.places import take_places
from bot.events.sheet import Sheet
from bot.knowledge.model import Event
from bot.matching.text import stem, words
from bot.reminders.model import EVERYTHING, Scope, ScopeKind
from bot.reminders.plan_scopes import ONLINE, tag_key
from bot.reminders.reminding_names import event_of

MOST_NAMED = 4
"""More events than this are no name."""

_FILLERS = frozenset(
    words(
        "alle alt al all the de det den en et a an i in on paa at ved of om about med with for fra "
        "from til to kommende upcoming coming future fremtidige some nogle any every "
        "hver hvert enhver each slags kind kinds type typer emnet subject topic maerket tagged tag "
        "jeres your vores our rain rains der som er sker afholdes that are is held related og and "
        "own egne relateret vedroerende handler handle kategorien category"
    )
)
_GENERIC = re.compile(r"(?:rain)?(?:events?|evnets|eventene?|arr?ang?em\w*|arr)|\w*kalender(?:en)?")
_EVERYTHING = frozenset(
    words(
        "alt alting allting everything anything aktiviteter activities moeder meetings moederne "
        "alle all noget ting things calendar happenings program programmet"
    )
)
_ONLINE = re.compile(r"(?:online|virtuel|virtual|digital)\w*")
_ONE_EVENT = re.compile(r"\w*(?:event(?:et)?|arrangement(?:et)?|moedet?|meeting)")
_POINTERS = frozenset(words("det den dette denne dem disse it that this them those these"))
_DEFINITE = frozenset(
    words(
        "arrangementet eventet konferencen webinaret moedet seminaret workshoppen hackathonet "
        "foredraget kongressen"
    )
)
_ONCE_DEFINITE = frozenset(words("event conference webinar meeting seminar workshop hackathon"))
"""What points back behind "the" alone."""
_BESIDE_POINTING = frozenset({"the", "de", "her", "der", "here", "igen", "again"})


class Naming(Protocol):
    """Tells the events that a text names."""

    @abstractmethod
    def __call__(self, text: str, at: datetime) -> tuple[str, ...]:
        """The ids of the events that the text surely names at the moment ``at`` (aware)."""


class Subjects:
    """Reads what reminders are to be about, with one version of the knowledge base."""

    def __init__(self, lookup: Lookup, naming: Naming) -> None:
        self._lookup = lookup
        self._naming = naming

    def of(self, text: str, at: datetime, before: Iterable[str] = ()) -> tuple[Scope, ...]:
        """The scopes that a text may mean; several are a choice, none is not understood.

        ``before`` are the ids of what the conversation was last about; an empty text means that,
        where it was a single event to come, and else all events.
        """
        said = words(text)
        last = self._events(before, at)
        if not said:
            return last if len(last) == 1 else (EVERYTHING,)
        return (
            self._titled(said)
            or (self._pointed(said, text, at) or last if _points(said) else ())
            or _all(said)
            or self._places(text)
            or _online(said)
            or self._tagged(said)
            or self._named(text, at)
        )

    def _events(self, ids: Iterable[str], at: datetime) -> tuple[Scope, ...]:
        found = (event_of(id_, self._lookup) for id_ in ids)
        coming = [event for event in found if event and not is_over(event, at)]
        return _scopes(coming)

    def _pointed(self, said: list[str], text: str, at: datetime) -> tuple[Scope, ...]:
        """The one event of the kind that is said: "the webinar", of which there is but one."""
        named = () if _POINTERS.issuperset(said) else self._named(text, at)
        return named if len(named) == 1 else ()

    def _titled(self, said: list[str]) -> tuple[Scope, ...]:
        """The events of just this title."""
        events = self._lookup.knowledge.events
        return _scopes([e for e in events if said in (words(e.title.da), words(e.title.en))])

    def _places(self, text: str) -> tuple[Scope, ...]:
        """The places, where nothing else is said; one may be typed without its preposition."""
        sheet = Sheet(f"i {text}", about_events=True)
        places = take_places(sheet, known_places(self._lookup))
        if not all(_fills_or_is_all(word) for word in words(sheet.text)):
            return ()
        return tuple(Scope(ScopeKind.PLACE, place) for place in places)

    def _tagged(self, said: list[str]) -> tuple[Scope, ...]:
        """The tags of the present events that are said, and nothing else."""
        whole, rest = _stems(said), _stems(word for word in said if not _fills(word))
        tags = {tag_key(tag): tag for event in self._lookup.knowledge.events for tag in event.tags}
        return tuple(
            Scope(ScopeKind.TAG, key)
            for key, tag in tags.items()
            if not {_stems(words(tag.da)), _stems(words(tag.en))}.isdisjoint({whole, rest})
        )

    def _named(self, text: str, at: datetime) -> tuple[Scope, ...]:
        found = (event_of(id_, self._lookup) for id_ in self._naming(text, at))
        events = [event for event in found if event]
        return _scopes(events) if len(events) <= MOST_NAMED else ()


def _scopes(events: Iterable[Event]) -> tuple[Scope, ...]:
    return tuple(dict.fromkeys(Scope(ScopeKind.EVENT, event.id) for event in events))


def _points(said: list[str]) -> bool:
    """Whether a text points at what was spoken of: "it", "the conference"."""
    pointing = _POINTERS | _DEFINITE
    definite = any(word in pointing for word in said) or "the" in said
    return definite and {*said} <= pointing | _ONCE_DEFINITE | _BESIDE_POINTING


def _fills(word: str) -> bool:
    return word in _FILLERS or _GENERIC.fullmatch(word) is not None


def _all(said: list[str]) -> tuple[Scope, ...]:
    """Every event, where nothing narrows it; "the event" is one of them."""
    every = any(word in _EVERYTHING or _GENERIC.fullmatch(word) for word in said)
    one = any(word in {"arrangementet", "eventet"} for word in said) or said == ["the", "event"]
    if every and not one and all(_fills(word) or word in _EVERYTHING for word in said):
        return (EVERYTHING,)
    return ()


def _online(said: list[str]) -> tuple[Scope, ...]:
    """What takes place online; "the online event" is one event and has a name."""
    online = [word for word in said if _ONLINE.fullmatch(word)]
    if not online or any(_ONE_EVENT.fullmatch(word) for word in said):
        return ()
    rest = (word for word in said if word not in online)
    return (Scope(ScopeKind.PLACE, ONLINE),) if all(map(_fills_or_is_all, rest)) else ()


def _fills_or_is_all(word: str) -> bool:
    return _fills(word) or word in _EVERYTHING


def _stems(said: Iterable[str]) -> frozenset[str]:
    return frozenset(stem(word) for word in said)
