"""The whole bot in the Playground, with people in it."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import datetime

import aiohttp

from tests.end_to_end.playground.client import Client
from tests.end_to_end.playground.people import Person, Seen, seen
from tests.end_to_end.playground.playground import node, playground
from tests.end_to_end.playground.serving import Folders, Serving
from tests.end_to_end.playground.tenant import ANNA, JOHN, OLE, OWNERS
from tests.end_to_end.playground.wire import Wire
from tests.fakes.responder import FixedClock


class Scene:
    """An organisation with a group chat and a team of two channels, the bot in none of them yet.

    Anna has a conversation with the bot of her own. Ole answers what the bot cannot, in the
    channel that the settings name.
    """

    def __init__(self, wire: Wire, client: Client, serving: Serving, clock: FixedClock) -> None:
        self.wire = wire
        self.serving = serving
        self.clock = clock
        self.anna, self.john, self.ole = (
            Person(member, client, wire) for member in (ANNA, JOHN, OLE)
        )

    async def next_card(self, conversation: str) -> Seen:
        """The next message of the bot's, which has to be a new one in that conversation."""
        post = await self.wire.next_post()
        assert (post.conversation, post.changed) == (conversation, False)
        return seen(post)

    async def next_cards(self, count: int) -> dict[str, Seen]:
        """So many messages of the bot's, by their conversations; no more come."""
        posts = [await self.wire.next_post() for _ in range(count)]
        await self.nothing_more(1.5)
        found = {post.conversation: seen(post) for post in posts}
        assert len(found) == count
        return found

    async def nothing_more(self, within: float = 0.5) -> None:
        """See that for so many seconds the bot writes nothing."""
        assert await self.wire.more_posts(within) == []

    async def restart(self) -> None:
        """Let the bot be stopped and started anew."""
        await self.serving.stop()
        await self.serving.start()

    def move_to(self, moment: datetime) -> None:
        """Let it be another time for the bot; the Playground's clock is the real one."""
        self.clock.move(moment - self.clock.now())


@asynccontextmanager
async def scene(folders: Folders, clock: FixedClock) -> AsyncIterator[Scene]:
    """The bot and the Playground, connected; ``folders`` are those of knowledge, cache and store.

    The Playground's files go into that of the store, too.
    """
    node()  # skips before anything is begun
    more = {"RAIN_OWNERS": f"teams:{OWNERS}"}
    async with Wire().running() as wire, aiohttp.ClientSession() as session:
        serving = Serving(wire, folders, clock, more)
        try:
            # The Playground looks at once whether somebody is there.
            await serving.start()
            async with playground(folders[2], wire.activities, wire.service) as address:
                wire.playground = address
                yield Scene(wire, Client(session, address), serving, clock)
        finally:
            await serving.stop()
