"""The platforms that are configured, each with all it needs."""

from abc import abstractmethod
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import AbstractAsyncContextManager, AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from typing import Protocol

from aiohttp import web

from bot.app.stores import Stores
from bot.delivery.ports import Poster
from bot.desk import Desk
from bot.passing.ports import Membership
from bot.ports import Attendant, Clock
from bot.web.health import Check


@dataclass(frozen=True, slots=True)
class Served:
    """What a platform is served with: whoever attends, and what is kept."""

    attendant: Attendant
    desk: Desk
    stores: Stores
    clock: Clock


class Platform(Protocol):
    """A way to reach people. It is imported with what it needs only where it is configured."""

    name: str
    """As in addresses."""

    @abstractmethod
    def mount(self, app: web.Application, served: Served) -> Check:
        """Let the server answer there; how that is. Raises `SettingsError`."""

    @abstractmethod
    def membership(self) -> Membership:
        """Who is in which channel."""

    @abstractmethod
    def poster(self, limit: float) -> AbstractAsyncContextManager[Poster]:
        """Posts of the bot's own accord, each within ``limit`` seconds."""


def memberships(platforms: Sequence[Platform]) -> Mapping[str, Membership]:
    """Who tells on which platform who is in a channel."""
    return {platform.name: platform.membership() for platform in platforms}


@asynccontextmanager
async def posters(
    platforms: Sequence[Platform], limit: float
) -> AsyncIterator[Mapping[str, Poster]]:
    """Whoever can post to the platforms, each post within ``limit`` seconds, while it is needed."""
    async with AsyncExitStack() as stack:
        yield {
            platform.name: await stack.enter_async_context(platform.poster(limit))
            for platform in platforms
        }
