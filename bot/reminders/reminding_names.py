"""What subscriptions are about, in words within a sentence: "arrangementer i Odense"."""

from collections.abc import Iterable

from bot.assistant.lookup import Lookup
from bot.events.places import CANONICAL, TOWNS_AND_COUNTRIES, canonical
from bot.knowledge.forms import Text
from bot.knowledge.model import Event
from bot.matching.text import words
from bot.reminders.model import Scope, ScopeKind
from bot.reminders.plan_scopes import ONLINE, tag_key
from bot.reply import Language
from bot.wording import reminding as say

_SHORT = 40
_ISLANDS = frozenset({"fyn", "sjaelland", "bornholm", "island"})
"""Where Danish says "på" and not "i"."""
_SPELT = {
    "aarhus": "Aarhus",
    "aalborg": "Aalborg",
    "aabenraa": "Aabenraa",
    "goeteborg": "Göteborg",
    "malmoe": "Malmö",
    "linkoeping": "Linköping",
    "muenchen": "München",
    "zuerich": "Zürich",
    "koeln": "Köln",
    "geneve": "Genève",
}
"""Names that are not spelt as their folded form suggests."""
_IN_ENGLISH = {"storbritannien": "Britain", "nederlandene": "the Netherlands"}
_SAME_IN_ENGLISH = frozenset(
    words(
        "aabenraa aalborg aarhus faaborg hilleroed helsingoer koege roenne soenderborg toender "
        "helsinki basel krakow linkoeping malmoe tromsoe nordjylland"
    )
)
"""Names whose other spellings are only those of people without the letters for them."""


def named(scope: Scope, lookup: Lookup, language: Language) -> str:
    """What a scope holds, in words that `bot.reminders.reminding_subject` reads as the same."""
    match scope.kind:
        case ScopeKind.ALL:
            return say.ALL_EVENTS.say(language)
        case ScopeKind.PLACE:
            return _at_place(scope.value, lookup, language)
        case ScopeKind.TAG:
            return say.EVENTS_TAGGED.say(language, tag=_tag(scope.value, lookup, language))
        case ScopeKind.EVENT:
            event = its_event(scope, lookup)
            if event is None:
                return say.FORMER_EVENT.say(language)
            return say.QUOTED.say(language, title=event.label(language))


def event_of(id_: str, lookup: Lookup) -> Event | None:
    """The event with this id; None where there is none."""
    entry = lookup.entries.get(id_)
    return entry if isinstance(entry, Event) else None


def its_event(scope: Scope, lookup: Lookup) -> Event | None:
    """The event of a scope that is about a single one; None where that is not known any more."""
    return event_of(scope.value, lookup) if scope.kind is ScopeKind.EVENT else None


def short(title: str) -> str:
    """A title for a button, cut at a word where it is long."""
    if len(title) <= _SHORT:
        return title
    return f"{title[:_SHORT].rsplit(' ', 1)[0].rstrip(' ,;:–-')} …"


def capital(sentence: str) -> str:
    """With a capital where a line begins."""
    return sentence[:1].upper() + sentence[1:]


def written(lookup: Lookup) -> tuple[Text, ...]:
    """The places as the knowledge base's events have them."""
    return tuple(event.place for event in lookup.knowledge.events if event.place)


def _at_place(value: str, lookup: Lookup, language: Language) -> str:
    if value == ONLINE:
        return say.ONLINE_EVENTS.say(language)
    if value in _ISLANDS:
        phrase = say.EVENTS_ON if language is Language.DANISH else say.EVENTS_IN
    else:
        phrase = say.EVENTS_IN if value in TOWNS_AND_COUNTRIES else say.EVENTS_AT
    return phrase.say(language, place=_place(value, lookup, language))


def _place(value: str, lookup: Lookup, language: Language) -> str:
    """A place as the events spell it, or as it is usually spelt in the language."""
    places = written(lookup)
    if spelt := _among((place.say(language) for place in places), value):
        return spelt
    if language is Language.ENGLISH and (known := _english(value)):
        return known
    if spelt := _SPELT.get(value) or _among((place.da for place in places), value):
        return spelt
    return value.replace("oe", "ø").replace("ae", "æ").title()


def _among(places: Iterable[str], value: str) -> str:
    """The part of the places that is called so, as it is written there."""
    parts = (part.strip() for place in places for part in (place, *place.split(",")))
    return next((part for part in parts if canonical(part) == value), "")


def _english(value: str) -> str:
    if value in _SAME_IN_ENGLISH:
        return ""
    names = (other.title() for other, name in CANONICAL.items() if name == value)
    return _IN_ENGLISH.get(value) or next(names, "")


def _tag(key: str, lookup: Lookup, language: Language) -> str:
    tags = (tag for event in lookup.knowledge.events for tag in event.tags)
    return next((tag.say(language) for tag in tags if tag_key(tag) == key), key)
