"""What every store of questions that are passed on does, in memory and on both databases."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass, replace
from datetime import timedelta

import pytest

from bot.passing.model import KEPT, KEPT_AT_MOST, Answer, Channel, Passed, Stage
from bot.reply import Address, AddressKind, Language
from bot.store.database import Database
from bot.store.passed import DatabasePassedOn
from tests.fakes.databases import Databases
from tests.fakes.passed import MemoryPassedOn
from tests.fakes.responder import NOON, FixedClock

HOUR, DAY = timedelta(hours=1), timedelta(days=1)
ANNA = Address("slack", "T1", AddressKind.PERSON, "U1")
BO = Address("slack", "T1", AddressKind.PERSON, "U2")
THREAD = Address("slack", "T1", AddressKind.CHANNEL, "C1", "1700.1")
OWNERS = Channel("law", Address("slack", "T1", AddressKind.CHANNEL, "C9"), Language.ENGLISH)
ASKED = Passed(
    id="a1",
    text="Hvem 'må' se \"data\"? %s ? :key $1 👩‍⚕️\nÆrligt talt.",
    name="Anna Ærlig",
    asker=ANNA,
    there=THREAD,
    language=Language.DANISH,
    area="law",
    channel=OWNERS,
    asked_at=NOON,
    nudge_at=NOON + 2 * DAY,
)
ANSWER = Answer("Det må alle i projektet.", "Bo Bo", NOON + HOUR, Language.DANISH, remember=False)


@dataclass(frozen=True, slots=True)
class Kept:
    """A store, and the clock that it goes by."""

    passed: MemoryPassedOn | DatabasePassedOn
    clock: FixedClock


@pytest.fixture(params=["memory", "sqlite", "postgresql"])
async def kept(request: pytest.FixtureRequest, databases: Databases) -> AsyncIterator[Kept]:
    clock = FixedClock()
    if request.param == "memory":
        yield Kept(MemoryPassedOn(clock), clock)
        return
    database = Database(databases.of_module(request.param, request.node.module.__name__))
    yield Kept(DatabasePassedOn(database, clock), clock)
    await database.close()


async def test_a_question_comes_back_as_it_was(kept: Kept) -> None:
    assert await kept.passed.find("a1") is None
    assert await kept.passed.add(ASKED)
    assert await kept.passed.find("a1") == ASKED
    assert await kept.passed.find("a2") is None


async def test_it_is_added_once_whatever_comes_after(kept: Kept) -> None:
    assert await kept.passed.add(ASKED)
    assert not await kept.passed.add(replace(ASKED, text="Another text."))
    assert await kept.passed.find("a1") == ASKED


async def test_of_many_submissions_at_once_one_is_taken(kept: Kept) -> None:
    added = await asyncio.gather(*(kept.passed.add(ASKED) for _ in range(10)))
    assert sorted(added) == [False] * 9 + [True]


async def test_who_takes_it_has_it(kept: Kept) -> None:
    await kept.passed.add(ASKED)
    assert await kept.passed.take("a1", "Bo", NOON + HOUR)
    assert not await kept.passed.take("a1", "Cy", NOON + 2 * HOUR)
    assert await kept.passed.find("a1") == replace(
        ASKED, stage=Stage.TAKEN, by="Bo", at=NOON + HOUR
    )


async def test_of_two_owners_at_once_one_takes_it(kept: Kept) -> None:
    await kept.passed.add(ASKED)
    took = await asyncio.gather(*(kept.passed.take("a1", f"{n}", NOON) for n in range(8)))
    assert sum(took) == 1
    found = await kept.passed.find("a1")
    assert found is not None
    assert found.by == str(took.index(True))


@pytest.mark.parametrize("taken", [True, False])
async def test_the_first_answer_counts(kept: Kept, *, taken: bool) -> None:
    await kept.passed.add(ASKED)
    if taken:
        await kept.passed.take("a1", "Cy", NOON)
    assert await kept.passed.answer("a1", ANSWER)
    assert not await kept.passed.answer("a1", replace(ANSWER, text="No.", by="Cy", remember=True))
    assert not await kept.passed.take("a1", "Cy", NOON + DAY)
    assert await kept.passed.find("a1") == replace(
        ASKED, stage=Stage.ANSWERED, by="Bo Bo", at=NOON + HOUR, answer=ANSWER.text
    )
    assert await kept.passed.proposals() == ()


async def test_of_two_answers_at_once_one_is_kept(kept: Kept) -> None:
    await kept.passed.add(ASKED)
    answers = [replace(ANSWER, by=f"{n}", text=f"{n}", remember=True) for n in range(8)]
    kept_ones = await asyncio.gather(*(kept.passed.answer("a1", one) for one in answers))
    assert sum(kept_ones) == 1
    first = str(kept_ones.index(True))
    found = await kept.passed.find("a1")
    assert found is not None
    assert (found.by, found.answer) == (first, first)
    assert [one.by for one in await kept.passed.proposals()] == [first]


async def test_what_is_not_there_is_neither_taken_nor_answered(kept: Kept) -> None:
    assert not await kept.passed.take("a1", "Bo", NOON)
    assert not await kept.passed.answer("a1", ANSWER)
    assert await kept.passed.proposals() == ()


# --- proposals


async def test_an_answer_worth_remembering_is_proposed_until_it_is_taken_over(kept: Kept) -> None:
    await kept.passed.add(ASKED)
    await kept.passed.add(replace(ASKED, id="a2", text="And who else?"))
    await kept.passed.answer("a2", replace(ANSWER, remember=True, at=NOON + 2 * HOUR))
    await kept.passed.answer("a1", replace(ANSWER, remember=True))
    first, second = await kept.passed.proposals()
    assert (first.id, first.question, first.answer) == ("a1", ASKED.text, ANSWER.text)
    assert (first.by, first.at, first.language) == ("Bo Bo", NOON + HOUR, Language.DANISH)
    assert (first.area, second.id) == ("law", "a2")
    assert await kept.passed.done("a1")
    assert not await kept.passed.done("a1")
    assert await kept.passed.proposals() == (second,)


async def test_a_proposal_outlasts_its_question_but_not_a_year(kept: Kept) -> None:
    await kept.passed.add(ASKED)
    await kept.passed.answer("a1", replace(ANSWER, remember=True))
    kept.clock.move(KEPT_AT_MOST)
    await kept.passed.erase()
    assert len(await kept.passed.proposals()) == 1
    kept.clock.move(timedelta(days=366))
    await kept.passed.erase()
    assert await kept.passed.proposals() == ()


# --- erasing


async def test_who_wants_to_be_forgotten_has_asked_nothing(kept: Kept) -> None:
    await kept.passed.add(ASKED)
    await kept.passed.add(replace(ASKED, id="a2"))
    await kept.passed.add(replace(ASKED, id="b1", asker=BO))
    await kept.passed.answer("a2", replace(ANSWER, remember=True))
    assert await kept.passed.forget(ANNA) == 2
    assert await kept.passed.forget(ANNA) == 0
    assert await kept.passed.find("a1") is None
    assert await kept.passed.find("a2") is None
    assert await kept.passed.find("b1") == replace(ASKED, id="b1", asker=BO)
    (proposed,) = await kept.passed.proposals()
    assert (proposed.question, proposed.answer) == ("", ANSWER.text)


async def test_it_tells_until_when_it_keeps_what_somebody_passed_on(kept: Kept) -> None:
    assert await kept.passed.due(ANNA) == ()
    await kept.passed.add(ASKED)
    await kept.passed.add(replace(ASKED, id="a2", asked_at=NOON - DAY, nudge_at=NOON + DAY))
    await kept.passed.add(replace(ASKED, id="b1", asker=BO))
    assert await kept.passed.due(ANNA) == (NOON + DAY + KEPT, NOON + 2 * DAY + KEPT)
    await kept.passed.answer("a1", ANSWER)
    assert await kept.passed.due(ANNA) == (NOON + HOUR + KEPT, NOON + DAY + KEPT)
    kept.clock.move(KEPT + HOUR)
    assert await kept.passed.due(ANNA) == (NOON + DAY + KEPT,)
    await kept.passed.forget(ANNA)
    assert await kept.passed.due(ANNA) == ()
    assert len(await kept.passed.due(BO)) == 1


@pytest.mark.parametrize(
    ("stage", "lifetime"),
    [
        (Stage.OPEN, 2 * DAY + KEPT),
        (Stage.TAKEN, KEPT_AT_MOST),
        (Stage.ANSWERED, HOUR + KEPT),
    ],
)
async def test_it_is_gone_when_its_time_is_over(
    kept: Kept, stage: Stage, lifetime: timedelta
) -> None:
    await kept.passed.add(ASKED)
    if stage is Stage.TAKEN:
        await kept.passed.take("a1", "Bo", NOON + HOUR)
    if stage is Stage.ANSWERED:
        await kept.passed.answer("a1", ANSWER)
    kept.clock.move(lifetime - timedelta(milliseconds=1))
    assert await kept.passed.find("a1") is not None
    kept.clock.move(timedelta(milliseconds=1))
    assert await kept.passed.find("a1") is None
    assert not await kept.passed.take("a1", "Cy", kept.clock.now())
    assert not await kept.passed.answer("a1", ANSWER)
    await kept.passed.erase()
    assert await kept.passed.add(ASKED), "nothing of it is left"
