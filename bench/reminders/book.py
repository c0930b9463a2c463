"""What a chat has recorded. Everything here is pure; moments are seconds since 1970."""

import json
from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Message:
    """A message in a channel: it came in at ``arrived`` and shows from ``visible`` on."""

    channel: str
    ts: str
    text: str
    metadata: Json
    arrived: float
    visible: float

    @property
    def at(self) -> float:
        """When it was recorded."""
        return float(self.ts)

    @property
    def key(self) -> str:
        """What its sender hid in it; empty where that is nothing."""
        return json.dumps(self.metadata, sort_keys=True) if self.metadata else ""

    def shown(self, *, with_metadata: bool) -> Json:
        """As Slack's history has it."""
        hidden = {"metadata": self.metadata} if with_metadata and self.metadata else {}
        return {"type": "message", "bot_id": "B0RAIN", "ts": self.ts, "text": self.text, **hidden}


@dataclass(frozen=True, slots=True)
class Page:
    """Part of a channel's history, newest first; ``cursor`` leads to the next one."""

    messages: list[Message]
    cursor: str


class Book:
    """All messages by channel, and counts of how requests ended."""

    def __init__(self) -> None:
        self.counts: Counter[str] = Counter()
        self._channels: dict[str, list[Message]] = defaultdict(list)

    def record(self, body: Mapping[str, Any], arrived: float, now: float, lag: float) -> Message:
        """Write down what was posted; it shows ``lag`` seconds later."""
        channel = self._channels[body["channel"]]
        # A stamp is the message's id in its channel: two of one moment would be one message.
        earliest = channel[-1].at + 0.000_001 if channel else 0
        ts = f"{max(now, earliest):.6f}"
        metadata = dict(body.get("metadata") or {})
        message = Message(body["channel"], ts, body.get("text", ""), metadata, arrived, now + lag)
        channel.append(message)
        return message

    def messages(self) -> list[Message]:
        """All there are."""
        return [message for channel in self._channels.values() for message in channel]

    def history(self, query: Mapping[str, Any], now: float) -> Page:
        """A page of what a channel shows now, by Slack's arguments."""
        since, before = float(query.get("oldest") or 0), float(query.get("cursor") or "inf")
        most = int(query.get("limit") or 100)
        found = [
            message
            for message in reversed(self._channels.get(query["channel"], []))
            if since <= message.at < before and message.visible <= now
        ]
        page = found[:most]
        return Page(page, page[-1].ts if len(found) > most else "")
