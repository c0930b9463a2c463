"""From what was asked to the answer, whatever fails on the way."""

import asyncio
import logging
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from bot.adapting.answering import (
    NAMED,
    OF_THE_PAGE,
    first_time,
    reference,
    shown_as_work,
)
from bot.adapting.faults import report, wordless
from bot.errors import PostingError
from bot.ports import Attendant, Clock, SeenDeliveries
from bot.reply import Intent, Language, Outcome, Press, Question, Reply
from bot.teams.asked import Asked, Place
from bot.teams.card import Drawn, draw, sentence
from bot.teams.client import Client
from bot.teams.files import linked
from bot.teams.pressing import Marks
from bot.teams.sending import send
from bot.wording.adapting import FAILED, RECEIVED, UNKNOWN_BUTTON
from bot.wording.phrase import Phrase

log = logging.getLogger(__name__)

PATIENCE = 8.0
"""Seconds after which Teams is told something about what was pressed: it does not wait for ever."""
_NOTHING = Press(Intent.HELP)
_FOR_ALL = frozenset({Intent.TAKE})
"""What is done for everybody in a conversation, who therefore all have to hear of it."""


@dataclass(frozen=True, slots=True)
class Answerer:
    """Answers what arrives, each of it once.

    ``stamp`` makes marks that nothing else has; ``public_url`` is where people find our server,
    empty where that is not known.
    """

    attendant: Attendant
    seen: SeenDeliveries
    clock: Clock
    client: Client
    stamp: Callable[[], str]
    public_url: str = ""

    async def write(self, asked: Asked) -> None:
        """Write the answer where it was asked, unless this was answered before. Never raises."""
        try:
            if await first_time(self.seen, asked.deliveries):
                await send(self.client, asked.place, await self._drawn_while_shown(asked))
        except PostingError as error:
            report(log, f"An answer was not posted, reference {reference()}", error.reason)
        except Exception as error:  # noqa: BLE001 - one failure must not reach other people
            named = reference()
            report(log, f"Answering failed, reference {named}", wordless(error))
            await self._write_sentence(asked, FAILED, named)

    async def card(self, asked: Asked) -> dict[str, Any] | str:
        """The card that comes in the place of the one in which something was pressed.

        Whoever pressed it sees it, and nobody else. What all have to know is written below the
        card, which stays as it is: then it is what whoever pressed it is told besides. Never
        raises.
        """
        try:
            if asked.press is None:
                return self._sentence(asked, UNKNOWN_BUTTON).card
            if asked.fields and not await first_time(self.seen, asked.deliveries):
                return self._sentence(asked, RECEIVED).card
            async with asyncio.timeout(PATIENCE):
                reply = await self._reply(asked)
            return await self._told(asked, asked.press, reply)
        except Exception as error:  # noqa: BLE001 - one failure must not reach other people
            named = reference()
            report(log, f"Answering failed, reference {named}", wordless(error))
            return self._sentence(asked, FAILED, named).card

    async def _drawn_while_shown(self, asked: Asked) -> Drawn:
        """The answer; where it takes long, whoever waits for it in their own chat sees so."""
        if not asked.place.direct:
            return await self._drawn(asked)
        return await shown_as_work(self._drawn(asked), lambda: self._show_work(asked.place))

    async def _show_work(self, place: Place) -> None:
        """Teams takes the sign away by itself when the answer comes."""
        try:
            await self.client.send(place.service, place.whole, {"type": "typing"})
        except PostingError as error:
            log.info("Nobody was told that an answer takes long: %s", error.reason)

    async def _told(self, asked: Asked, press: Press, reply: Reply) -> dict[str, Any] | str:
        drawn = self._with_marks(asked, reply)
        for_all = press.intent in _FOR_ALL and not (reply.private or asked.place.direct)
        told = for_all and await self._told_to_all(asked, drawn)
        return drawn.summary if told else drawn.card

    async def _told_to_all(self, asked: Asked, drawn: Drawn) -> bool:
        """Write what all have to know below the card; whether that can be said to have worked."""
        try:
            async with asyncio.timeout(PATIENCE):
                await send(self.client, asked.place, drawn)
        except (PostingError, TimeoutError) as error:
            report(log, "What all have to know was not posted", wordless(error))
            return False
        return True

    async def _drawn(self, asked: Asked) -> Drawn:
        if asked.press is None:
            return self._sentence(asked, UNKNOWN_BUTTON)
        return self._with_marks(asked, await self._reply(asked))

    async def _reply(self, asked: Asked) -> Reply:
        return linked(await self.attendant.answer(self._question(asked)), self.public_url)

    def _with_marks(self, asked: Asked, reply: Reply) -> Drawn:
        return draw(reply, Marks(self.stamp(), _own(asked, reply), asked.trail))

    def _sentence(self, asked: Asked, phrase: Phrase, named: str = "") -> Drawn:
        language = asked.language or asked.locale or Language.DANISH
        said = phrase.say(language, reference=named)
        return sentence(said, language, Marks(trail=asked.trail))

    async def _write_sentence(self, asked: Asked, phrase: Phrase, named: str) -> None:
        try:
            await send(self.client, asked.place, self._sentence(asked, phrase, named))
        except PostingError as error:
            log.warning("A sentence was not posted: %s", error.reason)

    def _question(self, asked: Asked) -> Question:
        press = asked.press or _NOTHING
        paged = press.intent in OF_THE_PAGE
        return Question(
            text=press.text,
            at=self.clock.now(),
            intent=press.intent,
            entry=press.entry,
            locale=(None if paged else asked.language) or asked.locale,
            asker=asked.asker,
            conversation=asked.conversation,
            mine=asked.mine,
            here=asked.here,
            there=asked.there,
            entries=press.entries,
            page=press.page,
            fields=asked.fields,
            name=asked.person.name if press.intent in NAMED else "",
        )


def _own(asked: Asked, reply: Reply) -> Press | None:
    """What brings the reply back; what was refused is not carried around in buttons."""
    return None if reply.outcome is Outcome.REFUSED else asked.press
