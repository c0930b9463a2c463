"""Attends to whoever opens the bot's own page, or sets something there."""

import logging
from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from bot.assistant.lookup import Lookup
from bot.errors import StoreError
from bot.feedback.ports import Verdicts
from bot.home.page import page
from bot.home.settings import choose
from bot.home.visitor import Kept, Visitor
from bot.ports import Askers, Attendant
from bot.reminders.plan import Rules
from bot.reminders.ports import Subscriptions
from bot.reminders.reminding_coming import Coming
from bot.reply import Intent, Language, Outcome, Paragraph, Question, Reply
from bot.wording.home import ELSEWHERE

log = logging.getLogger(__name__)


async def _nothing(_: Question, __: Language) -> tuple[str, ...]:
    return ()


@dataclass(frozen=True, slots=True)
class Keepers:
    """Who keeps something of those who ask.

    ``more`` words what other parts of the bot keep of somebody, a line a thing; it may raise
    `StoreError`.
    """

    askers: Askers
    subscriptions: Subscriptions
    verdicts: Verdicts
    more: Callable[[Question, Language], Awaitable[tuple[str, ...]]] = _nothing


class Welcoming(Attendant):
    """Shows the page and keeps what is set there; ``answering`` attends to everything else.

    ``current`` gives the knowledge base that is good now, ``rules`` say when reminders come.
    """

    def __init__(
        self,
        answering: Attendant,
        keepers: Keepers,
        current: Callable[[], Lookup],
        rules: Rules,
    ) -> None:
        self._answering = answering
        self._keepers = keepers
        self._current = current
        self._rules = rules

    async def answer(self, question: Question) -> Reply:
        """The reply. A store that cannot be reached is said on the page, and the rest shown."""
        match question.intent:
            case Intent.HOME if question.here:
                return _elsewhere(question)
            case Intent.HOME:
                return await self._page(question)
            case Intent.SETTING:
                return await self._page(question, unset=not await self._set(question))
        return await self._answering.answer(question)

    async def _set(self, question: Question) -> bool:
        """Keep what was chosen; False where that could not be done."""
        if not question.asker:
            return False
        try:
            await choose(self._keepers.askers, question.asker, question.entry, question.text)
        except StoreError as error:
            log.warning("What was chosen is not kept: %s", error)
            return False
        return True

    async def _page(self, question: Question, *, unset: bool = False) -> Reply:
        kept, language = None, question.locale or Language.DANISH
        try:
            kept = await self._kept(question)
            language = kept.known.language or language
        except StoreError as error:
            log.warning("The page is shown without what is kept: %s", error)
        coming = Coming(self._current(), self._rules, question.at)
        return page(coming, Visitor(question, language, kept, unset))

    async def _kept(self, question: Question) -> Kept:
        if not question.asker:
            return Kept()
        keepers, mine = self._keepers, question.mine
        known = await keepers.askers.recall(question.asker)
        reminders = await keepers.subscriptions.of(mine) if mine else None
        return Kept(
            known,
            tuple(one.scope for one in reminders) if reminders is not None else None,
            await keepers.verdicts.given_by(question.asker),
            await keepers.more(question, known.language or question.locale or Language.DANISH),
        )


def _elsewhere(question: Question) -> Reply:
    """Where others read along, the page is not shown: it tells what is kept of one person."""
    language = question.locale or Language.DANISH
    said = Paragraph(ELSEWHERE.say(language))
    return Reply(Outcome.HELP, language, (said,), confidence=1.0, private=True)
