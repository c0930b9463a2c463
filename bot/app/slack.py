"""Slack with all it needs, where it is configured.

An extra: its modules are imported only then, so that nobody else needs it installed.
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from aiohttp import web

from bot.app.platforms import Platform, Served
from bot.config import Settings, SlackSettings
from bot.ports import Clock
from bot.store.database import Database
from bot.web.health import Check

if TYPE_CHECKING:
    from bot.slack.membership import SlackMembership
    from bot.slack.options import SlackOptions
    from bot.slack.poster import SlackPoster
    from bot.slack.tokens import Tokens


@dataclass(frozen=True, slots=True)
class Slack(Platform):
    """How to reach Slack; the tokens are shared by all in this process that speak to it."""

    options: "SlackOptions"
    tokens: "Tokens"
    name: str = "slack"

    def mount(self, app: web.Application, served: Served) -> Check:
        """Let the server answer on Slack; how that is."""
        from bot.slack import adapter  # noqa: PLC0415 - see above

        stores = served.stores
        counter = adapter.Counter(served.attendant, stores.seen, stores.belongings, served.clock)
        return adapter.mount(app, self.options, counter, self.tokens).health

    def membership(self) -> "SlackMembership":
        """Who is in which channel."""
        from bot.slack.membership import SlackMembership  # noqa: PLC0415 - see above

        return SlackMembership(self.tokens, self.options.api_url)

    def poster(self, limit: float) -> "SlackPoster":
        """Posts of the bot's own accord, each within ``limit`` seconds."""
        from bot.slack.poster import SlackPoster  # noqa: PLC0415 - see above

        return SlackPoster(self.tokens, self.options.api_url, limit)


def slack(settings: Settings, database: Database, clock: Clock) -> Slack | None:
    """Slack, where it is configured; installations are kept in the database."""
    if settings.slack is None:
        return None
    from bot.slack.tokens import tokens_for  # noqa: PLC0415 - see above

    options = _options(settings.slack, database)
    return Slack(options, tokens_for(options, clock))


def _options(given: SlackSettings, database: Database) -> "SlackOptions":
    from bot.slack.options import InstallOptions, SlackOptions  # noqa: PLC0415 - see above

    installing = None
    if chosen := given.installing:
        secret = chosen.client_secret.reveal()
        installing = InstallOptions(chosen.client_id, secret, chosen.public_url, database.engine)
    return SlackOptions(
        bot_token=given.bot_token.reveal() if given.bot_token else "",
        app_token=given.app_token.reveal() if given.app_token else None,
        signing_secret=given.signing_secret.reveal() if given.signing_secret else None,
        api_url=given.api_url,
        installing=installing,
    )
