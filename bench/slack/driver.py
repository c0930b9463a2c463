"""Makes deliveries and measures what comes of them: ``python -m bench.slack.driver LOAD``."""

import asyncio
import sys
from collections import Counter
from collections.abc import Iterator
from itertools import islice
from time import perf_counter

import aiohttp
from slack_sdk.signature import SignatureVerifier

from bench.slack.deliveries import Delivery, deliveries, questions
from bench.slack.orders import PATH, SIGNING_SECRET, Load, Outcome
from bench.slack.processes import ROOT
from bot.store.clocks import SystemClock

QUESTIONS = ROOT / "tests" / "questions"
PATIENCE = 20.0
"""Seconds without any answer after which the rest counts as missing."""


class Driver:
    """One load."""

    def __init__(self, load: Load, session: aiohttp.ClientSession) -> None:
        self._load = load
        self._session = session
        self._verifier = SignatureVerifier(SIGNING_SECRET)
        self._clock = SystemClock()
        self._sent: dict[str, float] = {}
        self._acks: list[float] = []
        self._answers: list[float] = []
        self._answered: Counter[str] = Counter()
        self._refused = 0
        self._last = 0.0
        self._free = asyncio.Semaphore(load.at_once or load.count)

    async def run(self) -> Outcome:
        """Deliver everything, and wait for the answers."""
        some = list(islice(self._deliveries(), self._load.count))
        async with self._session.get(f"{self._load.slack}/answers") as answers:
            await answers.content.readline()  # from here on every mark is told
            listening = asyncio.create_task(self._listen(answers.content))
            began = perf_counter()
            await (self._paced(some) if self._load.rate else self._pushed(some))
            await self._all_answered()
            listening.cancel()
        return self._outcome(began)

    def _deliveries(self) -> Iterator[Delivery]:
        asked, entries = questions(QUESTIONS)
        address = f"{self._load.slack}/response/"
        return deliveries(asked, entries, address, self._load.run)

    async def _pushed(self, some: list[Delivery]) -> None:
        async with asyncio.TaskGroup() as group:
            for one in some:
                try:
                    await asyncio.wait_for(self._free.acquire(), PATIENCE)
                except TimeoutError:
                    return
                group.create_task(self._deliver(one))

    async def _paced(self, some: list[Delivery]) -> None:
        began = perf_counter()
        async with asyncio.TaskGroup() as group:
            for number, one in enumerate(some):
                await asyncio.sleep(began + number / self._load.rate - perf_counter())
                group.create_task(self._deliver(one))

    async def _deliver(self, one: Delivery) -> None:
        timestamp = str(int(self._clock.now().timestamp()))
        headers = {
            "Content-Type": one.content_type,
            "X-Slack-Request-Timestamp": timestamp,
            "X-Slack-Signature": self._verifier.generate_signature(
                timestamp=timestamp, body=one.body
            )
            or "",
        }
        self._sent[one.mark] = began = perf_counter()
        url = f"{self._load.app}{PATH}"
        async with self._session.post(url, data=one.body.encode(), headers=headers) as receipt:
            await receipt.read()
            self._acks.append(perf_counter() - began)
            self._refused += receipt.status != 200

    async def _listen(self, marks: aiohttp.StreamReader) -> None:
        async for line in marks:
            mark = line.decode().strip()
            if mark not in self._sent:
                continue  # of a load before this one
            self._answered[mark] += 1
            if self._answered[mark] == 1:
                self._last = perf_counter()
                self._answers.append(self._last - self._sent[mark])
                self._free.release()

    async def _all_answered(self) -> None:
        """Wait until all are answered, or nothing has come for long."""
        self._last = self._last or perf_counter()
        while self._waiting():  # noqa: ASYNC110 - that nothing comes is no event
            await asyncio.sleep(0.01)
        await asyncio.sleep(0.1)  # for what comes twice

    def _waiting(self) -> bool:
        left = len(self._answered) < self._load.count
        return left and perf_counter() < self._last + PATIENCE

    def _outcome(self, began: float) -> Outcome:
        return Outcome(
            answered=len(self._answered),
            refused=self._refused,
            missing=self._load.count - len(self._answered),
            doubled=sum(times > 1 for times in self._answered.values()),
            seconds=self._last - began,
            acks=self._acks,
            answers=self._answers,
        )


async def drive(load: Load) -> Outcome:
    """What comes of a load."""
    connector = aiohttp.TCPConnector(limit=0, keepalive_timeout=60)
    async with aiohttp.ClientSession(connector=connector) as session:
        return await Driver(load, session).run()


if __name__ == "__main__":
    print(asyncio.run(drive(Load.from_json(sys.argv[1]))).as_json())
