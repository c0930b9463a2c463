"""Teams: what arrives is handed to the attendant, and its replies go where they belong."""

import secrets
from collections.abc import AsyncIterator
from dataclasses import dataclass

from aiohttp import web

from bot.adapting.work import Work
from bot.ports import Attendant, Clock, SeenDeliveries
from bot.teams.answer import Answerer
from bot.teams.client import Client
from bot.teams.extension import Extension
from bot.teams.guard import Guard
from bot.teams.http import endpoint
from bot.teams.leaving import Leaving
from bot.teams.listening import Listener
from bot.teams.names import MESSAGES
from bot.teams.references import Kept

PATIENCE_AT_THE_END = 5.0
"""Seconds that answers under way are given when the bot stops."""


@dataclass(frozen=True, slots=True)
class Counter:
    """What the bot answers with in Teams. ``public_url`` is as for `Answerer`."""

    attendant: Attendant
    seen: SeenDeliveries
    kept: Kept
    leaving: Leaving
    extension: Extension
    clock: Clock
    public_url: str = ""


def mount(app: web.Application, guard: Guard, client: Client, counter: Counter) -> None:
    """Let ``app`` answer in Teams for as long as it runs."""
    work = Work()
    answerer = Answerer(
        counter.attendant,
        counter.seen,
        counter.clock,
        client,
        lambda: secrets.token_hex(8),
        counter.public_url,
    )
    listener = Listener(answerer, counter.kept, counter.leaving, counter.extension, work)
    app.router.add_post(MESSAGES, endpoint(guard, listener.taken))

    async def alive(_: web.Application) -> AsyncIterator[None]:
        async with client:
            yield
            await work.finish(PATIENCE_AT_THE_END)

    app.cleanup_ctx.append(alive)
