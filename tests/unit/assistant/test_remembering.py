"""A memory that cannot be reached."""

import pytest

from bot.assistant.remembering import Remembering
from bot.errors import StoreError
from bot.ports import Askers, Memory
from bot.reply import Audience, EntryRef, Language, Outcome, Paragraph, Question, Reply
from tests.fakes.responder import NOON, FakeResponder

ANSWER = Reply(
    Outcome.ANSWER,
    Language.DANISH,
    (Paragraph("Her."),),
    entries=(EntryRef("the-centre", "organisation", "Centret", 1.0),),
)


class Away(Memory, Askers):
    """Remembers nothing, and says so."""

    async def recall(self, _: str) -> tuple[str, ...] | Audience | None:
        raise StoreError("The database does not answer.")

    async def keep(self, _: str, __: tuple[str, ...] | Audience) -> None:
        raise StoreError("The database does not answer.")

    async def forget(self, _: str) -> None:
        raise StoreError("The database does not answer.")


def asked(text: str) -> Question:
    return Question(text, NOON, asker="anna", conversation="here")


async def test_without_its_memory_every_question_is_still_answered(
    caplog: pytest.LogCaptureFixture,
) -> None:
    responder = FakeResponder(ANSWER)
    remembering = Remembering(responder, Away(), Away())
    assert await remembering.answer(asked("vi er en startup")) == ANSWER
    (question,) = responder.questions
    assert (question.about, question.audience) == ((), None)
    assert "does not answer" in caplog.text
    assert "startup" not in caplog.text


async def test_nobody_is_told_to_be_forgotten_who_is_not() -> None:
    remembering = Remembering(FakeResponder(ANSWER), Away(), Away())
    with pytest.raises(StoreError):
        await remembering.answer(asked("glem mig"))
