"""Bolt's listeners: each tells Slack at once that its delivery arrived, and works afterwards."""

import logging
import re
from collections.abc import Awaitable, Callable
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any

from slack_bolt.app.async_app import AsyncApp
from slack_bolt.authorization import AuthorizeResult
from slack_bolt.context.ack.async_ack import AsyncAck
from slack_sdk.web.async_client import AsyncWebClient

from bot.adapting.work import Work
from bot.errors import PostingError
from bot.reply import Language
from bot.slack import inbound, interactions, leaving, views, whose
from bot.slack.asked import Asked
from bot.slack.doubles import Doubles
from bot.slack.leaving import Leaving
from bot.slack.render import sentence
from bot.slack.send import NotPostedError, post
from bot.slack.workspaces import Workspace, Workspaces
from bot.wording.adapting import UNKNOWN_BUTTON
from bot.wording.phrase import Phrase
from bot.wording.slack import NOT_CONNECTED, UNKNOWN_COMMAND

log = logging.getLogger(__name__)
_ANY = re.compile(r".*", re.DOTALL)
Body = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Listeners:
    """What happens when something arrives from Slack."""

    workspaces: Workspaces
    leaving: Leaving
    work: Work
    nameless: AsyncWebClient
    doubles: Doubles = field(default_factory=Doubles)

    def register(self, app: AsyncApp) -> None:
        """Listen to everything, so that Slack never hears that something is unknown here.

        Bolt asks one after the other whether a delivery is for it: what comes often goes first.
        """
        for name in inbound.EVENTS:
            app.event(name)(self.written)
        for name in inbound.COMMANDS:
            app.command(name, middleware=[_receipted])(self.commanded)
        app.action(_ANY, middleware=[_receipted])(self.pressed)
        app.event(inbound.OPENED)(self.opened)
        for name in leaving.EVENTS:
            app.event(name)(self.left)
        app.event(_ANY)(self.ignored)
        app.command(_ANY, middleware=[_receipted])(self.unknown_command)
        app.view(_ANY)(self.submitted)  # its receipt says what stands in its window meanwhile
        app.shortcut(inbound.ABOUT_MESSAGE, middleware=[_receipted])(self.asked_about)
        app.shortcut(_ANY, middleware=[_receipted])(self.ignored)

    async def written(self, ack: AsyncAck, body: Body) -> None:
        """A mention or a message."""
        await ack()
        self.work.start(self._answer_message(body))

    async def left(self, ack: AsyncAck, body: Body) -> None:
        """A workspace ended it."""
        await ack()
        self.work.start(self.leaving.left(body))

    async def opened(self, ack: AsyncAck, body: Body) -> None:
        """Somebody opened the bot's own page, or their conversation with it."""
        await ack()
        asked = inbound.opened(body)
        if asked is not None:
            self.work.start(self._answer(asked) if asked.view else self._suggest(asked))

    async def ignored(self, ack: AsyncAck) -> None:
        """Something that is not for the bot."""
        await ack()

    async def commanded(self, ack: AsyncAck, body: Body) -> None:
        """One of the bot's slash commands."""
        await ack()
        self.work.start(self._answer(inbound.command(body)))

    async def unknown_command(self, ack: AsyncAck, body: Body) -> None:
        """A slash command that leads here and that the bot does not have."""
        await ack()
        self.work.start(self._say(inbound.command(body), UNKNOWN_COMMAND))

    async def pressed(self, ack: AsyncAck, body: Body) -> None:
        """A button, a menu or a box."""
        await ack()
        asked = interactions.pressed(body)
        if asked is None or self.doubles.again(body):
            return
        if asked.press is None:
            self.work.start(self._say(asked, UNKNOWN_BUTTON))
        else:
            self.work.start(self._answer(asked))

    async def submitted(self, ack: AsyncAck, body: Body) -> None:
        """A form; its window stays, and says so, until the reply is there."""
        asked = interactions.submitted(body)
        kept = interactions.kept_in(body)
        if asked is None or kept is None:
            await ack()
            return
        await ack(response_action="update", view=views.working(kept))
        self.work.start(self._answer(asked))

    async def asked_about(self, ack: AsyncAck, body: Body) -> None:
        """A message that somebody wants to ask the bot about."""
        await ack()
        self.work.start(self._answer(interactions.shortcut(body)))

    async def _answer_message(self, body: Body) -> None:
        try:
            workspace = await self.workspaces.of(whose.workspace(body))
        except PostingError as error:
            _log_unanswered(whose.workspace(body), error)
            return
        own_id = inbound.own_id(body) or await workspace.account.user_id()
        asked = inbound.message(body, own_id)
        if asked is not None:
            await workspace.answerer.answer(asked)

    async def _answer(self, asked: Asked) -> None:
        if workspace := await self._workspace(asked):
            await workspace.answerer.answer(asked)

    async def _suggest(self, asked: Asked) -> None:
        if workspace := await self._workspace(asked):
            await workspace.answerer.suggest(asked)

    async def _say(self, asked: Asked, phrase: Phrase) -> None:
        if workspace := await self._workspace(asked):
            await workspace.answerer.say(asked, phrase)

    async def _workspace(self, asked: Asked) -> Workspace | None:
        """The workspace; where there is no token for it, the asker is told if that needs none."""
        try:
            return await self.workspaces.of(asked.team)
        except PostingError as error:
            _log_unanswered(asked.team, error)
        if asked.place.response_url:
            told = sentence(NOT_CONNECTED.say(Language.DANISH))
            with suppress(NotPostedError):
                await post(self.nameless, asked.place, told)
        return None


def _log_unanswered(workspace: str, error: PostingError) -> None:
    log.error("Workspace %s cannot be answered: %s", workspace, error.reason)


async def _receipted(ack: AsyncAck, next_: Callable[[], Awaitable[None]]) -> None:
    """Send the receipt before the listener runs, which Bolt otherwise looks for every 10 ms."""
    await ack()
    await next_()


def listening(client: AsyncWebClient, listeners: Listeners, signing_secret: str) -> AsyncApp:
    """The Bolt application with the listeners in it."""

    async def authorize(enterprise_id: str | None, team_id: str | None) -> AuthorizeResult:
        # Bolt's own way asks Slack before the receipt is sent, and late receipts are retried. Where
        # there are many workspaces, whoever answers finds the token afterwards.
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
