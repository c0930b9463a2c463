"""What a conversation was about and who is asking, told with each question and kept after it."""

import asyncio
import logging
from dataclasses import replace
from datetime import timedelta

from bot.assistant.asker import asker, asks_to_forget
from bot.errors import StoreError
from bot.ports import Askers, Attendant, Known, Memory
from bot.reply import Audience, Intent, Note, Outcome, Question, Reply
from bot.wording import assistant as say

MOST_ENTRIES = 10
SAID = timedelta(days=30)
"""How long it is remembered who somebody said they are."""
log = logging.getLogger(__name__)
_RESTING = frozenset({Outcome.ANSWER, Outcome.CHOOSE})
_GOING_ON = frozenset(
    {
        Intent.CHOICE,
        Intent.OTHERS,
        Intent.REMIND,
        Intent.STOP_REMINDING,
        Intent.CALENDAR,
        Intent.RIGHT,
        Intent.WRONG,
        Intent.FORWARD,
        Intent.FORWARDED,
        Intent.TAKE,
        Intent.RESPOND,
        Intent.RESPONDED,
    }
)
"""What is done with something that the bot said, and goes on in the language of that."""


class Remembering(Attendant):
    """Answers with a memory: of entries by conversation, and of who said they are what.

    The language that somebody chose stands for the one that the platform tells.
    Nothing of what is written is kept, and nothing at all of a message that is refused. While the
    memory cannot be reached, every question stands alone; but who wants to be forgotten is told so
    only when that is done, and otherwise `StoreError` is raised.
    """

    def __init__(self, answering: Attendant, memory: Memory, askers: Askers) -> None:
        self._answering = answering
        self._memory = memory
        self._askers = askers

    async def answer(self, question: Question) -> Reply:
        """The reply, for which the question is told what is remembered."""
        if question.intent is Intent.ASK and asks_to_forget(question.text):
            await self._memory.forget(question.conversation)
            await self._askers.forget(question.asker)
            return await self._answering.answer(question)
        reply = await self._answering.answer(await self._reminded(question))
        try:
            return await self._kept(question, reply)
        except StoreError as error:
            log.warning("What was said is not remembered: %s", error)
            return reply

    async def _reminded(self, question: Question) -> Question:
        try:
            return await self._recalled(question)
        except StoreError as error:
            log.warning("Nothing is remembered: %s", error)
            return question

    async def _recalled(self, question: Question) -> Question:
        about, known = await asyncio.gather(self._about(question), self._known(question))
        own = None if question.intent in _GOING_ON else known.language
        locale = own or question.locale
        return replace(question, about=about, audience=known.audience, locale=locale)

    async def _about(self, question: Question) -> tuple[str, ...]:
        return await self._memory.recall(question.conversation) if question.conversation else ()

    async def _known(self, question: Question) -> Known:
        return await self._askers.recall(question.asker) if question.asker else Known()

    async def _kept(self, question: Question, reply: Reply) -> Reply:
        if question.conversation and reply.outcome in _RESTING and reply.entries:
            entries = tuple(entry.id for entry in reply.entries[:MOST_ENTRIES])
            await self._memory.keep(question.conversation, entries)
        return await self._introduced(question, reply)

    async def _introduced(self, question: Question, reply: Reply) -> Reply:
        """The reply, saying so where it is now remembered who is asking."""
        if not question.asker or question.intent is not Intent.ASK:
            return reply
        told = None if reply.outcome is Outcome.REFUSED else asker(question.text)
        if told is None:
            return reply
        new = (await self._askers.recall(question.asker)).audience is not told
        await self._askers.keep_audience(question.asker, told, SAID)
        return _saying(reply, told) if new else reply


def _saying(reply: Reply, audience: Audience) -> Reply:
    """The reply with the line that this is remembered, at the head of the small print."""
    who = say.ASKING_AS[audience].say(reply.language)
    line = Note(say.REMEMBERED.say(reply.language, who=who))
    end = len(reply.parts)
    while end and isinstance(reply.parts[end - 1], Note):
        end -= 1
    return replace(reply, parts=(*reply.parts[:end], line, *reply.parts[end:]))
