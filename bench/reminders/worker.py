"""One reminder worker, as the bot composes it: ``python -m bench.reminders.worker ORDERS``.

It says that it is ready, works until it is told to end, and logs to standard error.
"""

import asyncio
import logging
import signal
import sys
from datetime import datetime

from bench.reminders.orders import Orders
from bench.reminders.trial import PLATFORM, message
from bot.delivery.delivering import Delivering
from bot.delivery.ports import Poster
from bot.reminders.worker import Worker
from bot.reply import Address
from bot.slack.poster import SlackPoster
from bot.slack.tokens import OneToken
from bot.store.clocks import SystemClock
from bot.store.database import Database
from bot.store.outbox import DatabaseOutbox
from bot.store.schedule import DatabaseSchedule

TOKEN = "xoxb-of-the-benchmark"  # noqa: S105 - the chat of the test takes any


class Blind(SlackPoster):
    """Never finds what it posted."""

    async def posted(self, *_: Address | str | datetime) -> str | None:
        """Does not even look."""
        return None


async def work(orders: Orders) -> None:
    """Deliver what is due until the process is told to end."""
    database, clock, timing = Database(orders.database), SystemClock(), orders.timing
    outbox = DatabaseOutbox(database, orders.owner, timing.lease, orders.pace)
    async with (Blind if orders.blind else SlackPoster)(
        OneToken(TOKEN), orders.chat, orders.timeout
    ) as slack:
        posters: dict[str, Poster] = {PLATFORM: slack}
        delivering = Delivering(posters, message, clock, timing)
        worker = Worker(DatabaseSchedule(database), outbox, delivering, clock, timing)
        stop = asyncio.Event()
        asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, stop.set)
        print("ready", flush=True)
        await worker.run(stop)
    await database.close()


if __name__ == "__main__":
    logging.basicConfig(format="%(levelname)s %(name)s: %(message)s", level=logging.WARNING)
    asyncio.run(work(Orders.from_json(sys.argv[1])))
