"""A Slack that takes every answer at once: ``python -m bench.slack.server``.

It prints its address. Whoever reads ``/answers`` is told the marks of answers as they come, a line
each. It does as little as it can, so that it is not what is measured.
"""

import asyncio
import json
from urllib.parse import parse_qs

from aiohttp import web

from bench.slack.deliveries import BOT, JSON, TEAM
from bench.slack.processes import served

SCOPES = (
    "app_mentions:read,channels:history,chat:write,commands,groups:history,im:history,im:write,"
    "mpim:history,users:read,users:read.email"
)
_ALWAYS: dict[str, dict[str, object]] = {
    "auth.test": {"ok": True, "user_id": BOT, "bot_id": "B0RAIN", "team_id": TEAM},
    "users.lookupByEmail": {"ok": False, "error": "users_not_found"},
}
"""What is answered whatever is asked."""
GATHERING = 0.002
"""Seconds for which marks are gathered before they are told."""


class Slack:
    """One workspace in which everything succeeds."""

    def __init__(self) -> None:
        self._marks: asyncio.Queue[str] = asyncio.Queue()
        """Of whoever reads them now; another reader gets a new one."""
        self._stamp = 1_795_000_000_000_000

    async def handle(self, request: web.BaseRequest) -> web.StreamResponse:
        """Whatever is asked."""
        kind, _, name = request.path.strip("/").partition("/")
        if kind == "answers":
            return await self._tell(request)
        body = await request.read()
        if kind == "response":
            self._answered(name)
            return web.Response(body=b"ok", content_type="text/plain")
        match name:
            case "chat.postMessage" | "chat.postEphemeral":
                return self._posted(json.loads(body))
            case "users.info":
                user = request.query.get("user") or parse_qs(body.decode())["user"][0]
                return _person(user)
        return _json(_ALWAYS.get(name, {"ok": False, "error": "unknown_method"}))

    def _posted(self, message: dict[str, str]) -> web.Response:
        channel = message["channel"]
        self._answered(message.get("thread_ts") or channel)
        self._stamp += 1
        stamp = f"{self._stamp // 1_000_000}.{self._stamp % 1_000_000:06}"
        return _json({"ok": True, "channel": channel, "ts": stamp})

    def _answered(self, mark: str) -> None:
        self._marks.put_nowait(mark)

    async def _tell(self, request: web.BaseRequest) -> web.StreamResponse:
        marks = self._marks = asyncio.Queue()
        telling = web.StreamResponse()
        await telling.prepare(request)
        await telling.write(b"\n")
        while request.transport:
            told = [await marks.get()]
            await asyncio.sleep(GATHERING)
            told += [marks.get_nowait() for _ in range(marks.qsize())]
            await telling.write("".join(f"{mark}\n" for mark in told).encode())
        return telling


def _person(user: str) -> web.Response:
    locale = "en-GB" if user.endswith(("0", "1", "2")) else "da-DK"
    return _json({"ok": True, "user": {"id": user, "locale": locale}})


def _json(said: dict[str, object]) -> web.Response:
    headers = {"x-oauth-scopes": SCOPES}
    return web.Response(body=json.dumps(said).encode(), content_type=JSON, headers=headers)


async def serve() -> None:
    """Answer until the process is ended."""
    await served(web.ServerRunner(web.Server(Slack().handle, access_log=None)))


if __name__ == "__main__":
    asyncio.run(serve())
