"""A client that writes to the fake Teams, with tokens that nobody checks."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from bot.teams.application import Application
from bot.teams.client import LIMIT, Client
from tests.fakes.teams_server import CLIENT_ID, TENANT, TeamsServer

APPLICATION = Application(CLIENT_ID, TENANT)


@asynccontextmanager
async def writing_to(server: TeamsServer, limit: float = LIMIT) -> AsyncIterator[Client]:
    """A client that knows this service alone."""
    async with Client(APPLICATION, server.knows, limit) as client:
        yield client
