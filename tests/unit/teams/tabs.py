"""The tab over HTTP, with the bot's own page of a small base behind it."""

from typing import Any

from aiohttp import ClientResponse, web
from aiohttp.test_utils import TestClient, TestServer

from bot.adapting.html import pressing
from bot.home.welcoming import Welcoming
from bot.ports import Attendant
from bot.reminders.plan import Rules
from bot.reminders.reminding import Reminding
from bot.reply import Address, AddressKind, Press
from bot.teams.signing_on import SigningOn
from bot.teams.tab import Tab, mount
from bot.teams.tab_page import TabPage
from tests.fakes.responder import FixedClock
from tests.fakes.teams_keys import CLIENT_ID, TENANT, USER, Keys
from tests.unit.assistant.base import SOON
from tests.unit.home.base import Visit

Client = TestClient[Any, Any]
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


async def mine(client: Client, keys: Keys, lang: str = "da") -> dict[str, str]:
    """What the page gets for who is signed on."""
    response = await post(client, "mine", {"lang": lang}, keys.signed_on())
    assert response.status == 200
    answer: dict[str, str] = await response.json()
    return answer


async def post(
    client: Client, path: str, body: object, token: str = "", **headers: str
) -> ClientResponse:
    authorization = {"Authorization": f"Bearer {token}"} if token else {}
    return await client.post(f"/teams/home/{path}", json=body, headers=authorization | headers)


async def press(client: Client, keys: Keys, button: Press) -> dict[str, str]:
    name, value = pressing.written(button)
    response = await post(
        client, "press", {"name": name, "value": value, "lang": "da"}, keys.signed_on()
    )
    answer: dict[str, str] = await response.json()
    assert response.status == 200, answer
    return answer
