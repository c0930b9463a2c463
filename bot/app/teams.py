"""Microsoft Teams with all it needs, where it is configured.

An extra: its modules are imported only then, so that nobody else needs it installed, nor waits the
second that its SDK takes.
"""

from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from aiohttp import web

from bot.app.platforms import Platform, Served
from bot.config import Settings, TeamsSettings
from bot.delivery.ports import Poster
from bot.ports import Clock
from bot.store.database import Database
from bot.store.references import DatabaseReferences
from bot.web.health import Check

if TYPE_CHECKING:
    from bot.teams.client import Client
    from bot.teams.membership import TeamsMembership
    from bot.teams.references import Kept
    from bot.teams.tab import Tab


@dataclass(frozen=True, slots=True)
class Teams(Platform):
    """How to reach Teams; all in this process that write to it share the client."""

    settings: TeamsSettings
    client: "Client"
    kept: "Kept"
    name: str = "teams"

    def mount(self, app: web.Application, served: Served) -> Check:
        """Let the server answer in Teams; how that is."""
        from bot.teams import adapter, pages, tab  # noqa: PLC0415 - see above
        from bot.teams.extension import Extension  # noqa: PLC0415 - see above
        from bot.teams.guard import Guard  # noqa: PLC0415 - see above
        from bot.teams.leaving import Leaving  # noqa: PLC0415 - see above

        own, stores, clock = self.settings, served.stores, served.clock
        guard = Guard(own.client_id, own.tenant_id, playground=own.playground)
        counter = adapter.Counter(
            served.attendant,
            stores.seen,
            self.kept,
            Leaving(stores.belongings, self.kept),
            Extension(served.desk, clock),
            clock,
            own.public_url,
        )
        adapter.mount(app, guard, self.client, counter)
        pages.mount(app)
        tab.mount(app, self._tab(served))
        return self._health

    def membership(self) -> "TeamsMembership":
        """Who is in which channel."""
        from bot.teams.membership import TeamsMembership  # noqa: PLC0415 - see above

        return TeamsMembership(self.client, self.kept)

    def poster(self, limit: float) -> AbstractAsyncContextManager[Poster]:
        """Posts of the bot's own accord, each within ``limit`` seconds."""
        from bot.teams.poster import TeamsPoster  # noqa: PLC0415 - see above

        repeats = self.settings.repeats
        return TeamsPoster(self.client, self.kept, repeats=repeats, limit=limit)

    def _tab(self, served: Served) -> "Tab":
        from bot.teams.signing_on import SigningOn  # noqa: PLC0415 - see above
        from bot.teams.tab import Tab  # noqa: PLC0415 - see above
        from bot.teams.tab_page import TabPage  # noqa: PLC0415 - see above

        own = self.settings
        signing_on = None
        if own.public_url and not own.playground:
            signing_on = SigningOn(own.client_id, own.tenant_id, own.public_url)
        return Tab(served.attendant, served.clock, TabPage(own.client_id), signing_on)

    async def _health(self) -> dict[str, object]:
        trouble = self.client.trouble
        return {"well": not trouble, **({"trouble": trouble} if trouble else {})}


def teams(settings: Settings, database: Database, clock: Clock) -> Teams | None:
    """Teams, where it is configured; whom it can write to is kept in the database."""
    given = settings.teams
    if given is None:
        return None
    from bot.teams.application import Application  # noqa: PLC0415 - see above
    from bot.teams.client import Client  # noqa: PLC0415 - see above
    from bot.teams.references import Kept  # noqa: PLC0415 - see above
    from bot.teams.services import Services  # noqa: PLC0415 - see above

    secret = given.client_secret.reveal() if given.client_secret else ""
    application = Application(given.client_id, given.tenant_id, secret)
    known = Services(playground=given.playground).known
    kept = Kept(DatabaseReferences(database, clock))
    return Teams(given, Client(application, known), kept)
