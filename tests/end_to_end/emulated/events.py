"""The events of the emulator as Slack would deliver them, and those that it does not know."""

from collections.abc import Collection
from typing import Any
from uuid import uuid4

from tests.end_to_end.emulated.emulator import APP, BOT, TEAM
from tests.fakes.slack_server import BOT_USER

Json = dict[str, Any]
_NEEDED = {
    "app_mention": "app_mentions:read",
    "message.im": "im:history",
    "message.channels": "channels:history",
}
"""What an app must be allowed to do to hear of each."""


def delivered_as(
    happened: Json, subscribed: Collection[str], scopes: Collection[str]
) -> Json | None:
    """The delivery of what ``happened``, where the app asked for it and may know of it."""
    event = happened["event"]
    if event["type"] != "message":
        return None
    heard = _heard_as(event)
    if heard not in subscribed or _NEEDED[heard] not in scopes:
        return None
    kind = {"type": "app_mention"} if heard == "app_mention" else {"channel_type": "im"}
    own = {"bot_id": BOT, "app_id": APP} if event.get("user") == BOT_USER else {}
    told = event | kind | own | {"team": TEAM, "event_ts": event["ts"]}
    return enveloped(told, event_id=happened["event_id"])


def _heard_as(event: Json) -> str:
    if event["channel"].startswith("D"):
        return "message.im"
    mentioned = f"<@{BOT_USER}>" in event.get("text", "") and "subtype" not in event
    return "app_mention" if mentioned else "message.channels"


def home_opened(user: str, channel: str, tab: str, at: str) -> Json:
    """Somebody opened the app's ``home`` or its ``messages``; ``at`` is Slack's stamp of it."""
    event = {"type": "app_home_opened", "user": user, "channel": channel, "tab": tab}
    return enveloped(event | {"event_ts": at})


def uninstalled(at: str) -> tuple[Json, Json]:
    """The app was taken out of the workspace: Slack delivers both, in either order."""
    revoked = {"type": "tokens_revoked", "tokens": {"oauth": [], "bot": [BOT_USER]}}
    gone = {"type": "app_uninstalled"}
    return enveloped(gone | {"event_ts": at}), enveloped(revoked | {"event_ts": at})


def enveloped(event: Json, *, event_id: str = "") -> Json:
    """A delivery with this event in it."""
    return {
        "token": "unused",
        "team_id": TEAM,
        "context_team_id": TEAM,
        "api_app_id": APP,
        "type": "event_callback",
        "event_id": event_id or f"Ev{uuid4().hex[:9].upper()}",
        "event_time": int(float(event["event_ts"])),
        "authorizations": [
            {"team_id": TEAM, "user_id": BOT_USER, "is_bot": True, "is_enterprise_install": False}
        ],
        "is_ext_shared_channel": False,
        "event": event,
    }
