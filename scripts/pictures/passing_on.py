"""The scenes of a question that is passed on: from the offer to the answer."""

from collections.abc import AsyncIterator
from datetime import timedelta
from typing import Any

from bot.delivery.model import Kind as Letter
from bot.passing.asking_form import TEXT
from bot.passing.message import message as told_of
from bot.passing.responding_form import ANSWER, REMEMBER
from bot.reply import TICKED, Form, Forward, Intent, Press, Reply
from scripts.pictures.scene import Kind, Told
from scripts.pictures.stage import LAW, NOW, Stage, channel

ASKED = "Hvem ejer lydoptagelserne fra venteværelset?"
ANSWER_GIVEN = (
    "Det gør afdelingen, der har lavet dem. Skal de bruges i et projekt, så skriv til os først, "
    "så ser vi på det sammen."
)
ANNA, BO = "Anna Holm", "Bo Lind"
PROJECT = "C0PROJECT"


async def passing_on(stage: Stage) -> AsyncIterator[Told]:
    """From the offer to the answer, as those who take part see it."""
    offered = await stage.reply(ANNA, ASKED, **_thread())
    yield Told("passing-offer", offered, asked=ASKED)
    (forward,) = (action for action in offered.actions if isinstance(action, Forward))
    asked = {"entry": forward.area, "name": ANNA, **_thread()}
    opened = await stage.reply(ANNA, forward.text, intent=Intent.FORWARD, **asked)
    yield Told("passing-form", opened, Kind.MODAL, before=_asked())
    entry = _form(opened).entry
    fields = {TEXT: ASKED, "area": "contact-legal-security"}
    sent = {"entry": entry, "fields": fields, "name": ANNA, **_thread()}
    done = await stage.reply(ANNA, "", intent=Intent.FORWARDED, **sent)
    yield Told("passing-sent", done, Kind.MODAL, before=_asked())
    async for scene in _answering(stage, entry.partition("-")[0]):
        yield scene


async def _answering(stage: Stage, passed_id: str) -> AsyncIterator[Told]:
    """The owners' side, and what comes of it."""
    yield await _letter(stage, passed_id, Letter.FORWARDED, "passing-owners")
    yield await _letter(stage, passed_id, Letter.NUDGE, "passing-nudge")
    owner = {"entry": passed_id, "name": BO, "here": channel(LAW)}
    taken = await stage.reply(BO, "", intent=Intent.TAKE, **owner)
    yield Told("passing-taken", taken)
    form = await stage.reply(BO, "", intent=Intent.RESPOND, **owner)
    yield Told("passing-respond", form, Kind.MODAL)
    fields = {ANSWER: ANSWER_GIVEN, REMEMBER: TICKED}
    done = await stage.reply(BO, "", intent=Intent.RESPONDED, fields=fields, **owner)
    yield Told("passing-responded", done, Kind.MODAL)
    yield await _letter(stage, passed_id, Letter.RESPONSE, "passing-answer")


async def _letter(stage: Stage, passed_id: str, kind: Letter, name: str) -> Told:
    """A message that is sent of its own accord."""
    passed = await stage.found(passed_id)
    reply = told_of(passed, kind, "", stage.lookup, NOW + timedelta(minutes=1))
    assert reply is not None  # noqa: S101 - the story goes so
    return Told(name, reply)


def _form(reply: Reply) -> Form:
    assert reply.form is not None  # noqa: S101 - that is what was asked for
    return reply.form


def _asked() -> Press:
    return Press(Intent.ASK, text=ASKED)


def _thread() -> dict[str, Any]:
    """Asked in a channel, where others can read along."""
    return {"here": channel(PROJECT), "there": channel(PROJECT, "1685602800.000100")}
