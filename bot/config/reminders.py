"""The settings of reminders: for which channels, and when."""

import re
from datetime import time

from bot.config.channels import (
    SLACK_HOW,
    TEAMS_HOW,
    Named,
    channel_in,
    in_tenant,
    refuse_without_workspace,
)
from bot.config.model import REMINDERS, REMINDERS_AT, ChannelSetting, TeamsSettings
from bot.config.variables import Given, Variable
from bot.errors import SettingsError
from bot.knowledge.offsets import Offset, parse_offset

_TIME_OF_DAY = re.compile(r"(?P<hour>[01]?[0-9]|2[0-3])[:.](?P<minute>[0-5][0-9])")


def channels(
    given: Given, *, several: bool = False, teams: TeamsSettings | None = None
) -> tuple[ChannelSetting, ...]:
    """Those that are reminded of everything; ``several`` workspaces of Slack have to be named.

    Raises `SettingsError`.
    """
    read = [_channel(text, teams) for text in listed(given[Variable.CHANNELS])]
    if several:
        refuse_without_workspace(Variable.CHANNELS, read)
    ids = [(channel.platform, channel.id) for channel in read]
    if twice := next((id_ for id_ in ids if ids.count(id_) > 1), None):
        raise SettingsError(f"{Variable.CHANNELS} names {twice[1]} twice: leave one out.")
    return tuple(ChannelSetting(one.platform, one.id, one.language, one.workspace) for one in read)


def _channel(text: str, teams: TeamsSettings | None) -> Named:
    if found := channel_in(text):
        return in_tenant(Variable.CHANNELS, found, teams)
    raise SettingsError(
        f"{Variable.CHANNELS} holds {text!r}: give a channel's id, as in {SLACK_HOW} or "
        f"{SLACK_HOW}:en. Slack shows it at the end of the channel's details. {TEAMS_HOW}"
    )


def reminders(given: Given) -> tuple[Offset, ...]:
    """How long before an event they come. Raises `SettingsError`."""
    found: dict[tuple[bool, object], Offset] = {}
    for text in listed(given[Variable.REMINDERS]):
        try:
            offset = parse_offset(text)
        except ValueError as error:
            raise SettingsError(f"{Variable.REMINDERS} holds {text!r}: {error}") from None
        same = found.setdefault((offset.calendar, offset.span), offset)
        if same is not offset:
            raise SettingsError(
                f"{Variable.REMINDERS} holds {text!r} and the same before: leave one out."
            )
    return tuple(found.values()) or REMINDERS


def reminders_at(given: Given) -> time:
    """The time of day of those that count in days, in Denmark. Raises `SettingsError`."""
    text = given[Variable.REMINDERS_AT]
    if not text:
        return REMINDERS_AT
    found = _TIME_OF_DAY.fullmatch(text)
    if not found:
        raise SettingsError(f"{Variable.REMINDERS_AT} is {text!r}: give a time such as 09:00.")
    return time(int(found["hour"]), int(found["minute"]))


def listed(text: str) -> list[str]:
    """What is separated by commas."""
    return [part for part in map(str.strip, text.split(",")) if part]
