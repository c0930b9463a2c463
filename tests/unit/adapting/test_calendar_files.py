"""Events as files for calendar programs."""

from collections.abc import AsyncIterator
from typing import Any

import pytest
from aiohttp import web
from aiohttp.test_utils import TestClient, TestServer

from bot.adapting.calendar_files import mount
from tests.unit.web.fakes import FakeCalendar

Client = TestClient[Any, Any]


@pytest.fixture
async def client() -> AsyncIterator[Client]:
    app = web.Application()
    mount(app, FakeCalendar())
    async with TestClient(TestServer(app)) as client:
        yield client


@pytest.mark.parametrize("host", ["localhost", "rain.example.org"])
async def test_all_events_and_each_are_files_under_any_name(client: Client, host: str) -> None:
    headers = {"Host": host}
    everything = await client.get("/events.ics", headers=headers)
    one = await client.get("/events/summer-day.ics", headers=headers)
    assert everything.content_type == one.content_type == "text/calendar"
    assert await everything.text() == "BEGIN:VCALENDAR None"
    assert await one.text() == "BEGIN:VCALENDAR summer-day"
    assert one.headers["Content-Disposition"] == 'attachment; filename="summer-day.ics"'


async def test_no_such_event(client: Client) -> None:
    response = await client.get("/events/winter-day.ics")
    assert response.status == 404
    assert (await response.json())["error"] == "Det findes ikke her."


@pytest.mark.parametrize("path", ["/events.ics", "/events/none.ics"])
async def test_every_response_is_hardened(client: Client, path: str) -> None:
    headers = (await client.get(path)).headers
    assert "default-src 'none'" in headers["Content-Security-Policy"]
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Cache-Control"] == "no-store"
    assert "Access-Control-Allow-Origin" not in headers
