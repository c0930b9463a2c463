"""What answering has in common, whatever the platform."""

import asyncio
import logging
import secrets
from collections.abc import Awaitable, Callable, Coroutine, Iterable
from typing import TypeVar

from bot.adapting.faults import report, wordless
from bot.errors import StoreError
from bot.ports import SeenDeliveries
from bot.reply import Intent

log = logging.getLogger(__name__)
T = TypeVar("T")
AT_ONCE = 0.4
"""Seconds an answer may take before people see that it is being worked on."""
SIGN = 1.0
"""Seconds that a finished answer waits for that sign, lest it come after it and stay."""
OF_THE_PAGE = frozenset({Intent.HOME, Intent.SETTING})
"""What is done on the bot's own page, whose language is the person's and not the last reply's."""
NAMED = frozenset({Intent.FORWARD, Intent.FORWARDED, Intent.TAKE, Intent.RESPOND, Intent.RESPONDED})
"""What is done in the sight of others, who are told by whom."""


async def shown_as_work(work: Awaitable[T], show: Callable[[], Coroutine[None, None, None]]) -> T:
    """What ``work`` gives; where it takes long, ``show`` gives whoever waits a sign of it.

    The platform may hang over the sign, which the answer must not pay for.
    """
    working = asyncio.ensure_future(work)
    if (await asyncio.wait([working], timeout=AT_ONCE))[0]:
        return working.result()
    showing = asyncio.create_task(show())
    try:
        result = await working
        await asyncio.wait([showing], timeout=SIGN)
    finally:
        showing.cancel()
    return result


async def first_time(seen: SeenDeliveries, keys: Iterable[str]) -> bool:
    """Whether a delivery is new under all its keys; it is, where that cannot be told."""
    try:
        return all(await asyncio.gather(*map(seen.first_time, keys)))
    except StoreError as error:
        log.warning("Deliveries cannot be told apart: %s", error)
        return True
    except Exception as error:  # noqa: BLE001 - better twice than never
        report(log, "Deliveries cannot be told apart", wordless(error))
        return True


def reference() -> str:
    """A number by which a person and the log name the same failure."""
    return str(secrets.randbelow(900_000) + 100_000)
