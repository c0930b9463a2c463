"""Microsoft Teams keeps the contract of every adapter."""

from collections.abc import AsyncIterator, Iterator, Mapping
from contextlib import AsyncExitStack
from datetime import datetime
from pathlib import PurePosixPath
from typing import Any
from urllib.parse import urlsplit

import pytest
from aiohttp import web
from aiohttp.test_utils import TestClient, TestServer

from bot.ports import Found, Searching, Sought
from bot.reply import Language, Question
from bot.teams.adapter import Counter, mount
from bot.teams.extension import Extension
from bot.teams.guard import Guard
from bot.teams.leaving import Leaving
from bot.teams.names import MESSAGES
from bot.teams.pressing import KEY, VERB
from bot.teams.references import Kept
from tests.contract.adapter_suite import AdapterSuite
from tests.fakes.belongings import RecordingBelongings
from tests.fakes.references import MemoryReferences
from tests.fakes.responder import FakeResponder, FixedClock, MemorySeen
from tests.fakes.teams_cards import elements, pressed, shown
from tests.fakes.teams_people import ANNA, HELP
from tests.fakes.teams_sending import writing_to
from tests.fakes.teams_server import TeamsServer

Json = dict[str, Any]
PUBLIC = "https://rain.example.org"


class TeamsHarness:
    """A person in a channel who mentions the bot; its page they see in their own chat with it."""

    def __init__(
        self, server: TeamsServer, client: TestClient[Any, Any], responder: FakeResponder
    ) -> None:
        self.responder = responder
        self._server = server
        self._client = client
        self._person = ANNA.at(server.service)
        self._where = HELP
        self._message = ""
        self._card: Json = {}

    @property
    def questions(self) -> list[Question]:
        return self.responder.questions

    async def say(self, text: str) -> str:
        self._where = HELP
        return await self._said(text)

    async def say_next(self, text: str) -> str:
        return await self._said(text)

    async def press(self, label: str) -> str:
        return await self._invoked(pressed(self._card, label))

    async def overhear(self, text: str) -> list[str]:
        await self._deliver(self._person.message(HELP, text, mention=False))
        return [shown(post.card) for post in await self._server.more_posts()]

    async def press_damaged(self, label: str) -> str:
        return await self._invoked(pressed(self._card, label) | {KEY: {"i": "no such thing"}})

    async def files(self) -> list[str]:
        links = (link for link in _links(self._card) if link.startswith(f"{PUBLIC}/events/"))
        return [PurePosixPath(urlsplit(link).path).name for link in links]

    async def greeted(self) -> str:
        await self._deliver(self._person.install(self._person.direct))
        return await self._next()

    async def open_page(self) -> str:
        self._where = self._person.direct
        return await self._said("min side")

    async def ask_on_page(self, text: str) -> str:
        page = self._card
        (box,) = (one for one in elements(page) if one["type"] == "Input.Text")
        return await self._invoked(pressed(page, "Spørg", {box["id"]: text}))

    async def choose_on_page(self, label: str) -> str:
        (menu, choice) = next(
            (element, choice["value"])
            for element in elements(self._card)
            for choice in element.get("choices", [])
            if choice["title"] == label
        )
        return await self._invoked(pressed(self._card, "Gem", {menu["id"]: choice}))

    async def fill(self, fields: Mapping[str, str], times: int = 1) -> str:
        filled = pressed(self._card, "Send", {f"field-{name}": fields[name] for name in fields})
        form = self._card
        for _ in range(times):
            self._card = form
            last = await self._invoked(filled)
        return last

    async def say_twice_same_delivery(self, text: str) -> list[str]:
        written = self._person.message(HELP, text)
        for _ in range(2):
            await self._deliver(written)
        first = await self._next()
        return [first, *(shown(post.card) for post in await self._server.more_posts())]

    async def _said(self, text: str) -> str:
        await self._deliver(self._person.message(self._where, text))
        return await self._next()

    async def _next(self) -> str:
        post = await self._server.next_post()
        while not post.card:  # a sign that it is being worked on
            post = await self._server.next_post()
        self._message, self._card = post.id, post.card
        self._where = self._where.below(post.thread) if post.thread else self._where
        return shown(post.card)

    async def _invoked(self, data: Json) -> str:
        button = {"verb": VERB, "data": data}
        answer = await self._deliver(self._person.press(self._where, button, self._message))
        if answer["type"] == "application/vnd.microsoft.activity.message":
            return await self._next()  # all are told, and the card stays as it is
        assert (answer["statusCode"], answer["type"]) == (
            200,
            "application/vnd.microsoft.card.adaptive",
        )
        self._card = answer["value"]
        return shown(self._card)

    async def _deliver(self, activity: Json) -> Json:
        async with self._client.post(MESSAGES, json=activity) as response:
            if response.status == 413:
                return {}
            assert response.status == 200
            return await response.json() if response.content_length else {}


def _links(card: Json) -> Iterator[str]:
    for element in elements(card):
        yield from (one["url"] for one in element.get("actions", []) if "url" in one)


class NothingSought(Searching):
    """Finds nothing."""

    def find(
        self, text: str, sought: Sought, language: Language, at: datetime, most: int
    ) -> tuple[Found, ...]:
        return ()


@pytest.fixture
async def adapter() -> AsyncIterator[TeamsHarness]:
    responder, app = FakeResponder(), web.Application()
    kept = Kept(MemoryReferences())
    async with AsyncExitStack() as stack:
        server = await stack.enter_async_context(TeamsServer().running())
        client = await stack.enter_async_context(writing_to(server))
        counter = Counter(
            responder,
            MemorySeen(),
            kept,
            Leaving(RecordingBelongings(), kept),
            Extension(NothingSought(), FixedClock()),
            FixedClock(),
            PUBLIC,
        )
        mount(app, Guard("", "", playground=True), client, counter)
        spoken = await stack.enter_async_context(TestClient(TestServer(app)))
        yield TeamsHarness(server, spoken, responder)


class TestTeams(AdapterSuite):
    """The suite, bound."""
