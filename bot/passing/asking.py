"""The asker's side: the offer, the form that shows what will be sent, and that it was sent."""

import asyncio
from collections.abc import Callable

from bot.assistant.lookup import Lookup
from bot.errors import StoreError
from bot.passing.asking_form import AREA, TEXT, Sending, Ticket
from bot.passing.checking import LONGEST, clean, clean_name, passable, wrong_with_question
from bot.passing.model import Channel, Passed
from bot.passing.offering import offer, wants_offer
from bot.passing.owners import Owners, nearest
from bot.passing.ports import Nearest, PassedOn
from bot.passing.told import again, told
from bot.passing.working_days import working_days_after
from bot.privacy.cpr import masked
from bot.reply import Address, Language, Outcome, Question, Reply
from bot.wording import passing as say

PATIENCE = 2
"""Working days after which nobody having taken a question is worth a reminder."""


class Asking:
    """Passes questions on. ``token`` makes up ids: ``[a-z0-9]+``, never the same twice."""

    def __init__(
        self,
        passed: PassedOn,
        owners: Owners,
        current: Callable[[], Lookup],
        likeliest: Nearest,
        token: Callable[[], str],
    ) -> None:
        self._passed = passed
        self._owners = owners
        self._current = current
        self._likeliest = likeliest
        self._token = token

    async def offered(self, question: Question, reply: Reply) -> Reply:
        """Somebody's reply, with the offer to pass the question on where it did not help."""
        if not wants_offer(question, reply, self._owners):
            return reply
        likeliest = await asyncio.to_thread(self._likeliest, question.text, question.at)
        return offer(question, reply, self._owners, self._current(), likeliest)

    async def form(self, question: Question) -> Reply:
        """What will be sent, to be seen and changed. Nothing is kept of it."""
        sending = self._sending(question)
        if sending is None:
            return self._nobody(question)
        # What may not be sent is not shown either.
        text = clean(question.text)[:LONGEST] if passable(question.text) else ""
        ticket = Ticket(self._token(), question.entry)
        return sending.form(ticket, text, nearest(sending.channels, ticket.area))

    async def sent(self, question: Question) -> Reply:
        """Send what was filled in, once, or say why not. Raises nothing: it says so."""
        sending = self._sending(question)
        if sending is None or question.mine is None:
            return self._nobody(question)
        ticket, text = Ticket.read(question.entry), question.fields.get(TEXT, "")
        channel = sending.channel(question.fields.get(AREA, ""), ticket.area)
        if not ticket.token:  # no form of ours; in one it can be sent
            ticket = Ticket(self._token(), ticket.area)
            return sending.form(ticket, masked(clean(text))[:LONGEST], channel)
        form = sending.form(ticket, "", channel)
        if wrong := wrong_with_question(text, sending.language):
            return again(form, wrong, text)
        try:
            area = sending.area(channel, ticket)
            new = await self._passed.add(_new(question, question.mine, ticket.token, channel, area))
        except StoreError:
            return again(form, say.FAILED.say(sending.language), text)
        return sending.sent(channel) if new else sending.sent_already()

    def _sending(self, question: Question) -> Sending | None:
        channels = self._owners.of(question.mine) if question.mine else ()
        if not channels:
            return None
        return Sending(question, channels, self._current(), _language(question))

    def _nobody(self, question: Question) -> Reply:
        language = _language(question)
        return told(Outcome.HELP, language, say.NOBODY_TITLE, say.NOBODY.say(language))


def _language(question: Question) -> Language:
    return question.locale or Language.DANISH


def _new(question: Question, asker: Address, token: str, channel: Channel, area: str) -> Passed:
    return Passed(
        id=token,
        text=clean(question.fields[TEXT]),
        name=clean_name(question.name),
        asker=asker,
        there=question.there or asker,
        language=_language(question),
        area=area,
        channel=channel,
        asked_at=question.at,
        nudge_at=working_days_after(question.at, PATIENCE),
    )
