"""Put reminders to the test: workers are killed, and tables are full.

    python -m bench.reminders [--reminders 2000] [--channels 200] [--kills 100] [--minutes 15]
                              [--store postgresql|sqlite|both] [--seed 1] [--blind]
    python -m bench.reminders --scale [--rows 1000000] [--posts 6000] [--rounds 3]
                              [--long-run 40000] [--store …]

Prints Markdown. Ends with 1 where a reminder was lost or doubled, or too few kills happened.
"""

import argparse
import asyncio
import sys
from collections.abc import Sequence

from bench.reminders import chaos, chat, report, scale, stores
from bench.reminders.trial import Trial
from bot.errors import RainError

WORKERS = {"sqlite": 1, "postgresql": 3}
RESTARTS = 2
CLAIMS = 300


def main(given: Sequence[str]) -> int:
    arguments = _parser().parse_args(given)
    print(f"{report.heading(['python -m bench.reminders', *given])}\n", flush=True)
    try:
        return asyncio.run(_scaled(arguments) if arguments.scale else _killed(arguments))
    except RainError as error:
        print(error, file=sys.stderr)
        return 2


def _parser() -> argparse.ArgumentParser:
    description = (__doc__ or "").partition("\n")[0]
    parser = argparse.ArgumentParser(prog="python -m bench.reminders", description=description)
    parser.add_argument("--store", choices=[*stores.STORES, "both"], default="both")
    killing = parser.add_argument_group("the kill test")
    killing.add_argument("--reminders", type=int, default=2000)
    killing.add_argument("--channels", type=int, default=200)
    killing.add_argument("--kills", type=int, default=100, help="at least so many, on each store")
    killing.add_argument("--minutes", type=float, default=15, help="at most, on each store")
    killing.add_argument("--seed", type=int, default=1)
    killing.add_argument("--blind", action="store_true", help="post again without looking")
    scaling = parser.add_argument_group("many rows and many posts, instead of the kill test")
    scaling.add_argument("--scale", action="store_true")
    scaling.add_argument("--rows", type=int, default=1_000_000)
    scaling.add_argument("--posts", type=int, default=6_000, help="of one run")
    scaling.add_argument("--rounds", type=int, default=3)
    scaling.add_argument("--long-run", type=int, default=40_000, help="posts, to watch the memory")
    return parser


async def _killed(arguments: argparse.Namespace) -> int:
    good = True
    for name in _stores(arguments):
        async with chat.running() as talking, stores.empty(name) as store:
            outcome = await chaos.run(_trial(arguments, name), store, talking, _say)
            print(f"{report.kill_test(store.title, outcome)}\n", flush=True)
            good = good and outcome.good
    return 0 if good else 1


async def _scaled(arguments: argparse.Namespace) -> int:
    size = scale.Size(
        rows=arguments.rows,
        claims=CLAIMS,
        posts=arguments.posts,
        rounds=arguments.rounds,
        long_run=arguments.long_run,
    )
    async for part in scale.parts(_stores(arguments), size, _say):
        print(f"{part}\n", flush=True)
    return 0


def _stores(arguments: argparse.Namespace) -> Sequence[str]:
    return stores.STORES if arguments.store == "both" else [arguments.store]


def _trial(arguments: argparse.Namespace, name: str) -> Trial:
    return Trial(
        reminders=arguments.reminders,
        channels=arguments.channels,
        kills=arguments.kills,
        workers=WORKERS[name],
        limit=arguments.minutes * 60,
        seed=arguments.seed,
        restarts=RESTARTS if name == "postgresql" else 0,
        blind=arguments.blind,
    )


def _say(text: str) -> None:
    print(text, file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
