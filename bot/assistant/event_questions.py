"""Questions about events: one of them, a list, or matching like any other question."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from bot.assistant.event_bearing import EventBearing
from bot.assistant.lookup import Lookup
from bot.events.listing import find
from bot.events.wish import Wish
from bot.knowledge.model import Event
from bot.matching.decision import Verdict
from bot.matching.index import Index
from bot.matching.matcher import Match


@dataclass(frozen=True, slots=True)
class EventAnswer:
    """What a question gets: this one event, or, without one, the list its wish asks for.

    Where nothing ``fits``, days and places do but what else is asked for does not.
    """

    event: Event | None
    fits: bool = True


_NONE_FITS = EventAnswer(None, fits=False)


def _bare(wish: Wish) -> bool:
    """Whether days, places or an order are all there is: "anything on the 21st?"."""
    return not wish.unread and not wish.personal and (wish.narrowed or wish.next_one)


class EventQuestions:
    """Decides which questions are about events."""

    def __init__(self, lookup: Lookup, index: Index) -> None:
        self._events = lookup.knowledge.events
        self._bearing = EventBearing(self._events, index)

    def completed(self, match: Match, wish: Wish) -> Wish:
        """The wish with whose events are meant, where a list of somebody's events is asked for."""
        if not (wish.arranging and wish.listing):
            return wish
        hosts = frozenset(event.organiser for event in self._events if event.organiser)
        return replace(wish, organisers=hosts & match.called)

    def answer(self, match: Match, wish: Wish, at: datetime) -> EventAnswer | None:
        """The event or list a question asks for; None where it is to be matched as any other."""
        top = self._top(match)
        matched = match.decision.verdict is Verdict.ANSWER
        if not wish.event_word and not _bare(wish) and not (top and matched and wish.narrowed):
            return None
        fitting = find(self._events, at, wish).events
        return (self._narrowed if wish.narrowed else self._of_all)(match, wish, fitting, top)

    def _of_all(
        self, match: Match, wish: Wish, fitting: Sequence[Event], top: Event | None
    ) -> EventAnswer | None:
        """What a question gets that names no days, places or form."""
        if self._bearing.alien(wish):
            return None
        listed = wish.listing or wish.next_one or wish.past or not wish.unread
        elsewhere = self._bearing.about_more(match, wish, self._events)
        matched = match.decision.verdict is Verdict.ANSWER
        elsewhere = elsewhere or (matched and top is None and self._bearing.weighty(match, wish))
        if not listed or elsewhere:
            return EventAnswer(top) if top and self._only_one(match, wish, top) else None
        return EventAnswer(fitting[0] if wish.next_one and fitting else None)

    def _narrowed(
        self, match: Match, wish: Wish, fitting: Sequence[Event], top: Event | None
    ) -> EventAnswer | None:
        called = top is not None and self._bearing.by_name(match, top)
        if not called and self._bearing.of_others(match, wish, fitting):
            return _NONE_FITS if wish.named or top else None
        if top and top not in fitting:
            # Named by its own title, or no more than described, it is answered: the card sets
            # day and place right.
            meant = called or not (wish.event_word or _bare(wish))
            sure = match.decision.verdict is Verdict.ANSWER and meant
            return EventAnswer(top if sure else None)
        if not fitting:
            return EventAnswer(None) if wish.event_word or _bare(wish) else None
        return self._fitting(match, wish, fitting, top)

    def _fitting(
        self, match: Match, wish: Wish, fitting: Sequence[Event], top: Event | None
    ) -> EventAnswer | None:
        """What a question gets whose days and places some events fit, the likeliest among them."""
        if self._bearing.about_more(match, wish, fitting):
            # "Concerts in Odense": the place fits, the rest does not.
            if top is None:
                return None
            sure = match.decision.verdict is Verdict.ANSWER or self._bearing.by_name(match, top)
            return EventAnswer(top) if sure else _NONE_FITS
        if len(fitting) == 1:
            return EventAnswer(top or fitting[0])
        one = top and self._bearing.singled_out(match, wish, top, fitting)
        return EventAnswer(top if one else None)

    def _top(self, match: Match) -> Event | None:
        """The one event that is called by its name, else what matched before all else."""
        by_name = match.called.intersection(event.id for event in self._events)
        if not match.evidence and not by_name:
            return None
        first = next(iter(by_name)) if len(by_name) == 1 else match.evidence[0][0]
        return next((event for event in self._events if event.id == first), None)

    def _only_one(self, match: Match, wish: Wish, top: Event) -> bool:
        """Whether an event is asked for by that noun, and of what may be meant just one is one."""
        offered = [one.label for one in match.decision.candidates]
        events = {event.id for event in self._events}.intersection(offered)
        first = match.decision.verdict is Verdict.CHOOSE and offered[:1] == [top.id]
        more = self._bearing.about_more(match, wish, [top])
        return wish.noun and first and len(events) == 1 and not more
