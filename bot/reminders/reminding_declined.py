"""What is said when no reminders were set up: why not, or which were meant."""

from collections.abc import Sequence

from bot.assistant.replies import MOST_ACTIONS
from bot.knowledge.model import Event, Status
from bot.reminders.message_parts import reference
from bot.reminders.model import Scope, ScopeKind
from bot.reminders.reminding_actions import Offers, bounded
from bot.reminders.reminding_coming import Coming
from bot.reminders.reminding_names import its_event
from bot.reminders.reminding_parts import held, small_print
from bot.reply import Action, Heading, Language, Listing, Outcome, Paragraph, Part, Reply
from bot.wording import reminding as say
from bot.wording.phrase import Phrase

PICKED = 0.5
"""Confidence in entries of which one has to be picked."""


class Declining:
    """Words why reminders were not set up."""

    def __init__(self, coming: Coming, language: Language) -> None:
        self._coming = coming
        self._language = language
        self._offers = Offers(coming.lookup, language)

    def impossible(self, event: Event) -> Reply | None:
        """Why there is no use in reminding of an event; None where there is."""
        if event.status is Status.CANCELLED:
            why = say.CANCELLED
        elif self._coming.over(event):
            why = say.HELD
        elif self._coming.begun(event):
            why = say.UNDER_WAY
        else:
            return None
        when = held(event, self._language)
        told = Paragraph(why.say(self._language, title=event.label(self._language), when=when))
        scope = Scope(ScopeKind.EVENT, event.id)
        parts: tuple[Part, ...] = (told, *small_print(scope, self._coming, self._language))
        entries = (reference(event, self._language),)
        actions = (self._offers.upcoming(),)
        return Reply(Outcome.ANSWER, self._language, parts, actions, entries, 1.0)

    def gone(self) -> Reply:
        """That the event is no longer known."""
        return self._told(Outcome.UNKNOWN, None, say.GONE, self._ways_on())

    def not_known(self) -> Reply:
        """That no event is known that was meant."""
        return self._told(Outcome.UNKNOWN, say.NOT_KNOWN_TITLE, say.NOT_KNOWN, self._ways_on())

    def no_address(self) -> Reply:
        """That nobody can be written to later from here."""
        ways_on = (self._offers.upcoming(),)
        return self._told(Outcome.HELP, say.NO_ADDRESS_TITLE, say.NO_ADDRESS, ways_on)

    def no_channel(self) -> Reply:
        """That this is no channel."""
        return self._told(Outcome.HELP, say.NO_CHANNEL_TITLE, say.NO_CHANNEL)

    def failed(self) -> Reply:
        """That what is kept could not be reached, and is as it was."""
        return self._told(Outcome.UNKNOWN, say.FAILED_TITLE, say.FAILED)

    def which(self, scopes: Sequence[Scope], *, channel: bool) -> Reply:
        """The offer of several scopes, one of which was meant."""
        actions = bounded((self._offers.begin(s, channel=channel) for s in scopes), MOST_ACTIONS)
        return self.choice(say.WHICH_TITLE, scopes, actions)

    def choice(self, title: Phrase, scopes: Sequence[Scope], actions: Sequence[Action]) -> Reply:
        """Several scopes, with an action for each."""
        events = [event for s in scopes if (event := its_event(s, self._coming.lookup))]
        listed = tuple(
            say.HINT.say(
                self._language,
                title=event.label(self._language),
                when=held(event, self._language),
            )
            for event in events
        )
        parts = (
            Heading(title.say(self._language)),
            Paragraph(say.WHICH.say(self._language)),
            *((Listing(listed),) if listed else ()),
        )
        entries = tuple(reference(event, self._language) for event in events)
        return Reply(Outcome.CHOOSE, self._language, parts, tuple(actions), entries, PICKED)

    def _ways_on(self) -> tuple[Action, ...]:
        return self._offers.upcoming(), self._offers.all()

    def _told(
        self,
        outcome: Outcome,
        title: Phrase | None,
        told: Phrase,
        actions: tuple[Action, ...] = (),
    ) -> Reply:
        heading: tuple[Part, ...] = (Heading(title.say(self._language)),) if title else ()
        parts = (*heading, Paragraph(told.say(self._language)))
        return Reply(outcome, self._language, parts, actions)
