"""Posts a second: of one worker and more, and of a loop without a ledger; and a worker's memory."""

import asyncio
import signal
import sys
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta

from bench.reminders.chat import ROOT, RemoteChat
from bench.reminders.crew import Crew
from bench.reminders.faults import CLEAN
from bench.reminders.filling import subscribe
from bench.reminders.orders import Orders, unhindered
from bench.reminders.stores import Store
from bench.reminders.trial import Trial, plan, subscriptions
from bot.errors import UsageError
from bot.store.clocks import SystemClock
from bot.store.schedule import DatabaseSchedule

LEAD = timedelta(seconds=1)
LOOK = 0.25
PATIENCE = 600.0
"""Seconds for one run."""

Watch = Callable[[int, int], None]
"""Is told now and then how many messages there are and which process works."""


@dataclass(frozen=True, slots=True)
class Rate:
    """Messages a second, and how many of them stood in the chat twice."""

    posts: int
    seconds: float
    doubled: int

    @property
    def a_second(self) -> float:
        """From the first message to the last."""
        return (self.posts - 1) / self.seconds


@dataclass(frozen=True, slots=True)
class Memory:
    """Megabytes that a worker held after a twentieth, half and all of its posts."""

    posts: int
    start: float
    middle: float
    end: float


async def bare(chat: RemoteChat, count: int) -> Rate:
    """The loop without a ledger."""
    await chat.reset(CLEAN)
    orders = unhindered("", chat.api).as_json()
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "bench.reminders.bare", orders, str(count)), cwd=ROOT
    )
    if await process.wait():
        raise UsageError("The loop without a ledger failed.")
    return await _rate(chat)


async def workers(store: Store, chat: RemoteChat, trial: Trial, watch: Watch | None = None) -> Rate:
    """As many workers as the trial has, all ready before anything is due. The store is empty."""
    await chat.reset(CLEAN)
    clock = SystemClock()
    await subscribe(store.database, subscriptions(trial, clock.now()))
    crew = Crew(_orders(store, chat), trial.workers, store.folder / "workers.log")
    await crew.start()
    try:
        await crew.working(trial.workers)
        due = clock.now() + LEAD
        some = [plan(f"event-{number}", due) for number in range(trial.events)]
        await DatabaseSchedule(store.database).take_over(some, clock.now())
        async with asyncio.timeout(PATIENCE):
            await _all_posted(chat, trial.events * trial.channels, crew.members[0].pid, watch)
    except TimeoutError:
        raise UsageError(f"Not all was posted within {PATIENCE:.0f} seconds.") from None
    finally:
        await crew.end(signal.SIGTERM)
    return await _rate(chat)


def _orders(store: Store, chat: RemoteChat) -> Orders:
    return unhindered(store.url, chat.api)


async def _all_posted(chat: RemoteChat, count: int, pid: int, watch: Watch | None) -> None:
    while (there := (await chat.counts()).messages) < count:
        if watch:
            watch(there, pid)
        await asyncio.sleep(LOOK)


async def _rate(chat: RemoteChat) -> Rate:
    counts = await chat.counts()
    return Rate(counts.messages, counts.seconds, counts.doubled)


async def memory(store: Store, chat: RemoteChat, trial: Trial) -> Memory:
    """What one worker holds during a long run."""
    import psutil  # noqa: PLC0415 — in the extra

    held: list[tuple[int, float]] = []
    await workers(
        store,
        chat,
        trial,
        lambda there, pid: held.append((there, psutil.Process(pid).memory_info().rss / 1e6)),
    )
    posts = trial.events * trial.channels

    def after(share: float) -> float:
        return next((size for there, size in held if there >= share * posts), held[-1][1])

    return Memory(posts, after(0.05), after(0.5), after(1))
