"""From what was asked to the answer in its place, whatever fails on the way."""

import asyncio
import logging
import secrets
import traceback
from dataclasses import dataclass

from slack_sdk.web.async_client import AsyncWebClient

from bot.ports import Attendant, Clock, SeenDeliveries
from bot.reply import Language, Question
from bot.slack.account import People
from bot.slack.inbound import Asked
from bot.slack.render import Message, message, sentence
from bot.slack.send import NotPostedError, post
from bot.wording.phrase import Phrase
from bot.wording.slack import FAILED

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Answerer:
    """Answers deliveries, each of them once."""

    client: AsyncWebClient
    people: People
    attendant: Attendant
    seen: SeenDeliveries
    clock: Clock

    async def answer(self, asked: Asked) -> None:
        """Answer, unless this delivery was answered before. Never raises for what fails."""
        reference = str(secrets.randbelow(900_000) + 100_000)
        try:
            if await self._first_time(asked.deliveries):
                await post(self.client, asked.place, await self._reply(asked))
        except NotPostedError as error:
            _report(f"An answer was not posted, reference {reference}", error.code)
            if error.certain:
                await self.say(asked, FAILED, reference)
        except Exception as error:  # noqa: BLE001 - one failure must not reach other people
            _report(f"Answering failed, reference {reference}", _told(error))
            await self.say(asked, FAILED, reference)

    async def say(self, asked: Asked, phrase: Phrase, reference: str = "") -> None:
        """Say one sentence of our own, in Danish where the language is not known."""
        language = await self._language(asked) or Language.DANISH
        try:
            await post(
                self.client, asked.place, sentence(phrase.say(language, reference=reference))
            )
        except NotPostedError as error:
            log.warning("A sentence was not posted: %s", error.code)

    async def _first_time(self, keys: tuple[str, ...]) -> bool:
        try:
            return all(await asyncio.gather(*map(self.seen.first_time, keys)))
        except Exception as error:  # noqa: BLE001 - better twice than never
            _report("Deliveries cannot be told apart", _told(error))
            return True

    async def _reply(self, asked: Asked) -> Message:
        question = self._question(asked, await self._language(asked))
        return message(await self.attendant.answer(question))

    async def _language(self, asked: Asked) -> Language | None:
        return asked.press.language if asked.press else await self.people.language(asked.user)

    def _question(self, asked: Asked, language: Language | None) -> Question:
        return Question(
            text=asked.text,
            at=self.clock.now(),
            intent=asked.press.intent if asked.press else asked.intent,
            entry=asked.press.entry if asked.press else "",
            locale=language,
            asker=asked.asker,
            conversation=asked.conversation,
            mine=asked.mine,
            here=asked.here,
        )


def _report(what: str, why: str) -> None:
    log.error("%s: %s", what, why)


def _told(error: Exception) -> str:
    """The kind of error and where it was raised, without its words: they may quote a person."""
    return "".join((type(error).__name__, "\n", *traceback.format_tb(error.__traceback__)))
