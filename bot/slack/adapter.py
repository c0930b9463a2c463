"""Slack: what arrives is handed to the attendant, and its replies are posted where they belong.

Socket Mode where an app token is given, HTTP where a signing secret is, or both at once.
"""

import logging
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field

import aiohttp
from aiohttp import web
from slack_bolt.app.async_app import AsyncApp

from bot.errors import SettingsError
from bot.ports import Attendant, Clock, SeenDeliveries
from bot.slack.account import UNREACHABLE, Account, People, told
from bot.slack.answer import Answerer
from bot.slack.client import web_client
from bot.slack.http import PATH, endpoint
from bot.slack.listeners import Listeners, listening
from bot.slack.send import rate_limit_only
from bot.slack.showing import Showing
from bot.slack.socket import connected
from bot.slack.work import Work

log = logging.getLogger(__name__)

REQUEST_TIMEOUT = aiohttp.ClientTimeout(total=30)
PATIENCE_AT_THE_END = 5.0
"""Seconds that answers under way are given when the bot stops."""


@dataclass(frozen=True, slots=True)
class SlackOptions:
    """How to reach Slack; the secrets are never shown.

    ``api_url`` is the Web API's base address where it is not slack.com. ``pause`` is the
    seconds between looks at the socket and between attempts to open it.
    """

    bot_token: str = field(repr=False)
    app_token: str | None = field(default=None, repr=False)
    signing_secret: str | None = field(default=None, repr=False)
    api_url: str | None = None
    pause: float = 10.0


def mount(
    app: web.Application,
    options: SlackOptions,
    attendant: Attendant,
    seen: SeenDeliveries,
    clock: Clock,
) -> None:
    """Let ``app`` answer on Slack for as long as it runs. Raises `SettingsError`."""
    if not options.app_token and not options.signing_secret:
        raise SettingsError("Set SLACK_APP_TOKEN for Socket Mode or SLACK_SIGNING_SECRET for HTTP.")
    client = web_client(options.bot_token, options.api_url, rate_limit_only())
    account, work = Account(client), Work()
    answerer = Answerer(client, People(client), attendant, seen, clock, Showing(client))
    listeners = Listeners(account, answerer, work)
    bolt = listening(client, listeners, options.signing_secret or "")
    if options.signing_secret:
        app.router.add_post(PATH, endpoint(bolt, options.signing_secret))

    async def alive(_: web.Application) -> AsyncIterator[None]:
        async with aiohttp.ClientSession(timeout=REQUEST_TIMEOUT) as client.session:
            work.start(_check(account))
            async with _maybe_connected(bolt, options):
                yield
            await work.finish(PATIENCE_AT_THE_END)

    app.cleanup_ctx.append(alive)


async def _check(account: Account) -> None:
    """Look at the bot's account without keeping anybody waiting."""
    try:
        await account.check()
    except UNREACHABLE as error:
        log.warning("Slack does not know the bot, or cannot be reached: %s", told(error))


@asynccontextmanager
async def _maybe_connected(bolt: AsyncApp, options: SlackOptions) -> AsyncIterator[None]:
    async with AsyncExitStack() as stack:
        if options.app_token:
            await stack.enter_async_context(connected(bolt, options.app_token, options.pause))
        yield
