"""The token for a workspace: the one from the settings, or that of an installation."""

import asyncio
import logging
from abc import abstractmethod
from collections import defaultdict
from dataclasses import dataclass, field
from typing import Protocol

from slack_sdk.errors import SlackTokenRotationError
from slack_sdk.oauth.installation_store import Bot
from slack_sdk.oauth.token_rotation.async_rotator import AsyncTokenRotator
from sqlalchemy.exc import SQLAlchemyError

from bot.errors import NotSentError, RefusedError
from bot.ports import Clock
from bot.slack.account import UNREACHABLE, told
from bot.slack.client import rate_limit_only, web_client
from bot.slack.installations import Installations
from bot.slack.options import SlackOptions

log = logging.getLogger(__name__)
FRESH = 60.0
"""Seconds for which a token is used without a look at the store: another process may have changed
it, or the workspace may have left."""
AHEAD = 120
"""Minutes before its end that a token is exchanged; it goes on to be good meanwhile."""
NOT_INSTALLED = "not_installed"
NO_TOKEN = "token_unavailable"  # noqa: S105 - a word for logs
STORE_FAILURES = (SQLAlchemyError, OSError, TimeoutError)


class Tokens(Protocol):
    """Knows the token for each workspace the bot is installed in."""

    @abstractmethod
    async def of(self, workspace: str) -> str:
        """The token for the workspace with this id.

        Raises `RefusedError` where the bot is not installed, and `NotSentError` where it cannot be
        told now.
        """

    @abstractmethod
    async def installed_since(self, workspace: str, moment: float) -> bool:
        """Whether the workspace installed the bot after ``moment``, in seconds since 1970.

        Raises `NotSentError` where it cannot be told now.
        """

    @abstractmethod
    def forget(self, workspace: str) -> None:
        """The workspace has left: keep nothing of it."""


@dataclass(frozen=True, slots=True)
class OneToken(Tokens):
    """The token of a single workspace, whichever that is."""

    token: str = field(repr=False)

    async def of(self, _: str) -> str:
        """The token."""
        return self.token

    async def installed_since(self, _: str, __: float) -> bool:
        """Never: it was installed before the bot was started."""
        return False

    def forget(self, _: str) -> None:
        """Nothing: the settings hold it."""


@dataclass(slots=True)
class _Kept:
    """A token, until the loop's time at which it is looked up again."""

    bot: Bot
    until: float
    saved: bool = True


class InstalledTokens(Tokens):
    """Tokens of installations, exchanged for new ones when it is time (token rotation)."""

    def __init__(
        self,
        installations: Installations,
        rotator: AsyncTokenRotator,
        clock: Clock,
        fresh: float = FRESH,
    ) -> None:
        self._installations = installations
        self._rotator = rotator
        self._clock = clock
        self._fresh = fresh
        self._kept: dict[str, _Kept] = {}
        self._looking: set[asyncio.Task[_Kept]] = set()
        self._locks: defaultdict[str, asyncio.Lock] = defaultdict(asyncio.Lock)

    async def of(self, workspace: str) -> str:
        """As `Tokens.of`."""
        kept = self._fresh_one(workspace)
        if kept is None:
            # Whoever asks may give up waiting; a token that was just exchanged must not be lost.
            looking = asyncio.create_task(self._looked_up_in_turn(workspace))
            self._looking.add(looking)
            looking.add_done_callback(self._looking.discard)
            kept = await asyncio.shield(looking)
        return str(kept.bot.bot_token)

    async def installed_since(self, workspace: str, moment: float) -> bool:
        """As `Tokens.installed_since`."""
        bot = await self._found(workspace)
        return bot is not None and bot.installed_at > moment

    def forget(self, workspace: str) -> None:
        """As `Tokens.forget`."""
        self._kept.pop(workspace, None)
        self._locks.pop(workspace, None)

    def _fresh_one(self, workspace: str) -> _Kept | None:
        kept = self._kept.get(workspace)
        return kept if kept and kept.until > asyncio.get_running_loop().time() else None

    async def _looked_up_in_turn(self, workspace: str) -> _Kept:
        async with self._locks[workspace]:
            return self._fresh_one(workspace) or await self._looked_up(workspace)

    async def _looked_up(self, workspace: str) -> _Kept:
        known = self._kept.get(workspace)
        if known and not known.saved:
            return self._keep(workspace, known.bot, saved=await self._saved(known.bot))
        bot = await self._found(workspace)
        if bot is None:
            self.forget(workspace)
            raise RefusedError(NOT_INSTALLED)
        try:
            new = await self._rotator.perform_bot_token_rotation(
                bot=bot, minutes_before_expiration=AHEAD
            )
        except SlackTokenRotationError as error:
            return self._keep(workspace, await self._instead(bot, told(error.api_error)))
        except UNREACHABLE as error:
            return self._keep(workspace, await self._instead(bot, told(error)))
        if new is None:
            return self._keep(workspace, bot)
        return self._keep(workspace, new, saved=await self._saved(new))

    def _keep(self, workspace: str, bot: Bot, *, saved: bool = True) -> _Kept:
        until = asyncio.get_running_loop().time() + self._fresh
        self._kept[workspace] = kept = _Kept(bot, until, saved)
        return kept

    async def _found(self, workspace: str) -> Bot | None:
        try:
            return await self._installations.of(workspace)
        except STORE_FAILURES as error:
            log.warning("A token cannot be looked up: %s", type(error).__name__)
            if known := self._kept.get(workspace):
                return known.bot
            raise NotSentError(NO_TOKEN) from None

    async def _instead(self, bot: Bot, why: str) -> Bot:
        """What to go on with where the token was not exchanged."""
        # Whoever shares the store may have done it at this moment: a token is exchanged only once.
        known = await self._found(str(bot.team_id)) or bot
        if known.bot_token == bot.bot_token:
            log.error("The token of workspace %s was not exchanged: %s", bot.team_id, why)
        ends = known.bot_token_expires_at
        if ends is not None and ends <= self._clock.now().timestamp():
            raise NotSentError(NO_TOKEN)
        return known

    async def _saved(self, bot: Bot) -> bool:
        """Whether the store has it. The old one is of no use any more, so this one must not go."""
        try:
            await self._installations.async_save_bot(bot)
        except STORE_FAILURES as error:
            why = type(error).__name__  # its words may hold the token
            log.error("The new token of workspace %s was not kept: %s", bot.team_id, why)  # noqa: TRY400
            return False
        return True


def tokens_for(options: SlackOptions, clock: Clock) -> Tokens:
    """The tokens of the workspaces, to be shared by all who speak to them in this process."""
    if options.installing is None:
        return OneToken(options.bot_token)
    chosen = options.installing
    rotator = AsyncTokenRotator(
        client=web_client(None, options.api_url, rate_limit_only()),
        client_id=chosen.client_id,
        client_secret=chosen.client_secret,
    )
    return InstalledTokens(Installations(chosen.engine, chosen.client_id), rotator, clock)
