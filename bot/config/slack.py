"""Slack's settings."""

from collections.abc import Mapping

from bot.config.addresses import public_url, safe
from bot.config.model import SLACK_API, InstallSettings, Secret, SlackSettings
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
    Variable.SLACK_CLIENT_ID: (
        "api.slack.com/apps → your app → Basic Information → App Credentials → Client ID"
    ),
    Variable.SLACK_CLIENT_SECRET: (
        "api.slack.com/apps → your app → Basic Information → App Credentials → Client Secret"
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
    installing = _installing(given, secrets)
    if bot_token is None and installing is None:
        if app_token or signing_secret:
            raise SettingsError(_missing(Variable.SLACK_BOT_TOKEN))
        return None
    if not (app_token or signing_secret):
        raise SettingsError(
            f"{_missing(Variable.SLACK_APP_TOKEN)}. "
            f"Or, where Slack is to call the bot: {_missing(Variable.SLACK_SIGNING_SECRET)}"
        )
    return SlackSettings(bot_token, app_token, signing_secret, _slack_api(given), installing)


def _installing(given: Given, secrets: Mapping[Variable, Secret | None]) -> InstallSettings | None:
    """How workspaces install the bot, where they are to."""
    client_secret = secrets[Variable.SLACK_CLIENT_SECRET]
    if not given[Variable.SLACK_CLIENT_ID] and client_secret is None:
        return None
    if secrets[Variable.SLACK_BOT_TOKEN]:
        raise SettingsError(
            f"{Variable.SLACK_BOT_TOKEN} is for one workspace, {Variable.SLACK_CLIENT_ID} and "
            f"{Variable.SLACK_CLIENT_SECRET} are for several: leave out one or the other."
        )
    for name in (Variable.SLACK_CLIENT_ID, Variable.SLACK_SIGNING_SECRET):
        if secrets[name] is None:
            raise SettingsError(_missing(name))
    if client_secret is None:
        raise SettingsError(_missing(Variable.SLACK_CLIENT_SECRET))
    return InstallSettings(given[Variable.SLACK_CLIENT_ID], client_secret, _public_url(given))


def _public_url(given: Given) -> str:
    if url := public_url(given):
        return url
    raise SettingsError(
        f"{Variable.PUBLIC_URL} is missing: give the address under which Slack and browsers "
        "reach this bot, like https://rain.example.org"
    )


def _slack_secret(name: Variable, text: str) -> Secret | None:
    if not text:
        return None
    start = STARTS.get(name, "")
    # They are easily mixed up when they are pasted, and Slack says only "invalid_auth".
    mixed_up = not start and text.startswith(tuple(STARTS.values()))
    if mixed_up or not text.startswith(start):
        raise SettingsError(f"{name} holds something else: take it from {WHERE[name]}")
    return Secret(text)


def _missing(name: Variable) -> str:
    return f"{name} is missing: find it under {WHERE[name]}"


def _slack_api(given: Given) -> str:
    url = given[Variable.SLACK_API_URL] or SLACK_API
    if not safe(url):
        raise SettingsError(
            f"{Variable.SLACK_API_URL} is {url!r}: give an address like {SLACK_API}"
        )
    return url if url.endswith("/") else f"{url}/"
