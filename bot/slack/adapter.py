"""Slack: what arrives is handed to the attendant, and its replies are posted where they belong.

Socket Mode where an app token is given, HTTP where a signing secret is, or both at once.
"""

from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass

import aiohttp
from aiohttp import web
from slack_bolt.app.async_app import AsyncApp

from bot.adapting.work import Work
from bot.errors import SettingsError
from bot.ports import Attendant, Belongings, Clock, SeenDeliveries
from bot.slack import installing
from bot.slack.account import Account, People
from bot.slack.answer import Answerer
from bot.slack.client import Clients
from bot.slack.hearing import Hearing
from bot.slack.http import PATH, endpoint
from bot.slack.leaving import Leaving
from bot.slack.listeners import Listeners, listening
from bot.slack.options import SlackOptions
from bot.slack.showing import Showing
from bot.slack.socket import connected
from bot.slack.tokens import Tokens, tokens_for
from bot.slack.workspaces import (
    InstalledWorkspaces,
    OneWorkspace,
    Workspace,
    Workspaces,
    look_at,
)

__all__ = ["Counter", "SlackOptions", "mount", "tokens_for"]

REQUEST_TIMEOUT = aiohttp.ClientTimeout(total=30)
PATIENCE_AT_THE_END = 5.0
"""Seconds that answers under way are given when the bot stops."""


@dataclass(frozen=True, slots=True)
class Counter:
    """What the bot answers with, whatever the workspace."""

    attendant: Attendant
    seen: SeenDeliveries
    belongings: Belongings
    clock: Clock


def mount(
    app: web.Application, options: SlackOptions, counter: Counter, tokens: Tokens | None = None
) -> Hearing:
    """Let ``app`` answer on Slack for as long as it runs; how well Slack is heard meanwhile.

    Raises `SettingsError`.
    """
    if not options.app_token and not options.signing_secret:
        raise SettingsError("Set SLACK_APP_TOKEN for Socket Mode or SLACK_SIGNING_SECRET for HTTP.")
    tokens, work = tokens or tokens_for(options, counter.clock), Work()
    hearing = Hearing(options.patience, options.silence)
    made = Clients(options.api_url, options.gap, hearing.wrote)
    workspaces = _workspaces(options, counter, tokens, made, work)
    leaving = Leaving(counter.belongings, tokens, workspaces)
    own = made.make(options.bot_token or None)
    bolt = listening(own, Listeners(workspaces, leaving, work, own), options.signing_secret or "")
    if options.signing_secret:
        app.router.add_post(PATH, endpoint(bolt, options.signing_secret, hearing))
    if options.installing:
        installing.mount(app, options.installing, own)

    async def alive(_: web.Application) -> AsyncIterator[None]:
        async with aiohttp.ClientSession(timeout=REQUEST_TIMEOUT) as session:
            made.share(session)
            if isinstance(workspaces, OneWorkspace):
                work.start(look_at(workspaces.only.account))
            async with _maybe_connected(bolt, options, hearing):
                yield
            await work.finish(PATIENCE_AT_THE_END)

    app.cleanup_ctx.append(alive)
    return hearing


def _workspaces(
    options: SlackOptions, counter: Counter, tokens: Tokens, made: Clients, work: Work
) -> Workspaces:
    def making(named: str) -> Workspace:
        client = made.make(options.bot_token or None)
        answerer = Answerer(
            client,
            People(client),
            counter.attendant,
            counter.seen,
            counter.clock,
            Showing(client),
        )
        return Workspace(client, Account(client, named), answerer)

    if options.installing is None:
        return OneWorkspace(making(""))
    return InstalledWorkspaces(tokens, making, work)


@asynccontextmanager
async def _maybe_connected(
    bolt: AsyncApp, options: SlackOptions, hearing: Hearing
) -> AsyncIterator[None]:
    async with AsyncExitStack() as stack:
        if options.app_token:
            socket = connected(bolt, options.app_token, options.pause, hearing)
            await stack.enter_async_context(socket)
        yield
