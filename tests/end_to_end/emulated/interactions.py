"""What people do besides writing, as Slack tells an app of it: the emulator knows none of this."""

from typing import Any
from zlib import crc32

from tests.end_to_end.emulated.emulator import APP, BOT, TEAM
from tests.fakes.slack_server import BOT_USER, Post

Json = dict[str, Any]


def command(name: str, text: str, user: str, channel: str, reach: Json) -> Json:
    """A slash command; ``reach`` is its trigger and its response address."""
    return {
        "token": "unused",
        "team_id": TEAM,
        "team_domain": "region-test",
        "channel_id": channel,
        "channel_name": "directmessage" if channel.startswith("D") else "klinisk-ai",
        "user_id": user,
        "user_name": "somebody",
        "command": name,
        "text": text,
        "api_app_id": APP,
        "is_enterprise_install": "false",
        **reach,
    }


def press(button: Json, post: Post, user: str, channel: str, reach: Json) -> Json:
    """A button of a message, or of what only the presser saw in ``channel``."""
    stamp = post.ts or f"{crc32(post.text.encode())}.000100"
    container = {
        "type": "message",
        "message_ts": stamp,
        "channel_id": channel,
        "is_ephemeral": post.ephemeral,
    } | ({"thread_ts": post.thread} if post.thread else {})
    pressed = {"block_id": "b0", "type": "button", "action_ts": _stamp(reach), **button}
    told = _interaction("block_actions", user, reach) | {
        "container": container,
        "channel": {"id": channel, "name": "channel"},
        "state": {"values": {}},
        "actions": [pressed],
    }
    # Slack does not show an app again what it said to one person alone.
    return told if post.ephemeral else told | {"message": message(post)}


def press_in_view(element: Json, view: Json, user: str, reach: Json, filled: Json) -> Json:
    """Something in a Home or a modal; without a response address."""
    trigger = {"trigger_id": reach["trigger_id"]}
    return _interaction("block_actions", user, trigger) | {
        "container": {"type": "view", "view_id": view["id"]},
        "view": view | {"state": {"values": filled}},
        "actions": [{"block_id": "b0", "action_ts": _stamp(reach), **element}],
    }


def submission(view: Json, filled: Json, user: str, reach: Json) -> Json:
    """A modal sent off with what was ``filled`` in, by block and action."""
    trigger = {"trigger_id": reach["trigger_id"]}
    sent = view | {"state": {"values": filled}}
    return _interaction("view_submission", user, trigger) | {"view": sent, "response_urls": []}


def shortcut(callback: str, post: Post, user: str, reach: Json) -> Json:
    """The shortcut of this name in a message's menu."""
    return _interaction("message_action", user, reach) | {
        "callback_id": callback,
        "message_ts": post.ts,
        "channel": {"id": post.channel, "name": "channel"},
        "message": message(post),
    }


def message(post: Post) -> Json:
    """A message as it comes back with what was done to it; the bot's, if its body names nobody."""
    own = {"user": BOT_USER, "bot_id": BOT, "app_id": APP}
    thread = {"thread_ts": post.thread} if post.thread else {}
    shown = {"type": "message", "ts": post.ts, "text": post.text, "blocks": post.blocks, **thread}
    return shown | ({"user": post.body["user"]} if "user" in post.body else own)


def read(channel: str, message: Json) -> Post:
    """A message as it was read back."""
    thread, blocks = message.get("thread_ts", ""), message.get("blocks", [])
    return Post(channel, thread, message["text"], blocks, message["ts"], message)


def _interaction(kind: str, user: str, reach: Json) -> Json:
    return {
        "type": kind,
        "token": "unused",
        "action_ts": _stamp(reach),
        "team": {"id": TEAM, "domain": "region-test"},
        "user": {"id": user, "username": "somebody", "name": "somebody", "team_id": TEAM},
        "api_app_id": APP,
        "is_enterprise_install": False,
        "enterprise": None,
        **reach,
    }


def _stamp(reach: Json) -> str:
    """When it was done: a trigger begins with it."""
    seconds, fraction, _ = reach["trigger_id"].split(".")
    return f"{seconds}.{fraction}"
