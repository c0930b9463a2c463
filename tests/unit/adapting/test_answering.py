"""What answers have in common: whoever waits for one that takes long sees so."""

import asyncio

import pytest

from bot.adapting.answering import AT_ONCE, SIGN, shown_as_work


class Sign:
    """A sign that takes ``seconds`` to be shown, and what became of it."""

    def __init__(self, seconds: float = 0.0) -> None:
        self._seconds = seconds
        self.told: list[str] = []

    async def show(self) -> None:
        self.told.append("begun")
        await asyncio.sleep(self._seconds)
        self.told.append("shown")


async def answer_after(seconds: float) -> str:
    await asyncio.sleep(seconds)
    return "the answer"


async def test_what_comes_at_once_needs_no_sign() -> None:
    sign = Sign()
    assert await shown_as_work(answer_after(0), sign.show) == "the answer"
    assert sign.told == []


async def test_the_sign_comes_before_an_answer_that_takes_long() -> None:
    sign = Sign(0.2)
    assert await shown_as_work(answer_after(AT_ONCE + 0.05), sign.show) == "the answer"
    assert sign.told == ["begun", "shown"]


async def test_a_sign_that_hangs_keeps_the_answer_for_a_moment_only() -> None:
    sign = Sign(3600)
    async with asyncio.timeout(AT_ONCE + SIGN + 2):
        assert await shown_as_work(answer_after(AT_ONCE + 0.05), sign.show) == "the answer"
    assert sign.told == ["begun"]


@pytest.mark.parametrize("seconds", [0, AT_ONCE + 0.05])
async def test_a_failure_is_not_hidden_by_the_sign(seconds: float) -> None:
    async def failing() -> str:
        await asyncio.sleep(seconds)
        raise LookupError

    with pytest.raises(LookupError):
        await shown_as_work(failing(), Sign(3600).show)
