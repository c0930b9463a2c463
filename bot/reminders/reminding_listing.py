"""What is said when somebody asks which reminders there are."""

from collections.abc import Sequence

from bot.assistant.replies import MOST_ACTIONS
from bot.knowledge.model import Status
from bot.reminders.asking import Whom
from bot.reminders.model import Scope, ScopeKind
from bot.reminders.reminding_actions import Offers, bounded
from bot.reminders.reminding_asked import Asked
from bot.reminders.reminding_coming import Coming
from bot.reminders.reminding_names import capital, its_event, named
from bot.reminders.reminding_parts import due
from bot.reply import Heading, Language, Listing, Outcome, Paragraph, Part, Reply
from bot.wording import assistant as said
from bot.wording import reminding as say
from bot.wording.phrase import Phrase

_MOST_LISTED = 6


async def overview(asked: Asked, whom: Whom | None) -> Reply:
    """What those who are meant have. Raises `StoreError`."""
    whose = asked.whose(whom)
    if not whose:
        channel = whom is Whom.CHANNEL
        return asked.declining.no_channel() if channel else asked.declining.no_address()
    kept = {channel: await asked.kept(address) for address, channel in whose}
    return Overview(asked.coming, asked.language).reply(kept.get(False), kept.get(True))


class Overview:
    """Words which reminders a person and a channel have."""

    def __init__(self, coming: Coming, language: Language) -> None:
        self._coming = coming
        self._language = language
        self._offers = Offers(coming.lookup, language)

    def reply(self, mine: Sequence[Scope] | None, channels: Sequence[Scope] | None) -> Reply:
        """What each has, how to end it, and how to ask for more.

        None stands for who was not asked about.
        """
        parts: list[Part] = []
        for scopes, title, none in (
            (mine, say.YOURS_TITLE, say.NOTHING_AT_ALL),
            (channels, say.CHANNEL_TITLE, say.NOTHING_AT_ALL_CHANNEL),
        ):
            if scopes is not None:
                parts.extend(self._section(title, none, self._live(scopes)))
        ends = [
            *(self._offers.end(scope, channel=False) for scope in self._live(mine or ())),
            *(self._offers.end(scope, channel=True) for scope in self._live(channels or ())),
        ]
        begins = () if ends else (self._offers.upcoming(), self._offers.all())
        parts.append(Paragraph(say.HOW.say(self._language)))
        actions = bounded((*ends, *begins), MOST_ACTIONS)
        return Reply(Outcome.ANSWER, self._language, tuple(parts), actions, confidence=1.0)

    def _section(self, title: Phrase, none: Phrase, scopes: Sequence[Scope]) -> tuple[Part, ...]:
        heading = Heading(title.say(self._language))
        if not scopes:
            return heading, Paragraph(none.say(self._language))
        items = tuple(self._item(scope) for scope in scopes[:_MOST_LISTED])
        left = len(scopes) - len(items)
        more = (said.MORE.say(self._language, count=left),) if left else ()
        return heading, Listing((*items, *more))

    def _item(self, scope: Scope) -> str:
        what = capital(named(scope, self._coming.lookup, self._language))
        coming = self._coming.of(scope)
        if coming:
            when = due(coming[0][1], self._language)
            return say.ITEM_NEXT.say(self._language, what=what, when=when)
        event = its_event(scope, self._coming.lookup)
        cancelled = event is not None and event.status is Status.CANCELLED
        return (say.ITEM_CANCELLED if cancelled else say.ITEM_NONE).say(self._language, what=what)

    def _live(self, scopes: Sequence[Scope]) -> list[Scope]:
        """Those that reminders can still come of: nobody wants to read of what was held."""
        return [scope for scope in scopes if not self._dead(scope)]

    def _dead(self, scope: Scope) -> bool:
        event = its_event(scope, self._coming.lookup)
        if scope.kind is not ScopeKind.EVENT:
            return False
        return event is None or self._coming.over(event)
