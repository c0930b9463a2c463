"""What happens when an activity arrives: who deals with it, and what Teams is told at once."""

import asyncio
import logging
from dataclasses import dataclass
from typing import Any

from bot.adapting.faults import report, wordless
from bot.adapting.reading import Body, part
from bot.adapting.work import Work
from bot.errors import StoreError
from bot.reply import Language
from bot.teams import inbound
from bot.teams.answer import Answerer
from bot.teams.asked import Asked
from bot.teams.card import CONTENT_TYPE
from bot.teams.extension import Extension
from bot.teams.http import Answer
from bot.teams.inbound import Kind
from bot.teams.leaving import Leaving, is_over
from bot.teams.references import Kept
from bot.wording.adapting import UNKNOWN_BUTTON

log = logging.getLogger(__name__)
_SENTENCE = "application/vnd.microsoft.activity.message"
_ERROR = "application/vnd.microsoft.error"
_DONE = Answer()
_NOT_OURS = Answer(501)


@dataclass(frozen=True, slots=True)
class Listener:
    """Takes what `bot.teams.guard` let through."""

    answerer: Answerer
    kept: Kept
    leaving: Leaving
    extension: Extension
    work: Work

    async def taken(self, body: Body) -> Answer:
        """What Teams is told at once. Messages are answered after that, as messages."""
        if is_over(body):
            self.work.start(self.leaving.removed(body))
            return _DONE
        match inbound.kind(body):
            case Kind.MESSAGE:
                self._begin(inbound.message(body))
            case Kind.SUBMIT:
                self._begin(inbound.pressed(body))
            case Kind.ADDED:
                self._begin(inbound.added(body))
            case Kind.PRESS:
                return await self._pressed(body)
            case Kind.EXTENSION:
                return await self._sought(body)
            case Kind.INVOKE:
                return _NOT_OURS
            case Kind.OTHER:
                pass
        return _DONE

    async def _sought(self, body: Body) -> Answer:
        spoken = inbound.language(body) or Language.DANISH
        # It looks through the whole knowledge base, and others shall not wait for that.
        sought = part(body, "value")
        return Answer(200, await asyncio.to_thread(self.extension.answer, sought, spoken))

    def _begin(self, asked: Asked | None) -> None:
        if asked is not None:
            self.work.start(self._written(asked))

    async def _written(self, asked: Asked) -> None:
        await self._met(asked)
        await self.answerer.write(asked)

    async def _pressed(self, body: Body) -> Answer:
        asked = inbound.pressed(body)
        if asked is None:
            spoken = inbound.language(body) or Language.DANISH
            return Answer(400, _refusal(UNKNOWN_BUTTON.say(spoken)))
        await self._met(asked)  # first: who may do this is asked of Teams by what is kept
        return Answer(200, _shown(await self.answerer.card(asked)))

    async def _met(self, asked: Asked) -> None:
        """Keep where people and conversations can be written to; nobody waits for it in vain."""
        try:
            await self.kept.renew(asked)
        except StoreError as error:
            log.warning("Where somebody can be written to is not kept: %s", error)
        except Exception as error:  # noqa: BLE001 - an answer is worth more than the next reminder
            report(log, "Where somebody can be written to is not kept", wordless(error))


def _shown(card: dict[str, Any] | str) -> dict[str, Any]:
    kind = _SENTENCE if isinstance(card, str) else CONTENT_TYPE
    return {"statusCode": 200, "type": kind, "value": card}


def _refusal(said: str) -> dict[str, Any]:
    value = {"code": "BadRequest", "message": said}
    return {"statusCode": 400, "type": _ERROR, "value": value}
