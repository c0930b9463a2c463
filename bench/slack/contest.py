"""Rounds in which the apps take turns, each of them started anew."""

from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

from bench.slack.orders import Load, Outcome
from bench.slack.processes import Running, result, running

BARE, KEPT, OURS = "bare Bolt", "bare Bolt, one session", "rain-bot"
APPS = (BARE, KEPT, OURS)
WARMING = 400
"""Deliveries before anything is measured."""

Say = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Size:
    """How much is measured in each round.

    ``count`` deliveries with ``at_once`` under way, then ``seconds`` at a steady rate.
    """

    rounds: int
    count: int
    at_once: int
    seconds: float


@dataclass(frozen=True, slots=True)
class Turn:
    """What an app did in one round: pushed as hard as it goes, and at a steady rate.

    ``busy`` is how many seconds a processor was kept busy by each delivery when pushed.
    """

    pushed: Outcome
    steady: Outcome
    busy: float
    megabytes: float

    @property
    def good(self) -> bool:
        """Whether every delivery was answered once."""
        return self.pushed.good and self.steady.good


@dataclass(frozen=True, slots=True)
class Contest:
    """All turns by app, and the steady rate in deliveries a second."""

    turns: Mapping[str, list[Turn]]
    rate: float
    at_once: int

    @property
    def good(self) -> bool:
        """Whether every delivery of every turn was answered once."""
        return all(turn.good for some in self.turns.values() for turn in some)


async def contest(size: Size, share: float, folder: Path, say: Say) -> Contest:
    """Let the apps take turns; the steady rate is a ``share`` of what ours can do, the slowest.

    ``folder`` takes the store, and the cache of what is learnt from the knowledge base.
    """
    field = _Field(folder, size, say)
    async with running("bench.slack.server") as slack:
        rate = share * await field.fastest(OURS, slack.told)
        turns: dict[str, list[Turn]] = {name: [] for name in APPS}
        for number in range(size.rounds):
            for name in APPS:
                say(f"round {number + 1}: {name}")
                turns[name].append(await field.turn(name, slack.told, rate))
        return Contest(turns, rate, size.at_once)


class _Field:
    def __init__(self, folder: Path, size: Size, say: Say) -> None:
        self._folder = folder
        self._size = size
        self._say = say
        self._runs = 0

    async def fastest(self, name: str, slack: str) -> float:
        """Deliveries a second that an app answers."""
        self._say(f"how fast it goes: {name}")
        async with self._started(name, slack) as app:
            return (await self._pushed(app, slack)).a_second

    async def turn(self, name: str, slack: str, rate: float) -> Turn:
        """One app's turn."""
        async with self._started(name, slack) as app:
            before = app.seconds()
            pushed = await self._pushed(app, slack)
            busy = (app.seconds() - before) / self._size.count
            steady = await self._steady(app, slack, rate)
            return Turn(pushed, steady, busy, app.megabytes())

    @asynccontextmanager
    async def _started(self, name: str, slack: str) -> AsyncIterator[Running]:
        async with running(*self._command(name, slack)) as app:
            await self._load(app, slack, count=WARMING, at_once=self._size.at_once)
            yield app

    def _command(self, name: str, slack: str) -> tuple[str, ...]:
        if name == OURS:
            store, cache = f"sqlite:///{self._folder}/rain.sqlite3", str(self._folder / "cache")
            return "bench.slack.real", slack, store, cache
        more = ("--one-session",) if name == KEPT else ()
        return "bench.slack.bare", slack, *more

    async def _pushed(self, app: Running, slack: str) -> Outcome:
        return await self._load(app, slack, count=self._size.count, at_once=self._size.at_once)

    async def _steady(self, app: Running, slack: str, rate: float) -> Outcome:
        count = round(rate * self._size.seconds)
        return await self._load(app, slack, count=count, rate=rate)

    async def _load(
        self, app: Running, slack: str, *, count: int, at_once: int = 0, rate: float = 0.0
    ) -> Outcome:
        self._runs += 1
        load = Load(app.told, slack, count, self._runs, at_once, rate)
        return Outcome.from_json(await result("bench.slack.driver", load.as_json()))
