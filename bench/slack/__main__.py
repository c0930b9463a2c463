"""Compare our app on Slack with a bare Bolt app that answers everything with the same words.

    python -m bench.slack [--rounds 5] [--count 3000] [--at-once 32] [--seconds 10] [--share 0.3]

Prints Markdown. Ends with 1 where a delivery was not answered, or was answered twice.
"""

import argparse
import asyncio
import sys
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from bench.slack import contest, report
from bot.errors import RainError


def main(given: Sequence[str]) -> int:
    arguments = _parser().parse_args(given)
    print(f"{report.heading(['python -m bench.slack', *given])}\n", flush=True)
    size = contest.Size(arguments.rounds, arguments.count, arguments.at_once, arguments.seconds)
    try:
        with TemporaryDirectory(prefix="slack-") as folder:
            found = asyncio.run(contest.contest(size, arguments.share, Path(folder), _say))
    except RainError as error:
        print(error, file=sys.stderr)
        return 2
    print(f"{report.tables(found)}\n", flush=True)
    return 0 if found.good else 1


def _parser() -> argparse.ArgumentParser:
    description = (__doc__ or "").partition("\n")[0]
    parser = argparse.ArgumentParser(prog="python -m bench.slack", description=description)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--count", type=int, default=3000, help="deliveries, pushed")
    parser.add_argument("--at-once", type=int, default=32, help="so many under way, pushed")
    parser.add_argument("--seconds", type=float, default=10, help="at the steady rate")
    parser.add_argument("--share", type=float, default=0.3, help="of our throughput")
    return parser


def _say(text: str) -> None:
    print(text, file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
