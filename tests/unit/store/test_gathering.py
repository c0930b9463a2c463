import asyncio
from collections.abc import Sequence

import pytest

from bot.store.gathering import Gathered, odd


class Doubling:
    """Doubles numbers, slowly; some cannot be."""

    def __init__(self) -> None:
        self.done: list[list[int]] = []
        self.go = asyncio.Event()

    async def __call__(self, numbers: Sequence[int]) -> list[int]:
        self.done.append(list(numbers))
        await self.go.wait()
        if 13 in numbers:
            raise ValueError("13")
        return [2 * number for number in numbers]


async def started(gathered: Gathered[int, int], *numbers: int) -> list[asyncio.Task[int]]:
    tasks = [asyncio.create_task(gathered.do(number)) for number in numbers]
    for _ in range(3):
        await asyncio.sleep(0)
    return tasks


async def test_who_comes_alone_does_not_wait() -> None:
    work = Doubling()
    work.go.set()
    assert await Gathered(work).do(4) == 8
    assert work.done == [[4]]


async def test_what_comes_while_something_is_done_is_done_together_after_it() -> None:
    work = Doubling()
    gathered = Gathered(work)
    tasks = [
        *await started(gathered, 1),
        *await started(gathered, 2, 3),
        *await started(gathered, 2),
    ]
    assert work.done == [[1]]
    work.go.set()
    assert await asyncio.gather(*tasks) == [2, 4, 6, 4]
    assert work.done == [[1], [2, 3, 2]]
    assert await gathered.do(5) == 10


async def test_no_more_is_done_in_one_go_than_is_wanted() -> None:
    work = Doubling()
    work.go.set()
    gathered = Gathered(work, most=2)
    assert await asyncio.gather(*(gathered.do(number) for number in range(5))) == [0, 2, 4, 6, 8]
    assert max(map(len, work.done)) == 2


async def test_all_that_was_done_together_fails_together_and_the_rest_goes_on() -> None:
    work = Doubling()
    gathered = Gathered(work, most=2)
    tasks = await started(gathered, 13, 2, 3)
    work.go.set()
    ended = await asyncio.gather(*tasks, return_exceptions=True)
    assert [type(one) for one in ended[:2]] == [ValueError, ValueError]
    assert ended[2] == 6


async def test_what_is_done_alone_is_nobody_elses_trouble() -> None:
    work = Doubling()
    work.go.set()
    gathered = Gathered(work)
    fine, bad = asyncio.create_task(gathered.do(2)), gathered.do(13, alone=True)
    with pytest.raises(ValueError, match="13"):
        await bad
    assert await fine == 4


async def test_who_is_called_off_holds_nobody_up() -> None:
    work = Doubling()
    gathered = Gathered(work)
    (first,) = await started(gathered, 1)
    second, third = await started(gathered, 2, 3)
    first.cancel()
    second.cancel()
    await asyncio.sleep(0)
    work.go.set()
    assert await third == 6
    assert work.done == [[1], [3]]


@pytest.mark.parametrize("text", ["", "slack:event:Ev0123", "a-b_c.d e"])
def test_ids_are_nothing_odd(text: str) -> None:
    assert not odd(text, text)


@pytest.mark.parametrize("text", ["\0", "a\nb", "æ", "\ud800", "👩‍⚕️"])
def test_what_a_database_might_refuse_is_odd(text: str) -> None:
    assert odd("fine", text)
