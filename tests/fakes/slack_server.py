"""Slack as the bot sees it: the Web API, response addresses and Socket Mode, on this machine.

It speaks the protocol to an unmodified SDK, refuses what Slack would refuse of messages, and
keeps all it was told.
"""

import asyncio
import json
from collections import defaultdict, deque
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

from aiohttp import WSMsgType, web

from tests.fakes.slack_history import SlackHistory, history_scope, wrong_with_metadata
from tests.fakes.slack_oauth import Installed, SlackOAuth

Json = dict[str, Any]
BOT_USER, BOT_TOKEN, APP_TOKEN = "U0RAIN", "xoxb-1-the-bots-token", "xapp-1-the-apps-token"
TEAM = "T0RSYD"
SCOPES = (
    "app_mentions:read,channels:history,chat:write,commands,groups:history,im:history,im:write,"
    "mpim:history,users:read"
)
PATIENCE = 5.0
LIMITS = {"header": 150, "button": 75, "section": 3000, "value": 2000, "url": 3000}


@dataclass(frozen=True)
class Call:
    """A call of the Web API; ``at`` is the loop's time."""

    method: str
    token: str
    body: Json
    at: float


@dataclass(frozen=True)
class Post:
    """A message somebody got to see; without ``channel`` it went to the asker alone.

    ``team`` is the workspace whose token posted it.
    """

    channel: str
    thread: str
    text: str
    blocks: list[Json]
    ts: str
    body: Json
    team: str = ""

    @property
    def ephemeral(self) -> bool:
        return not self.channel


@dataclass(frozen=True)
class Answer:
    """What a method is to answer next.

    ``text`` is sent as it is where ``body`` could not be, and a call that ``records`` does first
    what it would have done anyway.
    """

    status: int = 200
    body: Json = field(default_factory=dict)
    headers: dict[str, str] = field(default_factory=dict)
    drop: bool = False
    after: float = 0
    text: str | None = None
    content_type: str = "application/json"
    records: bool = False


class SlackServer:
    """Start it with `running`; script it with ``answers``."""

    def __init__(self) -> None:
        self.calls: list[Call] = []
        self.answers: dict[str, deque[Answer]] = defaultdict(deque)
        self.scopes = SCOPES
        self.locales: dict[str, str] = {}
        self.refused: dict[str, str] = {}
        self.history = SlackHistory()
        self.oauth = SlackOAuth(BOT_TOKEN, Installed(TEAM, BOT_USER))
        self.url = ""
        self.deaf = False
        self.answers_pings = True
        self.echoes = False
        self.sockets_opened = 0
        self.socket_path = "/socket"
        self.socket_asked_for = asyncio.Event()
        self._posts: asyncio.Queue[Post] = asyncio.Queue()
        self._socket: web.WebSocketResponse | None = None
        self._connected = asyncio.Condition()
        self._acks: dict[str, asyncio.Future[Json]] = {}
        self._stamp = 1700000000
        self._echo: asyncio.Task[None] | None = None

    @asynccontextmanager
    async def running(self) -> AsyncIterator["SlackServer"]:
        app = web.Application()
        app.router.add_post("/api/{method}", self._api)
        app.router.add_get("/api/{method}", self._api)
        app.router.add_post("/response/{name}", self._response)
        app.router.add_get("/socket", self._serve_socket)
        runner = web.AppRunner(app, shutdown_timeout=0.1, access_log=None)
        await runner.setup()
        site = web.TCPSite(runner, "127.0.0.1", 0)
        await site.start()
        self.url = "http://{}:{}".format(*runner.addresses[0][:2])
        try:
            yield self
        finally:
            await self.drop_socket()
            await runner.cleanup()

    def called(self, method: str) -> list[Call]:
        """The calls of one method, oldest first."""
        return [call for call in self.calls if call.method == method]

    async def asked(self, method: str) -> None:
        """Wait until a method is called."""
        async with asyncio.timeout(PATIENCE):
            while not self.called(method):  # noqa: ASYNC110 - calls are not announced
                await asyncio.sleep(0.001)

    async def next_post(self) -> Post:
        """The oldest message not looked at yet, waiting for it where there is none."""
        return await asyncio.wait_for(self._posts.get(), PATIENCE)

    async def more_posts(self, within: float = 0.15) -> list[Post]:
        """What else is posted in that many seconds."""
        await asyncio.sleep(within)
        return [self._posts.get_nowait() for _ in range(self._posts.qsize())]

    def new_stamp(self) -> str:
        self._stamp += 1
        return f"{self._stamp}.000100"

    # Web API

    async def _api(self, request: web.Request) -> web.StreamResponse:
        method = request.match_info["method"]
        token = request.headers.get("Authorization", "").removeprefix("Bearer ")
        body = await _body(request)
        if method == "oauth.v2.access":
            self.calls.append(Call(method, "", body, asyncio.get_running_loop().time()))
            self.oauth.scopes = self.scopes
            if self.answers[method]:
                answer = self.answers[method].popleft()
                return web.json_response(answer.body, status=answer.status)
            return web.json_response(self.oauth.access(token, body))
        self.calls.append(Call(method, token, body, asyncio.get_running_loop().time()))
        if self.answers[method]:
            answer = self.answers[method].popleft()
            await asyncio.sleep(answer.after)
            if answer.records:
                self._ordinary(method, token, body)
            if answer.drop and request.transport:
                request.transport.close()
            return web.Response(
                text=json.dumps(answer.body) if answer.text is None else answer.text,
                status=answer.status,
                headers=answer.headers,
                content_type=answer.content_type,
            )
        return self._ordinary(method, token, body)

    def _ordinary(self, method: str, token: str, body: Json) -> web.Response:
        bot = self.oauth.bots.get(token)
        if method == "apps.connections.open":
            bot = Installed(TEAM, BOT_USER) if token == APP_TOKEN else None
        if bot is None:
            return web.json_response(_refusal("invalid_auth"))
        answer = _refusal("unknown_method")
        match method:
            case "auth.test":
                answer = {"ok": True, "user_id": bot.user, "team_id": bot.team, "bot_id": "B0RAIN"}
            case "users.info":
                answer = {"ok": True, "user": {"locale": self.locales.get(body["user"], "en-US")}}
            case "chat.postMessage":
                answer = self._post(body, bot)
            case "conversations.history":
                answer = self._if(history_scope(body["channel"]), self.history.page(body))
            case "conversations.open":
                opened = {"ok": True, "channel": {"id": direct_channel(body["users"])}}
                answer = self._if("im:write", opened)
            case "apps.connections.open":
                self.socket_asked_for.set()
                address = f"{self.url.replace('http', 'ws')}{self.socket_path}?ticket=a-secret"
                answer = {"ok": True, "url": address}
        return web.json_response(answer, headers={"x-oauth-scopes": self.scopes})

    def _if(self, scope: str, answer: Json) -> Json:
        """The answer where the bot was given the scope, and the refusal where not."""
        refusal = _refusal("missing_scope", needed=scope, provided=self.scopes)
        return answer if scope in self.scopes.split(",") else refusal

    def _post(self, body: Json, bot: Installed) -> Json:
        blocks = body.get("blocks") or []
        blocks = json.loads(blocks) if isinstance(blocks, str) else blocks
        if problems := wrong_with(blocks):
            return _refusal("invalid_blocks", response_metadata={"messages": problems})
        if reason := self.refused.get(body["channel"]):
            return _refusal(reason)
        hidden = {"metadata": body["metadata"]} if "metadata" in body else {}
        if hidden and (problem := wrong_with_metadata(body["metadata"])):
            return _refusal(problem)
        thread, ts = body.get("thread_ts", ""), self.new_stamp()
        channel = direct_channel(body["channel"])
        post = Post(channel, thread, body["text"], blocks, ts, body, bot.team)
        self._posts.put_nowait(post)
        if not thread:
            written = {"type": "message", "user": BOT_USER, "text": post.text, "ts": ts}
            self.history.keep(channel, written | hidden)
        if self.echoes and channel.startswith("D"):
            self._echo = asyncio.create_task(self._deliver_own(post, bot))
        return {"ok": True, "channel": post.channel, "ts": ts}

    async def _response(self, request: web.Request) -> web.Response:
        body = await request.json()
        self.calls.append(Call("response_url", "", body, asyncio.get_running_loop().time()))
        if self.answers["response_url"]:
            answer = self.answers["response_url"].popleft()
            return web.Response(status=answer.status, headers=answer.headers)
        blocks = body.get("blocks") or []
        if wrong_with(blocks):
            return web.Response(text="invalid_blocks", status=400)
        self._posts.put_nowait(Post("", "", body["text"], blocks, "", body))
        return web.Response(text="ok")

    # Socket Mode

    async def _serve_socket(self, request: web.Request) -> web.WebSocketResponse:
        socket = web.WebSocketResponse(autoping=self.answers_pings)
        await socket.prepare(request)
        await socket.send_json({"type": "hello", "num_connections": 1})
        async with self._connected:
            self._socket = socket
            self.sockets_opened += 1
            self._connected.notify_all()
        async for frame in socket:
            if frame.type is WSMsgType.TEXT:
                ack = frame.json()
                self._acks.setdefault(ack["envelope_id"], _future()).set_result(ack)
        return socket

    async def connected(self, times: int = 1) -> None:
        """Wait until the bot has opened its socket so many times."""
        async with self._connected:
            enough = self._connected.wait_for(lambda: self.sockets_opened >= times)
            await asyncio.wait_for(enough, PATIENCE)

    async def send(self, kind: str, payload: Json, envelope: str) -> Json:
        """Deliver an envelope; the bot's receipt for it."""
        self._acks[envelope] = _future()
        whole = {
            "envelope_id": envelope,
            "type": kind,
            "payload": payload,
            "accepts_response_payload": kind != "events_api",
        }
        assert self._socket is not None
        if not self.deaf:
            await self._socket.send_json(whole)
        return await asyncio.wait_for(self._acks[envelope], PATIENCE)

    async def echoed(self) -> None:
        """Wait until the bot has got what it wrote last in a direct message."""
        assert self._echo is not None
        await self._echo

    async def _deliver_own(self, post: Post, bot: Installed) -> None:
        """What the bot wrote in a direct message comes to it like any other message there."""
        event = {"type": "message", "channel": post.channel, "channel_type": "im", "ts": post.ts}
        own = {"user": bot.user, "bot_id": "B0RAIN", "text": post.text}
        payload = {
            "type": "event_callback",
            "team_id": bot.team,
            "event_id": f"Ev{post.ts}",
            "event": event | own,
        }
        if not self.deaf:
            await self.send("events_api", payload, f"echo-{post.ts}")

    async def ask_to_reconnect(self) -> None:
        """Announce that this socket is about to be closed."""
        assert self._socket is not None
        await self._socket.send_json({"type": "disconnect", "reason": "refresh_requested"})

    async def drop_socket(self) -> None:
        """Close the socket without a word."""
        if self._socket is not None:
            await self._socket.close()


def direct_channel(channel_or_user: str) -> str:
    """Where a message to a person stands; any other id is that of a conversation already."""
    person = channel_or_user.startswith(("U", "W"))
    return f"D{channel_or_user[1:]}" if person else channel_or_user


def wrong_with(blocks: list[Json]) -> list[str]:
    """What Slack would refuse of these blocks."""
    wrong = [] if len(blocks) <= 50 else ["more than 50 blocks"]
    seen: set[str] = set()
    for block in blocks:
        wrong += _WRONG.get(block["type"], lambda _: ["an unknown block"])(block)
        for element in block.get("elements", []):
            if (name := element.get("action_id")) is not None:
                wrong += ["an action_id twice"] if name in seen else []
                seen.add(name)
    if sum(map(len, _strings(blocks))) > 12_000:
        wrong.append("too long altogether")
    return wrong


def _wrong_text(text: Json, limit: int) -> list[str]:
    right = text["type"] in ("plain_text", "mrkdwn") and 0 < len(text["text"]) <= limit
    return [] if right else [f"a text of {len(text['text'])} characters"]


def _wrong_actions(block: Json) -> list[str]:
    wrong = [] if 0 < len(block["elements"]) <= 25 else ["too many or no buttons"]
    for button in block["elements"]:
        wrong += _wrong_text(button["text"], LIMITS["button"])
        wrong += ["a long value"] if len(button.get("value", "")) > LIMITS["value"] else []
        url = button.get("url", "https://")
        wrong += [] if url.startswith("http") and len(url) <= LIMITS["url"] else ["a bad url"]
    return wrong


def _wrong_rich(block: Json) -> list[str]:
    wrong = [] if block["elements"] else ["an empty rich text"]
    for element in block["elements"]:
        inner = element["elements"]
        wrong += [] if inner else ["an empty element"]
        for piece in inner:
            if piece["type"] == "rich_text_section":
                wrong += _wrong_rich({"elements": [piece]})
            elif not piece.get("text"):
                wrong.append("an empty run")
    return wrong


def _wrong_context(block: Json) -> list[str]:
    wrong = [] if 0 < len(block["elements"]) <= 10 else ["too many or no elements"]
    return wrong + [fault for text in block["elements"] for fault in _wrong_text(text, 3000)]


_WRONG = {
    "header": lambda block: _wrong_text(block["text"], LIMITS["header"]),
    "section": lambda block: _wrong_text(block["text"], LIMITS["section"]),
    "context": _wrong_context,
    "actions": _wrong_actions,
    "rich_text": _wrong_rich,
}


def _strings(value: object) -> list[str]:
    if isinstance(value, dict):
        return [text for inner in value.values() for text in _strings(inner)]
    if isinstance(value, list):
        return [text for inner in value for text in _strings(inner)]
    return [value] if isinstance(value, str) else []


async def _body(request: web.Request) -> Json:
    asked = dict(request.query)
    if request.method == "GET":
        return asked
    if request.content_type == "application/json":
        return asked | dict(await request.json())
    return asked | dict(await request.post())


def _refusal(code: str, **more: object) -> Json:
    return {"ok": False, "error": code, **more}


def _future() -> asyncio.Future[Json]:
    return asyncio.get_running_loop().create_future()
