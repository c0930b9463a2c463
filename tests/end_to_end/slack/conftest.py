from collections.abc import AsyncIterator

import pytest

from tests.fakes.slack_server import SlackServer
from tests.fakes.slack_workspace import Workspace


@pytest.fixture
async def server() -> AsyncIterator[SlackServer]:
    async with SlackServer().running() as server:
        yield server


@pytest.fixture(params=["http", "socket"])
async def slack(request: pytest.FixtureRequest, server: SlackServer) -> AsyncIterator[Workspace]:
    async with Workspace(server, request.param).running() as workspace:
        yield workspace


@pytest.fixture
async def over_http(server: SlackServer) -> AsyncIterator[Workspace]:
    async with Workspace(server, "http").running() as workspace:
        yield workspace


@pytest.fixture
async def over_socket(server: SlackServer) -> AsyncIterator[Workspace]:
    async with Workspace(server, "socket").running() as workspace:
        yield workspace
