"""Questions about events: one of them, a list, or matching like any other question."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.assistant.lookup import Lookup
from bot.events.listing import find
from bot.events.wish import Wish
from bot.knowledge.model import Event
from bot.matching.decision import Verdict
from bot.matching.index import Index
from bot.matching.matcher import Match
from bot.matching.rarity import zipf

_HEAVY = 0.5
_LIGHT = 0.3
_AHEAD = 2.0
_EVERYDAY = 4.6


@dataclass(frozen=True, slots=True)
class EventAnswer:
    """What a question gets: this one event, or, without one, the list its wish asks for.

    Where nothing ``fits``, days and places do but what else is asked for does not.
    """

    event: Event | None
    fits: bool = True


def narrowed(wish: Wish) -> bool:
    """Whether a wish names days, places or the form, so that an empty list means "none fit"."""
    return bool(wish.first or wish.last or wish.places or wish.online)


def _bare(wish: Wish) -> bool:
    """Whether days, places or an order are all there is: "anything on the 21st?"."""
    return not wish.unread and (narrowed(wish) or wish.next_one)


class EventQuestions:
    """Decides which questions are about events."""

    def __init__(self, lookup: Lookup, index: Index) -> None:
        self._events = lookup.knowledge.events
        self._index = index

    def answer(self, match: Match, wish: Wish, at: datetime) -> EventAnswer | None:
        """The event or list a question asks for; None where it is to be matched as any other."""
        top = self._top(match)
        matched = match.decision.verdict is Verdict.ANSWER
        if not wish.event_word and not _bare(wish) and not (top and matched and narrowed(wish)):
            return None
        fitting = find(self._events, at, wish).events
        if narrowed(wish):
            return self._narrowed(match, wish, fitting, top)
        listed = wish.listing or wish.next_one or wish.past or not wish.unread
        elsewhere = self._about_more(match, wish, self._events)
        elsewhere = elsewhere or (matched and top is None and self._weighty(match, wish))
        if not listed or elsewhere:
            return None
        return EventAnswer(fitting[0] if wish.next_one and fitting else None)

    def _narrowed(
        self, match: Match, wish: Wish, fitting: Sequence[Event], top: Event | None
    ) -> EventAnswer | None:
        if top and top not in fitting:
            # Named by its own title, or no more than described, it is answered: the card sets
            # day and place right.
            meant = self._by_name(match, top) or not (wish.event_word or _bare(wish))
            sure = match.decision.verdict is Verdict.ANSWER and meant
            return EventAnswer(top if sure else None)
        if not fitting:
            return EventAnswer(None) if wish.event_word or _bare(wish) else None
        if self._about_more(match, wish, fitting):
            # "Concerts in Odense": the place fits, the rest does not.
            if top is None:
                return None
            sure = match.decision.verdict is Verdict.ANSWER or self._by_name(match, top)
            return EventAnswer(top) if sure else EventAnswer(None, fits=False)
        if top and (len(fitting) == 1 or (wish.unread and self._clearly(match, fitting))):
            return EventAnswer(top)
        return EventAnswer(fitting[0] if len(fitting) == 1 else None)

    def _top(self, match: Match) -> Event | None:
        """The one event that is called by its name, else what matched before all else."""
        by_name = match.called.intersection(event.id for event in self._events)
        if not match.evidence and not by_name:
            return None
        first = next(iter(by_name)) if len(by_name) == 1 else match.evidence[0][0]
        return next((event for event in self._events if event.id == first), None)

    def _clearly(self, match: Match, fitting: Sequence[Event]) -> bool:
        """Whether the first label leaves the other fitting events well behind."""
        ids = {event.id for event in fitting}
        scores = [r.score for r in match.reading.ranked if r.label in ids]
        return len(scores) < 2 or scores[0] > _AHEAD * scores[1]

    def _by_name(self, match: Match, event: Event) -> bool:
        """Whether a rare word of the event's title stands in the question as it is spelt there."""
        titles = f"{event.title.da} {event.title.en}".casefold()
        return any(w.weight > _HEAVY and w.text in titles for w in match.reading.words)

    def _weighty(self, match: Match, wish: Wish) -> bool:
        """Whether more is asked than of events, and of what all here is about ("AI events")."""
        return any(w.weight > _LIGHT for w in match.reading.words if w.text in wish.unread)

    def _about_more(self, match: Match, wish: Wish, events: Sequence[Event]) -> bool:
        """Whether the question has a weighty word that none of the events speaks of."""
        own = frozenset[str]().union(
            *(self._index.stems.get(event.id, frozenset()) for event in events)
        )
        left = (word for word in match.reading.words if word.text in wish.unread)
        return any(
            word.weight >= _HEAVY and zipf(word.text) < _EVERYDAY and not word.means(own)
            for word in left
        )
