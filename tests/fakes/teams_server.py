"""Teams as the bot sees it: the service that takes what is written to conversations.

It speaks the Bot Connector's protocol to an unmodified SDK, refuses what Teams would refuse as far
as that is documented, and keeps all it was told. What people do stands in `teams_people`.
"""

import asyncio
import json
from collections import defaultdict, deque
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from itertools import count
from typing import Any

from aiohttp import web

Json = dict[str, Any]
BOT = "28:2c0f3c1e-6c0b-4a7e-9d55-5a1b7f0f9a11"
"""Teams' id of the bot: 28 and its application's id."""
CLIENT_ID = BOT.removeprefix("28:")
TENANT = "9d5a6f0e-1f3b-4a52-8c1d-0c2f5b7e4d11"
CARD_TYPE = "application/vnd.microsoft.card.adaptive"
LARGEST = 28 * 1024
"""Bytes of a message with all that belongs to it."""
PATIENCE = 5.0
_THREAD = ";messageid="


@dataclass(frozen=True)
class Call:
    """A request; ``operation`` is one of send, reply, open, member; ``at`` loop time."""

    operation: str
    conversation: str
    named: str
    token: str
    body: Json
    at: float


@dataclass(frozen=True)
class Post:
    """A message that stands in a conversation.

    ``thread`` is the message it stands below, empty for one of its own.
    """

    conversation: str
    thread: str
    id: str
    activity: Json

    @property
    def card(self) -> Json:
        """The one card of it, empty where it has none."""
        attached = self.activity.get("attachments") or [{}]
        content: Json = attached[0].get("content", {})
        return content

    @property
    def summary(self) -> str:
        """What shows where cards do not."""
        return str(self.activity.get("summary", ""))

    @property
    def text(self) -> str:
        """The text beside the card."""
        return str(self.activity.get("text", ""))


@dataclass(frozen=True)
class Answer:
    """What a request is to be answered next.

    ``text`` is sent as it is where ``body`` could not be; what ``records`` does first what it would
    have done anyway; ``drop`` closes the connection in place of an answer, ``after`` waits so many
    seconds first.
    """

    status: int = 200
    body: Json = field(default_factory=dict)
    headers: dict[str, str] = field(default_factory=dict)
    drop: bool = False
    after: float = 0
    text: str | None = None
    content_type: str = "application/json"
    records: bool = False


def refusal(status: int, code: str, **headers: str) -> Answer:
    """Teams' way of saying no; in names of headers, _ stands for -."""
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return Answer(status, {"error": {"code": code, "message": "No."}}, named)


def throttled(seconds: str = "") -> Answer:
    """Teams' way of asking to be left alone, with its word for how long."""
    return refusal(429, "Throttled", **({"Retry_After": seconds} if seconds else {}))


class TeamsServer:
    """Start it with `running`; script it with ``answers``, by operation.

    ``gone`` are conversations that refuse, with Teams' code; ``members`` what is told of the people
    of a conversation, by any of their ids.
    """

    def __init__(self) -> None:
        self.calls: list[Call] = []
        self.answers: dict[str, deque[Answer]] = defaultdict(deque)
        self.gone: dict[str, str] = {}
        self.members: dict[str, dict[str, Json]] = {}
        self.taken: list[Post] = []
        self.url = ""
        self._posts: asyncio.Queue[Post] = asyncio.Queue()
        self._ids = count(1700000000001)

    @property
    def service(self) -> str:
        """The address to write to, in the way Teams gives it."""
        return f"{self.url}/emea/"

    def knows(self, service: str) -> bool:
        """Whether an address is this service's."""
        return service.rstrip("/") == self.service.rstrip("/")

    @asynccontextmanager
    async def running(self) -> AsyncIterator["TeamsServer"]:
        app = web.Application()
        conversation = "/emea/v3/conversations/{conversation}"
        app.router.add_post("/emea/v3/conversations", self._open)
        app.router.add_post(f"{conversation}/activities", self._send)
        app.router.add_post(f"{conversation}/activities/{{id}}", self._reply)
        app.router.add_get(f"{conversation}/members/{{id}}", self._member)
        runner = web.AppRunner(app, shutdown_timeout=0.1, access_log=None)
        await runner.setup()
        site = web.TCPSite(runner, "127.0.0.1", 0)
        await site.start()
        self.url = "http://{}:{}".format(*runner.addresses[0][:2])
        try:
            yield self
        finally:
            await runner.cleanup()

    def called(self, operation: str) -> list[Call]:
        """The requests of one kind, oldest first."""
        return [call for call in self.calls if call.operation == operation]

    async def next_post(self) -> Post:
        """The oldest message not looked at yet, waiting for it where there is none."""
        return await asyncio.wait_for(self._posts.get(), PATIENCE)

    async def more_posts(self, within: float = 0.15) -> list[Post]:
        """What else is written in that many seconds."""
        await asyncio.sleep(within)
        return [self._posts.get_nowait() for _ in range(self._posts.qsize())]

    # What is asked of it

    async def _send(self, request: web.Request) -> web.StreamResponse:
        return await self._answered("send", request)

    async def _reply(self, request: web.Request) -> web.StreamResponse:
        return await self._answered("reply", request)

    async def _open(self, request: web.Request) -> web.StreamResponse:
        return await self._answered("open", request)

    async def _member(self, request: web.Request) -> web.StreamResponse:
        return await self._answered("member", request)

    async def _answered(self, operation: str, request: web.Request) -> web.StreamResponse:
        raw = await request.read()
        call = Call(
            operation,
            request.match_info.get("conversation", ""),
            request.match_info.get("id", ""),
            request.headers.get("Authorization", "").removeprefix("Bearer "),
            json.loads(raw) if raw else {},
            asyncio.get_running_loop().time(),
        )
        self.calls.append(call)
        if not self.answers[operation]:
            return _as_response(self._ordinary(call, len(raw)))
        answer = self.answers[operation].popleft()
        await asyncio.sleep(answer.after)
        if answer.records:
            self._ordinary(call, len(raw))
        if answer.drop and request.transport:
            request.transport.close()
        return _as_response(answer)

    def _ordinary(self, call: Call, size: int) -> Answer:
        if not call.token:
            return refusal(401, "Unauthorized")
        if size > LARGEST:
            return refusal(413, "MessageSizeTooBig")
        if code := self.gone.get(call.conversation.partition(_THREAD)[0]):
            return refusal(404 if code.endswith("NotFound") else 403, code)
        if call.operation == "open":
            return self._opened(call.body)
        return self._told(call) if call.operation == "member" else self._asked_to_write(call)

    def _asked_to_write(self, call: Call) -> Answer:
        wrong = wrong_with(call.body)
        return refusal(400, wrong) if wrong else self._written(call)

    def _written(self, call: Call) -> Answer:
        conversation, _, root = call.conversation.partition(_THREAD)
        root = call.named if call.operation == "reply" else root
        post = Post(conversation, root, str(next(self._ids)), call.body)
        self.taken.append(post)
        self._posts.put_nowait(post)
        return Answer(201, {"id": post.id})

    def _opened(self, body: Json) -> Answer:
        members = body.get("members") or []
        tenant = body.get("channelData", {}).get("tenant", {}).get("id")
        if len(members) != 1 or not members[0].get("id") or not tenant:
            return refusal(400, "BadArgument")
        return Answer(201, {"id": direct_conversation(members[0]["id"])})

    def _told(self, call: Call) -> Answer:
        conversation = call.conversation.partition(_THREAD)[0]
        if conversation not in self.members:
            return refusal(403, "BotNotInConversationRoster")
        found = self.members[conversation].get(call.named)
        return Answer(200, found) if found else refusal(404, "MemberNotFoundInConversation")


def direct_conversation(account: str) -> str:
    """The id of the conversation between the bot and one person."""
    return f"a:1-{account.removeprefix('29:')}"


def wrong_with(activity: Json) -> str:
    """Teams' code for a message it does not take; empty where it does."""
    if activity.get("type") not in {"message", "typing"}:
        return "BadSyntax"
    for attached in activity.get("attachments") or []:
        card = attached.get("content")
        if attached.get("contentType") != CARD_TYPE or not isinstance(card, dict):
            return "BadSyntax"
        if card.get("type") != "AdaptiveCard" or card.get("version") != "1.5":
            return "BadSyntax"
    has_content = activity.get("attachments") or activity.get("text")
    return "" if has_content or activity["type"] == "typing" else "BadSyntax"


def _as_response(answer: Answer) -> web.Response:
    return web.Response(
        text=json.dumps(answer.body) if answer.text is None else answer.text,
        status=answer.status,
        headers=answer.headers,
        content_type=answer.content_type,
    )
