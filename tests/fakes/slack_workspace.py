"""A workspace with the true adapter in it, spoken to over HTTP or over the socket."""

import asyncio
import json
import re
import time
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from itertools import count
from typing import Any
from urllib.parse import urlencode

import aiohttp
from aiohttp import web
from slack_sdk.signature import SignatureVerifier

from bot.slack.adapter import Counter, SlackOptions, mount
from tests.fakes.belongings import RecordingBelongings
from tests.fakes.responder import FakeResponder, FixedClock, MemorySeen
from tests.fakes.slack_server import (
    APP_TOKEN,
    BOT_TOKEN,
    BOT_USER,
    TEAM,
    Json,
    Post,
    Shown,
    SlackServer,
)

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

    def opened(self, tab: str) -> Json:
        """The bot's page opened at a tab."""
        event = {"type": "app_home_opened", "channel": DIRECT, "tab": tab}
        return self._event(event)

    def press_in(self, view: Shown, label: str) -> Json:
        """The button with this label in a view."""
        (button,) = [b for b in pressable(view.view["blocks"]) if b["text"]["text"] == label]
        return self._in(view, {"type": "button", **button})

    def pick_in(self, view: Shown, label: str) -> Json:
        """The option with this label in a view's menus."""
        menus = [block["accessory"] for block in view.view["blocks"] if "accessory" in block]
        (menu, option) = next(
            (menu, option)
            for menu in menus
            for option in menu["options"]
            if option["text"]["text"] == label
        )
        picked = {"action_id": menu["action_id"], "selected_option": option}
        return self._in(view, {"type": "static_select", **picked})

    def typed(self, view: Shown, text: str, by: str) -> Json:
        """A text in a view's box, sent by the return key in the ``box`` or by its ``button``."""
        (box,) = [block for block in view.view["blocks"] if block["type"] == "input"]
        name = box["element"]["action_id"]
        state = {box["block_id"]: {name: {"type": "plain_text_input", "value": text}}}
        action = {"type": "plain_text_input", "action_id": name, "value": text}
        if by == "button":
            found = pressable(view.view["blocks"])
            (action,) = [b for b in found if b["action_id"].startswith(f"{name}-")]
        return self._in(view, {"block_id": "b", **action}, state)

    def _in(self, view: Shown, action: Json, state: Json | None = None) -> Json:
        shown = {
            "id": view.id,
            "type": view.view["type"],
            "private_metadata": view.view.get("private_metadata", ""),
            "state": {"values": state or {}},
        }
        return {
            "type": "block_actions",
            "team": {"id": TEAM},
            "user": {"id": ANNA, "team_id": TEAM},
            "container": {"type": "view", "view_id": view.id},
            "view": shown,
            "trigger_id": f"trigger-{next(self._numbers)}",
            "actions": [{"block_id": "b", **action}],
        }

    def shortcut(self, text: str, **changes: object) -> Json:
        """The shortcut in the menu of somebody's message."""
        number = next(self._numbers)
        return {
            "type": "message_action",
            "callback_id": "ask_about_message",
            "team": {"id": TEAM},
            "user": {"id": ANNA, "team_id": TEAM},
            "channel": {"id": CHANNEL},
            "message": {
                "type": "message",
                "user": "U0BOB",
                "ts": "1600000000.000100",
                "text": text,
            },
            "trigger_id": f"trigger-{number}",
            "response_url": f"{self.server.url}/response/{number}",
            **changes,
        }

    def submit(self, window: Shown, fields: Mapping[str, str], which: str = "hash") -> Json:
        """A form, filled in: a text or the value of an option by the name of each field.

        ``which`` tells one version of the window from the next.
        """
        values: Json = {}
        for block in window.view["blocks"]:
            if block["type"] == "input":
                element = block["element"]
                given = fields.get(block["block_id"], "")
                values[block["block_id"]] = {element["action_id"]: _filled(element, given)}
        return {
            "type": "view_submission",
            "team": {"id": TEAM},
            "user": {"id": ANNA, "team_id": TEAM},
            "trigger_id": f"trigger-{next(self._numbers)}",
            "view": {
                "id": window.id,
                "hash": f"{window.id}.{which}",
                "type": "modal",
                "callback_id": window.view["callback_id"],
                "app_installed_team_id": TEAM,
                "private_metadata": window.view.get("private_metadata", ""),
                "state": {"values": values},
            },
        }

    async def ask(self, text: str) -> Post:
        """Send a direct message; the answer."""
        await self.deliver("event", self.direct(text))
        return await self.server.next_post()


def _filled(element: Json, given: str) -> Json:
    kind = element["type"]
    if kind == "static_select":
        chosen = [option for option in element["options"] if option["value"] == given]
        return {"type": kind, "selected_option": chosen[0] if chosen else None}
    if kind == "checkboxes":
        return {"type": kind, "selected_options": element["options"] if given else []}
    return {"type": kind, "value": given or None}


def encoded(kind: str, payload: Json) -> bytes:
    """A delivery's body as Slack posts it."""
    if kind == "event":
        return json.dumps(payload).encode()
    return urlencode(payload if kind == "command" else {"payload": json.dumps(payload)}).encode()


def buttons(post: Post) -> list[Json]:
    """The buttons of a message."""
    return pressable(post.blocks)


def pressable(blocks: list[Json]) -> list[Json]:
    """The buttons among blocks."""
    rows = [block["elements"] for block in blocks if block["type"] == "actions"]
    return [button for row in rows for button in row]


def shown(post: Post) -> str:
    """What a person sees of a message, with the addresses behind links.

    ``LIVE[…]`` stands where text acts: formats, pings, or leads to an address of an odd kind.
    """
    drawn = [_block(block) for block in post.blocks] or [_mrkdwn(post.text)]
    fallback = re.findall(r"<[^>]*>?", post.text)
    return "\n".join(drawn + [LIVE.format(live) for live in fallback]).replace("\u2060", "")


def shown_view(view: Json) -> str:
    """What a person sees of a view."""
    around = [_text(view[name]) for name in ("title", "submit") if view.get(name)]
    return "\n".join([*around, *map(_block, view["blocks"])]).replace("\u2060", "")


def _block(block: Json) -> str:
    shown = _SHOWN.get(block["type"], lambda other: _text(other["text"]))(block)
    return f"{shown}\n{_element(block['accessory'])}" if "accessory" in block else shown


def _element(element: Json) -> str:
    options = [_text(option["text"]) for option in element.get("options", [])]
    return "\n".join([element.get("initial_value", ""), *options])


def _hint(block: Json) -> list[str]:
    return [_text(block["hint"])] if "hint" in block else []


def _button(button: Json) -> str:
    return f"{_text(button['text'])} {_address(button['url']) if 'url' in button else ''}"


_SHOWN: dict[str, Callable[[Json], str]] = {
    "rich_text": lambda block: "\n".join(map(_rich, block["elements"])),
    "actions": lambda block: "\n".join(map(_button, block["elements"])),
    "context": lambda block: " ".join(map(_text, block["elements"])),
    "divider": lambda _: "",
    "input": lambda block: "\n".join(
        [_text(block["label"]), _element(block["element"]), *_hint(block)]
    ),
}


def _text(text: Json) -> str:
    return text["text"] if text["type"] == "plain_text" else _mrkdwn(text["text"])


def _rich(element: Json) -> str:
    match element["type"]:
        case "text":
            return element["text"]
        case "user":
            return f"@{element['user_id']}"
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


async def cancelled(*waiting: "asyncio.Future[Any]") -> None:
    """End what is waited for in vain."""
    for one in waiting:
        one.cancel()
    await asyncio.gather(*waiting, return_exceptions=True)


async def all_at_once(*deliveries: object) -> list[Receipt]:
    """Deliver several things at the same moment."""
    return list(await asyncio.gather(*deliveries))
