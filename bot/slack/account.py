"""What the bot knows of itself and of the people who write to it, asked of Slack once."""

import asyncio
import logging
from collections import OrderedDict

import aiohttp
from slack_sdk.errors import SlackApiError, SlackClientError
from slack_sdk.web.async_client import AsyncWebClient
from slack_sdk.web.async_slack_response import AsyncSlackResponse

from bot.reply import Language
from bot.slack.scopes import SCOPES

log = logging.getLogger(__name__)

PATIENCE = 1.0
"""Seconds a question waits for what is good to know but not needed."""
MOST_PEOPLE = 1000
_LANGUAGES = {"da": Language.DANISH, "en": Language.ENGLISH}
UNREACHABLE = (SlackClientError, aiohttp.ClientError, TimeoutError, OSError)
"""What a call of Slack's Web API may end with, through no fault of the bot."""


def told(error: Exception) -> str:
    """What Slack calls the error, or its kind where Slack did not answer."""
    response = error.response if isinstance(error, SlackApiError) else None
    code = response.get("error") if isinstance(response, AsyncSlackResponse) else None
    return str(code or type(error).__name__)


class Account:
    """The bot's own account in a workspace, named in logs where there are several."""

    def __init__(self, client: AsyncWebClient, workspace: str = "") -> None:
        self._client = client
        self._where = f" in workspace {workspace}" if workspace else ""
        self._user_id = ""

    async def user_id(self) -> str:
        """The bot's user id, or nothing where Slack does not tell in time."""
        if not self._user_id:
            try:
                await asyncio.wait_for(self.check(), PATIENCE)
            except UNREACHABLE as error:
                log.warning("The bot's user id is not known yet: %s", told(error))
        return self._user_id

    async def check(self) -> None:
        """Learn the user id and log scopes that are missing. Raises one of `UNREACHABLE`."""
        response = await self._client.auth_test()
        self._user_id = str(response.get("user_id", ""))
        headers = {name.lower(): value for name, value in response.headers.items()}
        granted = {scope.strip() for scope in headers.get("x-oauth-scopes", "").split(",")}
        if missing := sorted(SCOPES - granted):
            lacking = ", ".join(missing)
            log.error("Slack scopes are missing%s: %s. Reinstall the app.", self._where, lacking)


class People:
    """The languages people have set in Slack, remembered for the most recent of them."""

    def __init__(self, client: AsyncWebClient) -> None:
        self._client = client
        self._languages: OrderedDict[str, Language | None] = OrderedDict()

    async def language(self, user: str) -> Language | None:
        """The person's language; None where it is neither of ours or Slack does not tell."""
        if user not in self._languages:
            try:
                self._remember(user, await asyncio.wait_for(self._ask(user), PATIENCE))
            except UNREACHABLE as error:
                log.info("A person's language is not known: %s", told(error))
                return None
        self._languages.move_to_end(user)
        return self._languages[user]

    def _remember(self, user: str, language: Language | None) -> None:
        self._languages[user] = language
        while len(self._languages) > MOST_PEOPLE:
            self._languages.popitem(last=False)

    async def _ask(self, user: str) -> Language | None:
        response = await self._client.users_info(user=user, include_locale=True)
        person = response.get("user")
        locale = str(person.get("locale")) if isinstance(person, dict) else ""
        return _LANGUAGES.get(locale[:2])
