"""Bolt's listeners: each tells Slack at once that its delivery arrived, and works afterwards."""

import re
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any

from slack_bolt.app.async_app import AsyncApp
from slack_bolt.authorization import AuthorizeResult
from slack_bolt.context.ack.async_ack import AsyncAck
from slack_sdk.web.async_client import AsyncWebClient

from bot.slack import inbound
from bot.slack.account import Account
from bot.slack.answer import Answerer
from bot.slack.work import Work
from bot.wording.slack import UNKNOWN_BUTTON, UNKNOWN_COMMAND

_ANY = re.compile(r".*", re.DOTALL)
Body = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Listeners:
    """What happens when something arrives from Slack."""

    account: Account
    answerer: Answerer
    work: Work

    def register(self, app: AsyncApp) -> None:
        """Listen to everything, so that Slack never hears that something is unknown here."""
        for name in inbound.EVENTS:
            app.event(name)(self.written)
        app.event(_ANY)(self.ignored)
        for name in inbound.COMMANDS:
            app.command(name, middleware=[_receipted])(self.commanded)
        app.command(_ANY, middleware=[_receipted])(self.unknown_command)
        app.action(_ANY, middleware=[_receipted])(self.pressed)

    async def written(self, ack: AsyncAck, body: Body) -> None:
        """A mention or a message."""
        await ack()
        self.work.start(self._answer_message(body))

    async def ignored(self, ack: AsyncAck) -> None:
        """An event that is not for the bot."""
        await ack()

    async def commanded(self, ack: AsyncAck, body: Body) -> None:
        """One of the bot's slash commands."""
        await ack()
        self.work.start(self.answerer.answer(inbound.command(body)))

    async def unknown_command(self, ack: AsyncAck, body: Body) -> None:
        """A slash command that leads here and that the bot does not have."""
        await ack()
        self.work.start(self.answerer.say(inbound.command(body), UNKNOWN_COMMAND))

    async def pressed(self, ack: AsyncAck, body: Body) -> None:
        """A button."""
        await ack()
        asked = inbound.pressed(body)
        if asked is None:
            return
        if asked.press is None:
            self.work.start(self.answerer.say(asked, UNKNOWN_BUTTON))
        else:
            self.work.start(self.answerer.answer(asked))

    async def _answer_message(self, body: Body) -> None:
        own_id = inbound.own_id(body) or await self.account.user_id()
        asked = inbound.message(body, own_id)
        if asked is not None:
            await self.answerer.answer(asked)


async def _receipted(ack: AsyncAck, next_: Callable[[], Awaitable[None]]) -> None:
    """Send the receipt before the listener runs, which Bolt otherwise looks for every 10 ms."""
    await ack()
    await next_()


def listening(client: AsyncWebClient, listeners: Listeners, signing_secret: str) -> AsyncApp:
    """The Bolt application with the listeners in it."""

    async def authorize(enterprise_id: str | None, team_id: str | None) -> AuthorizeResult:
        # Bolt's own way asks Slack before the receipt is sent, and late receipts are retried.
        return AuthorizeResult(enterprise_id=enterprise_id, team_id=team_id, bot_token=client.token)

    nameless = AsyncWebClient(base_url=client.base_url, logger=client.logger)
    app = AsyncApp(
        name="rain-bot",
        logger=client.logger,
        client=nameless,
        authorize=authorize,
        signing_secret=signing_secret,
    )
    listeners.register(app)
    return app
