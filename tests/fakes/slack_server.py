"""Slack as the bot sees it: the Web API, response addresses and Socket Mode, on this machine.

It speaks the protocol to an unmodified SDK, refuses what Slack would refuse of messages, and
keeps all it was told.
"""

import asyncio
import json
from collections import defaultdict, deque
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from typing import Any

from aiohttp import WSMsgType, web

from tests.fakes.slack_blocks import wrong_with, wrong_with_view
from tests.fakes.slack_history import SlackHistory, history_scope, wrong_with_metadata
from tests.fakes.slack_oauth import Installed, SlackOAuth

Json = dict[str, Any]
BOT_USER, BOT_TOKEN, APP_TOKEN = "U0RAIN", "xoxb-1-the-bots-token", "xapp-1-the-apps-token"
TEAM = "T0RSYD"
SCOPES = (
    "app_mentions:read,assistant:write,channels:history,channels:read,chat:write,commands,"
    "files:write,groups:history,groups:read,im:history,im:write,mpim:history,users:read,"
    "users:read.email"
)
PATIENCE = 5.0


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
class Shown:
    """A view somebody got to see; ``method`` is how."""

    method: str
    id: str
    user: str
    view: Json


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
        self.members: dict[str, str] = {}
        self.names: dict[str, str] = {}
        self.channels: dict[str, list[str]] = {}
        self.expired: set[str] = set()
        self.uploaded: dict[str, bytes] = {}
        self.shared: list[tuple[str, str]] = []
        self._views: asyncio.Queue[Shown] = asyncio.Queue()
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
        self._serve(app.router)
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

    def _serve(self, router: web.UrlDispatcher) -> None:
        router.add_post("/api/{method}", self._api)
        router.add_get("/api/{method}", self._api)
        router.add_post("/response/{name}", self._response)
        router.add_post("/upload/{name}", self._upload)
        router.add_get("/socket", self._serve_socket)

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
        call = Call(method, token, body, asyncio.get_running_loop().time())
        if method == "oauth.v2.access":
            call = replace(call, token="")
        self.calls.append(call)
        if self.answers[method]:
            answer = self.answers[method].popleft()
            await asyncio.sleep(answer.after)
            if answer.records:
                await self._ordinary(request, call)
            if answer.drop and request.transport:
                request.transport.close()
            return web.Response(
                text=json.dumps(answer.body) if answer.text is None else answer.text,
                status=answer.status,
                headers=answer.headers,
                content_type=answer.content_type,
            )
        return await self._ordinary(request, call)

    async def _ordinary(self, request: web.Request, call: Call) -> web.Response:
        method, token, body = call.method, call.token, call.body
        if method == "oauth.v2.access":
            self.oauth.scopes = self.scopes
            proof = request.headers.get("Authorization", "")
            return web.json_response(self.oauth.access(proof, body))
        bot = self.oauth.bots.get(token)
        if method == "apps.connections.open":
            bot = Installed(TEAM, BOT_USER) if token == APP_TOKEN else None
        if bot is None:
            return web.json_response(_refusal("invalid_auth"))
        answering = self._methods(bot).get(method, lambda _: _refusal("unknown_method"))
        return web.json_response(answering(body), headers={"x-oauth-scopes": self.scopes})

    def _methods(self, bot: Installed) -> dict[str, Callable[[Json], Json]]:
        return {
            "auth.test": lambda _: {
                "ok": True,
                "user_id": bot.user,
                "team_id": bot.team,
                "bot_id": "B0RAIN",
            },
            "users.info": self._person,
            "users.lookupByEmail": self._member,
            "chat.postMessage": lambda body: self._post(body, bot),
            "chat.postEphemeral": self._whisper,
            "conversations.history": lambda body: self._if(
                history_scope(body["channel"]), self.history.page(body)
            ),
            "conversations.replies": lambda body: self._if(
                history_scope(body["channel"]), self.history.replies(body)
            ),
            "conversations.members": self._channel_members,
            "conversations.open": lambda body: self._if(
                "im:write", {"ok": True, "channel": {"id": direct_channel(body["users"])}}
            ),
            "views.open": lambda body: self._show("views.open", body),
            "views.update": lambda body: self._show("views.update", body),
            "views.publish": lambda body: self._show("views.publish", body),
            "assistant.threads.setSuggestedPrompts": lambda _: self._if(
                "assistant:write", {"ok": True}
            ),
            "assistant.threads.setStatus": lambda _: self._if("assistant:write", {"ok": True}),
            "files.getUploadURLExternal": self._upload_address,
            "files.completeUploadExternal": self._share,
            "apps.connections.open": self._socket_address,
        }

    def _person(self, body: Json) -> Json:
        name = {"real_name": self.names[body["user"]]} if body["user"] in self.names else {}
        return {"ok": True, "user": {"locale": self.locales.get(body["user"], "en-US"), **name}}

    def _channel_members(self, body: Json) -> Json:
        """Those of a channel in ``channels``; the bot sees no other one."""
        if body["channel"] not in self.channels:
            return _refusal("channel_not_found")
        first = int(body.get("cursor") or 0)
        end = first + int(body.get("limit", 100))
        all_of_them = self.channels[body["channel"]]
        rest = str(end) if end < len(all_of_them) else ""
        page = {"ok": True, "members": all_of_them[first:end]}
        scope = "groups:read" if body["channel"].startswith("G") else "channels:read"
        return self._if(scope, page | {"response_metadata": {"next_cursor": rest}})

    def _member(self, body: Json) -> Json:
        user = self.members.get(body["email"])
        found = {"ok": True, "user": {"id": user}} if user else _refusal("users_not_found")
        return self._if("users:read.email", found)

    def _upload_address(self, body: Json) -> Json:
        address = f"{self.url}/upload/{body['filename']}"
        return self._if("files:write", {"ok": True, "file_id": "F1", "upload_url": address})

    def _share(self, body: Json) -> Json:
        self.shared.append((body["channel_id"], body.get("thread_ts") or ""))
        return {"ok": True, "files": [{"id": "F1"}]}

    def _socket_address(self, _: Json) -> Json:
        self.socket_asked_for.set()
        address = f"{self.url.replace('http', 'ws')}{self.socket_path}?ticket=a-secret"
        return {"ok": True, "url": address}

    def _if(self, scope: str, answer: Json) -> Json:
        """The answer where the bot was given the scope, and the refusal where not."""
        refusal = _refusal("missing_scope", needed=scope, provided=self.scopes)
        return answer if scope in self.scopes.split(",") else refusal

    def _post(self, body: Json, bot: Installed) -> Json:
        blocks = _json(body.get("blocks"))
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
        written = {"type": "message", "user": BOT_USER, "text": post.text, "ts": ts}
        if thread:
            self.history.keep_below(channel, thread, written | {"thread_ts": thread} | hidden)
        else:
            self.history.keep(channel, written | hidden)
        if self.echoes and channel.startswith("D"):
            self._echo = asyncio.create_task(self._deliver_own(post, bot))
        return {"ok": True, "channel": post.channel, "ts": ts}

    def _whisper(self, body: Json) -> Json:
        blocks = _json(body.get("blocks"))
        if problems := wrong_with(blocks):
            return _refusal("invalid_blocks", response_metadata={"messages": problems})
        if reason := self.refused.get(body["channel"]):
            return _refusal(reason)
        self._posts.put_nowait(Post("", body.get("thread_ts", ""), body["text"], blocks, "", body))
        return {"ok": True, "message_ts": self.new_stamp()}

    def _show(self, method: str, body: Json) -> Json:
        view = body["view"]
        view = json.loads(view) if isinstance(view, str) else view
        if problems := wrong_with_view(view):
            return _refusal("invalid_arguments", response_metadata={"messages": problems})
        if body.get("trigger_id") in self.expired:
            return _refusal("expired_trigger_id")
        own = body.get("view_id") or f"V{len(self.calls)}"
        self._views.put_nowait(Shown(method, own, body.get("user_id", ""), view))
        return {"ok": True, "view": {"id": own}}

    async def next_view(self) -> "Shown":
        """The oldest view not looked at yet, waiting for it where there is none."""
        return await asyncio.wait_for(self._views.get(), PATIENCE)

    async def _upload(self, request: web.Request) -> web.Response:
        self.uploaded[request.match_info["name"]] = await request.read()
        return web.Response(text="OK")

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


def _json(given: object) -> list[Json]:
    """Blocks, which come as they are or as a text."""
    return json.loads(given) if isinstance(given, str) else given or []


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
