"""The chat's surroundings in tests: a calendar, and a site that answers on a real port."""

from collections.abc import Collection

from aiohttp import web
from aiohttp.test_utils import TestServer

from bot.ports import Calendar
from bot.web.guard import LOOPBACK
from bot.web.site import mount
from tests.fakes.responder import FakeResponder, FixedClock


class FakeCalendar(Calendar):
    """Knows one event, ``summer-day``."""

    def ics(self, entry: str | None = None) -> bytes | None:
        if entry in (None, "summer-day"):
            return f"BEGIN:VCALENDAR {entry}".encode()
        return None


def served(
    responder: FakeResponder, clock: FixedClock, hosts: Collection[str] = LOOPBACK
) -> TestServer:
    app = web.Application()
    mount(app, responder, clock, FakeCalendar(), hosts)
    return TestServer(app)
