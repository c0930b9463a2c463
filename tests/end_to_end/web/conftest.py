"""A browser for the module, and a fresh visit for each test."""

from collections.abc import AsyncIterator

import pytest
import pytest_asyncio
from aiohttp.test_utils import TestServer
from playwright.async_api import Browser, async_playwright

from bot.reply import Language
from tests.end_to_end.web.visiting import QUIET, Visit, chromium
from tests.fakes.responder import FakeResponder, FixedClock, said
from tests.unit.web.fakes import FakeForetelling, served


@pytest_asyncio.fixture(loop_scope="module", scope="module")
async def browser() -> AsyncIterator[Browser]:
    path = chromium()
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=path, args=QUIET.split())
        yield browser
        await browser.close()


@pytest.fixture
def responder() -> FakeResponder:
    return FakeResponder(said("Et svar.", Language.DANISH))


@pytest.fixture
def foretelling() -> FakeForetelling:
    return FakeForetelling()


@pytest.fixture
def clock() -> FixedClock:
    return FixedClock()


@pytest_asyncio.fixture(loop_scope="module")
async def server(
    responder: FakeResponder, foretelling: FakeForetelling, clock: FixedClock
) -> AsyncIterator[TestServer]:
    async with served(responder, clock, foretelling=foretelling) as server:
        yield server


@pytest_asyncio.fixture(loop_scope="module")
async def visit(
    browser: Browser,
    server: TestServer,
    responder: FakeResponder,
    request: pytest.FixtureRequest,
) -> AsyncIterator[Visit]:
    """A fresh visit; whatever the test does, the page stays quiet and at home."""
    context = await browser.new_context(**getattr(request, "param", {}))
    context.set_default_timeout(10_000)
    visit = Visit(await context.new_page(), responder, server)
    visit.watch()
    await visit.page.goto(str(server.make_url("/")))
    yield visit
    await context.close()
    complaints = [line for line in visit.console if visit.expected not in line]
    assert (complaints, visit.elsewhere, visit.dialogs) == ([], [], [])
