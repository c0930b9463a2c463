"""How settings name a channel: ``id``, ``slack:id`` or ``slack:workspace/id``, with ``:en``."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from bot.config.variables import Variable
from bot.errors import SettingsError
from bot.reply import Language

SLACK = "slack"
_CHANNEL = re.compile(
    r"(?:slack\s*:\s*)?(?:(?P<workspace>T[A-Z0-9]+)/)?(?P<id>[CG][A-Z0-9]+)"
    r"(?:\s*:\s*(?P<language>da|en))?"
)


@dataclass(frozen=True, slots=True)
class Named:
    """A channel of a platform; ``workspace`` is empty where it is not said."""

    platform: str
    workspace: str
    id: str
    language: Language


def channel_in(text: str) -> Named | None:
    """The channel that a text names, Danish unless it says otherwise; None where it names none."""
    read = _CHANNEL.fullmatch(text.strip())
    if read is None:
        return None
    language = Language(read["language"] or Language.DANISH)
    return Named(SLACK, read["workspace"] or "", read["id"], language)


def refuse_without_workspace(variable: Variable, found: Iterable[Named]) -> None:
    """For when the bot serves several workspaces. Raises `SettingsError`."""
    if lost := next((one.id for one in found if not one.workspace), None):
        raise SettingsError(
            f"{variable} holds {lost} without its workspace, and the bot serves several: "
            f"write slack:T0123ABC/{lost}. Slack shows both in the channel's address in a browser."
        )
