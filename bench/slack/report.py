"""What was found, as the tables that are printed. Everything but the heading is pure."""

import os
import platform
from collections.abc import Callable, Sequence
from importlib.metadata import version
from statistics import median

from bench.slack.contest import APPS, BARE, KEPT, OURS, Contest, Turn
from bench.tables import number, table
from bot.store.clocks import SystemClock

LIBRARIES = ("slack-bolt", "slack-sdk", "aiohttp", "SQLAlchemy", "aiosqlite")
WANTED_THROUGHPUT, WANTED_ACK = 0.8, 1.3

Figure = Callable[[Turn], float]


def heading(command: Sequence[str]) -> str:
    """When, with what and on what the figures were made."""
    day = SystemClock().now().date().isoformat()
    installed = ", ".join(f"{name} {version(name)}" for name in LIBRARIES)
    made = f"{day}, `{' '.join(command)}`: Python {platform.python_version()}, {installed}"
    cores = f"{platform.system()} {platform.machine()}, {os.cpu_count()} cores"
    return f"{made}; {cores}, load {os.getloadavg()[0]:.1f} before."


def tables(found: Contest) -> str:
    """The figures, medians of the rounds, and how ours compares."""
    rounds = len(found.turns[OURS])
    said = (
        f"Medians of {rounds} rounds; pushed: {found.at_once} under way at a time; steady: "
        f"{found.rate:.0f} deliveries a second. Times in milliseconds."
    )
    rows = [_row(name, figure, found) for name, figure in _FIGURES]
    heads = ["", *APPS, f"of {BARE}", f"of {KEPT}"]
    return f"{said}\n\n{table(heads, rows)}\n\n{_verdict(found)}"


def _row(name: str, figure: Figure, found: Contest) -> list[str]:
    middle = {app: median(map(figure, found.turns[app])) for app in APPS}
    ours = middle[OURS]
    ratios = [f"{ours / middle[app]:.2f}" if middle[app] else "–" for app in (BARE, KEPT)]
    return [name, *(number(middle[app]) for app in APPS), *ratios]


def _verdict(found: Contest) -> str:
    throughput = _ratio(found, lambda turn: turn.pushed.a_second)
    ack = _ratio(found, lambda turn: _ms(turn.steady.acks, 0.99))
    lost = sum(t.pushed.missing + t.steady.missing for some in found.turns.values() for t in some)
    twice = sum(t.pushed.doubled + t.steady.doubled for some in found.turns.values() for t in some)
    return (
        f"Throughput {throughput:.2f} of {BARE} (wanted: {WANTED_THROUGHPUT} at least), "
        f"p99 of the ack {ack:.2f} (wanted: {WANTED_ACK} at most). "
        f"Without an answer: {lost}; answered twice: {twice}."
    )


def _ratio(found: Contest, figure: Figure) -> float:
    bare, ours = (median(map(figure, found.turns[app])) for app in (BARE, OURS))
    return ours / bare


def _ms(seconds: Sequence[float], quantile: float) -> float:
    """A quantile in milliseconds."""
    ordered = sorted(seconds)
    return ordered[min(len(ordered) - 1, int(len(ordered) * quantile))] * 1000


_FIGURES: tuple[tuple[str, Figure], ...] = (
    ("pushed: answers a second", lambda turn: turn.pushed.a_second),
    ("pushed: processor time of each", lambda turn: turn.busy * 1000),
    ("pushed: ack, median", lambda turn: _ms(turn.pushed.acks, 0.5)),
    ("pushed: ack, p99", lambda turn: _ms(turn.pushed.acks, 0.99)),
    ("steady: ack, median", lambda turn: _ms(turn.steady.acks, 0.5)),
    ("steady: ack, p99", lambda turn: _ms(turn.steady.acks, 0.99)),
    ("steady: answer, median", lambda turn: _ms(turn.steady.answers, 0.5)),
    ("steady: answer, p99", lambda turn: _ms(turn.steady.answers, 0.99)),
    ("megabytes", lambda turn: turn.megabytes),
)
