"""Answers to questions about what is on: lists, the next one, a month, a place."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from bot.assistant.compose import Composer
from bot.assistant.event_questions import narrowed
from bot.assistant.lookup import Lookup
from bot.events.card import event_card
from bot.events.listing import find, latest_past
from bot.events.wish import Wish
from bot.knowledge.model import Event
from bot.reply import (
    Ask,
    EntryRef,
    Events,
    Heading,
    Language,
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

    def listing(self, wish: Wish) -> Reply:
        """The events a wish asks for; where none fit, that is said and the rest offered."""
        events = self.lookup.knowledge.events
        found = find(events, self.at, wish)
        if found.events:
            return self._list(self._title(wish, found.past), found.events)
        if narrowed(wish) or wish.past:
            return self.none_fit()
        return self._nothing_coming(latest_past(events, self.at, LATEST))

    def _title(self, wish: Wish, past: bool) -> Phrase:
        if past:
            return say.PAST_TITLE
        if wish.next_one:
            return say.NEXT_TITLE
        return say.MATCHING_TITLE if narrowed(wish) else say.UPCOMING_TITLE

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

    def _list(self, title: Phrase, events: Sequence[Event]) -> Reply:
        shown = events[:MOST_LISTED]
        cards = tuple(event_card(event, self.language, self.at) for event in shown)
        parts: list[Part] = [Heading(title.say(self.language)), Events(cards)]
        if len(events) > len(shown):
            more = say.MORE.say(self.language, count=len(events) - len(shown))
            parts.append(Paragraph(more))
        parts.extend(Composer(self.lookup, self.language, self.at).small_print(shown))
        entries = tuple(
            EntryRef(event.id, event.kind, event.label(self.language), 1.0) for event in shown
        )
        return Reply(Outcome.ANSWER, self.language, tuple(parts), (), entries, 1.0)
