"""Who asks to be forgotten cannot be written to any more."""

import pytest

from bot.assistant.forgetting import Forgetting
from bot.errors import StoreError
from bot.reply import Address, AddressKind, Question
from tests.fakes.references import AwayReferences, MemoryReferences
from tests.fakes.responder import NOON, FakeResponder

ANNA = Address("teams", "tenant", AddressKind.PERSON, "anna")
BO = Address("teams", "tenant", AddressKind.PERSON, "bo")
HERE = {"service": "https://smba.trafficmanager.net/emea/"}


@pytest.mark.parametrize(
    ("typed", "kept"), [("glem mig", False), ("Forget me!", False), ("hvem har data?", True)]
)
async def test_only_who_asks_for_it_is_forgotten(typed: str, kept: bool) -> None:
    references, behind = MemoryReferences(), FakeResponder()
    for person in (ANNA, BO):
        await references.keep(person, HERE)
    question = Question(typed, NOON, mine=ANNA)
    await Forgetting(behind, references).answer(question)
    assert behind.questions == [question]
    assert (await references.recall(ANNA) is not None) is kept
    assert await references.recall(BO) == HERE


async def test_nobody_is_told_to_be_forgotten_who_is_not() -> None:
    class Away(AwayReferences):
        async def forget(self, address: Address) -> None:
            raise StoreError("The database does not answer.")

    behind = FakeResponder()
    with pytest.raises(StoreError):
        await Forgetting(behind, Away()).answer(Question("glem mig", NOON, mine=ANNA))
    assert behind.questions == []


async def test_who_cannot_be_written_to_is_answered_all_the_same() -> None:
    behind = FakeResponder()
    await Forgetting(behind, AwayReferences()).answer(Question("glem mig", NOON))
    assert len(behind.questions) == 1
