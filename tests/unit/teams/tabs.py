"""The tab over HTTP, with the bot's own page of a small base behind it."""

from aiohttp import web
from aiohttp.test_utils import TestServer

from bot.home.welcoming import Welcoming
from bot.ports import Attendant
from bot.reminders.plan import Rules
from bot.reminders.reminding import Reminding
from bot.reply import Address, AddressKind
from bot.teams.signing_on import SigningOn
from bot.teams.tab import Tab, mount
from bot.teams.tab_page import TabPage
from tests.fakes.responder import FixedClock
from tests.fakes.teams_keys import CLIENT_ID, TENANT, USER, Keys
from tests.unit.assistant.base import SOON
from tests.unit.home.base import Visit

PUBLIC_URL = "https://rain.example.org"
ASKER = f"teams:{TENANT}:{USER}"
MINE = Address("teams", TENANT, AddressKind.PERSON, USER)


def attending(visit: Visit) -> Attendant:
    """Whoever attends, with the stores of a visit; what is asked goes to its fake."""
    keepers = visit.keepers
    reminding = Reminding(
        visit.inner, keepers.subscriptions, lambda: visit.lookup, lambda *_: (), Rules()
    )
    return Welcoming(reminding, keepers, lambda: visit.lookup, Rules())


def served(attendant: Attendant, keys: Keys | None) -> TestServer:
    """The tab; without keys nobody can sign on."""
    signing_on = SigningOn(CLIENT_ID, TENANT, PUBLIC_URL, keys.cloud) if keys else None
    app = web.Application()
    mount(app, Tab(attendant, FixedClock(SOON), TabPage(CLIENT_ID), signing_on))
    return TestServer(app)
