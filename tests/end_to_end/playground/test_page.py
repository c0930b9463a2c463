"""The Playground's own page in a browser: somebody types, reads a card, and presses a button.

Its cards are drawn by the same library as in Teams. The pictures go below ``build/playground``.
"""

from collections.abc import AsyncIterator

import pytest
import pytest_asyncio
from playwright.async_api import Locator, Page, Route, ViewportSize, async_playwright

from tests.end_to_end.playground.day_passing import PASS_ON, RESPOND, SENT, TAKE, UNKNOWN
from tests.end_to_end.playground.scene import Scene
from tests.end_to_end.playground.tenant import NAME
from tests.end_to_end.playground.test_flow import LOG
from tests.end_to_end.web.visiting import QUIET, chromium

WIDE: ViewportSize = {"width": 1400, "height": 1200}
SEEN_WITHIN = 10_000
pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="module")]


@pytest_asyncio.fixture(loop_scope="module")
async def page(teams: Scene) -> AsyncIterator[Page]:
    """The page, just opened, on a machine without a network."""
    path = chromium()
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=path, args=QUIET.split())
        context = await browser.new_context(viewport=WIDE, locale="da-DK")
        context.set_default_timeout(SEEN_WITHIN)
        opened = await context.new_page()
        await opened.route("**/*", _stay_here)
        await opened.goto(teams.wire.playground)
        yield opened
        await browser.close()


async def test_somebody_asks_and_chooses(page: Page) -> None:
    await page.get_by_text("What I can help with").wait_for()
    await _writes(page, "hvem er Kristian?")
    offer = _card(page, "Hvem mener du?")
    await offer.wait_for()
    await page.screenshot(path=LOG / "page-choice.png")
    await offer.get_by_role("button", name="Kristian Kvist").click()
    answer = _card(page, "kgk@rsyd.dk")
    await answer.wait_for()
    await offer.wait_for(state="detached")
    await page.screenshot(path=LOG / "page-chosen.png")
    await answer.get_by_role("button", name="Tilbage").click()
    await offer.wait_for()


async def test_somebody_asks_for_events_and_is_reminded_of_one(page: Page) -> None:
    await page.get_by_text("What I can help with").wait_for()
    await _writes(page, "hvornår er WHINN?")
    event = _card(page, "Week of Health and Innovation 2023")
    await event.wait_for()
    await page.screenshot(path=LOG / "page-event.png")
    await event.get_by_role("button", name="Påmind mig").click()
    await _card(page, "onsdag den 1. november 2023 kl. 09.00").wait_for()
    await page.screenshot(path=LOG / "page-reminder.png")


async def test_somebody_passes_a_question_on_and_somebody_takes_it(page: Page) -> None:
    await page.get_by_role("treeitem").filter(has_text="rain-svarer").click()
    await page.get_by_text("What I can help with").wait_for()  # so it is in the team now
    await page.get_by_role("treeitem").filter(has_text="General").click()
    await _mentions(page, UNKNOWN)
    await page.get_by_role("button", name=PASS_ON).click()
    form = _card(page, "This is what will be sent")
    await form.get_by_role("textbox").fill(SENT)
    await page.screenshot(path=LOG / "page-form.png")
    await form.get_by_role("button", name="Send").click()
    await _card(page, "The question is sent").wait_for()

    await page.get_by_role("treeitem").filter(has_text="rain-svarer").click()
    passed = _card(page, SENT)
    await passed.get_by_role("button", name=TAKE).click()
    await _card(page, "Anna Testesen tager spørgsmålet.").wait_for()
    await page.screenshot(path=LOG / "page-taken.png")
    await passed.get_by_role("button", name=RESPOND).click()
    await _card(page, "Svar på spørgsmålet").wait_for()
    await page.screenshot(path=LOG / "page-answer.png")


async def _stay_here(route: Route) -> None:
    if route.request.url.startswith(("http://127.0.0.1", "data:")):
        await route.continue_()
    else:
        await route.abort()  # its typeface


async def _writes(page: Page, text: str) -> None:
    await page.locator("[role=textbox][data-lexical-editor]").first.click()
    await page.keyboard.type(text)
    await page.keyboard.press("Enter")


async def _mentions(page: Page, text: str) -> None:
    await page.locator("[role=textbox][data-lexical-editor]").first.click()
    await page.keyboard.type(f"@{NAME}")
    await page.get_by_role("menu").get_by_text(NAME).click()
    await page.keyboard.type(f" {text}")
    await page.get_by_role("button", name="Post").click()


def _card(page: Page, text: str) -> Locator:
    """The card that says this."""
    return page.locator(".ac-adaptiveCard").filter(has_text=text)
