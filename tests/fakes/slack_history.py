"""What was written in each conversation, read back in pages as Slack gives them."""

import re
from base64 import b64decode, b64encode
from collections import defaultdict
from typing import Any

Json = dict[str, Any]
USUAL_PAGE, LONGEST_PAGE = 100, 999
LONGEST_METADATA = 8000
_EVENT_TYPE = re.compile(r"[A-Za-z][A-Za-z0-9_]*")
_SCOPES = {"C": "channels:history", "G": "groups:history", "D": "im:history"}


class SlackHistory:
    """The messages of every conversation; no page is longer than ``longest``."""

    def __init__(self) -> None:
        self.longest = LONGEST_PAGE
        self._written: dict[str, list[Json]] = defaultdict(list)
        self._below: dict[tuple[str, str], list[Json]] = defaultdict(list)

    def keep(self, channel: str, message: Json) -> None:
        """Keep a message with its stamp as ``ts``; stamps only grow."""
        self._written[channel].append(message)

    def keep_below(self, channel: str, thread: str, message: Json) -> None:
        """Keep a message in a thread, where the channel's own history does not show it."""
        self._below[channel, thread].append(message)

    def replies(self, asked: Json) -> Json:
        """The answer to ``conversations.replies``: what began the thread, then oldest first."""
        channel, thread = asked["channel"], asked["ts"]
        began = [message for message in self._written[channel] if message["ts"] == thread]
        plain = {name: value for name, value in asked.items() if name != "cursor"}
        found = began + [one for one in self._below[channel, thread] if _asked(one, plain)]
        first = int(asked.get("cursor") or 0)
        end = first + min(int(asked.get("limit", USUAL_PAGE)), self.longest)
        told = asked.get("include_all_metadata") in ("1", "true")
        answer: Json = {"ok": True, "messages": [_shown(one, told) for one in found[first:end]]}
        rest = {"next_cursor": str(end)} if end < len(found) else {}
        return answer | {"has_more": bool(rest), "response_metadata": rest}

    def page(self, asked: Json) -> Json:
        """The answer to ``conversations.history``: newest first."""
        found = [message for message in self._written[asked["channel"]] if _asked(message, asked)]
        limit = min(int(asked.get("limit", USUAL_PAGE)), self.longest)
        newest_first = found[::-1]
        page, rest = newest_first[:limit], newest_first[limit:]
        told = asked.get("include_all_metadata") in ("1", "true")
        answer: Json = {"ok": True, "messages": [_shown(message, told) for message in page]}
        answer["has_more"] = bool(rest)
        if rest:
            cursor = b64encode(f"next_ts:{page[-1]['ts']}".encode()).decode()
            answer["response_metadata"] = {"next_cursor": cursor}
        return answer


def _asked(message: Json, asked: Json) -> bool:
    stamp, oldest = float(message["ts"]), float(asked.get("oldest", 0))
    late_enough = stamp >= oldest if asked.get("inclusive") in ("1", "true") else stamp > oldest
    if not asked.get("cursor"):
        return late_enough
    before = b64decode(asked["cursor"]).decode().removeprefix("next_ts:")
    return late_enough and stamp < float(before)


def _shown(message: Json, told: bool) -> Json:
    if "metadata" not in message or told:
        return message
    return message | {"metadata": {"event_type": message["metadata"]["event_type"]}}


def history_scope(channel: str) -> str:
    """What a bot must be allowed to do to read this conversation."""
    return _SCOPES[channel[0]]


def wrong_with_metadata(metadata: object) -> str:
    """Slack's word for what it would refuse of a message's metadata; nothing where it is right."""
    if not isinstance(metadata, dict) or metadata.keys() != {"event_type", "event_payload"}:
        return "invalid_metadata_format"
    kind, payload = metadata["event_type"], metadata["event_payload"]
    if not isinstance(kind, str) or not isinstance(payload, dict):
        return "invalid_metadata_format"
    plain = all(isinstance(value, str | int | float | dict | list) for value in payload.values())
    if not _EVENT_TYPE.fullmatch(kind) or not plain:
        return "invalid_metadata_schema"
    return "metadata_too_large" if len(str(metadata)) > LONGEST_METADATA else ""
