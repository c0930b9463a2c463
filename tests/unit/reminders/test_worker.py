"""The worker's rounds, against a store that comes and goes."""

import asyncio
import logging
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import timedelta

import pytest

from bot.delivery.delivering import Delivering, Timing
from bot.delivery.model import Delivery, State
from bot.errors import RefusedError
from bot.reminders.worker import Worker
from bot.reply import Address, Reply
from tests.fakes.outbox import FakeOutbox
from tests.fakes.poster import FakePoster
from tests.fakes.responder import FixedClock
from tests.unit.delivery.test_delivering import FRESH, worded

QUICK = replace(Timing(), poll=timedelta(milliseconds=10), at_once=3)
Logged = pytest.LogCaptureFixture


def deliveries(count: int) -> list[Delivery]:
    return [replace(FRESH, id=n, key=f"key-{n}") for n in range(count)]


@asynccontextmanager
async def working(outbox: FakeOutbox, poster: FakePoster) -> AsyncIterator[Worker]:
    clock, stop = FixedClock(), asyncio.Event()
    delivering = Delivering({"slack": poster}, worded, clock, QUICK)
    worker = Worker(outbox, outbox, delivering, clock, QUICK)
    task = asyncio.create_task(worker.run(stop))
    try:
        yield worker
    finally:
        stop.set()
        await asyncio.wait_for(task, 5)


async def until(so: Callable[[], bool]) -> None:
    async with asyncio.timeout(5):
        while not so():  # noqa: ASYNC110 - what is waited for tells nobody
            await asyncio.sleep(0.005)


async def test_all_that_is_due_is_delivered_and_recorded() -> None:
    outbox, poster = FakeOutbox(*deliveries(10)), FakePoster()
    async with working(outbox, poster):
        await until(lambda: len(outbox.results) == 10)
    assert {result.state for result in outbox.results} == {State.SENT}
    assert sorted(poster.keys) == sorted(delivery.key for delivery in deliveries(10))


async def test_one_that_fails_stops_no_other(caplog: Logged) -> None:
    outbox, poster = FakeOutbox(*deliveries(4)), FakePoster()
    poster.will_fail(RefusedError("is_archived"))
    async with working(outbox, poster):
        await until(lambda: len(outbox.results) == 4)
    states = sorted(result.state for result in outbox.results)
    assert states == [State.PARKED, State.SENT, State.SENT, State.SENT]
    assert "is_archived" in caplog.text
    assert FRESH.address.id not in caplog.text


class SlowPoster(FakePoster):
    """Posts only when it may."""

    def __init__(self) -> None:
        super().__init__()
        self.under_way, self.most = 0, 0
        self.go_on = asyncio.Event()

    async def post(self, address: Address, reply: Reply, key: str) -> str:
        self.under_way += 1
        self.most = max(self.most, self.under_way)
        await self.go_on.wait()
        self.under_way -= 1
        return await super().post(address, reply, key)


async def test_only_so_many_are_under_way_at_once() -> None:
    outbox, poster = FakeOutbox(*deliveries(8)), SlowPoster()
    async with working(outbox, poster):
        await until(lambda: poster.under_way == QUICK.at_once)
        await asyncio.sleep(0.05)
        assert len(outbox.due) == 8 - QUICK.at_once, "no more is claimed than can be sent"
        poster.go_on.set()
        await until(lambda: len(outbox.results) == 8)
    assert poster.most == QUICK.at_once


async def test_what_is_under_way_ends_before_the_worker_does() -> None:
    outbox, poster = FakeOutbox(*deliveries(3)), SlowPoster()
    async with working(outbox, poster):
        await until(lambda: poster.under_way == 3)
        asyncio.get_running_loop().call_later(0.05, poster.go_on.set)
    assert {result.state for result in outbox.results} == {State.SENT}
    assert len(outbox.results) == 3


async def test_while_the_store_is_away_it_waits_and_goes_on_by_itself(caplog: Logged) -> None:
    caplog.set_level(logging.INFO)
    outbox, poster = FakeOutbox(*deliveries(2)), FakePoster()
    outbox.away = True
    async with working(outbox, poster) as worker:
        await until(lambda: outbox.rounds >= 2)
        assert not worker.pulse.well(FixedClock().now())
        assert worker.pulse.trouble == "The database does not answer."
        assert not poster.posts
        outbox.away = False
        await until(lambda: len(outbox.results) == 2)
        await until(lambda: worker.pulse.well(FixedClock().now()))
    assert caplog.text.count("does not answer") == 1, "said once, not every round"
    assert "answers again" in caplog.text


async def test_results_are_kept_until_the_store_takes_them() -> None:
    outbox, poster = FakeOutbox(*deliveries(2)), SlowPoster()
    async with working(outbox, poster):
        await until(lambda: poster.under_way == 2)
        outbox.away = True
        poster.go_on.set()
        await until(lambda: len(poster.posts) == 2)
        await asyncio.sleep(0.1)
        assert not outbox.results
        outbox.away = False
        await until(lambda: len(outbox.results) == 2)


async def test_new_plans_are_taken_over_once_also_when_the_store_was_away() -> None:
    outbox, poster = FakeOutbox(), FakePoster()
    outbox.away = True
    async with working(outbox, poster) as worker:
        worker.plan([])
        await until(lambda: outbox.rounds >= 0 and worker.pulse.trouble != "")
        outbox.away = False
        await until(lambda: outbox.plans == [[]])
        await asyncio.sleep(0.05)
        assert outbox.plans == [[]]
