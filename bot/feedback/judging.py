"""Attends to what people say of answers, and asks for it below answers that can be wrong."""

import logging
from collections.abc import Callable
from dataclasses import replace

from bot.assistant.asker import asks_to_forget
from bot.assistant.lookup import Lookup
from bot.errors import StoreError
from bot.feedback.offering import MOST_OTHERS, judgeable, judging
from bot.feedback.ports import Verdict, Verdicts
from bot.ports import Attendant
from bot.reply import Choose, Intent, Language, Outcome, Paragraph, Question, Reply
from bot.wording import feedback as say

log = logging.getLogger(__name__)


class Judging(Attendant):
    """Keeps who called which answer right or wrong; ``answering`` attends to everything else.

    ``answering`` has to answer from the knowledge base alone: it is asked a second time for what
    else a question may have meant, and all its answers are taken to be about entries. ``current``
    gives the knowledge base that is good now.
    """

    def __init__(
        self,
        answering: Attendant,
        verdicts: Verdicts,
        current: Callable[[], Lookup],
    ) -> None:
        self._answering = answering
        self._verdicts = verdicts
        self._current = current

    async def answer(self, question: Question) -> Reply:
        """The reply. A store that cannot be reached is said to whoever judges."""
        match question.intent:
            case Intent.RIGHT:
                return await self._right(question)
            case Intent.WRONG:
                return await self._wrong(question)
            case Intent.ASK if asks_to_forget(question.text):
                return await self._forgotten(question)
        reply = await self._answering.answer(question)
        typed = question.intent is Intent.ASK and bool(question.asker)
        return judging(question, reply) if typed and judgeable(reply) else reply

    async def _right(self, question: Question) -> Reply:
        kept = await self._kept(question, right=True)
        language = question.locale or Language.DANISH
        thanks = say.THANKS if kept else say.THANKS_UNKEPT
        return _private(language, thanks.say(language))

    async def _wrong(self, question: Question) -> Reply:
        again = await self._answering.answer(replace(question, intent=Intent.ASK, entries=()))
        if again.outcome is Outcome.REFUSED:
            return replace(again, private=True)
        kept = await self._kept(question, right=False)
        language = question.locale or again.language
        others = self._others(question, again, language)
        lines = (
            say.REGRET if kept else say.REGRET_UNKEPT,
            say.PERHAPS if others else say.OTHER_WORDS,
        )
        reply = _private(language, *(line.say(language) for line in lines))
        return replace(reply, actions=others)

    async def _forgotten(self, question: Question) -> Reply:
        """Nothing is kept of who wants that. Raises `StoreError` rather than lie."""
        gone = await self._verdicts.forget(question.asker) if question.asker else 0
        reply = await self._answering.answer(question)
        line = Paragraph(say.FORGOTTEN_TOO.say(reply.language))
        return replace(reply, parts=(*reply.parts, line)) if gone else reply

    async def _kept(self, question: Question, *, right: bool) -> bool:
        """Keep the verdict, where it is one on entries there are; whether it is kept."""
        entries = self._current().entries
        known = frozenset(id_ for id_ in question.entries if id_ in entries)
        if not known or not question.asker:
            return False
        workspace = question.mine.workspace if question.mine else ""
        try:
            await self._verdicts.keep(Verdict(workspace, question.asker, known, right))
        except StoreError as error:
            log.warning("A verdict is not kept: %s", error)
            return False
        return True

    def _others(self, question: Question, again: Reply, language: Language) -> tuple[Choose, ...]:
        """What came second, where the question would still be answered as it was.

        It is not where it went on from something that has been forgotten, or the base changed.
        """
        if {entry.id for entry in again.entries} != set(question.entries):
            return ()
        entries = self._current().entries
        found = [entries[id_] for id_ in again.others if id_ in entries]
        return tuple(Choose(entry.label(language), entry.id) for entry in found[:MOST_OTHERS])


def _private(language: Language, *lines: str) -> Reply:
    return Reply(Outcome.HELP, language, tuple(map(Paragraph, lines)), private=True)
