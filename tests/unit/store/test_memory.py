from datetime import timedelta

import pytest

from bot.ports import Known
from bot.reply import Audience
from bot.store.memory import MemoryOfAskers, MemoryOfConversations, MemorySeen
from tests.fakes.responder import FixedClock

MONTH = timedelta(days=30)


async def test_a_delivery_is_new_once() -> None:
    seen = MemorySeen()
    assert await seen.first_time("Ev1")
    assert not await seen.first_time("Ev1")
    assert await seen.first_time("Ev2")
    assert not await seen.first_time("Ev1")


async def test_only_the_latest_are_remembered() -> None:
    seen = MemorySeen(most=3)
    for key in "abcd":
        assert await seen.first_time(key)
    assert [await seen.first_time(key) for key in "bcd"] == [False, False, False]
    assert await seen.first_time("a")


@pytest.mark.parametrize("most", [1, 5])
async def test_it_does_not_grow(most: int) -> None:
    seen = MemorySeen(most)
    for number in range(100):
        await seen.first_time(str(number))
    remembered = [n for n in range(100) if not await seen.first_time(str(n))]
    assert len(remembered) <= most


# --- conversations and askers


async def test_a_conversation_lasts_ten_minutes_from_the_last_answer() -> None:
    clock = FixedClock()
    memory = MemoryOfConversations(clock)
    await memory.keep("here", ("a", "b"))
    clock.move(timedelta(minutes=9))
    assert await memory.recall("here") == ("a", "b")
    assert await memory.recall("there") == ()
    await memory.keep("here", ("c",))
    clock.move(timedelta(minutes=9))
    assert await memory.recall("here") == ("c",)
    clock.move(timedelta(minutes=1))
    assert await memory.recall("here") == ()


async def test_an_asker_is_remembered_for_thirty_days() -> None:
    clock = FixedClock()
    askers = MemoryOfAskers(clock)
    await askers.keep_audience("anna", Audience.COMPANY, MONTH)
    await askers.keep_audience("anna", Audience.EMPLOYEE, MONTH)
    clock.move(timedelta(days=29))
    assert (await askers.recall("anna")).audience is Audience.EMPLOYEE
    clock.move(timedelta(days=1))
    assert await askers.recall("anna") == Known()


async def test_what_is_forgotten_is_gone() -> None:
    memory, askers = MemoryOfConversations(FixedClock()), MemoryOfAskers(FixedClock())
    await memory.keep("here", ("a",))
    await askers.keep_audience("anna", Audience.COMPANY, MONTH)
    for _ in range(2):
        await memory.forget("here")
        await askers.forget("anna")
    assert await memory.recall("here") == ()
    assert await askers.recall("anna") == Known()


async def test_the_latest_conversations_are_kept_and_old_ones_dropped() -> None:
    clock = FixedClock()
    memory = MemoryOfConversations(clock, most=3)
    for key in "abcad":
        await memory.keep(key, (key,))
    assert [await memory.recall(key) for key in "abcd"] == [("a",), (), ("c",), ("d",)]
    clock.move(timedelta(hours=1))
    await memory.keep("e", ("e",))
    assert len(memory._kept._values) == 1


async def test_what_lives_shorter_is_over_though_it_stands_behind_what_lives_longer() -> None:
    clock = FixedClock()
    askers = MemoryOfAskers(clock)
    await askers.keep_audience("anna", Audience.COMPANY, 12 * MONTH)
    await askers.keep_audience("bo", Audience.COMPANY, MONTH)
    clock.move(MONTH)
    assert await askers.recall("bo") == Known()
    assert (await askers.recall("anna")).audience is Audience.COMPANY
