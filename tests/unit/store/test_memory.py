import pytest

from bot.store.memory import MemorySeen


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
