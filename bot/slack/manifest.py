"""The app's manifest: what Slack has to know of the bot before there is an app.

For Socket Mode and for HTTP it differs in addresses alone. The format is Slack's second version.
"""

from collections.abc import Mapping
from typing import Any

from bot.reply import Intent
from bot.slack import inbound, leaving
from bot.slack.http import PATH, REDIRECT_PATH
from bot.slack.scopes import SCOPES
from bot.wording import slack_manifest as words
from bot.wording.phrase import Phrase

Json = dict[str, Any]

NAME = "RAIN"
_COLOUR = "#0b5c7a"
_DIRECT = {"message": "message.im"}
"""Events that are subscribed to more narrowly than they are called when they arrive."""
_COMMANDS: Mapping[Intent, tuple[Phrase, Phrase]] = {
    Intent.COMMAND: (words.RAIN, words.RAIN_HINT),
    Intent.EVENTS: (words.EVENTS, words.EVENTS_HINT),
}
"""What is said of the command for each purpose: what it does, and what may follow it."""


def manifest(url: str = "", *, oauth: bool = False) -> Json:
    """What Slack is to know.

    ``url`` is the scheme and host at which Slack reaches the bot; without it the bot calls Slack.
    With ``oauth`` other workspaces can take the bot in, which needs a ``url``.
    """
    requests = {"request_url": f"{url}{PATH}"} if url else {}
    back = {"redirect_urls": [f"{url}{REDIRECT_PATH}"]} if oauth else {}
    return {
        "_metadata": {"major_version": 2, "minor_version": 1},
        "display_information": _display_information(),
        "features": _features({"url": f"{url}{PATH}"} if url else {}),
        "oauth_config": {**back, "scopes": {"bot": sorted(SCOPES)}},
        "settings": {
            "event_subscriptions": {**requests, "bot_events": _events()},
            "interactivity": {"is_enabled": True, **requests},
            "org_deploy_enabled": False,
            "socket_mode_enabled": not url,
            "token_rotation_enabled": oauth,
        },
    }


def _display_information() -> Json:
    return {
        "name": NAME,
        "description": _both(words.DESCRIPTION),
        "long_description": _both(words.LONG_DESCRIPTION, "\n"),
        "background_color": _COLOUR,
    }


def _features(address: Json) -> Json:
    return {
        "app_home": {
            "home_tab_enabled": True,
            "messages_tab_enabled": True,
            "messages_tab_read_only_enabled": False,
        },
        "agent_view": {
            "agent_description": _both(words.AGENT_DESCRIPTION),
            "suggested_prompts": _prompts(),
        },
        "bot_user": {"display_name": NAME, "always_online": True},
        "shortcuts": [_shortcut()],
        "slash_commands": [
            _command(name, intent, address) for name, intent in inbound.COMMANDS.items()
        ],
    }


def _prompts() -> list[Json]:
    danish = [{"title": title.da, "message": text.da} for title, text in words.PROMPTS]
    english = [{"title": title.en, "message": text.en} for title, text in words.PROMPTS]
    return danish + english


def _shortcut() -> Json:
    return {
        "type": "message",
        "name": _both(words.SHORTCUT),
        "callback_id": inbound.ABOUT_MESSAGE,
        "description": _both(words.SHORTCUT_HINT),
    }


def _command(name: str, intent: Intent, address: Json) -> Json:
    description, hint = _COMMANDS[intent]
    return {
        "command": name,
        **address,
        "description": _both(description),
        "usage_hint": _both(hint),
        "should_escape": False,
    }


def _events() -> list[str]:
    asked = [_DIRECT.get(name, name) for name in inbound.EVENTS]
    return [inbound.OPENED, *asked, *leaving.EVENTS]


def _both(phrase: Phrase, between: str = " · ") -> str:
    return f"{phrase.da}{between}{phrase.en}"
