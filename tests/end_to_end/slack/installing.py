"""Somebody with a browser who installs the bot in a workspace."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from urllib.parse import parse_qs, urlsplit

import aiohttp

from bot.slack.options import InstallOptions
from bot.store.belongings import DatabaseBelongings
from bot.store.database import Database
from tests.fakes.slack_oauth import CLIENT_ID, CLIENT_SECRET
from tests.fakes.slack_server import Json, SlackServer
from tests.fakes.slack_workspace import Workspace

PUBLIC = "https://rain.example.org"


@asynccontextmanager
async def serving_many(
    server: SlackServer, database: Database, **changes: object
) -> AsyncIterator[Workspace]:
    """The bot as any workspace can install it."""
    installing = InstallOptions(CLIENT_ID, CLIENT_SECRET, PUBLIC, database.engine)
    workspace = Workspace(server, "http", bot_token="", installing=installing, **changes)
    workspace.belongings = DatabaseBelongings(database)
    async with workspace.running() as slack:
        yield slack


@dataclass(frozen=True)
class Page:
    """What the browser shows."""

    status: int
    text: str


@dataclass(frozen=True)
class Begun:
    """An installation that leads to Slack."""

    address: str
    asked: dict[str, list[str]]
    cookie: str

    @property
    def state(self) -> str:
        return self.asked["state"][0]


async def begin(slack: Workspace, query: str = "") -> Begun:
    """Go to the page that leads to Slack."""
    url = slack.url.replace("/slack/events", f"/slack/install{query}")
    async with (
        aiohttp.ClientSession() as session,
        session.get(url, allow_redirects=False) as response,
    ):
        assert response.status == 302
        address = response.headers["Location"]
        cookie = response.headers["Set-Cookie"]
    assert "Secure" in cookie
    assert "HttpOnly" in cookie
    return Begun(address, parse_qs(urlsplit(address).query), cookie.partition(";")[0])


async def come_back(slack: Workspace, cookie: str = "", language: str = "", **query: str) -> Page:
    """Come back from Slack with this in the address."""
    url = slack.url.replace("/slack/events", "/slack/oauth_redirect")
    headers = {"Cookie": cookie, "Accept-Language": language}
    headers = {name: value for name, value in headers.items() if value}
    async with (
        aiohttp.ClientSession() as session,
        session.get(url, params=query, headers=headers) as response,
    ):
        return Page(response.status, await response.text())


async def install(slack: Workspace, team: str) -> Page:
    """Install the bot in a workspace, as somebody there who agrees."""
    begun = await begin(slack)
    code = slack.server.oauth.code(team)
    return await come_back(slack, begun.cookie, code=code, state=begun.state)


def of(team: str, payload: Json) -> Json:
    """The same, delivered for another workspace."""
    changed = payload | {"team_id": team}
    if "authorizations" in payload:
        changed["authorizations"] = [payload["authorizations"][0] | {"team_id": team}]
    if "team" in payload:
        changed["team"] = {"id": team}
    return changed
