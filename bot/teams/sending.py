"""Answering in a conversation, with some patience where Teams is busy."""

import asyncio
from collections.abc import Sequence
from random import SystemRandom

from bot.errors import HeldBackError, NotSentError, PostingError
from bot.teams.asked import Place
from bot.teams.card import Drawn, message
from bot.teams.client import Client

PAUSES = (1.0, 3.0, 6.0)
"""Seconds before each further attempt, where Teams does not ask for more."""
PATIENCE = 20.0
"""Seconds within which whoever asked still waits; no attempt begins later."""
_chance = SystemRandom()


async def send(client: Client, place: Place, drawn: Drawn, pauses: Sequence[float] = PAUSES) -> str:
    """Write where somebody asked; the id of the message. Raises `PostingError`.

    It is tried again where it was certainly not taken: where Teams wants to be left alone, or
    nobody was there. After anything else it may stand there already, and is not written twice.
    """
    written = message(drawn)
    loop = asyncio.get_running_loop()
    ends = loop.time() + PATIENCE
    for pause in pauses:
        try:
            return await client.send(place.service, place.whole, written)
        except (HeldBackError, NotSentError) as error:
            wait = _wait(error, pause)
            if loop.time() + wait > ends:
                raise
        await asyncio.sleep(wait)
    return await client.send(place.service, place.whole, written)


def _wait(error: PostingError, pause: float) -> float:
    """Seconds until it is worth trying again; not the same for all that were held back at once."""
    asked = error.seconds if isinstance(error, HeldBackError) else 0.0
    return max(asked, pause * _chance.uniform(0.5, 1.0))
