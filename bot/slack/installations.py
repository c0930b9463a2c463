"""Installations of the bot in our store, by Slack's own library on tables of our own.

The tables come with the store's migrations and are never made here.
"""

from datetime import UTC, datetime

from slack_bolt.error import BoltError
from slack_sdk.oauth.installation_store import Bot, Installation
from slack_sdk.oauth.installation_store.sqlalchemy import AsyncSQLAlchemyInstallationStore
from slack_sdk.oauth.state_store.sqlalchemy import AsyncSQLAlchemyOAuthStateStore
from sqlalchemy.ext.asyncio import AsyncEngine

from bot.slack.discretion import library_logger

BOTS, STATES = "slack_bot", "slack_state"
EXPIRATION = 600
"""Seconds that somebody may take to install the bot once they have begun."""


class Installations(AsyncSQLAlchemyInstallationStore):
    """One bot a workspace: the newest, and nothing of whoever installed it."""

    def __init__(self, engine: AsyncEngine, client_id: str) -> None:
        super().__init__(client_id, engine, bots_table_name=BOTS, logger=library_logger())

    async def of(self, workspace: str) -> Bot | None:
        """The bot of a workspace."""
        return await self.async_find_bot(enterprise_id=None, team_id=workspace)

    async def async_save(self, installation: Installation) -> None:
        """Keep its bot alone. Raises `BoltError` for a whole organisation.

        A workspace is told by its id alone: who writes to it later knows no organisation.
        """
        if installation.is_enterprise_install or not installation.team_id:
            raise BoltError("The bot is installed in workspaces, not in organisations.")
        bot = installation.to_bot()
        bot.enterprise_id = None
        await self.async_save_bot(bot)
        await self._drop_others(bot)

    async def _drop_others(self, bot: Bot) -> None:
        kept = datetime.fromtimestamp(bot.installed_at, UTC).replace(tzinfo=None)
        column = self.bots.c
        older = self.bots.delete().where(
            column.client_id == self.client_id,
            column.team_id == bot.team_id,
            column.installed_at < kept,
        )
        async with self.engine.begin() as connection:
            await connection.execute(older)


class States(AsyncSQLAlchemyOAuthStateStore):
    """What an installation is recognised by when it comes back; what is over is deleted."""

    def __init__(self, engine: AsyncEngine) -> None:
        super().__init__(EXPIRATION, engine, library_logger(), STATES)

    async def async_issue(self, *_: object, **__: object) -> str:
        """A new one. Whoever likes can have one, so that nothing of them may pile up."""
        now = datetime.now(UTC).replace(tzinfo=None)  # noqa: TID251 - as the library has it
        async with self.engine.begin() as connection:
            column = self.oauth_states.c
            await connection.execute(self.oauth_states.delete().where(column.expire_at < now))
        return str(await super().async_issue())
