"""What is said when reminders were set up: of what, and when they come."""

from collections.abc import Sequence

from bot.knowledge.model import Event
from bot.reminders.message_parts import reference
from bot.reminders.model import Occurrence, Scope
from bot.reminders.reminding_actions import Offers
from bot.reminders.reminding_coming import Coming
from bot.reminders.reminding_names import its_event, named
from bot.reminders.reminding_parts import dated, due, small_print, until
from bot.reply import Heading, Language, Listing, Outcome, Paragraph, Part, Reply
from bot.wording import assistant as said
from bot.wording import reminding as say

_MOST_LISTED = 5
"""Reminders that are listed behind the next one, where they are of several events."""
_SENTENCES = {
    (True, False): say.STARTED,
    (True, True): say.STARTED_CHANNEL,
    (False, False): say.ALREADY,
    (False, True): say.ALREADY_CHANNEL,
}
"""By whether it is new, and whether it is a channel's."""


class Confirmation:
    """Words that reminders of a scope will come, to a person or a channel."""

    def __init__(self, coming: Coming, language: Language, scope: Scope, *, channel: bool) -> None:
        self._coming = coming
        self._language = language
        self._scope = scope
        self._channel = channel
        self._event = its_event(scope, coming.lookup)
        self._offers = Offers(coming.lookup, language)

    def reply(self, wider: Scope | None, *, new: bool, offered: bool) -> Reply:
        """That they will come, and when.

        ``wider`` is a scope that was asked for before and holds this one. ``new`` is whether this
        one was not; ``offered`` whether to offer the same to the whole channel.
        """
        parts = (
            *self._opening(new=new),
            *self._covered(wider),
            *self._times(),
            *small_print(self._scope, self._coming, self._language),
        )
        actions = [self._offers.end(self._scope, channel=self._channel, alone=True)]
        if offered:
            actions.append(self._offers.begin_here(self._scope))
        entries = (reference(self._event, self._language),) if self._event else ()
        return Reply(Outcome.ANSWER, self._language, parts, tuple(actions), entries, 1.0)

    def _opening(self, *, new: bool) -> tuple[Part, ...]:
        if self._event and not self._coming.of_event(self._event):
            return (Paragraph(self._none_before(self._event)),)
        title = say.SET_UP if new else say.ALREADY_TITLE
        what = dated(self._scope, self._coming, self._language)
        sentence = _SENTENCES[new, self._channel].say(self._language, what=what)
        return Heading(title.say(self._language)), Paragraph(sentence)

    def _none_before(self, event: Event) -> str:
        """That no reminder comes before an event that is to come."""
        phrase = say.NEVER_REMINDED if event.reminders == () else say.BEGINS_FIRST
        return phrase.say(
            self._language,
            title=event.label(self._language),
            when=until(event, self._coming.now, self._language),
        )

    def _covered(self, wider: Scope | None) -> tuple[Part, ...]:
        if wider is None:
            return ()
        phrase = say.COVERED_CHANNEL if self._channel else say.COVERED
        what = named(wider, self._coming.lookup, self._language)
        return (Paragraph(phrase.say(self._language, wider=what)),)

    def _times(self) -> tuple[Part, ...]:
        """When the reminders come; of an event all, of others the first ones."""
        coming = self._coming.of(self._scope)
        if not coming:
            return () if self._event else (Paragraph(self._nothing_comes()),)
        (event, first), *rest = coming
        told = (say.NEXT if self._event else say.NEXT_OF).say(
            self._language, when=due(first, self._language), title=event.label(self._language)
        )
        if not rest:
            return (Paragraph(told),)
        if len(rest) == 1:
            return (Paragraph(f"{told} {self._last(*rest[0])}"),)
        then = Paragraph(f"{told} {say.THEN.say(self._language)}")
        return then, Listing(self._further(rest))

    def _last(self, event: Event, occurrence: Occurrence) -> str:
        """The only reminder behind the next one."""
        return (say.THEN_ONE if self._event else say.THEN_ONE_OF).say(
            self._language, when=due(occurrence, self._language), title=event.label(self._language)
        )

    def _further(self, rest: Sequence[tuple[Event, Occurrence]]) -> tuple[str, ...]:
        if self._event:
            return tuple(due(occurrence, self._language) for _, occurrence in rest)
        items = tuple(
            say.OF_EVENT.say(
                self._language,
                when=due(occurrence, self._language),
                title=event.label(self._language),
            )
            for event, occurrence in rest[:_MOST_LISTED]
        )
        left = len(rest) - len(items)
        return (*items, said.MORE.say(self._language, count=left)) if left else items

    def _nothing_comes(self) -> str:
        planned = self._coming.planned(self._scope)
        return (say.NONE_LEFT if planned else say.NOTHING_THERE).say(self._language)
