"""The setting that says who answers what the bot cannot."""

import re

from bot.config.model import OwnersSetting
from bot.config.reminders import SLACK, listed
from bot.config.variables import Given, Variable
from bot.errors import SettingsError
from bot.reply import Language

_ONE = re.compile(
    r"(?:(?P<area>[a-z0-9]+(?:-[a-z0-9]+)*)\s*=\s*)?(?:slack\s*:\s*)?"
    r"(?:(?P<workspace>T[A-Z0-9]+)/)?(?P<id>[CG][A-Z0-9]+)(?:\s*:\s*(?P<language>da|en))?"
)


def owners(given: Given, *, several: bool = False) -> tuple[OwnersSetting, ...]:
    """The channels of those who answer; ``several`` workspaces have to be named.

    Raises `SettingsError`.
    """
    found = tuple(_owners(text) for text in listed(given[Variable.OWNERS]))
    if several and (lost := next((one.id for one in found if not one.workspace), None)):
        raise SettingsError(
            f"{Variable.OWNERS} holds {lost} without its workspace, and the bot serves several: "
            f"write slack:T0123ABC/{lost}. Slack shows both in the channel's address in a browser."
        )
    whose = [(one.workspace, one.area) for one in found]
    if twice := next((one for one in whose if whose.count(one) > 1), None):
        named = twice[1] or "the channel for all other areas"
        raise SettingsError(f"{Variable.OWNERS} names {named} twice: leave one out.")
    return found


def _owners(text: str) -> OwnersSetting:
    read = _ONE.fullmatch(text)
    if read is None:
        raise SettingsError(
            f"{Variable.OWNERS} holds {text!r}: give a channel's id, as in slack:C0123ABC, with "
            "the id of a role before it where it is for one area, as in law=slack:C0456DEF:en."
        )
    area, workspace = read["area"] or "", read["workspace"] or ""
    return OwnersSetting(area, SLACK, workspace, read["id"], Language(read["language"] or "da"))
