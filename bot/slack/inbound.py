"""What people write, read into what was asked, by whom, and where to answer.

The bodies are Slack's JSON after its signature was verified, or from the socket. Fields that
are missing or of an odd type read as empty.
"""

from bot.adapting.reading import Body, first, keys, part, text
from bot.reply import Intent, Press
from bot.slack.asked import PLATFORM, Asked, Place, View, ViewKind
from bot.slack.text import readable
from bot.slack.whose import is_foreign, workspace

COMMANDS = {"/rain": Intent.COMMAND, "/events": Intent.EVENTS}
"""The slash commands, as the manifest declares them."""
EVENTS = ("app_mention", "message")
"""The event types that are answered; the manifest subscribes to them, ``message`` as im."""
OPENED = "app_home_opened"
"""The event that tells that somebody looks at the bot's home or at their messages with it."""
ABOUT_MESSAGE = "ask_about_message"
"""The ``callback_id`` of the entry in a message's menu that asks the bot about it."""
_WRITTEN = frozenset({"", "file_share", "thread_broadcast"})
"""Subtypes of messages that a person wrote; the rest are edits, joins and the like."""


def own_id(body: Body) -> str:
    """The bot's user id as the delivery tells it, or nothing."""
    authorization = first(body, "authorizations")
    return text(authorization, "user_id") if authorization.get("is_bot") else ""


def message(body: Body, own: str) -> Asked | None:
    """What a mention or a direct message asks; None where nobody asked the bot ``own``.

    The answer goes into the thread, in a direct message too: there it is the conversation that
    Slack shows beside everything else.
    """
    event = part(body, "event")
    if not _written_by_a_person(event, own) or not _addressed(event):
        return None
    team, channel, stamp = workspace(body), text(event, "channel"), text(event, "ts")
    # An edited mention is a new event about the same message.
    same = f"{team}:{channel}:{stamp}" if stamp else ""
    return Asked(
        team,
        text(event, "user"),
        Place(channel, text(event, "thread_ts") or stamp),
        keys(PLATFORM, event=text(body, "event_id"), message=same),
        Press(Intent.ASK, text=readable(text(event, "text"), own)),
        foreign=is_foreign(body),
    )


def _written_by_a_person(event: Body, own: str) -> bool:
    user = text(event, "user")
    by_bot = event.get("bot_id") or event.get("bot_profile") or user in ("", own, "USLACKBOT")
    return not by_bot and text(event, "subtype") in _WRITTEN and not event.get("hidden")


def _addressed(event: Body) -> bool:
    return text(event, "type") == "app_mention" or text(event, "channel_type") == "im"


def opened(body: Body) -> Asked | None:
    """Who opened the bot's own page, or its conversation; None where it is somebody unknown."""
    event = part(body, "event")
    team, user = workspace(body), text(event, "user")
    if not user:
        return None
    place = Place(text(event, "channel"))
    deliveries = keys(PLATFORM, event=text(body, "event_id"))
    if text(event, "tab") == "messages":
        return Asked(team, user, place, deliveries, Press(Intent.HELP), foreign=is_foreign(body))
    view = View(ViewKind.HOME, "")
    return Asked(
        team, user, Place(), deliveries, Press(Intent.HOME), view=view, foreign=is_foreign(body)
    )


def command(body: Body) -> Asked:
    """What a slash command asks; the answer is for the asker alone."""
    typed = readable(text(body, "text")).strip()
    return Asked(
        workspace(body),
        text(body, "user_id"),
        Place(text(body, "channel_id"), "", text(body, "response_url"), alone=True),
        keys(PLATFORM, trigger=text(body, "trigger_id")),
        Press(COMMANDS.get(text(body, "command"), Intent.COMMAND), text=typed),
        trigger=text(body, "trigger_id"),
        foreign=is_foreign(body),
    )
