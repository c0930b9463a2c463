from collections.abc import AsyncIterator

import pytest

from tests.fakes.slack_server import SlackServer


@pytest.fixture
async def server() -> AsyncIterator[SlackServer]:
    async with SlackServer().running() as server:
        yield server
