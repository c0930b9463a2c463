"""The environment as frozen settings, read once.

`Variable` names every variable there is. An empty one counts as unset, and one that starts with
``RAIN_`` without being named there is an error: it is a misspelling that would go unnoticed.
"""

from bot.config.model import (
    ChannelSetting,
    InstallSettings,
    OwnersSetting,
    Secret,
    Settings,
    SlackSettings,
    TeamsSettings,
    is_loopback,
)
from bot.config.reading import port_number, settings
from bot.config.variables import Variable

__all__ = [
    "ChannelSetting",
    "InstallSettings",
    "OwnersSetting",
    "Secret",
    "Settings",
    "SlackSettings",
    "TeamsSettings",
    "Variable",
    "is_loopback",
    "port_number",
    "settings",
]
