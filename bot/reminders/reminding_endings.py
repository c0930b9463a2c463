"""What is said when reminders were to end: what ended, what still comes, or that none did."""

from collections.abc import Sequence
from itertools import islice

from bot.assistant.replies import MOST_ACTIONS
from bot.reminders.message_parts import reference
from bot.reminders.model import Scope
from bot.reminders.reminding_actions import Offers, bounded
from bot.reminders.reminding_coming import Coming
from bot.reminders.reminding_declined import Declining
from bot.reminders.reminding_names import capital, its_event, named
from bot.reminders.reminding_parts import small_print
from bot.reply import Action, Heading, Language, Listing, Outcome, Paragraph, Part, Reply
from bot.wording import assistant as said
from bot.wording import reminding as say
from bot.wording.phrase import Phrase

_MOST_LISTED = 10


class Endings:
    """Words what became of reminders that a person or a channel was to have no more."""

    def __init__(self, coming: Coming, language: Language, *, channel: bool) -> None:
        self._coming = coming
        self._language = language
        self._channel = channel
        self._offers = Offers(coming.lookup, language)

    def ended(self, scope: Scope, left: Sequence[Scope]) -> Reply:
        """That reminders of a scope ended; ``left`` are the other scopes there are.

        Of a single event it matters which of them hold it too, of others which there are.
        """
        what = self._named(scope)
        sentence = self._say(say.ENDED, say.ENDED_CHANNEL, what=what)
        event = its_event(scope, self._coming.lookup)
        if event:
            wider = [one for one in left if self._coming.covers(one, event)]
            return self._told(say.ENDED_TITLE, scope, sentence, self._still(wider), wider)
        others: list[Part] = [Paragraph(self._say(say.LEFT, say.LEFT_CHANNEL)), self._list(left)]
        return self._told(say.ENDED_TITLE, scope, sentence, others if left else (), left)

    def all_ended(self, scopes: Sequence[Scope]) -> Reply:
        """That all there were ended."""
        told = Paragraph(self._say(say.ENDED_ALL, say.ENDED_ALL_CHANNEL))
        heading = Heading(say.ENDED_TITLE.say(self._language))
        parts = (heading, told, self._list(scopes))
        return Reply(Outcome.ANSWER, self._language, parts, (self._offers.upcoming(),))

    def still(self, scope: Scope, wider: Sequence[Scope]) -> Reply:
        """That nothing was asked for of a single event, but reminders of it come all the same."""
        sentence = self._say(say.NOTHING_ALONE, say.NOTHING_ALONE_CHANNEL, what=self._named(scope))
        return self._told(say.STILL_TITLE, scope, sentence, self._still(wider), wider)

    def nothing(self, scope: Scope | None) -> Reply:
        """That there is nothing to end, of a scope or at all."""
        if scope:
            sentence = self._say(say.NOTHING, say.NOTHING_CHANNEL, what=self._named(scope))
        else:
            sentence = self._say(say.NOTHING_AT_ALL, say.NOTHING_AT_ALL_CHANNEL)
        heading = Heading(say.NOTHING_TITLE.say(self._language))
        parts = (heading, Paragraph(sentence))
        return Reply(Outcome.ANSWER, self._language, parts, (self._offers.upcoming(),))

    def which(self, scopes: Sequence[Scope]) -> Reply:
        """The offer to end one of several scopes."""
        declining = Declining(self._coming, self._language)
        return declining.choice(say.WHICH_TO_STOP_TITLE, scopes, self._ends(scopes))

    # --- pieces

    def _told(
        self,
        title: Phrase,
        scope: Scope,
        sentence: str,
        further: Sequence[Part],
        left: Sequence[Scope],
    ) -> Reply:
        event = its_event(scope, self._coming.lookup)
        parts = (
            Heading(title.say(self._language)),
            Paragraph(sentence),
            *further,
            *small_print(scope, self._coming, self._language),
        )
        actions = [*self._ends(left)[: MOST_ACTIONS - 1]]
        if event and not left and not self._channel and self._coming.of_event(event):
            actions.append(self._offers.begin_again(scope))
        entries = (reference(event, self._language),) if event else ()
        return Reply(Outcome.ANSWER, self._language, parts, tuple(actions), entries, 1.0)

    def _still(self, wider: Sequence[Scope]) -> tuple[Part, ...]:
        """That an event is reminded of all the same, for each scope that holds it."""
        told = (self._say(say.STILL, say.STILL_CHANNEL, wider=self._named(one)) for one in wider)
        return tuple(map(Paragraph, islice(told, _MOST_LISTED)))

    def _ends(self, scopes: Sequence[Scope]) -> tuple[Action, ...]:
        ends = (self._offers.end(scope, channel=self._channel) for scope in scopes)
        return bounded(ends, MOST_ACTIONS)

    def _list(self, scopes: Sequence[Scope]) -> Listing:
        items = tuple(capital(self._named(scope)) for scope in scopes[:_MOST_LISTED])
        left = len(scopes) - len(items)
        return Listing((*items, said.MORE.say(self._language, count=left)) if left else items)

    def _named(self, scope: Scope) -> str:
        return named(scope, self._coming.lookup, self._language)

    def _say(self, persons: Phrase, channels: Phrase, **values: str) -> str:
        return (channels if self._channel else persons).say(self._language, **values)
