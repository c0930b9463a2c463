"""A workspace that ends it with the bot: what is kept of it goes."""

import asyncio
import logging
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from bot.errors import RainError
from bot.ports import Belongings
from bot.slack import whose
from bot.slack.tokens import Tokens
from bot.slack.workspaces import Workspaces

log = logging.getLogger(__name__)
EVENTS = ("app_uninstalled", "tokens_revoked")
"""The event types that end it; the manifest subscribes to them."""
PAUSES = (0.0, 2.0, 10.0, 60.0, 300.0, 1800.0)
"""Seconds before each attempt: Slack was told that it arrived, and does not say it again."""


@dataclass(frozen=True, slots=True)
class Leaving:
    """Deletes what belonged to workspaces that left."""

    belongings: Belongings
    tokens: Tokens
    workspaces: Workspaces
    pauses: tuple[float, ...] = PAUSES

    async def left(self, body: Mapping[str, Any]) -> None:
        """The bot was uninstalled, or its token revoked."""
        workspace, moment = whose.workspace(body), body.get("event_time")
        if not workspace or not _ends(body):
            return
        for pause in self.pauses:
            await asyncio.sleep(pause)
            try:
                await self._forget(workspace, moment if isinstance(moment, int) else None)
            except RainError as error:
                log.warning(
                    "What belongs to workspace %s was not deleted yet: %s", workspace, error
                )
            else:
                return
        log.error("What belongs to workspace %s was not deleted; it left the bot.", workspace)

    async def _forget(self, workspace: str, moment: int | None) -> None:
        # Slack may say it late, when the workspace has installed the bot again.
        if moment is not None and await self.tokens.installed_since(workspace, moment):
            log.info("Workspace %s left the bot, and came back before that was heard.", workspace)
            return
        await self.belongings.forget("slack", workspace)
        self.workspaces.forget(workspace)
        log.info("Workspace %s left the bot; what belonged to it is deleted.", workspace)


def _ends(body: Mapping[str, Any]) -> bool:
    """Whether it is the end: tokens of people are none of the bot's."""
    event = body.get("event")
    if not isinstance(event, dict) or event.get("type") not in EVENTS:
        return False
    if event["type"] == "app_uninstalled":
        return True
    tokens = event.get("tokens")
    return isinstance(tokens, dict) and bool(tokens.get("bot"))
