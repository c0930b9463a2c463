"""The whole bot in Teams, as it is put together: shipped knowledge base, SQLite, no Slack."""

import sqlite3
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager, closing
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import aiohttp
from aiohttp import web

from bot.app.server import application
from bot.config import settings
from bot.ports import Clock
from bot.reply import Language
from bot.teams.card import sentence
from bot.teams.pressing import KEY, VERB
from tests.fakes.responder import RunningClock
from tests.fakes.teams_cards import pressed
from tests.fakes.teams_people import CY, Person, Spot
from tests.fakes.teams_server import Post, TeamsServer

Json = dict[str, Any]
QUESTION = "Hvem har styr på historiske data?"
HOLDER = "Sune Welling Hansen"
"""Stands in the answer."""
PRIVATE = "zebrafisk"
"""Stands in what people write, and never in the log."""
QUIET = 0.2
"""Seconds in which whatever else was to be written would have been."""


@dataclass(frozen=True)
class Told:
    """What Teams was told of a delivery."""

    status: int
    text: str
    body: Json = field(default_factory=dict)

    @property
    def card(self) -> Json:
        """The card that comes in the place of what was pressed.

        Where that stays, and Teams only says a sentence, it is a card of that sentence.
        """
        assert self.status == 200
        if self.body["type"] == "application/vnd.microsoft.activity.message":
            return sentence(self.body["value"], Language.DANISH).card
        assert self.body["type"] == "application/vnd.microsoft.card.adaptive"
        card: Json = self.body["value"]
        return card


class Bot:
    """The bot, its Teams, and whoever speaks to it."""

    def __init__(self, server: TeamsServer, store: Path) -> None:
        self.server = server
        self.store = store
        self.url = ""
        self.session: aiohttp.ClientSession

    @property
    def kept(self) -> bytes:
        """All that stands in the store's files."""
        return b"".join(file.read_bytes() for file in sorted(self.store.iterdir()))

    def rows(self, table: str, held: str) -> list[str]:
        """The rows of a table of the store in which a text stands."""
        with closing(sqlite3.connect(self.store / "rain.sqlite3")) as connection:
            found = connection.execute(f"SELECT * FROM {table}").fetchall()  # noqa: S608 - our own names
        return [str(row) for row in found if held in str(row)]

    async def tell(self, activity: object, **headers: str) -> Told:
        """Deliver an activity, whatever it is."""
        url = f"{self.url}/api/messages"
        async with self.session.post(url, json=activity, headers=headers) as response:
            text = await response.text()
            body = await response.json() if text.startswith("{") else {}
            return Told(response.status, text, body)

    def message(self, person: Person, where: Spot, text: str, /, **changed: object) -> Json:
        """What Teams tells when somebody writes; ``changed`` fields are not as usual."""
        return person.at(self.server.service).message(where, text) | changed

    async def ask(self, person: Person, where: Spot, text: str) -> Post:
        """Somebody writes, and the bot answers."""
        assert (await self.tell(self.message(person, where, text))).status == 200
        return await self.next_card()

    async def next_card(self) -> Post:
        """The next message with a card."""
        while not (post := await self.server.next_post()).card:
            pass
        return post

    async def invoke(self, person: Person, where: Spot, data: object) -> Told:
        """Somebody presses a button that carries these data."""
        activity = person.at(self.server.service).press(where, {"verb": VERB})
        activity["value"]["action"]["data"] = data
        return await self.tell(activity)

    async def press(
        self, person: Person, where: Spot, card: Json, title: str, **filled: str
    ) -> Json:
        """Somebody presses a button of a card, with fields filled in; the next card."""
        fields = {f"field-{name}": value for name, value in filled.items()}
        return (await self.invoke(person, where, pressed(card, title, fields))).card

    async def answered(self, *activities: Json) -> Post:
        """The one message that the bot writes when these are delivered."""
        await self._take(*activities)
        post = await self.next_card()
        assert await self._more() == []
        return post

    async def silent(self, *activities: Json) -> None:
        """Nothing is written when these are delivered, though the bot goes on answering."""
        await self._take(*activities)
        assert await self._more() == []

    async def _take(self, *activities: Json) -> None:
        for activity in activities:
            told = await self.tell(activity)
            assert (told.status, told.text) == (200, "")

    async def _more(self) -> list[Post]:
        """What else is written until a question that was asked last is answered."""
        await self._take(self.message(CY, CY.direct, QUESTION))
        found = [await self.next_card()]
        while CY.direct.id not in {post.conversation for post in found}:
            found.append(await self.next_card())
        found += await self.server.more_posts(QUIET)
        return [post for post in found if post.card and post.conversation != CY.direct.id]


def carried(intent: str, **more: object) -> Json:
    """The data of a button of ours, or of one that pretends to be."""
    return {KEY: {"i": intent, "l": "da", **more}}


@asynccontextmanager
async def whole(
    knowledge: Path, cache: Path, store: Path, clock: Clock | None = None, **more: str
) -> AsyncIterator[Bot]:
    """The bot with these folders, and ``more`` settings."""
    environ = {
        "RAIN_KNOWLEDGE": str(knowledge),
        "RAIN_CACHE": str(cache),
        "RAIN_SEMANTIC": "off",
        "RAIN_STORE": str(store / "rain.sqlite3"),
        "RAIN_TEAMS_PLAYGROUND": "on",
        **more,
    }
    async with AsyncExitStack() as stack:
        bot = Bot(await stack.enter_async_context(TeamsServer().running()), store)
        bot.session = await stack.enter_async_context(aiohttp.ClientSession())
        app = application(settings(environ), clock or RunningClock())
        runner = web.AppRunner(app, shutdown_timeout=0.1)
        await runner.setup()
        stack.push_async_callback(runner.cleanup)
        await web.TCPSite(runner, "127.0.0.1", 0).start()
        bot.url = "http://{}:{}".format(*runner.addresses[0][:2])
        yield bot
