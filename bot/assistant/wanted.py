"""What is wanted where the platform knows it: something was pressed, or a command given."""

from collections.abc import Callable

from bot.assistant.compose import Composer
from bot.assistant.happenings import Happenings
from bot.assistant.informing import Answered, help_reply, privacy, who
from bot.assistant.lookup import Lookup
from bot.assistant.replies import Replies
from bot.events.wish import Wish
from bot.knowledge.model import Event
from bot.reply import Audience, Intent, Question, Reply
from bot.wording import assistant as say


class Wanted:
    """Answers what needs no understanding, or only of a period and a place."""

    def __init__(self, lookup: Lookup, composer: Composer, question: Question) -> None:
        self._lookup = lookup
        self._composer = composer
        self._question = question
        self._replies = Replies(lookup, composer)

    def reply(
        self, audience: Audience | None, wish: Callable[[str], Wish], answered: Answered
    ) -> Reply | None:
        """The reply, or None where the text has to be understood.

        ``wish`` tells what a text asks of the events, ``answered`` whether it has an answer.
        """
        match self._question.intent:
            case Intent.CHOICE:
                return self._chosen() or self._gone(audience)
            case Intent.OTHERS:
                return self._others() or self._gone(audience)
            case Intent.CALENDAR:
                return self._calendar() or self._gone(audience)
            case Intent.EVENTS:
                return self._events(wish(self._question.text))
        return self._told(answered)

    def _told(self, answered: Answered) -> Reply | None:
        match self._question.intent:
            case Intent.HELP:
                return help_reply(self._lookup, self._composer, answered)
            case Intent.WHO:
                return who(self._lookup, self._composer)
            case Intent.PRIVACY:
                return privacy(self._composer.language)
        return None

    def _chosen(self) -> Reply | None:
        entry = self._lookup.entries.get(self._question.entry)
        return self._replies.answer([(entry, 1.0)]) if entry else None

    def _others(self) -> Reply | None:
        """The entries that came second, to pick from."""
        ids = dict.fromkeys(self._question.entries)
        found = [self._lookup.entries[id_] for id_ in ids if id_ in self._lookup.entries]
        opening = say.SECOND.say(self._composer.language)
        second = [(entry, 0.0) for entry in found]
        return self._replies.choose(second, say.SECOND_TITLE, opening) if found else None

    def _calendar(self) -> Reply | None:
        entry = self._lookup.entries.get(self._question.entry)
        return self._replies.calendar(entry) if isinstance(entry, Event) else None

    def _gone(self, audience: Audience | None) -> Reply:
        return self._replies.unknown(say.GONE.say(self._composer.language), audience)

    def _events(self, wish: Wish) -> Reply:
        happenings = Happenings(self._lookup, self._composer.language, self._question.at)
        return happenings.listing(wish, self._question.text, self._question.page)
