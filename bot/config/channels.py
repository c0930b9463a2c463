"""How settings name a channel.

In Slack: ``id``, ``slack:id`` or ``slack:workspace/id``. In Teams: the link to the channel that
Teams gives, or ``teams:id``. With ``:en`` behind either.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from urllib.parse import parse_qs, unquote, urlsplit

from bot.config.model import TeamsSettings
from bot.config.variables import Variable
from bot.errors import SettingsError
from bot.reply import Language

SLACK, TEAMS = "slack", "teams"
SLACK_HOW = "slack:C0123ABC"
TEAMS_HOW = 'For Teams paste what "Get link to channel" copies, or write teams:19:…@thread.tacv2.'
_LANGUAGE = re.compile(r"(?P<channel>.*?)(?:\s*:\s*(?P<language>da|en))?", re.DOTALL)
_IN_SLACK = re.compile(
    r"(?:slack\s*:\s*)?(?:(?P<workspace>T[A-Z0-9]+)/)?(?P<id>[CG][A-Z0-9]+)", re.ASCII
)
_PREFIX = re.compile(r"teams\s*:\s*")
_IN_TEAMS = re.compile(r"19:[\w-]+@thread\.(?:tacv2|skype|v2)", re.ASCII)
_LINK_HOSTS = frozenset({"teams.microsoft.com", "teams.cloud.microsoft"})
_LINK_PATH = re.compile(r"/l/(?:channel|chat)/(?P<id>[^/]+)(?:/.*)?")
_UUID = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")


@dataclass(frozen=True, slots=True)
class Named:
    """A channel of a platform; ``workspace`` is empty where it is not said."""

    platform: str
    workspace: str
    id: str
    language: Language


def channel_in(text: str) -> Named | None:
    """The channel that a text names, Danish unless it says otherwise; None where it names none."""
    read = _LANGUAGE.fullmatch(text.strip())
    if read is None:
        return None
    language = Language(read["language"] or Language.DANISH)
    return _in_slack(read["channel"], language) or _in_teams(read["channel"], language)


def refuse_without_workspace(variable: Variable, found: Iterable[Named]) -> None:
    """For when the bot serves several workspaces of Slack. Raises `SettingsError`."""
    lost = (one.id for one in found if one.platform == SLACK and not one.workspace)
    if first := next(lost, None):
        raise SettingsError(
            f"{variable} holds {first} without its workspace, and the bot serves several: "
            f"write slack:T0123ABC/{first}. Slack shows both in the channel's address in a browser."
        )


def in_tenant(variable: Variable, named: Named, teams: TeamsSettings | None) -> Named:
    """The channel; one in Teams is in the one tenant that there is. Raises `SettingsError`."""
    if named.platform != TEAMS:
        return named
    if teams is None:
        raise SettingsError(
            f"{variable} names a channel in Teams, which is not connected: set "
            f"{Variable.TEAMS_CLIENT_ID}, {Variable.TEAMS_TENANT_ID} and "
            f"{Variable.TEAMS_CLIENT_SECRET}, or leave the channel out."
        )
    if named.workspace not in {"", teams.tenant_id}:
        raise SettingsError(
            f"{variable} holds a link to a channel of the tenant {named.workspace}, and the bot "
            f"serves {teams.tenant_id or 'no tenant'}: take a channel of that one."
        )
    return replace(named, workspace=teams.tenant_id)


def _in_slack(text: str, language: Language) -> Named | None:
    read = _IN_SLACK.fullmatch(text)
    return Named(SLACK, read["workspace"] or "", read["id"], language) if read else None


def _in_teams(text: str, language: Language) -> Named | None:
    prefix = _PREFIX.match(text)
    rest = text[prefix.end() :] if prefix else text
    if rest.lower().startswith("https:"):
        return _linked(rest, language)
    id_ = unquote(rest)
    return Named(TEAMS, "", id_, language) if prefix and _IN_TEAMS.fullmatch(id_) else None


def _linked(link: str, language: Language) -> Named | None:
    try:
        address = urlsplit(link)
        host = address.hostname
    except ValueError:
        return None
    path = _LINK_PATH.fullmatch(address.path)
    if path is None or host not in _LINK_HOSTS:
        return None
    id_ = unquote(path["id"])
    tenant = parse_qs(address.query).get("tenantId", [""])[0].lower()
    known = _IN_TEAMS.fullmatch(id_) and (not tenant or _UUID.fullmatch(tenant))
    return Named(TEAMS, tenant, id_, language) if known else None
