"""How to reach Slack; the secrets are never shown."""

from dataclasses import dataclass, field

from sqlalchemy.ext.asyncio import AsyncEngine

from bot.slack.hearing import PATIENCE, SILENCE
from bot.slack.pace import GAP


@dataclass(frozen=True, slots=True)
class InstallOptions:
    """How workspaces install the bot.

    ``public_url`` is the address under which browsers and Slack reach this server, without a path.
    The installations are kept where ``engine`` leads.
    """

    client_id: str
    client_secret: str = field(repr=False)
    public_url: str
    engine: AsyncEngine = field(repr=False)


@dataclass(frozen=True, slots=True)
class SlackOptions:
    """The whole adapter's.

    Either there is the bot's token in the one workspace it serves, or ``installing`` says how
    workspaces install it. ``api_url`` is the Web API's base address where it is not slack.com.
    ``pause`` is the seconds between looks at the socket and between attempts to open it; after
    ``patience`` seconds without something that is due it counts as deaf, and after ``silence``
    seconds without anything it is replaced as a precaution. ``gap`` is the seconds between answers
    to one channel, beyond a burst of a few.
    """

    bot_token: str = field(default="", repr=False)
    app_token: str | None = field(default=None, repr=False)
    signing_secret: str | None = field(default=None, repr=False)
    api_url: str | None = None
    pause: float = 10.0
    patience: float = PATIENCE
    silence: float = SILENCE
    gap: float = GAP
    installing: InstallOptions | None = None
