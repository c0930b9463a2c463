"""The settings, read and checked."""

import ipaddress
from dataclasses import dataclass
from datetime import time
from pathlib import Path

from bot.knowledge.offsets import Offset, parse_offset
from bot.reply import Language

SLACK_API = "https://slack.com/api/"
REMINDERS = tuple(map(parse_offset, ("7 days", "1 day", "1 hour")))
REMINDERS_AT = time(9)


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
class InstallSettings:
    """How workspaces install the bot; ``public_url`` is where this server is found from outside.

    That begins with https and has no path.
    """

    client_id: str
    client_secret: Secret
    public_url: str


@dataclass(frozen=True, slots=True)
class SlackSettings:
    """How to reach Slack: at least one of ``app_token`` and ``signing_secret`` is there.

    With an app token the bot connects to Slack (Socket Mode), with a signing secret Slack calls
    the bot over HTTP. ``api_url`` is the base of Slack's web API and ends with "/". Either there is
    ``bot_token``, for one workspace, or ``installing`` and a signing secret, for any number.
    """

    bot_token: Secret | None
    app_token: Secret | None
    signing_secret: Secret | None
    api_url: str = SLACK_API
    installing: InstallSettings | None = None


@dataclass(frozen=True, slots=True)
class TeamsSettings:
    """How to reach Microsoft Teams, as one application of one tenant.

    ``repeats`` is whether a message is posted again where nobody can tell whether it arrived:
    rather twice than never. ``public_url`` is where this server is found from outside, empty where
    that is not said. ``playground`` is for the Agents Playground on this machine: nobody has to
    show a token, so there is no secret and the server is reachable from this machine alone.
    """

    client_id: str
    client_secret: Secret | None
    tenant_id: str
    repeats: bool = False
    public_url: str = ""
    playground: bool = False


@dataclass(frozen=True, slots=True)
class ChannelSetting:
    """A channel that is reminded of every event without anybody there asking for it.

    ``workspace`` is where it is; empty where there is only one.
    """

    platform: str
    id: str
    language: Language
    workspace: str = ""


@dataclass(frozen=True, slots=True)
class OwnersSetting:
    """A channel whose people answer questions of an area that the bot cannot answer.

    ``area`` is the id of a role, empty for all other areas. ``workspace`` is the platform's id of
    the channel's workspace, empty where it is not named.
    """

    area: str
    platform: str
    workspace: str
    id: str
    language: Language


@dataclass(frozen=True, slots=True)
class Settings:
    """Everything the environment says.

    ``knowledge`` is a folder that exists, ``cache`` one that may not exist yet. ``web_chat`` is
    whether the chat page may be served: it has no login, so only on this machine's own address.
    ``semantic`` is whether second opinions are wanted where their language model is installed.
    ``database`` is the address of the store, which may hold a password. ``reminders`` is how long
    before an event reminders come where it says nothing itself, those of whole days at
    ``reminders_at`` in Danish time. ``worker`` is whether `serve` sends reminders too.
    """

    knowledge: Path
    cache: Path
    host: str
    port: int
    log_level: str
    slack: SlackSettings | None
    database: Secret
    teams: TeamsSettings | None = None
    semantic: bool = True
    channels: tuple[ChannelSetting, ...] = ()
    owners: tuple[OwnersSetting, ...] = ()
    worker: bool = True
    reminders: tuple[Offset, ...] = REMINDERS
    reminders_at: time = REMINDERS_AT

    @property
    def web_chat(self) -> bool:
        """Whether the server is reachable from this machine alone."""
        return is_loopback(self.host)


def is_loopback(host: str) -> bool:
    """Whether a server bound to ``host`` is reachable from its own machine alone."""
    if host.lower() == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:  # some other name: it may lead anywhere
        return False
