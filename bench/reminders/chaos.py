"""The kill test: workers die, stand still and lose their database, and every reminder arrives once.

Events are planned as the kills go, so that there is always something under way to be killed.
"""

import asyncio
from collections import Counter
from collections.abc import Callable, Coroutine, Sequence
from datetime import timedelta
from itertools import count
from pathlib import Path
from random import Random

from sqlalchemy import func, select

from bench.reminders.chat import RemoteChat
from bench.reminders.checking import verdict
from bench.reminders.crew import Crew, Member
from bench.reminders.faults import rough
from bench.reminders.filling import subscribe
from bench.reminders.orders import hurried
from bench.reminders.outcome import Outcome
from bench.reminders.stores import Store
from bench.reminders.trial import Trial, expected, plan, subscriptions
from bot.errors import StoreError
from bot.reminders.model import EventPlan
from bot.store.clocks import SystemClock
from bot.store.outbox import DatabaseOutbox
from bot.store.schedule import DatabaseSchedule
from bot.store.tables import delivery

BETWEEN_KILLS = (0.3, 1.2)
"""Seconds, with at least one worker at work."""
PAUSE_EVERY = 8
"""So many blows are seven kills and a pause."""
LEAD = timedelta(seconds=1)
"""Between planning an event and its reminder: nothing is planned for the past."""
LOOK = 0.5
"""Seconds between looks at how far it is."""

Say = Callable[[str], None]


async def run(trial: Trial, store: Store, chat: RemoteChat, say: Say) -> Outcome:
    """Put a store to the test; it must be empty."""
    return await _Test(trial, store, chat, say).run()


class _Test:
    def __init__(self, trial: Trial, store: Store, chat: RemoteChat, say: Say) -> None:
        self._trial = trial
        self._store = store
        self._chat = chat
        self._say = say
        self._clock = SystemClock()
        self._chance = Random(trial.seed)  # noqa: S311 - a game
        self._orders = hurried(store.url, chat.api, trial.share, blind=trial.blind)
        self._outbox = DatabaseOutbox(
            store.database, "watcher", self._orders.timing.lease, self._orders.pace
        )
        self._crew = Crew(self._orders, trial.workers, store.folder / "workers.log")
        self._planned: list[EventPlan] = []
        self._meanwhile: set[asyncio.Task[None]] = set()
        self._pauses: list[tuple[float, float]] = []
        self._kills = self._restarts = 0

    async def run(self) -> Outcome:
        loop = asyncio.get_running_loop()
        await self._chat.reset(rough(self._orders.timeout, self._trial.seed))
        await self._subscribe()
        begun = loop.time()
        await self._crew.start()
        busy = [asyncio.create_task(work) for work in (self._plan(), self._kill())]
        try:
            await self._wait_for_the_end(begun + self._trial.limit, busy)
        finally:
            taken = loop.time() - begun
            await _cancelled([*busy, *self._meanwhile])
            # Whoever stood still may yet do something foolish, and the chat record it late.
            await asyncio.sleep(self._orders.timeout + self._orders.settle)
            await self._crew.end()
        return await self._outcome(taken)

    async def _subscribe(self) -> None:
        everybody = subscriptions(self._trial, self._clock.now())
        await subscribe(self._store.database, everybody)

    # What happens meanwhile

    async def _kill(self) -> None:
        for blow in count(1):
            if self._kills >= self._trial.kills and not self._trial.relentless:
                return
            await self._crew.working()
            await asyncio.sleep(self._chance.uniform(*BETWEEN_KILLS))
            victim = self._chance.choice(await self._crew.working())
            if blow % PAUSE_EVERY == PAUSE_EVERY // 2:
                self._start(self._pause(victim))
                continue
            await self._crew.replace(victim)
            self._kills += 1
            if self._kills in self._trial.restarts_after:
                self._start(self._restart())

    async def _pause(self, victim: Member) -> None:
        """Let it stand still until its claims have ended, and then go on."""
        begun = self._clock.now().timestamp()
        try:
            await self._crew.pause(victim, self._orders.lease + self._chance.uniform(0.5, 2))
        finally:
            self._pauses.append((begun, self._clock.now().timestamp()))

    def _start(self, work: Coroutine[None, None, None]) -> None:
        task = asyncio.create_task(work)
        self._meanwhile.add(task)
        task.add_done_callback(self._meanwhile.discard)

    async def _restart(self) -> None:
        """Stop the database at once, and let it be away for a moment."""
        if server := self._store.server:
            await asyncio.to_thread(server.stop_at_once)
            try:
                await asyncio.sleep(self._chance.uniform(0.5, 2))
            finally:
                await asyncio.to_thread(server.start)
            self._restarts += 1

    async def _plan(self) -> None:
        """Plan what is released by the kills; where the store is away, at the next look."""
        schedule = DatabaseSchedule(self._store.database)
        while len(self._planned) < self._trial.events:
            for number in range(len(self._planned), self._trial.released(self._kills)):
                self._planned.append(plan(f"event-{number}", self._clock.now() + LEAD))
            kept = False
            while not kept:
                try:
                    await schedule.take_over(self._planned, self._clock.now())
                    kept = True
                except StoreError:
                    await asyncio.sleep(LOOK)
            await asyncio.sleep(LOOK)

    # The end

    async def _wait_for_the_end(self, until: float, busy: Sequence[asyncio.Task[None]]) -> None:
        loop = asyncio.get_running_loop()
        said = 0.0
        while loop.time() < until and not await self._done():
            for failed in filter(asyncio.Task.done, [*busy, *self._meanwhile]):
                failed.result()
            if loop.time() - said > 10:
                said = loop.time()
                there = (await self._chat.counts()).messages
                self._say(f"{self._store.name}: {there:,} recorded, {self._kills} kills")
            await asyncio.sleep(LOOK)

    async def _done(self) -> bool:
        if len(self._planned) < self._trial.events or self._kills < self._trial.kills:
            return False
        if (await self._chat.counts()).keys < self._trial.events * self._trial.channels:
            return False
        try:
            standing = await self._outbox.standing(self._clock.now())
        except StoreError:
            return False
        return not standing.pending + standing.sending

    async def _outcome(self, seconds: float) -> Outcome:
        async with self._store.database.reading() as connection:
            tries = await connection.scalar(select(func.sum(delivery.c.tries)))
        return Outcome(
            trial=self._trial,
            verdict=verdict(expected(self._trial, self._planned), await self._chat.messages()),
            standing=await self._outbox.standing(self._clock.now()),
            counts=await self._chat.counts(),
            seconds=seconds,
            kills=self._kills,
            pauses=self._pauses,
            restarts=self._restarts,
            tries=tries or 0,
            complaints=_complaints(self._store.folder / "workers.log"),
        )


async def _cancelled(tasks: Sequence[asyncio.Task[None]]) -> None:
    for task in tasks:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)


def _complaints(log: Path) -> Counter[str]:
    lines: Sequence[str] = log.read_text("utf-8", "replace").splitlines() if log.exists() else []
    return Counter(line for line in lines if line)
