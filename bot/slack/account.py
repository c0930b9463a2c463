"""What the bot knows of itself and of the people who write to it, asked of Slack once."""

import asyncio
import logging
from collections import OrderedDict
from dataclasses import dataclass, field

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


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody's language, None where it is neither of ours, and what they are called."""

    language: Language | None = None
    name: str = field(default="", repr=False)


class People:
    """What people have set in Slack, remembered for the most recent of them."""

    def __init__(self, client: AsyncWebClient) -> None:
        self._client = client
        self._people: OrderedDict[str, Person] = OrderedDict()

    async def language(self, user: str) -> Language | None:
        """The person's language; None where it is neither of ours or Slack does not tell."""
        return (await self._person(user)).language

    async def name(self, user: str) -> str:
        """What the person is called; empty where Slack does not tell."""
        return (await self._person(user)).name

    async def _person(self, user: str) -> Person:
        if user not in self._people:
            try:
                async with asyncio.timeout(PATIENCE):
                    self._remember(user, await self._ask(user))
            except UNREACHABLE as error:
                log.info("A person's settings are not known: %s", told(error))
                return Person()
        self._people.move_to_end(user)
        return self._people[user]

    def _remember(self, user: str, person: Person) -> None:
        self._people[user] = person
        while len(self._people) > MOST_PEOPLE:
            self._people.popitem(last=False)

    async def _ask(self, user: str) -> Person:
        response = await self._client.users_info(user=user, include_locale=True)
        found = response.get("user")
        person = found if isinstance(found, dict) else {}
        name = person.get("real_name")
        language = _LANGUAGES.get(str(person.get("locale"))[:2])
        return Person(language, name if isinstance(name, str) else "")
