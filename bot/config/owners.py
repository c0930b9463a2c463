"""The setting that says who answers what the bot cannot."""

import re

from bot.config.channels import (
    SLACK_HOW,
    TEAMS_HOW,
    Named,
    channel_in,
    in_tenant,
    refuse_without_workspace,
)
from bot.config.model import OwnersSetting, TeamsSettings
from bot.config.reminders import listed
from bot.config.variables import Given, Variable
from bot.errors import SettingsError

_ONE = re.compile(r"(?:(?P<area>[a-z0-9]+(?:-[a-z0-9]+)*)\s*=\s*)?(?P<channel>.*)", re.DOTALL)


def owners(
    given: Given, *, several: bool = False, teams: TeamsSettings | None = None
) -> tuple[OwnersSetting, ...]:
    """The channels of those who answer; ``several`` workspaces of Slack have to be named.

    Raises `SettingsError`.
    """
    read = [_read(text, teams) for text in listed(given[Variable.OWNERS])]
    if several:
        refuse_without_workspace(Variable.OWNERS, (channel for _, channel in read))
    found = tuple(
        OwnersSetting(area, one.platform, one.workspace, one.id, one.language) for area, one in read
    )
    whose = [(one.platform, one.workspace, one.area) for one in found]
    if twice := next((one for one in whose if whose.count(one) > 1), None):
        named = twice[2] or "the channel for all other areas"
        raise SettingsError(f"{Variable.OWNERS} names {named} twice: leave one out.")
    return found


def _read(text: str, teams: TeamsSettings | None) -> tuple[str, Named]:
    """The area, empty for all others, and its channel."""
    read = _ONE.fullmatch(text)
    channel = channel_in(read["channel"]) if read else None
    if read is None or channel is None:
        raise SettingsError(
            f"{Variable.OWNERS} holds {text!r}: give a channel's id, as in {SLACK_HOW}, with "
            "the id of a role before it where it is for one area, as in law=slack:C0456DEF:en. "
            f"{TEAMS_HOW}"
        )
    return read["area"] or "", in_tenant(Variable.OWNERS, channel, teams)
