"""What replies about reminders offer: to begin, to end, to look at the events."""

from collections.abc import Iterable

from bot.assistant.lookup import Lookup
from bot.reminders.model import EVERYTHING, Scope, ScopeKind
from bot.reminders.reminding_names import its_event, named, short
from bot.reply import Action, Ask, Language, Remind, StopReminding
from bot.wording import assistant as said
from bot.wording import reminding as say
from bot.wording.phrase import Phrase


class Offers:
    """Words the offers in one language."""

    def __init__(self, lookup: Lookup, language: Language) -> None:
        self._lookup = lookup
        self._language = language

    def begin(self, scope: Scope, *, channel: bool) -> Action:
        """To be reminded of a scope that somebody has to pick from several."""
        asked = say.REMIND_CHANNEL_ASKED if channel else say.REMIND_ASKED
        if scope.kind is ScopeKind.EVENT and not channel:
            return Remind(self._label(scope), scope.value)
        return Ask(self._label(scope), self._about(asked, scope))

    def begin_here(self, scope: Scope) -> Action:
        """That the whole channel be reminded as well."""
        label = say.REMIND_CHANNEL.say(self._language)
        return Ask(label, self._about(say.REMIND_CHANNEL_ASKED, scope))

    def begin_again(self, scope: Scope) -> Action:
        """To be reminded of an event after all."""
        return Remind(say.REMIND_AGAIN.say(self._language), scope.value)

    def end(self, scope: Scope, *, channel: bool, alone: bool = False) -> Action:
        """To end reminders of a scope; ``alone`` where the reply is about nothing else."""
        of_several = say.STOP_OF_CHANNEL if channel else say.STOP_OF
        label = (say.STOP_THIS if alone else of_several).say(
            self._language, what=self._label(scope)
        )
        if scope.kind is ScopeKind.EVENT and not channel:
            return StopReminding(label, scope.value)
        asked = say.STOP_CHANNEL_ASKED if channel else say.STOP_ASKED
        return Ask(label, self._about(asked, scope))

    def upcoming(self) -> Action:
        """The list of what is on."""
        return self._ask(said.ALL_UPCOMING, said.ALL_UPCOMING_QUESTION)

    def all(self) -> Action:
        """To be reminded of all events."""
        label = say.REMIND_OF_ALL.say(self._language)
        return Ask(label, self._about(say.REMIND_ASKED, EVERYTHING))

    def _ask(self, label: Phrase, text: Phrase) -> Ask:
        return Ask(label.say(self._language), text.say(self._language))

    def _about(self, asked: Phrase, scope: Scope) -> str:
        return asked.say(self._language, what=named(scope, self._lookup, self._language))

    def _label(self, scope: Scope) -> str:
        event = its_event(scope, self._lookup)
        return short(
            event.label(self._language) if event else named(scope, self._lookup, self._language)
        )


def bounded(actions: Iterable[Action], most: int) -> tuple[Action, ...]:
    """The first of the actions, each once."""
    return tuple(dict.fromkeys(actions))[:most]
