"""Which platforms the settings connect."""

from bot.app.platforms import Platform
from bot.app.slack import slack
from bot.app.teams import teams
from bot.config import Settings
from bot.ports import Clock
from bot.store.database import Database


def platforms(settings: Settings, database: Database, clock: Clock) -> tuple[Platform, ...]:
    """All that are configured; what they need to write of their own accord is in the database."""
    found = (slack(settings, database, clock), teams(settings, database, clock))
    return tuple(platform for platform in found if platform)
