"""The worker: finds what is due, has it delivered, and keeps how that went.

Any number of workers may run, on one machine or many; what is due, for whom and how far it has
come stands in the store alone, so that one can be killed at any moment.
"""

import asyncio
import logging
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.delivery.delivering import Delivering, Timing
from bot.delivery.model import Delivery, Result, State
from bot.delivery.ports import Outbox
from bot.errors import StoreError
from bot.ports import Clock
from bot.reminders.model import EventPlan
from bot.reminders.ports import Schedule

log = logging.getLogger(__name__)
_FLUSH = 0.1
"""Seconds in which results gather, so that many are kept at once."""
_LONGEST_REST = 30.0
_DEAF = timedelta(minutes=2)
"""After so long without a successful round something is wrong."""


@dataclass(frozen=True, slots=True)
class Pulse:
    """How a worker is: the last round in which the store answered, and since when it does not."""

    last_round: datetime | None
    trouble: str

    def well(self, now: datetime) -> bool:
        """Whether it works."""
        return self.last_round is not None and now - self.last_round < _DEAF


class Worker:
    """Delivers until told to stop."""

    def __init__(
        self,
        schedule: Schedule,
        outbox: Outbox,
        delivering: Delivering,
        clock: Clock,
        timing: Timing,
    ) -> None:
        self._schedule = schedule
        self._outbox = outbox
        self._delivering = delivering
        self._clock = clock
        self._timing = timing
        self._attempts: set[asyncio.Task[None]] = set()
        self._results: list[Result] = []
        self._wake = asyncio.Event()
        self._plans: Sequence[EventPlan] | None = None
        self._last_round: datetime | None = None
        self._trouble = ""
        self._next_look = 0.0
        self._ending = False

    @property
    def pulse(self) -> Pulse:
        """How it is."""
        return Pulse(self._last_round, self._trouble)

    def plan(self, plans: Sequence[EventPlan]) -> None:
        """Let these plans be what holds, from the next round on."""
        self._plans = plans
        self._next_look = 0.0
        self._wake.set()

    async def run(self, stop: asyncio.Event) -> None:
        """Work until ``stop`` is set; then end what is under way. Never raises for the store."""
        self._ending = False
        recording = asyncio.create_task(self._record())
        failures = 0
        try:
            while not stop.is_set():
                self._wake.clear()  # what happens from now on is not missed by resting
                worked = await self._safe_round()
                failures = failures + 1 if self._trouble else 0
                if not worked:
                    await self._rest(stop, failures)
        finally:
            await self._end()
            self._ending = True
            await recording

    async def _safe_round(self) -> bool:
        try:
            worked = await self._round()
        except StoreError as error:
            self._in_trouble(str(error))
            return False
        except Exception as error:  # noqa: BLE001 - whatever it is, the next round may do better
            self._in_trouble(type(error).__name__)
            return False
        if self._trouble:
            log.info("The store answers again.")
        self._last_round, self._trouble = self._clock.now(), ""
        return worked

    def _in_trouble(self, why: str) -> None:
        if why != self._trouble:
            log.error("Reminders wait, and go on by themselves: %s", why)
        self._trouble = why

    async def _round(self) -> bool:
        if self._plans is not None:
            plans = self._plans
            await self._schedule.take_over(plans, self._clock.now())
            if self._plans is plans:
                self._plans = None
        moment = asyncio.get_running_loop().time()
        fanned, claimed = False, 0
        if moment >= self._next_look:
            fanned = await self._schedule.fan_out(self._clock.now())
        if self._enough or (moment >= self._next_look and self._free):
            claimed = await self._claim()
        if moment >= self._next_look and not fanned:
            self._next_look = moment + self._timing.poll.total_seconds()
        return fanned or claimed > 0

    async def _claim(self) -> int:
        deliveries = await self._outbox.claim(self._clock.now(), self._free)
        for delivery in deliveries:
            attempt = asyncio.create_task(self._attempt(delivery))
            self._attempts.add(attempt)
            attempt.add_done_callback(self._ended)
        return len(deliveries)

    @property
    def _free(self) -> int:
        return self._timing.at_once - len(self._attempts)

    @property
    def _enough(self) -> bool:
        """Whether it is worth claiming: many at once cost hardly more than one."""
        return 2 * self._free >= self._timing.at_once

    async def _attempt(self, delivery: Delivery) -> None:
        result = await self._delivering.attempt(delivery)
        if result.state is State.PARKED:
            log.error("A %s was parked: %s", _named(delivery), result.reason)
        elif result.state is State.MISSED:
            log.warning("A %s was missed: %s", _named(delivery), result.reason)
        self._results.append(result)

    def _ended(self, attempt: asyncio.Task[None]) -> None:
        self._attempts.discard(attempt)
        if self._enough:
            self._wake.set()

    async def _rest(self, stop: asyncio.Event, failures: int) -> None:
        """Wait for the next look, a free place or the end; longer where the store is away."""
        seconds = self._timing.poll.total_seconds()
        if failures:
            seconds = min(_LONGEST_REST, max(seconds, 0.5 * 2 ** min(failures, 6)))
        ends = [asyncio.create_task(event.wait()) for event in (stop, self._wake)]
        if failures:  # only the end shortens this
            ends.pop().cancel()
        await asyncio.wait(ends, timeout=seconds, return_when=asyncio.FIRST_COMPLETED)
        for end in ends:
            end.cancel()

    async def _record(self) -> None:
        """Keep results as they come; a last time when all has ended."""
        ending = False
        while not ending:
            ending = self._ending
            await asyncio.sleep(0 if ending else _FLUSH)
            await self._flush()

    async def _flush(self) -> None:
        """Keep the results there are; where the store is away they are kept for the next time."""
        results, self._results = self._results, []
        if not results:
            return
        try:
            await self._outbox.record(results, self._clock.now())
        except Exception as error:  # noqa: BLE001 - their claims end, and somebody looks again
            self._results = results + self._results
            self._in_trouble(str(error) if isinstance(error, StoreError) else type(error).__name__)
            await asyncio.sleep(self._timing.poll.total_seconds())

    async def _end(self) -> None:
        """Let what is under way end; what takes too long is looked at again after its claim."""
        if self._attempts:
            await asyncio.wait(self._attempts, timeout=self._timing.timeout.total_seconds())
        for attempt in list(self._attempts):
            attempt.cancel()
        await asyncio.gather(*self._attempts, return_exceptions=True)


def _named(delivery: Delivery) -> str:
    """Which message it is, in words for the log."""
    return f"{delivery.kind} of {delivery.event}" if delivery.event else delivery.kind
