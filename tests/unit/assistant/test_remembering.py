"""A memory that cannot be reached, and a language that was chosen."""

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.assistant.remembering import SAID, Remembering
from bot.errors import StoreError
from bot.ports import Askers, Known
from bot.reply import Audience, EntryRef, Intent, Language, Outcome, Paragraph, Question, Reply
from bot.store.memory import MemoryOfAskers, MemoryOfConversations
from tests.fakes.away import AwayAskers, AwayMemory
from tests.fakes.responder import NOON, FakeResponder, FixedClock

ANSWER = Reply(
    Outcome.ANSWER,
    Language.DANISH,
    (Paragraph("Her."),),
    entries=(EntryRef("the-centre", "organisation", "Centret", 1.0),),
)


def asked(text: str) -> Question:
    return Question(text, NOON, asker="anna", conversation="here")


async def test_without_its_memory_every_question_is_still_answered(
    caplog: pytest.LogCaptureFixture,
) -> None:
    responder = FakeResponder(ANSWER)
    remembering = Remembering(responder, AwayMemory(), AwayAskers())
    assert await remembering.answer(asked("vi er en startup")) == ANSWER
    (question,) = responder.questions
    assert (question.about, question.audience) == ((), None)
    assert "does not answer" in caplog.text
    assert "startup" not in caplog.text


async def test_nobody_is_told_to_be_forgotten_who_is_not() -> None:
    remembering = Remembering(FakeResponder(ANSWER), AwayMemory(), AwayAskers())
    with pytest.raises(StoreError):
        await remembering.answer(asked("glem mig"))


# --- what was chosen

YEAR = timedelta(days=365)


async def heard(askers: Askers, question: Question) -> Question:
    """The question as whoever answers it gets it."""
    responder = FakeResponder(ANSWER)
    await Remembering(responder, MemoryOfConversations(FixedClock()), askers).answer(question)
    return responder.questions[0]


@pytest.mark.parametrize("platforms", [None, Language.DANISH, Language.ENGLISH])
async def test_the_chosen_language_stands_for_the_platforms(platforms: Language | None) -> None:
    askers = MemoryOfAskers(FixedClock())
    question = replace(asked("WHINN"), locale=platforms)
    assert (await heard(askers, question)).locale is platforms
    await askers.keep_language("anna", Language.ENGLISH, YEAR)
    assert (await heard(askers, question)).locale is Language.ENGLISH
    assert (await heard(askers, replace(question, asker="bo"))).locale is platforms
    assert (await heard(askers, replace(question, asker=""))).locale is platforms


@pytest.mark.parametrize("intent", [Intent.CHOICE, Intent.REMIND, Intent.RIGHT, Intent.WRONG])
async def test_what_goes_on_from_a_reply_goes_on_in_its_language(intent: Intent) -> None:
    askers = MemoryOfAskers(FixedClock())
    await askers.keep_language("anna", Language.ENGLISH, YEAR)
    pressed = replace(asked(""), intent=intent, entry="the-centre", locale=Language.DANISH)
    assert (await heard(askers, pressed)).locale is Language.DANISH


async def test_who_says_in_passing_what_they_chose_before_is_remembered_as_long() -> None:
    askers = MemoryOfAskers(FixedClock())
    await askers.keep_audience("anna", Audience.COMPANY, YEAR)
    await heard(askers, asked("vi er en startup"))
    assert (await askers.recall("anna")).audience_until == NOON + YEAR
    await heard(askers, asked("jeg er forsker på SDU"))
    assert await askers.recall("anna") == Known(Audience.RESEARCHER, NOON + SAID)


async def test_who_is_forgotten_has_chosen_nothing() -> None:
    askers = MemoryOfAskers(FixedClock())
    await askers.keep_audience("anna", Audience.COMPANY, YEAR)
    await askers.keep_language("anna", Language.ENGLISH, YEAR)
    await heard(askers, asked("glem mig"))
    assert await askers.recall("anna") == Known()
