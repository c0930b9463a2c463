"""A loop that posts and keeps no ledger: ``python -m bench.reminders.bare ORDERS COUNT``.

It loses what it is killed at; it is here to be compared with.
"""

import asyncio
import sys
from collections.abc import Iterator

from bench.reminders.orders import Orders
from bench.reminders.trial import PLATFORM, TEAM, text
from bench.reminders.worker import TOKEN
from bot.reply import Address, AddressKind, Language, Outcome, Paragraph, Reply
from bot.slack.poster import SlackPoster
from bot.slack.tokens import OneToken


async def post(orders: Orders, count: int) -> None:
    """Post so many messages, as many at a time as a worker would."""
    async with SlackPoster(OneToken(TOKEN), orders.chat, orders.timeout) as slack:
        numbers = iter(range(count))
        await asyncio.gather(*(_lane(slack, numbers) for _ in range(orders.at_once)))


async def _lane(slack: SlackPoster, numbers: Iterator[int]) -> None:
    for number in numbers:
        address = Address(PLATFORM, TEAM, AddressKind.CHANNEL, f"C{number:07}")
        words = (Paragraph(text(f"event-{number}", "1h")),)
        await slack.post(address, Reply(Outcome.ANSWER, Language.ENGLISH, words), f"key-{number}")


if __name__ == "__main__":
    asyncio.run(post(Orders.from_json(sys.argv[1]), int(sys.argv[2])))
