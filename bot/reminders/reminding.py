"""Attends to wishes about reminders, and offers reminders beside answers about events.

Everything else is answered by somebody else.
"""

import logging
from collections.abc import Callable
from dataclasses import replace

from bot.assistant.asker import asks_to_forget
from bot.assistant.lookup import Lookup
from bot.errors import StoreError
from bot.ports import Attendant
from bot.privacy.clinical import asks_clinical_advice
from bot.privacy.cpr import holds_cpr
from bot.reminders.asking import Doing, ReminderWish, command_in, wish_in
from bot.reminders.model import Scope, ScopeKind
from bot.reminders.plan import Rules
from bot.reminders.ports import Subscriptions
from bot.reminders.reminding_asked import Asked
from bot.reminders.reminding_begin import begin, begin_wished
from bot.reminders.reminding_coming import Coming
from bot.reminders.reminding_end import end, end_wished
from bot.reminders.reminding_listing import overview
from bot.reminders.reminding_offers import offering, remindable
from bot.reminders.reminding_subject import Naming, Subjects
from bot.reply import Intent, Language, Paragraph, Question, Reply
from bot.wording import reminding as say

log = logging.getLogger(__name__)

_OWN = frozenset({Intent.REMIND, Intent.STOP_REMINDING, Intent.REMINDERS})


class Reminding(Attendant):
    """Keeps who wants to be reminded of what; ``answering`` attends to all other questions.

    ``current`` gives the knowledge base that is good now, ``understanding`` tells the events that
    a text names, ``rules`` say when reminders come. Nothing is kept of a message with a CPR number.
    """

    def __init__(
        self,
        answering: Attendant,
        subscriptions: Subscriptions,
        current: Callable[[], Lookup],
        understanding: Naming,
        rules: Rules,
    ) -> None:
        self._answering = answering
        self._subscriptions = subscriptions
        self._current = current
        self._understanding = understanding
        self._rules = rules

    async def answer(self, question: Question) -> Reply:
        """The reply. A store that cannot be reached is said, or leaves the offers out."""
        if holds_cpr(question.text):
            return await self._answering.answer(question)
        if question.intent is Intent.ASK and asks_to_forget(question.text):
            return await self._forgotten(question)
        wish = _wish(question)
        if (wish or question.intent in _OWN) and (reply := await self._own(question, wish)):
            return reply
        return await self._offered(question, await self._answering.answer(question))

    async def _forgotten(self, question: Question) -> Reply:
        """Who wants to be forgotten is reminded no more. Raises `StoreError` rather than lie."""
        ended = await self._subscriptions.end(question.mine) if question.mine else 0
        reply = await self._answering.answer(question)
        if not ended:
            return reply
        line = Paragraph(say.FORGOTTEN_TOO.say(reply.language))
        return replace(reply, parts=(*reply.parts, line))

    async def _own(self, question: Question, wish: ReminderWish | None) -> Reply | None:
        """The reply to what is about reminders; None where it turns out not to be."""
        asked = self._asked(question, wish)
        try:
            return await (_wished(asked, wish) if wish else _pressed(asked))
        except StoreError as error:
            log.warning("Subscriptions cannot be reached: %s", error)
            return asked.declining.failed()

    def _asked(self, question: Question, wish: ReminderWish | None) -> Asked:
        lookup = self._current()
        return Asked(
            self._subscriptions,
            Subjects(lookup, self._understanding),
            Coming(lookup, self._rules, question.at),
            question,
            _language(question, wish),
        )

    async def _offered(self, question: Question, reply: Reply) -> Reply:
        """The reply of somebody else, with reminders offered where it is about events."""
        if question.mine is None:
            return reply
        coming = Coming(self._current(), self._rules, question.at)
        events = remindable(reply, coming)
        if not events:
            return reply
        try:
            kept = await self._subscriptions.of(question.mine)
        except StoreError as error:
            log.warning("Reminders are not offered: %s", error)
            return reply
        return offering(reply, events, [one.scope for one in kept], coming)


async def _wished(asked: Asked, wish: ReminderWish) -> Reply | None:
    match wish.doing:
        case Doing.START:
            return await begin_wished(asked, wish)
        case Doing.STOP:
            return await end_wished(asked, wish)
        case Doing.LIST:
            return await overview(asked, wish.whom)


async def _pressed(asked: Asked) -> Reply:
    scope = Scope(ScopeKind.EVENT, asked.question.entry)
    if asked.question.intent is Intent.REMIND:
        # Under an answer that others read too, it is nobody else's affair.
        return replace(await begin(asked, scope), private=True)
    return await end(asked, (scope,) if scope.value else None)


def _wish(question: Question) -> ReminderWish | None:
    """What is said of reminders, typed or behind a command."""
    if question.intent is Intent.REMINDERS:
        return command_in(question.text)
    if question.intent is not Intent.ASK:
        return None
    wish = wish_in(question.text)
    return None if wish and asks_clinical_advice(question.text) else wish


def _language(question: Question, wish: ReminderWish | None) -> Language:
    """What was typed tells it best; of a command or a pressed button, the person does."""
    told, own = wish.language if wish else None, question.locale
    first, second = (told, own) if question.intent is Intent.ASK else (own, told)
    return first or second or Language.DANISH
