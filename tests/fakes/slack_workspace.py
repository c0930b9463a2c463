"""A workspace with the true adapter in it, spoken to over HTTP or over the socket."""

import asyncio
import json
import re
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from itertools import count
from urllib.parse import urlencode

import aiohttp
from aiohttp import web
from slack_sdk.signature import SignatureVerifier

from bot.slack.adapter import Counter, SlackOptions, mount
from tests.fakes.belongings import RecordingBelongings
from tests.fakes.responder import FakeResponder, FixedClock, MemorySeen
from tests.fakes.slack_server import APP_TOKEN, BOT_TOKEN, BOT_USER, TEAM, Json, Post, SlackServer

SECRET = "a-signing-secret"  # noqa: S105 - signs for the server of these tests alone
CHANNEL, DIRECT, ANNA = "C0HELP", "D0ANNA", "U0ANNA"
ENVELOPES = {"event": "events_api", "command": "slash_commands", "action": "interactive"}
LIVE = "LIVE[{}]"


@dataclass(frozen=True)
class Receipt:
    """What Slack heard of a delivery, and after how many seconds."""

    status: int
    body: str
    seconds: float


class Workspace:
    """The bot among people."""

    def __init__(self, server: SlackServer, transport: str, **changes: object) -> None:
        self.server = server
        self.transport = transport
        self.responder = FakeResponder()
        self.seen = MemorySeen()
        self.clock = FixedClock()
        self.belongings = RecordingBelongings()
        over_http = transport == "http"
        self.options = replace(
            SlackOptions(
                BOT_TOKEN,
                app_token=None if over_http else APP_TOKEN,
                signing_secret=SECRET if over_http else None,
                api_url=f"{server.url}/api/",
                pause=0.1,
                gap=0,
            ),
            **changes,
        )
        self.url = ""
        self._numbers = count(1)

    @asynccontextmanager
    async def running(self, *, wait: bool = True) -> AsyncIterator["Workspace"]:
        app = web.Application()
        counter = Counter(self.responder, self.seen, self.belongings, self.clock)
        self.hearing = mount(app, self.options, counter)
        runner = web.AppRunner(app, shutdown_timeout=0.1)
        await runner.setup()
        site = web.TCPSite(runner, "127.0.0.1", 0)
        await site.start()
        self.url = "http://{}:{}/slack/events".format(*runner.addresses[0][:2])
        try:
            if wait and self.options.app_token:
                await self.server.connected()
            yield self
        finally:
            await runner.cleanup()

    # Deliveries

    async def deliver(self, kind: str, payload: Json, *, retry: int = 0) -> Receipt:
        """Deliver over this workspace's transport."""
        started = time.monotonic()
        if self.transport == "http":
            status, body = await self.post(encoded(kind, payload), retry=retry)
        else:
            envelope = f"envelope-{next(self._numbers)}"
            ack = await self.server.send(ENVELOPES[kind], payload, envelope)
            status, body = 200, json.dumps(ack.get("payload", ""))
        return Receipt(status, body, time.monotonic() - started)

    async def post(
        self, body: bytes, *, retry: int = 0, age: float = 0, headers: Json | None = None
    ) -> tuple[int, str]:
        """Deliver bytes over HTTP, signed ``age`` seconds ago."""
        timestamp = str(int(time.time() - age))
        text = body.decode(errors="replace")
        signature = SignatureVerifier(SECRET).generate_signature(timestamp=timestamp, body=text)
        form = "application/x-www-form-urlencoded"
        sent = {
            "X-Slack-Request-Timestamp": timestamp,
            "X-Slack-Signature": signature,
            "Content-Type": "application/json" if body.startswith(b"{") else form,
        }
        if retry:
            sent |= {"X-Slack-Retry-Num": str(retry), "X-Slack-Retry-Reason": "http_timeout"}
        sent |= headers or {}
        async with (
            aiohttp.ClientSession() as session,
            session.post(self.url, data=body, headers=sent) as response,
        ):
            return response.status, await response.text()

    def mention(self, text: str, **changes: object) -> Json:
        """A mention in the channel."""
        event = {"type": "app_mention", "channel": CHANNEL, "channel_type": "channel"}
        return self._event({**event, "text": f"<@{BOT_USER}> {text}", **changes})

    def direct(self, text: str, **changes: object) -> Json:
        """A direct message."""
        event = {"type": "message", "channel": DIRECT, "channel_type": "im", "text": text}
        return self._event({**event, **changes})

    def _event(self, event: Json) -> Json:
        authorization = {"team_id": TEAM, "user_id": BOT_USER, "is_bot": True}
        return {
            "type": "event_callback",
            "team_id": TEAM,
            "event_id": f"Ev{next(self._numbers)}",
            "authorizations": [authorization],
            "event": {"user": ANNA, "ts": self.server.new_stamp(), **event},
        }

    def command(self, name: str, text: str, **changes: object) -> Json:
        """A slash command."""
        number = next(self._numbers)
        return {
            "command": name,
            "text": text,
            "team_id": TEAM,
            "user_id": ANNA,
            "channel_id": CHANNEL,
            "trigger_id": f"trigger-{number}",
            "response_url": f"{self.server.url}/response/{number}",
            **changes,
        }

    def press(self, post: Post, label: str, *, channel: str = "", **changes: object) -> Json:
        """The button with this label in a message."""
        (button,) = [found for found in buttons(post) if found["text"]["text"] == label]
        number = next(self._numbers)
        channel = channel or post.channel or CHANNEL
        container = {"type": "message", "channel_id": channel, "is_ephemeral": post.ephemeral}
        message = {"ts": post.ts} | ({"thread_ts": post.thread} if post.thread else {})
        return {
            "type": "block_actions",
            "team": {"id": TEAM},
            "user": {"id": ANNA},
            "channel": {"id": channel},
            "container": container,
            "trigger_id": f"trigger-{number}",
            "response_url": f"{self.server.url}/response/{number}",
            "actions": [{"type": "button", "block_id": "b", **button, **changes}],
        } | ({} if post.ephemeral else {"message": message})

    async def ask(self, text: str) -> Post:
        """Send a direct message; the answer."""
        await self.deliver("event", self.direct(text))
        return await self.server.next_post()


def encoded(kind: str, payload: Json) -> bytes:
    """A delivery's body as Slack posts it."""
    if kind == "event":
        return json.dumps(payload).encode()
    return urlencode(payload if kind == "command" else {"payload": json.dumps(payload)}).encode()


def buttons(post: Post) -> list[Json]:
    """The buttons of a message."""
    rows = [block["elements"] for block in post.blocks if block["type"] == "actions"]
    return [button for row in rows for button in row]


def shown(post: Post) -> str:
    """What a person sees of a message, with the addresses behind links.

    ``LIVE[…]`` stands where text acts: formats, pings, or leads to an address of an odd kind.
    """
    drawn = [_block(block) for block in post.blocks] or [_mrkdwn(post.text)]
    fallback = re.findall(r"<[^>]*>?", post.text)
    return "\n".join(drawn + [LIVE.format(live) for live in fallback]).replace("\u2060", "")


def _block(block: Json) -> str:
    match block["type"]:
        case "rich_text":
            return "\n".join(map(_rich, block["elements"]))
        case "actions":
            return "\n".join(_button(button) for button in block["elements"])
        case "context":
            return " ".join(map(_text, block["elements"]))
        case _:
            return _text(block["text"])


def _button(button: Json) -> str:
    return f"{_text(button['text'])} {_address(button['url']) if 'url' in button else ''}"


def _text(text: Json) -> str:
    return text["text"] if text["type"] == "plain_text" else _mrkdwn(text["text"])


def _rich(element: Json) -> str:
    match element["type"]:
        case "text":
            return element["text"]
        case "link":
            return f"{element['text']} {_address(element['url'])} "
        case "rich_text_section":
            return "".join(map(_rich, element["elements"]))
        case "rich_text_list":
            return "\n".join(map(_rich, element["elements"]))
        case kind:
            return LIVE.format(kind)


def _mrkdwn(text: str) -> str:
    text = re.sub(r"<[^>]*>|(?<!\w)([*_~`])\S.*?\1(?!\w)", lambda m: LIVE.format(m[0]), text)
    return text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")


def _address(url: str) -> str:
    return url if re.match(r"https?://|mailto:", url) else LIVE.format(url)


async def all_at_once(*deliveries: object) -> list[Receipt]:
    """Deliver several things at the same moment."""
    return list(await asyncio.gather(*deliveries))
