"""What keeps everybody waiting, and for how long: thinking, and looking for what is unused."""

import asyncio
import gc
import threading
import weakref
from collections.abc import Iterator

import pytest

from bot.app.answering import AT_ONCE, InThread
from bot.app.collecting import set_aside, take_back
from bot.ports import Responder
from bot.reply import Question, Reply
from tests.fakes.responder import NOON, said


class Thinker(Responder):
    """Thinks until it is told to stop, and counts who else does."""

    def __init__(self) -> None:
        self.enough, self.full = threading.Event(), threading.Event()
        self.thinking = self.most = 0
        self._counting = threading.Lock()

    def reply(self, question: Question) -> Reply:
        """As soon as it may."""
        with self._counting:
            self.thinking += 1
            self.most = max(self.most, self.thinking)
            if self.thinking == AT_ONCE:
                self.full.set()
        self.enough.wait(10)
        with self._counting:
            self.thinking -= 1
        return said(question.text)


async def test_a_few_questions_are_thought_about_at_a_time_while_all_else_goes_on() -> None:
    thinker = Thinker()
    attendant = InThread(thinker)
    asked = [
        asyncio.create_task(attendant.answer(Question(str(n), NOON))) for n in range(3 * AT_ONCE)
    ]
    assert await asyncio.to_thread(thinker.full.wait, 10)
    assert not any(task.done() for task in asked)
    thinker.enough.set()
    assert await asyncio.gather(*asked) == [said(str(n)) for n in range(3 * AT_ONCE)]
    assert thinker.most == AT_ONCE


class Ring:
    """Refers to itself, so that only the collector ever finds it unused."""

    def __init__(self) -> None:
        self.own = self


@pytest.fixture
def giving_back() -> Iterator[None]:
    yield
    take_back()


@pytest.mark.usefixtures("giving_back")
def test_what_was_set_aside_goes_once_it_is_unused() -> None:
    ring = Ring()
    seen = weakref.ref(ring)
    set_aside()
    assert gc.get_freeze_count()
    del ring
    gc.collect()
    assert seen() is not None, "it is not looked at meanwhile"
    set_aside()
    assert seen() is None


def test_nothing_stays_set_aside() -> None:
    set_aside()
    take_back()
    assert not gc.get_freeze_count()
