"""What the bot has in each workspace: a client, its own account there, whoever answers."""

import logging
from abc import abstractmethod
from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from slack_sdk.web.async_client import AsyncWebClient

from bot.adapting.work import Work
from bot.slack.account import UNREACHABLE, Account, told
from bot.slack.answer import Answerer
from bot.slack.tokens import Tokens

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Workspace:
    """A workspace; its client has the token that is good now."""

    client: AsyncWebClient
    account: Account
    answerer: Answerer


class Workspaces(Protocol):
    """The workspaces that something may be received for."""

    @abstractmethod
    async def of(self, workspace: str) -> Workspace:
        """The workspace with this id. Raises what `Tokens.of` raises."""

    @abstractmethod
    def forget(self, workspace: str) -> None:
        """The workspace has left."""


@dataclass(frozen=True, slots=True)
class OneWorkspace(Workspaces):
    """The only one, whatever its id."""

    only: Workspace

    async def of(self, _: str) -> Workspace:
        """The only one."""
        return self.only

    def forget(self, _: str) -> None:
        """Nothing: the settings hold its token."""


class InstalledWorkspaces(Workspaces):
    """Those with an installation, each made when it is first needed.

    ``making`` makes one, whose client gets its token here. A new one is looked at in the
    background, so that what it lacks is named.
    """

    def __init__(self, tokens: Tokens, making: Callable[[str], Workspace], work: Work) -> None:
        self._tokens = tokens
        self._making = making
        self._work = work
        self._made: dict[str, Workspace] = {}

    async def of(self, workspace: str) -> Workspace:
        """As `Workspaces.of`."""
        token = await self._tokens.of(workspace)
        found = self._made.get(workspace)
        if found is None:
            found = self._made[workspace] = self._making(workspace)
            self._work.start(look_at(found.account))
        found.client.token = token
        return found

    def forget(self, workspace: str) -> None:
        """As `Workspaces.forget`."""
        self._tokens.forget(workspace)
        self._made.pop(workspace, None)


async def look_at(account: Account) -> None:
    """See what the bot may do there, and say what it may not."""
    try:
        await account.check()
    except UNREACHABLE as error:
        log.warning("Slack does not know the bot, or cannot be reached: %s", told(error))
