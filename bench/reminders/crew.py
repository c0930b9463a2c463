"""Worker processes that are killed, paused and started again."""

import asyncio
import signal
import sys
from contextlib import suppress
from pathlib import Path

from bench.reminders.chat import ROOT
from bench.reminders.orders import Orders
from bot.errors import UsageError


class Member:
    """A worker's process; ``ready`` is set once it works."""

    def __init__(self, process: asyncio.subprocess.Process) -> None:
        self.ready = asyncio.Event()
        self.paused = False
        self._process = process
        self._listening = asyncio.create_task(self._listen())

    @property
    def pid(self) -> int:
        """The process's id."""
        return self._process.pid

    @property
    def gone(self) -> bool:
        """Whether it ended."""
        return self._process.returncode is not None

    def send(self, number: signal.Signals) -> None:
        """Send a signal, if it still runs."""
        with suppress(ProcessLookupError):
            self._process.send_signal(number)

    async def end(self, number: signal.Signals) -> None:
        """End it, and wait until it has ended."""
        self.send(number)
        await self._process.wait()
        self._listening.cancel()

    async def _listen(self) -> None:
        assert self._process.stdout is not None  # noqa: S101 - asked for when it was started
        if await self._process.stdout.readline():
            self.ready.set()


class Crew:
    """A number of workers with the same orders; what they log goes to a file."""

    def __init__(self, orders: Orders, count: int, log: Path) -> None:
        self._orders = orders
        self._log = log
        self._count = count
        self.members: list[Member] = []

    async def start(self) -> None:
        """Start all."""
        self.members = [await self._started(place) for place in range(self._count)]

    async def working(self, least: int = 1) -> list[Member]:
        """Those that work now; waits until so many do.

        Raises `UsageError` where one ended by itself, with the last that was logged.
        """
        while True:
            able = [one for one in self.members if one.ready.is_set() and not one.paused]
            if any(one.gone for one in self.members):
                told = self._log.read_text("utf-8", "replace").splitlines()
                raise UsageError(f"A worker ended by itself: {' '.join(told[-1:])}")
            if len(able) >= least:
                return able
            await asyncio.sleep(0.01)

    async def replace(self, member: Member) -> None:
        """Kill one without warning, and start another one in its place, of the same name."""
        place = self.members.index(member)
        await member.end(signal.SIGKILL)
        self.members[place] = await self._started(place)

    async def pause(self, member: Member, seconds: float) -> None:
        """Let one stand still; all the others go on."""
        member.paused = True
        member.send(signal.SIGSTOP)
        try:
            await asyncio.sleep(seconds)
        finally:
            member.send(signal.SIGCONT)
            member.paused = False

    async def end(self, number: signal.Signals = signal.SIGKILL) -> None:
        """End all."""
        await asyncio.gather(*(member.end(number) for member in self.members))

    async def _started(self, place: int) -> Member:
        orders = self._orders.named(f"worker-{place}")
        with self._log.open("ab") as log:
            process = await asyncio.create_subprocess_exec(
                *(sys.executable, "-m", "bench.reminders.worker", orders.as_json()),
                cwd=ROOT,
                stdout=asyncio.subprocess.PIPE,
                stderr=log,
            )
        return Member(process)
