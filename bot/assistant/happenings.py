"""Answers to questions about what is on: lists, the next one, a month, a place."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from bot.assistant.actions import calendar_offer
from bot.assistant.compose import Composer
from bot.assistant.lookup import Lookup
from bot.events.card import event_card
from bot.events.listing import find, latest_past
from bot.events.wish import Wish
from bot.knowledge.model import Event
from bot.reply import (
    Ask,
    EntryRef,
    EventCard,
    Events,
    Heading,
    Language,
    More,
    Outcome,
    Paragraph,
    Part,
    Reply,
)
from bot.wording import assistant as say
from bot.wording.phrase import Phrase

MOST_LISTED = 10
LATEST = 3


@dataclass(frozen=True, slots=True)
class Happenings:
    """Composes event lists of one knowledge base for one language and moment (aware)."""

    lookup: Lookup
    language: Language
    at: datetime

    def listing(self, wish: Wish, text: str = "", page: int = 0) -> Reply:
        """The events a wish asks for; where none fit, that is said and the rest offered.

        Of many, the ``page`` (from 0) is shown, and the next one of what ``text`` asks offered.
        """
        events = self.lookup.knowledge.events
        found = find(events, self.at, wish)
        if found.events:
            listed = self._list(self._title(wish, found.past), found.events, page)
            return self._paged(listed, text, page, len(found.events))
        if wish.narrowed or wish.past:
            return self.none_fit()
        return self._nothing_coming(latest_past(events, self.at, LATEST))

    def _title(self, wish: Wish, past: bool) -> Phrase:
        if past:
            return say.PAST_TITLE
        if wish.next_one:
            return say.NEXT_TITLE
        return say.MATCHING_TITLE if wish.narrowed else say.UPCOMING_TITLE

    def none_fit(self) -> Reply:
        """That no event is known that fits, with the offer of all that is coming up."""
        parts: list[Part] = [
            Heading(say.NO_EVENTS_TITLE.say(self.language)),
            Paragraph(say.NO_EVENTS_FIT.say(self.language)),
        ]
        offer = Ask(
            say.ALL_UPCOMING.say(self.language), say.ALL_UPCOMING_QUESTION.say(self.language)
        )
        return Reply(Outcome.UNKNOWN, self.language, tuple(parts), (offer,))

    def _nothing_coming(self, latest: Sequence[Event]) -> Reply:
        reply = self._list(say.UPCOMING_TITLE, latest)
        honest = Paragraph(say.NONE_UPCOMING.say(self.language))
        parts = (reply.parts[0], honest, *reply.parts[1:])
        return replace(reply, parts=parts)

    def _list(self, title: Phrase, events: Sequence[Event], page: int = 0) -> Reply:
        first = _first(page, len(events))
        shown = events[first : first + MOST_LISTED]
        parts: list[Part] = [
            Heading(title.say(self.language)),
            Events(tuple(map(self._card, shown))),
        ]
        if len(events) > len(shown):
            counted = {"first": first + 1, "last": first + len(shown), "count": len(events)}
            parts.append(Paragraph(say.PAGE_OF.say(self.language, **counted)))
        parts.extend(Composer(self.lookup, self.language, self.at).small_print(shown))
        entries = tuple(
            EntryRef(event.id, event.kind, event.label(self.language), 1.0) for event in shown
        )
        return Reply(Outcome.ANSWER, self.language, tuple(parts), (), entries, 1.0)

    def _card(self, event: Event) -> EventCard:
        card = event_card(event, self.language, self.at)
        offered = calendar_offer(event, self.language, self.at)
        return replace(card, actions=tuple(offered))

    def _paged(self, listed: Reply, text: str, page: int, count: int) -> Reply:
        """The list with the offer of what comes behind it."""
        left = count - _first(page, count) - MOST_LISTED
        if left <= 0:
            return listed
        label = say.MORE_EVENTS.say(self.language, count=min(left, MOST_LISTED))
        return replace(listed, actions=(More(label, text, page + 1),))


def _first(page: int, count: int) -> int:
    """Where a page begins; one behind the last is the last."""
    return min(page, (count - 1) // MOST_LISTED) * MOST_LISTED
