"""Somebody has themselves reminded on the chat page, of what is in the shipped knowledge base."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
import pytest_asyncio
from aiohttp.test_utils import TestServer
from playwright.async_api import Locator, expect

from bot.app.server import application
from bot.config import settings
from bot.desk import Desk
from tests.end_to_end.web.visiting import Visit
from tests.fakes.responder import FixedClock

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="module")]

WEEK = "Påmindelse, onsdag den 1. november 2023 kl. 09.00"
DAY = "Påmindelse, tirsdag den 7. november 2023 kl. 09.00"


@pytest.fixture
def clock() -> FixedClock:
    return FixedClock(datetime(2026, 11, 25, 11, 30, tzinfo=UTC))


@pytest_asyncio.fixture(loop_scope="module")
async def server(
    shipped: Path,
    fitted_cache: Path,
    desk: Desk,  # noqa: ARG001 - what it fitted is in the cache
    clock: FixedClock,
) -> AsyncIterator[TestServer]:
    given = {"KNOWLEDGE": shipped, "CACHE": fitted_cache, "SEMANTIC": "off"}
    chosen = settings({f"RAIN_{name}": str(value) for name, value in given.items()})
    async with TestServer(application(chosen, clock)) as server:
        yield server


async def move(visit: Visit, day: str) -> None:
    async with visit.page.expect_response("**/api/reminders"):
        await visit.page.locator("#day").fill(day)


async def press(visit: Visit, label: str) -> Locator:
    """Presses the last button with this label; the reply."""
    replies = visit.page.locator(".reply")
    count = await replies.count()
    await visit.page.get_by_role("button", name=label, exact=True).last.click()
    await expect(replies).to_have_count(count + 1)
    return replies.last


async def ask(visit: Visit, text: str) -> Locator:
    replies = visit.page.locator(".reply")
    count = await replies.count()
    await visit.ask(text)
    await expect(replies).to_have_count(count + 1)
    return replies.last


async def test_reminded_of_one_event_in_danish(visit: Visit) -> None:
    marks, reminders = visit.page.locator(".posted"), visit.page.locator(".posted + .reply")
    await move(visit, "2023-06-01")
    await ask(visit, "hvornår er WHINN?")
    confirmed = await press(visit, "Påmind mig")
    await expect(confirmed).to_contain_text("onsdag den 1. november 2023 kl. 09.00")

    await move(visit, "2023-11-08")
    await expect(marks).to_have_text([WEEK, DAY])
    await expect(reminders.first).to_contain_text("Begynder om 7 dage")
    await expect(reminders.last).to_contain_text("Begynder i morgen")
    for reminder in await reminders.all():
        await expect(reminder).to_contain_text("WHINN")
        await expect(reminder).to_contain_text("Odense")


async def test_the_day_moved_on_step_by_step_and_back(visit: Visit) -> None:
    marks = visit.page.locator(".posted")
    await move(visit, "2023-06-01")
    await ask(visit, "påmind mig om WHINN")
    await move(visit, "2023-11-01")
    await expect(marks).to_have_text([WEEK])
    await move(visit, "2023-10-01")
    await move(visit, "2023-11-06")
    await move(visit, "2023-11-07")
    await expect(marks).to_have_text([WEEK, DAY])
    ended = await press(visit, "Stop påmindelser om det")
    await expect(ended).to_contain_text("stoppet")
    await move(visit, "2023-06-01")
    await ask(visit, "mine påmindelser")
    await move(visit, "2023-12-01")
    await expect(visit.page.locator("article").last).not_to_contain_text("Begynder")
    await expect(marks).to_have_text([WEEK, DAY])


async def test_reminded_of_all_events_in_english(visit: Visit) -> None:
    marks = visit.page.locator(".posted")
    await visit.page.get_by_role("link", name="English").click()
    await move(visit, "2023-06-01")
    await ask(visit, "remind me of all events")
    await move(visit, "2023-06-22")
    await expect(marks).to_have_text(
        [
            "Reminder, Tuesday 6 June 2023 at 09:00",
            "Reminder, Wednesday 14 June 2023 at 09:00",
            "Reminder, Tuesday 20 June 2023 at 09:00",
            "Reminder, Wednesday 21 June 2023 at 14:15",
        ]
    )
    last = visit.page.locator(".posted + .reply").last
    await expect(last).to_contain_text("Starts in one hour, at 15:15")
    await expect(last).to_have_attribute("lang", "en")


async def test_another_tab_is_not_reminded(visit: Visit) -> None:
    await move(visit, "2023-06-01")
    await ask(visit, "påmind mig om WHINN")
    other = await visit.page.context.new_page()
    await other.goto(visit.page.url)
    for day in ("2023-06-01", "2023-11-08"):
        async with other.expect_response("**/api/reminders") as response:
            await other.locator("#day").fill(day)
        answer = await (await response.value).json()
    assert answer["reminders"] == []
    await expect(other.locator("#log > *")).to_have_count(0)


@pytest.mark.parametrize("visit", [{"java_script_enabled": False}], indirect=True)
async def test_without_scripts_it_is_said_where_reminders_come(visit: Visit) -> None:
    await visit.page.locator("#day").fill("2023-06-01")
    await visit.page.locator("#question").fill("påmind mig om WHINN")
    await visit.page.get_by_role("button", name="Send").click()
    await expect(visit.page.locator(".reply")).to_contain_text(
        "Påmindelser kommer i Slack og Teams"
    )
