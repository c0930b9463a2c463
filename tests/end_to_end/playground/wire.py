"""The wire between the Playground and the bot: all that passes it is kept.

The Playground tells of what the bot sends only in part: not where to, and of conversations that
the bot began it tells nothing. Here everything is seen as it was sent, and passed on unchanged.
"""

import asyncio
import json
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any
from urllib.parse import unquote

import aiohttp
from aiohttp import web
from yarl import URL

Json = dict[str, Any]
ACTIVITIES, SERVICE = "/api/messages", "/_connector"
ADAPTIVE = "application/vnd.microsoft.card.adaptive"
WITHIN = 15.0
_PASSED_ON = ("Content-Type", "Authorization", "User-Agent")


@dataclass(frozen=True)
class Exchange:
    """A request with its answer; ``outgoing`` is whether it was the bot's."""

    outgoing: bool
    method: str
    path: str
    body: Any
    status: int
    answer: Any


@dataclass(frozen=True)
class Post:
    """A message of the bot's in ``conversation``; ``changed`` is whether it replaces itself."""

    conversation: str
    id: str
    body: Json
    changed: bool = False

    @property
    def card(self) -> Json:
        """The card that it consists of."""
        (attached,) = self.body["attachments"]
        assert attached["contentType"] == ADAPTIVE
        found: Json = attached["content"]
        return found


class Wire:
    """Passes on, for as long as it is `running`.

    ``bot`` is where the bot takes activities, ``playground`` the Playground's address; both may
    change. ``exchanges`` is all that has passed, in the order of the answers.
    """

    def __init__(self) -> None:
        self.bot = self.playground = ""
        self.exchanges: list[Exchange] = []
        self._posts: asyncio.Queue[Post] = asyncio.Queue()
        self._heard = asyncio.Condition()
        self._url = ""

    @property
    def activities(self) -> str:
        """Where the Playground delivers what people do."""
        return self._url + ACTIVITIES

    @property
    def service(self) -> str:
        """Where the bot answers."""
        return self._url + SERVICE

    @asynccontextmanager
    async def running(self) -> AsyncIterator["Wire"]:
        """Listen on a free port."""
        app = web.Application(client_max_size=2**22)
        app.router.add_post(ACTIVITIES, self._incoming)
        app.router.add_route("*", SERVICE + "/{rest:.*}", self._outgoing)
        runner = web.AppRunner(app, shutdown_timeout=0.1)
        async with aiohttp.ClientSession(auto_decompress=True) as self._session:
            await runner.setup()
            site = web.TCPSite(runner, "127.0.0.1", 0)
            await site.start()
            self._url = "http://{}:{}".format(*runner.addresses[0][:2])
            try:
                yield self
            finally:
                await runner.cleanup()

    async def next_post(self) -> Post:
        """The oldest message of the bot's not looked at yet."""
        return await asyncio.wait_for(self._posts.get(), WITHIN)

    async def more_posts(self, within: float) -> list[Post]:
        """What else comes in so many seconds."""
        await asyncio.sleep(within)
        return [self._posts.get_nowait() for _ in range(self._posts.qsize())]

    async def answered(self, activity: str) -> Exchange:
        """What the bot answered to the activity of that id, once it has."""
        async with self._heard, asyncio.timeout(WITHIN):
            await self._heard.wait_for(lambda: self._incoming_named(activity) is not None)
        found = self._incoming_named(activity)
        assert found is not None
        return found

    def messages(self) -> Iterator[Json]:
        """Every message with a card that the bot sent."""
        for one in self.exchanges:
            if one.outgoing and isinstance(one.body, dict) and "attachments" in one.body:
                yield one.body

    def cards_in_place(self) -> Iterator[Json]:
        """Every card that the bot put in the place of another."""
        answers = (one.answer for one in self.exchanges if not one.outgoing)
        for answer in answers:
            if isinstance(answer, dict) and answer.get("type") == ADAPTIVE:
                yield answer["value"]

    def _incoming_named(self, activity: str) -> Exchange | None:
        incoming = (one for one in self.exchanges if not one.outgoing)
        return next((one for one in incoming if one.body.get("id") == activity), None)

    async def _incoming(self, request: web.Request) -> web.Response:
        exchange, answer = await self._pass_on(request, self.bot, outgoing=False)
        async with self._heard:
            self.exchanges.append(exchange)
            self._heard.notify_all()
        return answer

    async def _outgoing(self, request: web.Request) -> web.Response:
        address = self.playground + request.rel_url.raw_path_qs
        exchange, answer = await self._pass_on(request, address, outgoing=True)
        self.exchanges.append(exchange)
        if post := _post(exchange):
            self._posts.put_nowait(post)
        return answer

    async def _pass_on(
        self, request: web.Request, address: str, *, outgoing: bool
    ) -> tuple[Exchange, web.Response]:
        body = await request.read()
        headers = {name: request.headers[name] for name in _PASSED_ON if name in request.headers}
        url = URL(address, encoded=True)
        async with self._session.request(
            request.method, url, data=body or None, headers=headers
        ) as answer:
            said = await answer.read()
            passed = web.Response(body=said, status=answer.status, content_type=answer.content_type)
        path = unquote(request.rel_url.raw_path_qs)
        return (
            Exchange(outgoing, request.method, path, _read(body), answer.status, _read(said)),
            passed,
        )


def _read(body: bytes) -> Any:  # noqa: ANN401 - whatever was sent
    try:
        return json.loads(body)
    except ValueError:
        return body.decode(errors="replace")


def _post(exchange: Exchange) -> Post | None:
    """The message that a request of the bot's made; None where it made none."""
    _, _, rest = exchange.path.partition("/v3/conversations")
    parts = [part for part in rest.split("/") if part]
    if exchange.status >= 300 or exchange.method not in {"POST", "PUT"}:
        return None
    if not parts:
        return _begun(exchange)
    if parts[1:2] != ["activities"] or exchange.body["type"] != "message":
        return None
    changed = exchange.method == "PUT"
    return Post(parts[0], exchange.answer["id"], exchange.body, changed)


def _begun(exchange: Exchange) -> Post | None:
    """The message that a conversation was begun with."""
    body = exchange.body.get("activity")
    return Post(exchange.answer["id"], exchange.answer["activityId"], body) if body else None
