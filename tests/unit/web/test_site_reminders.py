"""The reminders of time that passed, over HTTP."""

import json
import logging
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from aiohttp.test_utils import TestClient

from bot.adapting.serving import LARGEST_BODY
from bot.reminders.ports import Foretold
from bot.reply import Heading, Language, Outcome, Reply, StopReminding
from tests.fakes.responder import FakeResponder, FixedClock, said
from tests.unit.web.drawn import Drawn
from tests.unit.web.fakes import TAB, VISITOR, FakeForetelling, served

Client = TestClient[Any, Any]
JSON = {"Content-Type": "application/json"}
HOSTILE = "<script>alert(1)</script>"
OTHER = "00000000-8a55-4a51-9b65-0d5c1a1f3c11"
DAYS = {"tab": TAB, "since": "2023-06-01", "until": "2023-11-08", "lang": "da"}


def reply(title: str, language: Language = Language.DANISH) -> Reply:
    stop = StopReminding("Stop", "summer-day")
    return Reply(Outcome.ANSWER, language, (Heading(title),), (stop,))


WEEK = Foretold(datetime(2023, 10, 4, 7, tzinfo=UTC), reply("Om 7 dage"))
DAY = Foretold(datetime(2023, 11, 1, 8, tzinfo=UTC), reply("In one day", Language.ENGLISH))


@pytest.fixture
def foretelling() -> FakeForetelling:
    return FakeForetelling(WEEK, DAY, only=VISITOR)


@pytest.fixture
def clock() -> FixedClock:
    return FixedClock()


@pytest.fixture
async def client(foretelling: FakeForetelling, clock: FixedClock) -> AsyncIterator[Client]:
    async with TestClient(served(FakeResponder(), clock, foretelling=foretelling)) as client:
        yield client


async def told(client: Client, **asked: str | None) -> dict[str, Any]:
    response = await client.post("/api/reminders", json={**DAYS, **asked})
    assert response.status == 200
    answer: dict[str, Any] = await response.json()
    assert answer.keys() == {"reminders", "until"}
    return answer


async def test_the_reminders_come_in_order_each_with_its_time(client: Client) -> None:
    first, second = (await told(client))["reminders"]
    assert first.keys() == second.keys() == {"due", "when", "html"}
    assert first["due"] == "2023-10-04T09:00:00+02:00"
    assert first["when"] == "Påmindelse, onsdag den 4. oktober 2023 kl. 09.00"
    assert second["due"] == "2023-11-01T09:00:00+01:00"
    assert second["when"] == "Påmindelse, onsdag den 1. november 2023 kl. 09.00"
    assert "Om 7 dage" in first["html"]
    assert "In one day" in second["html"]
    assert Drawn(first["html"]).buttons["Stop"]["data-stop"] == "summer-day"


async def test_the_time_is_told_in_the_pages_language(client: Client) -> None:
    first, second = (await told(client, lang="en"))["reminders"]
    assert first["when"] == "Reminder, Wednesday 4 October 2023 at 09:00"
    assert second["when"] == "Reminder, Wednesday 1 November 2023 at 09:00"
    assert 'lang="da"' in first["html"], "a reminder is in the language it was asked for in"


async def test_where_the_page_has_none_it_is_told_in_the_reminders(client: Client) -> None:
    first, second = (await told(client, lang=None))["reminders"]
    assert first["when"].startswith("Påmindelse, ")
    assert second["when"].startswith("Reminder, ")


async def test_another_tab_sees_nothing(client: Client) -> None:
    assert (await told(client, tab=OTHER))["reminders"] == []


async def test_without_a_tab_nothing_is_asked(client: Client, foretelling: FakeForetelling) -> None:
    assert (await told(client, tab=""))["reminders"] == []
    assert foretelling.asked == []


@pytest.mark.parametrize("until", ["2023-06-01", "2023-05-31", "1970-01-01"])
async def test_time_turned_back_brings_nothing(
    client: Client, foretelling: FakeForetelling, until: str
) -> None:
    answer = await told(client, until=until)
    assert answer["reminders"] == []
    assert answer["until"].startswith(until)
    assert foretelling.asked == []


async def test_going_on_from_where_it_ended_nothing_is_lost_or_doubled(
    client: Client, foretelling: FakeForetelling, clock: FixedClock
) -> None:
    """However the real time goes on between two moves of the day."""
    clock.move(timedelta(hours=-5, minutes=-1))
    october = await told(client, until="2023-10-04")
    assert october["until"] == "2023-10-04T08:59:00+02:00"
    clock.move(timedelta(minutes=5))
    rest = await told(client, since=october["until"])
    assert [len(part["reminders"]) for part in (october, rest)] == [0, 2]
    (_, middle), (again, _) = foretelling.asked
    assert middle == again
    assert rest["until"] == "2023-11-08T09:04:00+01:00"


async def test_what_a_reminder_says_is_escaped(
    client: Client, foretelling: FakeForetelling
) -> None:
    foretelling.foretold = [Foretold(WEEK.due, said(HOSTILE))]
    ((only),) = (await told(client))["reminders"]
    assert HOSTILE not in only["html"]
    assert HOSTILE in Drawn(only["html"]).shown


# --- what is not served


async def sentence(client: Client, data: bytes, headers: dict[str, str]) -> tuple[int, str]:
    response = await client.post("/api/reminders", data=data, headers=headers)
    error = (await response.json())["error"]
    assert error.endswith(".")
    assert "Traceback" not in error
    return response.status, error


@pytest.mark.parametrize(
    "body",
    ["", "{", "[]", "{}", '{"tab": 1, "since": "2023-06-01", "until": "2023-06-02"}',
     '{"since": "2023-06-01"}', '{"since": 1, "until": 2}'],
)  # fmt: skip
async def test_a_bad_body_is_refused(
    client: Client, foretelling: FakeForetelling, body: str
) -> None:
    status, error = await sentence(client, body.encode(), JSON)
    assert (status, "Genindlæs siden" in error) == (400, True)
    assert foretelling.asked == []


async def test_a_bad_day_is_refused_in_the_browsers_language(client: Client) -> None:
    body = json.dumps({**DAYS, "until": "soon"}).encode()
    status, error = await sentence(client, body, {**JSON, "Accept-Language": "en"})
    assert (status, "Write it like 2023-06-21" in error) == (400, True)


async def test_too_large_a_body_is_refused(client: Client) -> None:
    body = json.dumps({**DAYS, "more": "x" * LARGEST_BODY}).encode()
    assert (await sentence(client, body, JSON))[0] == 413


async def test_a_form_elsewhere_cannot_ask(client: Client, foretelling: FakeForetelling) -> None:
    body = json.dumps(DAYS).encode()
    assert (await sentence(client, body, {"Content-Type": "text/plain"}))[0] == 415
    assert (await sentence(client, body, {**JSON, "Host": "evil.example"}))[0] == 403
    assert foretelling.asked == []


async def test_a_failure_is_told_by_reference(
    client: Client, foretelling: FakeForetelling, caplog: pytest.LogCaptureFixture
) -> None:
    foretelling.failing = ValueError("detail")
    with caplog.at_level(logging.DEBUG):
        response = await client.post("/api/reminders", json=DAYS)
    answer = await response.json()
    assert response.status == 500
    assert answer["reference"] in answer["error"]
    assert TAB not in caplog.text


async def test_it_is_asked_by_posting_alone(client: Client) -> None:
    assert (await client.get("/api/reminders")).status == 405
