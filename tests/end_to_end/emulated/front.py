"""What stands before the emulated Slack: it adds what that lacks, and refuses what it lets pass.

A call of the Web API goes on to the emulator as it came, reads as the posts that it understands.
Socket Mode, response addresses, the calls that are kept and the answers written in advance are
those of `SlackServer`.
"""

import asyncio
import time
from collections import Counter
from collections.abc import AsyncIterator, Awaitable, Callable, Iterable
from contextlib import asynccontextmanager
from typing import Any
from urllib.parse import urlencode

import aiohttp
from aiohttp import web
from slack_sdk.signature import SignatureVerifier

from tests.end_to_end.emulated.asking import FORM, Emulated, refusal
from tests.end_to_end.emulated.emulator import ADMIN_TOKEN, MEMBERS, emulator, seed
from tests.end_to_end.emulated.events import delivered_as
from tests.end_to_end.emulated.interactions import read
from tests.end_to_end.emulated.refusing import wrong_with_message
from tests.end_to_end.emulated.tightening import tightened
from tests.end_to_end.emulated.windows import Windows
from tests.fakes.slack_server import BOT_USER, Call, SlackServer
from tests.fakes.slack_workspace import SECRET, Receipt

Json = dict[str, Any]
EVENTS = "/emulator/events"
MOST_RESPONSES = 5
"""How often Slack takes something at one response address."""
_MESSAGES = ("chat.postMessage", "chat.postEphemeral", "chat.update")
_VIEWS = ("views.publish", "views.open", "views.push", "views.update")
_AGENT = ("setStatus", "setSuggestedPrompts", "setTitle")
_PAGES = ("/oauth/v2/authorize", "/oauth/v2/authorize/callback")


class Front(SlackServer):
    """Slack as the bot is to see it, for as long as it is `running`.

    ``subscribed`` are the events that the app asked for; they are delivered with ``deliver``, and
    ``receipts`` is what that returned. ``granted`` holds the scopes of every token of the bot, and
    ``windows`` what it shows.
    """

    def __init__(self, subscribed: Iterable[str]) -> None:
        super().__init__()
        self.subscribed = frozenset(subscribed)
        self.granted: dict[str, str] = {}
        self.revoked: set[str] = set()
        self.deliver: Callable[[Json], Awaitable[Receipt]] | None = None
        self.delivered: list[Json] = []
        self.receipts: list[Receipt] = []
        self._people = {ADMIN_TOKEN, *(member.token for member in MEMBERS)}
        self.windows = Windows()
        self._responses: Counter[str] = Counter()
        self._deliveries: set[asyncio.Task[None]] = set()

    @asynccontextmanager
    async def running(self) -> AsyncIterator["Front"]:
        async with (
            aiohttp.ClientSession() as session,
            super().running(),
            emulator(seed(), self.url + EVENTS) as address,
        ):
            self.emulated = Emulated(session, address)
            yield self

    def revoke(self) -> None:
        """Let every token of the bot be good for nothing, as where the app is taken out."""
        self.revoked |= self.granted.keys()

    def new_stamp(self) -> str:
        """Now, as the emulator and Slack tell it, whatever the bot's own clock says."""
        return f"{time.time():.6f}"  # noqa: TID251 - the emulator's clock is the real one

    @property
    def bot_token(self) -> str:
        """The token that the app was installed with last."""
        return list(self.granted)[-1]

    async def replace(self, view: Json, other: Json | None) -> None:
        """Show another view in place of a modal that was sent off, or close it."""
        await self.windows.replace(view, other, self.emulated, self.bot_token)

    async def deliver_no_more(self) -> None:
        """Let what is being delivered arrive, and keep the rest."""
        self.deliver = None
        await asyncio.gather(*self._deliveries)

    async def next_view(self) -> Json:
        """The oldest Home or modal not looked at yet, as the emulator keeps it."""
        return await self.windows.next()

    def _serve(self, router: web.UrlDispatcher) -> None:
        super()._serve(router)
        router.add_post(EVENTS, self._happened)
        for path in _PAGES:
            router.add_route("*", path, self._page)

    async def _page(self, request: web.Request) -> web.Response:
        return await self.emulated.page(request)

    # Web API

    async def _ordinary(self, request: web.Request, call: Call) -> web.Response:
        if call.method == "apps.connections.open":
            return await super()._ordinary(request, call)
        answer = await self._refusal(call) or self._added(call)
        if answer is None:
            answer = tightened(call.method, call.body, await self._passed_on(request, call))
        if answer["ok"]:
            self._keep(call, answer)
        scopes = {"x-oauth-scopes": self.granted[call.token]} if call.token in self.granted else {}
        return web.json_response(answer, headers=scopes)

    async def _refusal(self, call: Call) -> Json | None:
        """What Slack would refuse and the emulator would not."""
        if call.method == "oauth.v2.access":
            return None
        if call.token in self.revoked:
            return refusal("account_inactive")
        if call.token not in self.granted.keys() | self._people:
            return refusal("invalid_auth")  # it takes strangers for its administrator
        if call.method in _VIEWS:
            return await self.windows.refusal(call.body)
        if call.method not in _MESSAGES:
            return None
        return wrong_with_message(call.body) or await self._outside(call)

    async def _outside(self, call: Call) -> Json | None:
        """The refusal to write into a channel one is not in."""
        if not await self.emulated.knows_channel(call.body["channel"]):
            return None
        writer = (await self.emulated.ask("auth.test", call.token))["user_id"]
        return (
            None
            if await self.emulated.is_in(writer, call.body["channel"])
            else refusal("not_in_channel")
        )

    def _added(self, call: Call) -> Json | None:
        """The answer to a call that the emulator does not know; None where it is to answer."""
        group, _, name = call.method.rpartition(".")
        if group == "assistant.threads" and name in _AGENT:
            granted = self.granted[call.token].split(",")
            lacking = refusal("missing_scope", needed="assistant:write", provided=",".join(granted))
            return {"ok": True} if "assistant:write" in granted else lacking
        if call.method == "auth.revoke":
            self.revoked.add(call.token)
            return {"ok": True, "revoked": True}
        return None

    async def _passed_on(self, request: web.Request, call: Call) -> Json:
        headers = {
            name: request.headers[name]
            for name in ("Authorization", "Content-Type")
            if name in request.headers
        }
        body = await request.read()
        if not body:  # all is in the address, where the emulator does not look
            headers, body = headers | {"Content-Type": FORM}, urlencode(call.body).encode()
        return await self.emulated.send(call.method, headers, body)

    def _keep(self, call: Call, answer: Json) -> None:
        if call.method == "oauth.v2.access":
            self.granted[answer["access_token"]] = answer["scope"]
        elif call.method in _VIEWS:
            self.windows.keep(answer["view"])
        elif call.method == "chat.postMessage" and call.token in self.granted:
            self._posts.put_nowait(read(answer["channel"], answer["message"]))

    async def _response(self, request: web.Request) -> web.Response:
        address = request.match_info["name"]
        self._responses[address] += 1
        if self._responses[address] > MOST_RESPONSES:
            return web.Response(text="used_url", status=404)
        if refused := wrong_with_message(await request.json()):
            return web.Response(text=refused["error"], status=400)
        return await super()._response(request)

    # What happens in the workspace

    async def _happened(self, request: web.Request) -> web.Response:
        """An event of the emulator, which waits for the answer before it answers its caller."""
        verifier = SignatureVerifier(SECRET)
        assert verifier.is_valid_request(await request.read(), dict(request.headers))
        task = asyncio.create_task(self._tell(await request.json()))
        self._deliveries.add(task)
        return web.Response()

    async def _tell(self, happened: Json) -> None:
        deliver = self.deliver
        if deliver is None or self.granted.keys() <= self.revoked:
            return
        delivery = delivered_as(happened, self.subscribed, self.granted[self.bot_token].split(","))
        if delivery is None:
            return
        if await self.emulated.is_in(BOT_USER, happened["event"]["channel"]):
            self.delivered.append(delivery)
            self.receipts.append(await deliver(delivery))
