"""A chat on this machine that speaks Slack's Web API: ``python -m bench.reminders.server``.

It prints its address, keeps every message it records, and misbehaves as it was last told to.
"""

import asyncio
import json
from collections import Counter
from random import Random
from typing import Any

from aiohttp import web

from bench.reminders.book import Book, Json
from bench.reminders.faults import CLEAN, HANGS, RECORDED_FIRST, Fault, Faults
from bot.store.clocks import SystemClock

BOT = {"ok": True, "user_id": "U0RAIN", "bot_id": "B0RAIN", "team_id": "T0RSYD"}
SCOPES = (
    "app_mentions:read,channels:history,chat:write,commands,groups:history,im:history,im:write,"
    "mpim:history,users:read"
)
POSTED, LOOKED = "posted", "looked"
TOO_SOON = "429, a second one within a second"
HANGING = 60.0
"""Seconds that a request hangs at most: longer than anybody waits."""


class Chat:
    """One workspace; every channel exists and the bot is a member everywhere."""

    def __init__(self) -> None:
        self._clock = SystemClock()
        self._late: set[asyncio.Task[None]] = set()
        self._begin(CLEAN)

    def app(self) -> web.Application:
        """The Web API, and what the test asks."""
        app = web.Application()
        app.router.add_route("*", "/api/{method}", self._api)
        app.router.add_post("/control/reset", self._reset)
        app.router.add_get("/control/counts", self._told_counts)
        app.router.add_get("/control/messages", self._told_messages)
        return app

    def _begin(self, faults: Faults) -> None:
        for task in self._late:
            task.cancel()
        self._book, self._faults, self._chance = Book(), faults, Random(faults.seed)  # noqa: S311 - a game
        self._last: dict[str, float] = {}

    def _now(self) -> float:
        return self._clock.now().timestamp()

    # The Web API

    async def _api(self, request: web.Request) -> web.StreamResponse:
        method, body = request.match_info["method"], await _body(request)
        match method:
            case "auth.test":
                return web.json_response(BOT, headers={"x-oauth-scopes": SCOPES})
            case "conversations.open":
                return web.json_response({"ok": True, "channel": {"id": _filed(body["users"])}})
            case "conversations.history":
                return await self._look(request, body)
            case "chat.postMessage":
                return await self._post(request, body)
        return web.json_response({"ok": False, "error": "unknown_method"})

    async def _look(self, request: web.Request, query: Json) -> web.StreamResponse:
        if query["channel"].startswith("U"):
            return web.json_response({"ok": False, "error": "channel_not_found"})
        return await self._answer(request, LOOKED, query)

    async def _post(self, request: web.Request, body: Json) -> web.StreamResponse:
        filed = {**body, "channel": _filed(body["channel"])}
        if self._too_soon(filed["channel"]):
            self._book.counts[f"{POSTED}: {TOO_SOON}"] += 1
            return _held_back(1)
        return await self._answer(request, POSTED, filed)

    async def _answer(self, request: web.Request, what: str, body: Json) -> web.StreamResponse:
        book, faults, arrived = self._book, self._faults, self._now()
        fault = faults.draw(self._chance)
        book.counts[f"{what}: {fault}"] += 1
        posting = what == POSTED
        said: Json = {"ok": True}
        if posting and (fault is Fault.NONE or fault in RECORDED_FIRST):
            said |= {"channel": body["channel"], "ts": self._record(book, body, arrived)}
        if posting and fault is Fault.HUNG_BEFORE:
            self._start(self._record_late(book, body, arrived))
        if fault in HANGS:
            await asyncio.sleep(HANGING)
        if fault is Fault.HELD_BACK:
            return _held_back(self._chance.choice((1, 1, 2)))
        if fault in (Fault.FAILED, Fault.FAILED_AFTER):
            return web.Response(status=500, text="Something went wrong.")
        if fault is not Fault.NONE and request.transport:
            request.transport.abort()
        return web.json_response(said if posting else self._history(book, body))

    def _too_soon(self, channel: str) -> bool:
        """Whether the channel had a message within the last second; if not, this is one."""
        if not self._faults.one_a_second:
            return False
        now = self._now()
        if now - self._last.get(channel, 0) < 1:
            return True
        self._last[channel] = now
        return False

    def _record(self, book: Book, body: Json, arrived: float) -> str:
        lag = self._chance.uniform(0, self._faults.lag)
        return book.record(body, arrived, self._now(), lag).ts

    async def _record_late(self, book: Book, body: Json, arrived: float) -> None:
        late = self._chance.uniform(0, self._faults.late)
        await asyncio.sleep(self._faults.timeout + late)
        self._record(book, body, arrived)

    def _start(self, work: Any) -> None:  # noqa: ANN401 - a coroutine
        task = asyncio.create_task(work)
        self._late.add(task)
        task.add_done_callback(self._late.discard)

    def _history(self, book: Book, query: Json) -> Json:
        page = book.history(query, self._now())
        with_metadata = str(query.get("include_all_metadata")).lower() in ("1", "true")
        return {
            "ok": True,
            "messages": [message.shown(with_metadata=with_metadata) for message in page.messages],
            "has_more": bool(page.cursor),
            "response_metadata": {"next_cursor": page.cursor},
        }

    # What the test asks

    async def _reset(self, request: web.Request) -> web.Response:
        self._begin(Faults.from_json(await request.json()))
        return web.json_response({"ok": True})

    async def _told_counts(self, _: web.Request) -> web.Response:
        messages = self._book.messages()
        by_key = Counter(message.key for message in messages)
        moments = [message.at for message in messages]
        return web.json_response(
            {
                "messages": len(messages),
                "keys": len(by_key),
                "doubled": sum(count - 1 for count in by_key.values()),
                "seconds": max(moments) - min(moments) if moments else 0.0,
                "requests": self._book.counts,
            }
        )

    async def _told_messages(self, _: web.Request) -> web.Response:
        told = [[m.channel, m.key, m.text, m.at, m.arrived] for m in self._book.messages()]
        return web.json_response(told)


def _filed(channel: str) -> str:
    """The conversation that stands behind what is written to: a person's is named after them."""
    return f"D{channel[1:]}" if channel.startswith("U") else channel


def _held_back(seconds: int) -> web.Response:
    said = {"ok": False, "error": "ratelimited"}
    return web.json_response(said, status=429, headers={"Retry-After": str(seconds)})


async def _body(request: web.Request) -> Json:
    if request.method == "GET":
        return dict(request.query)
    if request.content_type == "application/json":
        return dict(await request.json())
    form: Json = {**request.query, **await request.post()}
    if isinstance(form.get("metadata"), str):
        form["metadata"] = json.loads(form["metadata"])
    return form


async def serve() -> None:
    """Answer until the process is ended."""
    runner = web.AppRunner(Chat().app(), access_log=None, shutdown_timeout=0.1)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    print("http://{}:{}".format(*runner.addresses[0][:2]), flush=True)
    await asyncio.Event().wait()


if __name__ == "__main__":
    asyncio.run(serve())
