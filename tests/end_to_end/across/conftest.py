"""The whole bot on Slack and in Teams at once."""

from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import aiohttp
import pytest

from tests.end_to_end.slack.test_real_answers import wired
from tests.fakes.responder import RunningClock
from tests.fakes.slack_server import SlackServer
from tests.fakes.slack_workspace import ANNA, Workspace
from tests.fakes.teams_cards import pressed
from tests.fakes.teams_people import Person, Spot
from tests.fakes.teams_server import Post, TeamsServer

Json = dict[str, Any]
OWNERS = "C0OWNERS"
BO = "U0BO"
"""Who answers in Slack."""


@dataclass
class Teams:
    """Teams with the bot in it."""

    server: TeamsServer
    session: aiohttp.ClientSession
    url: str
    seen: list[Post] = field(default_factory=list)

    async def do(self, activity: Json) -> Json:
        """Tell the bot what somebody did; its answer."""
        async with self.session.post(f"{self.url}/api/messages", json=activity) as response:
            assert response.status == 200
            return await response.json() if response.content_length else {}

    async def write(self, person: Person, where: Spot, text: str) -> Post:
        """Somebody writes; what the bot writes next."""
        await self.do(person.at(self.server.service).message(where, text))
        return await self.server.next_post()

    async def press(
        self, person: Person, where: Spot, card: Json, title: str, **filled: str
    ) -> Json:
        """Somebody presses a button of a card; the card that comes in its place."""
        fields = {f"field-{name}": value for name, value in filled.items()}
        button = {"verb": "rain", "data": pressed(card, title, fields)}
        answer = await self.do(person.at(self.server.service).press(where, button))
        card = answer["value"]
        assert isinstance(card, dict)
        return card


@dataclass
class Both:
    """One bot, seen from both sides."""

    slack: Workspace
    teams: Teams


@asynccontextmanager
async def both_wired(
    folders: tuple[Path, Path, Path], clock: RunningClock, **settings: str
) -> AsyncIterator[Both]:
    async with AsyncExitStack() as stack:
        people = await stack.enter_async_context(SlackServer().running())
        people.names |= {ANNA: "Anna Ærlig", BO: "Bo Bo"}
        people.locales |= dict.fromkeys((ANNA, BO), "da-DK")
        people.channels |= {OWNERS: [BO]}
        teams = await stack.enter_async_context(TeamsServer().running())
        session = await stack.enter_async_context(aiohttp.ClientSession())
        bot = wired(people, "http", folders, clock, RAIN_TEAMS_PLAYGROUND="on", **settings)
        slack = await stack.enter_async_context(bot)
        yield Both(slack, Teams(teams, session, slack.url.removesuffix("/slack/events")))


@pytest.fixture
def clock() -> RunningClock:
    """A Tuesday in working hours."""
    return RunningClock(datetime(2023, 6, 6, 8, tzinfo=UTC))


@pytest.fixture
def folders(shipped: Path, fitted_cache: Path, tmp_path: Path) -> tuple[Path, Path, Path]:
    return shipped, fitted_cache, tmp_path


@pytest.fixture
async def server() -> AsyncIterator[SlackServer]:
    async with SlackServer().running() as running:
        yield running
