"""Slack's settings."""

from urllib.parse import urlsplit

from bot.config.model import SLACK_API, Secret, SlackSettings, is_loopback
from bot.config.variables import Given, Variable
from bot.errors import SettingsError

WHERE = {
    Variable.SLACK_BOT_TOKEN: (
        "api.slack.com/apps → your app → OAuth & Permissions → Bot User OAuth Token "
        "(it starts with xoxb-)"
    ),
    Variable.SLACK_APP_TOKEN: (
        "api.slack.com/apps → your app → Basic Information → App-Level Tokens, "
        "scope connections:write (it starts with xapp-)"
    ),
    Variable.SLACK_SIGNING_SECRET: (
        "api.slack.com/apps → your app → Basic Information → App Credentials → Signing Secret"
    ),
}
"""Where a person finds what belongs into each of Slack's variables."""

STARTS = {Variable.SLACK_BOT_TOKEN: "xoxb-", Variable.SLACK_APP_TOKEN: "xapp-"}
"""How Slack begins the tokens of each kind."""


def slack(given: Given) -> SlackSettings | None:
    """How to reach Slack, where it is set up. Raises `SettingsError`."""
    secrets = {name: _slack_secret(name, given[name]) for name in WHERE}
    bot_token = secrets[Variable.SLACK_BOT_TOKEN]
    app_token = secrets[Variable.SLACK_APP_TOKEN]
    signing_secret = secrets[Variable.SLACK_SIGNING_SECRET]
    if bot_token is None:
        if app_token or signing_secret:
            raise SettingsError(_missing(Variable.SLACK_BOT_TOKEN))
        return None
    if not (app_token or signing_secret):
        raise SettingsError(
            f"{_missing(Variable.SLACK_APP_TOKEN)}. "
            f"Or, where Slack is to call the bot: {_missing(Variable.SLACK_SIGNING_SECRET)}"
        )
    return SlackSettings(bot_token, app_token, signing_secret, _slack_api(given))


def _slack_secret(name: Variable, text: str) -> Secret | None:
    if not text:
        return None
    start = STARTS.get(name, "")
    # The three are easily mixed up when they are pasted, and Slack says only "invalid_auth".
    mixed_up = not start and text.startswith(tuple(STARTS.values()))
    if mixed_up or not text.startswith(start):
        raise SettingsError(f"{name} holds something else: take it from {WHERE[name]}")
    return Secret(text)


def _missing(name: Variable) -> str:
    return f"{name} is missing: find it under {WHERE[name]}"


def _slack_api(given: Given) -> str:
    url = given[Variable.SLACK_API_URL] or SLACK_API
    if not _safe(url):
        raise SettingsError(
            f"{Variable.SLACK_API_URL} is {url!r}: give an address like {SLACK_API}"
        )
    return url if url.endswith("/") else f"{url}/"


def _safe(url: str) -> bool:
    """Whether a token may be sent to ``url``: in the clear it may not leave this machine."""
    try:
        address = urlsplit(url)
        host = address.hostname or ""
    except ValueError:
        return False
    encrypted = address.scheme == "https" and host != ""
    return encrypted or (address.scheme == "http" and is_loopback(host))
