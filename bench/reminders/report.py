"""What was found, as the tables that are printed."""

import os
import platform
from collections.abc import Sequence
from importlib.metadata import PackageNotFoundError, version

from bench.reminders.faults import Fault
from bench.reminders.outcome import Outcome
from bench.reminders.server import LOOKED, POSTED, TOO_SOON
from bench.tables import number, table
from bot.store.clocks import SystemClock

LIBRARIES = ("SQLAlchemy", "aiosqlite", "asyncpg", "aiohttp", "slack-sdk")
MOST_COMPLAINTS = 12
SOON = 2.0
"""Seconds after a standstill within which what happens may come of it."""


def heading(command: Sequence[str]) -> str:
    """When, with what and on what the figures were made."""
    day = SystemClock().now().date().isoformat()
    installed = ", ".join(f"{name} {_version(name)}" for name in LIBRARIES)
    made = f"{day}, `{' '.join(command)}`: Python {platform.python_version()}, {installed}"
    cores = f"{platform.system()} {platform.machine()}, {os.cpu_count()} cores"
    return f"{made}; {cores}, load {os.getloadavg()[0]:.1f} before."


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return "not installed"


def kill_test(title: str, outcome: Outcome) -> str:
    """The table of a kill test."""
    verdict, trial = outcome.verdict, outcome.trial
    late = verdict.lateness
    rows = [
        ["**lost**", f"**{verdict.lost:,}**"],
        ["**doubled**", f"**{verdict.doubled:,}**"],
        [
            "meant for nobody, or with another one's key",
            f"{verdict.strange + verdict.keys_amiss:,}",
        ],
        ["missed, parked, unfinished in the store", _left(outcome)],
        ["reminders, channels", f"{verdict.expected:,}, {trial.channels:,}"],
        ["recorded by the chat", f"{verdict.recorded:,}"],
        ["workers at a time", f"{trial.workers}"],
        ["killed by SIGKILL", f"{outcome.kills:,} (at least {trial.kills:,})"],
        ["stood still past the lease", f"{len(outcome.pauses):,}"],
        ["database stopped at once", f"{outcome.restarts:,}"],
        ["claims", f"{outcome.tries:,}"],
        ["seconds", number(outcome.seconds)],
        [
            "seconds late: median, p99, most",
            ", ".join(number(_at(late, q)) for q in (0.5, 0.99, 1)),
        ],
        *([f"posts: {how}", f"{count:,}"] for how, count in _ended(outcome, POSTED)),
        *([f"looks into a history: {how}", f"{count:,}"] for how, count in _ended(outcome, LOOKED)),
    ]
    parts = [f"### {title}", table(["", "kill test"], rows)]
    parts += _doubles(outcome)
    if outcome.complaints:
        told = outcome.complaints.most_common(MOST_COMPLAINTS)
        parts.append("Logged:\n\n" + "\n".join(f"- {count} × {line}" for line, count in told))
    return "\n\n".join(parts)


def _doubles(outcome: Outcome) -> list[str]:
    """For each doubled text how far apart, and how soon after a standstill the messages came."""
    lines = []
    for moments in outcome.verdict.repeated:
        told = [f"{moment - moments[0]:+.2f} s{_after(outcome, moment)}" for moment in moments]
        lines.append(f"- {', '.join(told)}")
    return ["Doubled:\n\n" + "\n".join(lines)] if lines else []


def _after(outcome: Outcome, moment: float) -> str:
    since = [moment - end for _, end in outcome.pauses if 0 <= moment - end < SOON]
    return f" ({min(since):.3f} s after a standstill)" if since else ""


def _left(outcome: Outcome) -> str:
    standing = outcome.standing
    return f"{standing.missed:,}, {standing.parked:,}, {standing.pending + standing.sending:,}"


def _ended(outcome: Outcome, what: str) -> list[tuple[str, int]]:
    """How requests ended, in the order of the kinds."""
    counts = outcome.counts.requests
    kinds = [*Fault, TOO_SOON]
    return [(kind, counts[name]) for kind in kinds if (name := f"{what}: {kind}") in counts]


def _at(values: Sequence[float], quantile: float) -> float | None:
    return values[min(len(values) - 1, int(len(values) * quantile))] if values else None
