"""What the words of a question have to do with the events of the knowledge base."""

from collections.abc import Sequence

from bot.events.wish import Wish
from bot.knowledge.model import Event
from bot.matching.index import Index
from bot.matching.matcher import Match
from bot.matching.rarity import zipf

_HEAVY = 0.5
_LIGHT = 0.3
_AHEAD = 2.0
_EVERYDAY = 4.6
_ALIEN = 0.35
"""Weight from which a word nobody here uses tells that "what's coming up" asks of other things."""


class EventBearing:
    """Weighs the words of a question by what the events of one knowledge base speak of."""

    def __init__(self, events: Sequence[Event], index: Index) -> None:
        self._events = events
        self._index = index

    def of_others(self, match: Match, wish: Wish, fitting: Sequence[Event]) -> bool:
        """Whether days and places may fit, but what is asked for is no event of ours.

        "Football events in Aarhus"; "something to eat in June"; "do I have anything on Monday".
        """
        if wish.named:
            return self.alien(wish)
        if not wish.asking:
            return wish.personal and not wish.event_word
        own = self._own(fitting)
        meant = [word.means(own) for word in match.reading.words if word.text in wish.asking]
        # Something to attend has to be ours in every word; what a day and place led to, in one.
        return not (all(meant) if wish.event_word else any(meant))

    def alien(self, wish: Wish) -> bool:
        """Whether the events are to be about what none of ours is."""
        own = self._own(self._events)
        return any(
            not word.means(own) and (word.weight >= _HEAVY or not word.senses)
            for word in self._index.words(" ".join(wish.topics))
        )

    def about_more(self, match: Match, wish: Wish, events: Sequence[Event]) -> bool:
        """Whether the question has a weighty word that none of the events speaks of."""
        own = self._own(events)
        left = (word for word in match.reading.words if word.text in wish.asking)
        return any(
            (word.weight >= _HEAVY and zipf(word.text) < _EVERYDAY and not word.means(own))
            or (not wish.noun and word.weight > _ALIEN and not word.senses)
            for word in left
        )

    def weighty(self, match: Match, wish: Wish) -> bool:
        """Whether more is asked than of events, and of what all here is about ("AI events")."""
        return any(w.weight > _LIGHT for w in match.reading.words if w.text in wish.asking)

    def by_name(self, match: Match, event: Event) -> bool:
        """Whether a rare word of the event's title stands in the question as it is spelt there."""
        titles = f"{event.title.da} {event.title.en}".casefold()
        return any(w.weight > _HEAVY and w.text in titles for w in match.reading.words)

    def singled_out(self, match: Match, wish: Wish, top: Event, fitting: Sequence[Event]) -> bool:
        """Whether one of several events that fit is asked for.

        Where several are asked for, a word has to tell it that none of the others speaks of.
        """
        own = self._own([top]) - self._own([event for event in fitting if event != top])
        asked = [word for word in match.reading.words if word.text in wish.unread]
        told = any(w.means(own) for w in asked if w.text in wish.asking and w.weight > _LIGHT)
        return bool(asked) and (told or not wish.listing) and _clearly(match, fitting)

    def _own(self, events: Sequence[Event]) -> frozenset[str]:
        """The stems of the words that the events speak in."""
        stems = (self._index.stems.get(event.id, frozenset()) for event in events)
        return frozenset[str]().union(*stems)


def _clearly(match: Match, fitting: Sequence[Event]) -> bool:
    """Whether the first label leaves the other fitting events well behind."""
    ids = {event.id for event in fitting}
    scores = [r.score for r in match.reading.ranked if r.label in ids]
    return len(scores) < 2 or scores[0] > _AHEAD * scores[1]
