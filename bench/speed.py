"""Time and memory: every system at every size, and the shipped base, each in its own process."""

import json
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

from bench import datasets
from bench.systems import SYSTEMS
from bench.tables import MISSING, number, table
from bench.worker import LABELS, Figures
from bot.semantic import e5

ROOT = Path(__file__).resolve().parent.parent
PATIENCE = 300
"""Seconds a system gets for one size, fitting and answering together."""

Say = Callable[[str], None]


def alone(*arguments: str, patience: float = PATIENCE) -> Figures | None:
    """What `bench.worker` finds in its own process; None where that ran out of time or memory."""
    try:
        ended = subprocess.run(  # noqa: S603 — our own module
            [sys.executable, "-m", "bench.worker", *arguments],
            cwd=ROOT,
            stdout=subprocess.PIPE,
            timeout=patience,
            check=False,
        )
    except subprocess.TimeoutExpired:
        return None
    if ended.returncode < 0:  # the system ended it
        return None
    ended.check_returncode()
    found: Figures = json.loads(ended.stdout)
    return found


def systems(folder: Path, say: Say) -> dict[int, dict[str, Figures | None]]:
    """The figures of every usable system by the number of phrases; None: not finished.

    Raises `UsageError` where the folder lacks data.
    """
    datasets.clinc(folder)  # the others would each find out for themselves
    found: dict[int, dict[str, Figures | None]] = {}
    for size in LABELS:
        rows = found.setdefault(size, {})
        for system in SYSTEMS:
            if system.usable:
                say(f"{size:,} phrases: {system.name}")
                rows[system.name] = alone("system", str(folder.resolve()), str(size), system.name)
    return found


def systems_tables(found: Mapping[int, Mapping[str, Figures | None]]) -> str:
    """A table a size."""
    return "\n\n".join(
        f"{size:,} phrases of {LABELS[size]} labels:\n\n{_table(rows)}"
        for size, rows in found.items()
    )


def _table(rows: Mapping[str, Figures | None]) -> str:
    heads = ["", "median ms", "p99 ms", "questions", "fit s", "index MB", "libraries MB"]
    return table(heads, [[name, *_row(figures)] for name, figures in rows.items()])


def _row(figures: Figures | None) -> list[str]:
    if figures is None:
        return [f"not finished in {PATIENCE} s", *[MISSING] * 5]
    return [
        number(figures["median_ms"]),
        number(figures["p99_ms"]),
        f"{figures['questions']:.0f}",
        number(figures["fit_s"]),
        number(figures["index_mb"]),
        number(figures["libraries_mb"]),
    ]


def base(say: Say) -> dict[str, Figures | None]:
    """The shipped base, without a kept index, then with it, then with second opinions as well."""
    starts = {"fitted": "base", "from the cache": "base"}
    if e5.usable():
        starts["from the cache, second opinions"] = "seconded"
    found = {}
    with TemporaryDirectory() as cache:
        for start, kind in starts.items():
            say(f"the knowledge base, {start}")
            found[start] = alone(kind, cache)
    return found


def base_table(found: Mapping[str, Figures | None]) -> str:
    """One row a way of starting."""
    rows = []
    for start, figures in found.items():
        if figures is None:
            rows.append([start, f"not finished in {PATIENCE} s", *[MISSING] * 6])
            continue
        names = ("read_s", "index_s", "first_s", "median_ms", "p99_ms", "memory_mb")
        cells = [number(figures[name]) for name in names]
        rows.append([start, *cells, f"{figures['questions']:.0f}"])
    heads = ["index", "files s", "index s", "first question s", "median ms", "p99 ms", "MB in all"]
    sizes = [f"{f['phrases']:,.0f} phrases, {f['labels']:.0f} labels:" for f in found.values() if f]
    return "\n\n".join([*sizes[:1], table([*heads, "questions"], rows)])
