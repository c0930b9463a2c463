"""The fake Teams, and a client that writes to it."""

from collections.abc import AsyncIterator

import pytest

from bot.teams.client import Client
from tests.fakes.teams_sending import writing_to
from tests.fakes.teams_server import TeamsServer


@pytest.fixture
async def server() -> AsyncIterator[TeamsServer]:
    async with TeamsServer().running() as server:
        yield server


@pytest.fixture
async def client(server: TeamsServer) -> AsyncIterator[Client]:
    async with writing_to(server) as client:
        yield client
