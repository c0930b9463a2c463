"""The environment as frozen settings, read once.

`Variable` names every variable there is. An empty one counts as unset, and one that starts with
``RAIN_`` without being named there is an error: it is a misspelling that would go unnoticed.
"""

import difflib
import ipaddress
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from urllib.parse import urlsplit

import platformdirs

from bot.errors import SettingsError

PREFIX = "RAIN_"
LOG_LEVELS = ("debug", "info", "warning", "error")
SLACK_API = "https://slack.com/api/"
CHECKOUT = Path(__file__).resolve().parent.parent


class Variable(StrEnum):
    """Every environment variable the bot reads; ``.env.example`` tells what each one means."""

    KNOWLEDGE = "RAIN_KNOWLEDGE"
    HOST = "RAIN_HOST"
    PORT = "RAIN_PORT"
    PLATFORM_PORT = "PORT"
    CACHE = "RAIN_CACHE"
    LOG_LEVEL = "RAIN_LOG_LEVEL"
    SEMANTIC = "RAIN_SEMANTIC"
    SLACK_BOT_TOKEN = "SLACK_BOT_TOKEN"  # noqa: S105 — the variable's name
    SLACK_APP_TOKEN = "SLACK_APP_TOKEN"  # noqa: S105 — the variable's name
    SLACK_SIGNING_SECRET = "SLACK_SIGNING_SECRET"  # noqa: S105 — the variable's name
    SLACK_API_URL = "RAIN_SLACK_API_URL"
    REQUIRE_BROWSER = "RAIN_REQUIRE_BROWSER"  # for the tests alone, but no misspelling


Given = Mapping[Variable, str]


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


@dataclass(frozen=True, slots=True, repr=False)
class Secret:
    """A text that no log, error or representation shows."""

    _value: str

    def reveal(self) -> str:
        """The text itself, for the one place that sends it."""
        return self._value

    def __repr__(self) -> str:
        return "Secret(…)"


@dataclass(frozen=True, slots=True)
class SlackSettings:
    """How to reach Slack: at least one of ``app_token`` and ``signing_secret`` is there.

    With an app token the bot connects to Slack (Socket Mode), with a signing secret Slack calls
    the bot over HTTP. ``api_url`` is the base of Slack's web API and ends with "/".
    """

    bot_token: Secret
    app_token: Secret | None
    signing_secret: Secret | None
    api_url: str = SLACK_API


@dataclass(frozen=True, slots=True)
class Settings:
    """Everything the environment says.

    ``knowledge`` is a folder that exists, ``cache`` one that may not exist yet. ``web_chat`` is
    whether the chat page may be served: it has no login, so only on this machine's own address.
    ``semantic`` is whether second opinions are wanted where their language model is installed.
    """

    knowledge: Path
    cache: Path
    host: str
    port: int
    log_level: str
    slack: SlackSettings | None
    semantic: bool = True

    @property
    def web_chat(self) -> bool:
        """Whether the server is reachable from this machine alone."""
        return is_loopback(self.host)


def settings(environ: Mapping[str, str]) -> Settings:
    """The settings in ``environ``. Raises `SettingsError` naming the variable and the mend."""
    _refuse_unknown(environ)
    given = {name: environ.get(name, "").strip() for name in Variable}
    host, slack = given[Variable.HOST] or "127.0.0.1", _slack(given)
    if slack is None and not is_loopback(host):
        raise SettingsError(
            f"{Variable.HOST} is {host}, which others can reach, and the chat page has no login. "
            f"Leave {Variable.HOST} unset, or connect Slack first."
        )
    return Settings(
        knowledge=_knowledge(given),
        cache=_cache(given),
        host=host,
        port=_port(given),
        log_level=_log_level(given),
        slack=slack,
        semantic=_semantic(given),
    )


def is_loopback(host: str) -> bool:
    """Whether a server bound to ``host`` is reachable from its own machine alone."""
    if host.lower() == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:  # some other name: it may lead anywhere
        return False


def port_number(text: str, source: str) -> int:
    """The port in ``text``. Raises `SettingsError` naming ``source``, where it was given."""
    if text.isascii() and text.isdecimal() and len(text) <= 5 and int(text) <= 65535:
        return int(text)
    raise SettingsError(f"{source} is {text!r}: give a port number between 0 and 65535.")


def _refuse_unknown(environ: Mapping[str, str]) -> None:
    ours = [name for name in Variable if name.startswith(PREFIX)]
    for name in sorted(environ):
        if name.startswith(PREFIX) and name not in ours:
            near = difflib.get_close_matches(name, ours, n=1, cutoff=0.0)[0]
            raise SettingsError(f"{name} is no setting. The nearest one is {near}.")


def _knowledge(given: Given) -> Path:
    if chosen := given[Variable.KNOWLEDGE]:
        folder = Path(chosen).expanduser().absolute()
        if not folder.is_dir():
            raise SettingsError(
                f"{Variable.KNOWLEDGE} is {chosen}, where there is no folder. "
                "Give the folder that holds the knowledge base."
            )
        return folder
    for home in (Path.cwd(), CHECKOUT):
        if (home / "knowledge").is_dir():
            return home / "knowledge"
    raise SettingsError(
        f"{Variable.KNOWLEDGE} is missing: there is no folder “knowledge” here. "
        "Give the folder that holds the knowledge base."
    )


def _cache(given: Given) -> Path:
    if chosen := given[Variable.CACHE]:
        return Path(chosen).expanduser().absolute()
    return platformdirs.user_cache_path("rain-bot", appauthor=False)


def _port(given: Given) -> int:
    for name in (Variable.PORT, Variable.PLATFORM_PORT):
        if given[name]:
            return port_number(given[name], name)
    return 8080


def _log_level(given: Given) -> str:
    level = given[Variable.LOG_LEVEL].lower() or "info"
    if level not in LOG_LEVELS:
        raise SettingsError(
            f"{Variable.LOG_LEVEL} is {level!r}: give one of {', '.join(LOG_LEVELS)}."
        )
    return level


def _semantic(given: Given) -> bool:
    chosen = given[Variable.SEMANTIC].lower() or "on"
    if chosen not in {"on", "off"}:
        raise SettingsError(f"{Variable.SEMANTIC} is {chosen!r}: give on or off.")
    return chosen == "on"


def _slack(given: Given) -> SlackSettings | None:
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
