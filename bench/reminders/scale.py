"""What is measured with many rows and many posts, and its tables."""

from collections.abc import AsyncIterator, Callable, Sequence
from dataclasses import dataclass
from statistics import median, quantiles

from bench.reminders import chat, full_table, stores, throughput
from bench.reminders.throughput import Memory, Rate
from bench.reminders.trial import Trial
from bench.tables import number, table
from bot.delivery.delivering import Timing

CHANNELS = 2_000
AT_ONCE = Timing().at_once
WORKERS = (1, 2, 3)
GOAL_CLAIM, GOAL_FAN_OUT, GOAL_SHARE = 5, 10, 0.6

Say = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Size:
    """How much is measured: rows in the table, claims, posts a run, runs, posts of the long run."""

    rows: int
    claims: int
    posts: int
    rounds: int
    long_run: int


async def parts(names: Sequence[str], size: Size, say: Say) -> AsyncIterator[str]:
    """The tables, each once it is there. Raises `UsageError` for a store that is not installed."""
    yield f"### {size.rows:,} rows\n\n{await _full_tables(names, size, say)}"
    yield f"### Posts a second\n\n{await _rates(names, size, say)}"
    yield f"### Memory of one worker\n\n{await _memories(names, size, say)}"


async def _full_tables(names: Sequence[str], size: Size, say: Say) -> str:
    titles, columns = [], []
    for name in names:
        say(f"{name}: {size.rows:,} rows")
        async with stores.empty(name) as store:
            titles.append(store.title)
            columns.append(_column(await full_table.measured(store, size.rows, size.claims)))
    rows = [[label, *cells] for label, *cells in zip(_LABELS, *columns, strict=True)]
    return table(["", *titles], rows)


_LABELS = (
    f"the claim's statement: median, p99 ms (goal {GOAL_CLAIM})",
    f"claim of {AT_ONCE}, through gates and onto disk: median, p99 ms",
    "the same without a workspace's pace: median, p99 ms",
    "keeping what came of a claim: median, p99 ms",
    f"fan-out of all: s (goal {GOAL_FAN_OUT})",
    "one chunk of it: median, p99 ms",
    "moving the event when all is written: s",
    "moving it before anything is written: ms",
    "rows then",
)


def _column(found: full_table.FullTable) -> list[str]:
    return [
        _spread(found.statements),
        _spread(found.claims),
        _spread(found.freely),
        _spread(found.records),
        number(found.fan_out_seconds),
        _spread(found.chunks),
        number(found.move_seconds),
        number(found.moved_before),
        f"{found.rows:,}",
    ]


def _spread(taken: Sequence[float]) -> str:
    most = quantiles(taken, n=100, method="inclusive")[98]
    return f"{number(median(taken))}, {number(most)}"


async def _rates(names: Sequence[str], size: Size, say: Say) -> str:
    async with chat.running() as talking:
        say("posting without a ledger")
        loop = [await throughput.bare(talking, size.posts) for _ in range(size.rounds)]
    best = median(rate.a_second for rate in loop)
    rows = [_row("a loop without a ledger", loop, best)]
    for name in names:
        for count in WORKERS:
            say(f"{name}: posting with {count}")
            title, rates = await _rate(name, count, size)
            rows.append(_row(f"{title}, {count} at work", rates, best))
    heads = ["", "posts/s", "lowest", "highest", f"beside the loop (goal {GOAL_SHARE})", "doubled"]
    return f"{size.rounds} runs of {size.posts:,} posts each:\n\n{table(heads, rows)}"


async def _rate(name: str, count: int, size: Size) -> tuple[str, list[Rate]]:
    title, rates = "", []
    for _ in range(size.rounds):
        async with chat.running() as talking, stores.empty(name) as store:
            title = store.title
            rates.append(await throughput.workers(store, talking, _trial(size.posts, count)))
    return title, rates


def _row(name: str, rates: Sequence[Rate], best: float) -> list[str]:
    every = [rate.a_second for rate in rates]
    middle = median(every)
    doubled = sum(rate.doubled for rate in rates)
    cells = [number(value) for value in (middle, min(every), max(every))]
    return [name, *cells, f"{middle / best:.2f}", f"{doubled}"]


async def _memories(names: Sequence[str], size: Size, say: Say) -> str:
    rows = []
    for name in names:
        say(f"{name}: a long run")
        async with chat.running() as talking, stores.empty(name) as store:
            found: Memory = await throughput.memory(store, talking, _trial(size.long_run, 1))
            held = [number(value) for value in (found.start, found.middle, found.end)]
            rows.append([store.title, f"{found.posts:,}", *held])
    return table(["", "posts", "MB after 5 %", "after half", "at the end"], rows)


def _trial(posts: int, workers: int) -> Trial:
    channels = min(CHANNELS, posts)
    return Trial(posts, channels, kills=0, workers=workers, limit=0, seed=0)
