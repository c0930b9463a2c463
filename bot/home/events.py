"""What is on next, each with what can be done about it."""

from dataclasses import dataclass, replace
from functools import cached_property

from bot.assistant.actions import calendar_offer
from bot.events.card import event_card
from bot.events.listing import upcoming
from bot.home.visitor import Visitor
from bot.knowledge.model import Event
from bot.reminders.model import Scope, ScopeKind
from bot.reminders.reminding_coming import Coming
from bot.reply import (
    Action,
    Ask,
    EventCard,
    Events,
    Heading,
    Offers,
    Paragraph,
    Part,
    Remind,
    StopReminding,
)
from bot.wording import assistant as said
from bot.wording import home as say
from bot.wording import reminding

MOST_EVENTS = 5


@dataclass(frozen=True)
class NextEvents:
    """The next events, as a visitor sees them."""

    coming: Coming
    visitor: Visitor

    @property
    def parts(self) -> tuple[Part, ...]:
        """The events, and the way to all others."""
        language = self.visitor.language
        parts: list[Part] = [Heading(say.EVENTS.say(language))]
        if not self.entries:
            parts.append(Paragraph(say.NO_EVENTS.say(language)))
        else:
            parts.append(Events(tuple(map(self._card, self.entries))))
        if len(self._upcoming) > MOST_EVENTS:
            question = said.ALL_UPCOMING_QUESTION.say(language)
            parts.append(Offers((Ask(said.ALL_UPCOMING.say(language), question),)))
        return tuple(parts)

    @property
    def entries(self) -> tuple[Event, ...]:
        """The events that are shown."""
        return self._upcoming[:MOST_EVENTS]

    @cached_property
    def _upcoming(self) -> tuple[Event, ...]:
        return upcoming(self.coming.lookup.knowledge.events, self.coming.now)

    def _card(self, event: Event) -> EventCard:
        language, now = self.visitor.language, self.coming.now
        offers = (*self._reminding(event), *calendar_offer(event, language, now))
        return replace(event_card(event, language, now), actions=offers)

    def _reminding(self, event: Event) -> tuple[Action, ...]:
        """To begin or to end; nothing where something wider is kept, which is ended as a whole."""
        kept = self.visitor.kept.reminders if self.visitor.kept else None
        if kept is None:
            return ()
        language = self.visitor.language
        if Scope(ScopeKind.EVENT, event.id) in kept:
            return (StopReminding(reminding.STOP_THIS.say(language), event.id),)
        held = any(self.coming.covers(scope, event) for scope in kept)
        if held or not self.coming.of_event(event):
            return ()
        return (Remind(reminding.REMIND_ME.say(language), event.id),)
