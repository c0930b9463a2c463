"""From what was asked to the answer in its place, whatever fails on the way."""

import logging
from dataclasses import dataclass, replace

from slack_sdk.web.async_client import AsyncWebClient

from bot.adapting.answering import (
    NAMED,
    OF_THE_PAGE,
    first_time,
    reference,
    shown_as_work,
)
from bot.adapting.faults import report, wordless
from bot.ports import Attendant, Clock, SeenDeliveries
from bot.reply import Ask, Intent, Language, Press, Question, Reply
from bot.slack.account import UNREACHABLE, People, told
from bot.slack.asked import Asked, ViewKind
from bot.slack.mending import reachable, word
from bot.slack.send import NotPostedError
from bot.slack.showing import Showing
from bot.wording.adapting import FAILED, RECEIVED
from bot.wording.phrase import Phrase
from bot.wording.slack import STATUS, TRY

log = logging.getLogger(__name__)

MOST_PROMPTS = 4
_NOTHING = Press(Intent.HELP)


@dataclass(frozen=True, slots=True)
class Answerer:
    """Answers deliveries, each of them once."""

    client: AsyncWebClient
    people: People
    attendant: Attendant
    seen: SeenDeliveries
    clock: Clock
    showing: Showing

    async def answer(self, asked: Asked) -> None:
        """Answer, unless this delivery was answered before. Never raises for what fails."""
        try:
            if await first_time(self.seen, asked.deliveries):
                await self._answered(asked)
            elif asked.fields:  # the receipt for it has hidden what its window said before
                await self.say(asked, RECEIVED)
        except NotPostedError as error:
            named = reference()
            report(log, f"An answer was not posted, reference {named}", error.code)
            if error.certain:
                told = replace(asked, place=reachable(asked, error.code))
                await self.say(told, word(error.code), named)
        except Exception as error:  # noqa: BLE001 - one failure must not reach other people
            named = reference()
            report(log, f"Answering failed, reference {named}", wordless(error))
            await self.say(asked, FAILED, named)

    async def say(self, asked: Asked, phrase: Phrase, reference: str = "") -> None:
        """Say one sentence of our own to the asker, in Danish where the language is not known."""
        language = asked.language or await self._language(asked) or Language.DANISH
        try:
            await self.showing.tell(asked, phrase.say(language, reference=reference), language)
        except NotPostedError as error:
            log.warning("A sentence was not posted: %s", error.code)

    async def suggest(self, asked: Asked) -> None:
        """Suggest questions to who opened the conversation with the bot. Never raises."""
        try:
            reply = await self.attendant.answer(await self._question(asked))
            offered = [action for action in reply.actions if isinstance(action, Ask)]
            await self.client.assistant_threads_setSuggestedPrompts(
                channel_id=asked.place.channel,
                title=TRY.say(reply.language),
                prompts=[{"title": a.label, "message": a.text} for a in offered[:MOST_PROMPTS]],
            )
        except UNREACHABLE as error:
            log.info("No questions were suggested: %s", told(error))
        except Exception as error:  # noqa: BLE001 - a missing suggestion harms nobody
            report(log, "Suggesting questions failed", wordless(error))

    async def _answered(self, asked: Asked) -> None:
        question = await self._question(asked)
        reply = await self._reply(asked, question)
        await self.showing.show(asked, reply)
        if asked.view and asked.view.kind is ViewKind.HOME and not reply.home:
            # What was pressed there may have changed what it shows.
            again = await self._question(replace(asked, press=Press(Intent.HOME)))
            await self.showing.show(asked, await self.attendant.answer(again))

    async def _reply(self, asked: Asked, question: Question) -> Reply:
        """The reply; where it takes long, whoever waits for it in a conversation sees so."""
        answering = self.attendant.answer(question)
        if not (asked.place.direct and asked.place.thread) or asked.view:
            return await answering
        language = question.locale or Language.DANISH
        return await shown_as_work(answering, lambda: self._tell_busy(asked, language))

    async def _tell_busy(self, asked: Asked, language: Language) -> None:
        """Slack takes the word away by itself when the answer comes."""
        try:
            await self.client.assistant_threads_setStatus(
                channel_id=asked.place.channel,
                thread_ts=asked.place.thread,
                status=STATUS.say(language),
            )
        except UNREACHABLE as error:
            log.info("Nobody was told that an answer takes long: %s", told(error))

    async def _language(self, asked: Asked) -> Language | None:
        """That of what was pressed; of the page, which may be set to Slack's, the person's own."""
        paged = asked.press is not None and asked.press.intent in OF_THE_PAGE
        pressed = None if paged else asked.language
        return pressed or await self.people.language(asked.user)

    async def _question(self, asked: Asked) -> Question:
        press = asked.press or _NOTHING
        return Question(
            text=press.text,
            at=self.clock.now(),
            intent=press.intent,
            entry=press.entry,
            locale=await self._language(asked),
            asker=asked.asker,
            conversation=asked.conversation,
            mine=asked.mine,
            here=asked.here,
            there=asked.there,
            entries=press.entries,
            page=press.page,
            fields=asked.fields,
            guest=asked.foreign,
            name=await self.people.name(asked.user) if press.intent in NAMED else "",
        )
