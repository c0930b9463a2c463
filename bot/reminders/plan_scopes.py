"""Which subscriptions an event falls under."""

from bot.events.places import places_in
from bot.knowledge.forms import Text
from bot.knowledge.model import Event
from bot.matching.text import fold

ONLINE = "online"
"""The place of what takes place online."""


def tag_key(tag: Text) -> str:
    """What a tag is known by, whatever the language it is shown in."""
    return fold(tag.da)


def tags_of(event: Event) -> frozenset[str]:
    """The keys of the event's tags."""
    return frozenset(tag_key(tag) for tag in event.tags)


def places_of(event: Event) -> frozenset[str]:
    """Every canonical name under which the event's place may be asked for.

    One in Odense is on Fyn and in Denmark too.
    """
    written = (event.place.da, event.place.en) if event.place else ()
    online = frozenset({ONLINE}) if event.online else frozenset[str]()
    return online.union(*(places_in(place) for place in written))
