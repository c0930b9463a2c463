"""Attends to questions that are passed on, and offers that where the bot does not know."""

import logging
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import replace

from bot.assistant.asker import asks_to_forget
from bot.errors import StoreError
from bot.passing.asking import Asking
from bot.passing.ports import Erasing
from bot.passing.responding import Responding
from bot.passing.told import told
from bot.ports import Attendant
from bot.reply import Intent, Language, Outcome, Paragraph, Question, Reply
from bot.wording import passing as say

log = logging.getLogger(__name__)


class Passing(Attendant):
    """Passes questions on, and the answers back; ``answering`` attends to everything else."""

    def __init__(
        self, answering: Attendant, asking: Asking, responding: Responding, erasing: Erasing
    ) -> None:
        self._answering = answering
        self._asking = asking
        self._erasing = erasing
        self._own: Mapping[Intent, Callable[[Question], Awaitable[Reply]]] = {
            Intent.FORWARD: asking.form,
            Intent.FORWARDED: asking.sent,
            Intent.TAKE: responding.taken,
            Intent.RESPOND: responding.form,
            Intent.RESPONDED: responding.responded,
        }

    async def answer(self, question: Question) -> Reply:
        """The reply. A store that cannot be reached is said; of forgetting it is raised."""
        if own := self._own.get(question.intent):
            return await self._attended(question, own)
        if question.intent is Intent.ASK and asks_to_forget(question.text):
            return await self._forgotten(question)
        return await self._asking.offered(question, await self._answering.answer(question))

    async def _attended(
        self, question: Question, own: Callable[[Question], Awaitable[Reply]]
    ) -> Reply:
        try:
            return await own(question)
        except StoreError as error:
            log.warning("Questions that were passed on cannot be reached: %s", error)
            language = question.locale or Language.DANISH
            failed = say.FAILED.say(language)
            return told(Outcome.UNKNOWN, language, say.FAILED_TITLE, failed)

    async def _forgotten(self, question: Question) -> Reply:
        """Who wants to be forgotten has asked nothing. Raises `StoreError` rather than lie."""
        erased = await self._erasing.forget(question.mine) if question.mine else 0
        reply = await self._answering.answer(question)
        if not erased:
            return reply
        line = Paragraph(say.FORGOTTEN_TOO.say(reply.language))
        return replace(reply, parts=(*reply.parts, line))
