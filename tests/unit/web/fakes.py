"""The chat's surroundings in tests: a calendar, and a site that answers on a real port."""

from collections.abc import Collection
from datetime import datetime

from aiohttp import web
from aiohttp.test_utils import TestServer

from bot.adapting import calendar_files
from bot.ports import Calendar
from bot.reminders.ports import Foretelling, Foretold
from bot.reply import Address, AddressKind
from bot.web.guard import LOOPBACK
from bot.web.site import Site, mount
from tests.fakes.responder import FakeResponder, FixedClock

TAB = "5f0c2f4e-8a55-4a51-9b65-0d5c1a1f3c11"
VISITOR = Address("web", "", AddressKind.PERSON, TAB)


class FakeCalendar(Calendar):
    """Knows one event, ``summer-day``."""

    def ics(self, entry: str | None = None) -> bytes | None:
        if entry in (None, "summer-day"):
            return f"BEGIN:VCALENDAR {entry}".encode()
        return None


class FakeForetelling(Foretelling):
    """Foretells what it is given to whoever asks, or to ``only`` one; records every asking."""

    def __init__(self, *foretold: Foretold, only: Address | None = None) -> None:
        self.foretold = list(foretold)
        self.asked: list[tuple[datetime, datetime]] = []
        self.failing: Exception | None = None
        self._only = only

    async def foretell(
        self, address: Address, since: datetime, until: datetime
    ) -> tuple[Foretold, ...]:
        self.asked.append((since, until))
        if self.failing:
            raise self.failing
        if self._only not in (None, address):
            return ()
        return tuple(one for one in self.foretold if since < one.due <= until)


def served(
    responder: FakeResponder,
    clock: FixedClock,
    hosts: Collection[str] = LOOPBACK,
    foretelling: FakeForetelling | None = None,
) -> TestServer:
    app = web.Application()
    foretelling = foretelling or FakeForetelling()
    calendar_files.mount(app, FakeCalendar())
    mount(app, Site(responder, foretelling, clock), hosts)
    return TestServer(app)
