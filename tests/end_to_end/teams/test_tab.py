"""The tab in a real browser, in a Teams that is played by a few lines of script."""

import re
from base64 import b64encode
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from hashlib import sha384
from pathlib import Path

import pytest
import pytest_asyncio
from aiohttp.test_utils import TestServer
from playwright.async_api import Browser, Page, Route, async_playwright, expect

from bot.reply import Intent, Language, Outcome, Paragraph, Reply
from bot.teams.tab_page import INTEGRITY, TEAMS_JS
from tests.end_to_end.web.visiting import CONTRAST, QUIET, chromium
from tests.fakes.teams_keys import CLIENT_ID, Keys
from tests.unit.home.base import Visit
from tests.unit.teams.tabs import MINE, attending, served

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="module")]

TEAMS = """
window.opened = [];
window.microsoftTeams = {
  app: {
    initialize: () => %(framed)s ? Promise.resolve() : new Promise(() => {}),
    getContext: async () => ({ app: { theme: "%(theme)s" } }),
    registerOnThemeChangeHandler: (handler) => { window.changeTheme = handler; },
    openLink: async (address) => { window.opened.push(address); },
  },
  authentication: {
    getAuthToken: async () => { if (!"%(token)s") throw new Error("refused"); return "%(token)s"; },
  },
};
"""


@dataclass
class Teams:
    """What stands around the tab: whether it is there, its theme, and whom it signs on."""

    page: Page
    server: TestServer
    visit: Visit
    keys: Keys
    console: list[str] = field(default_factory=list)
    elsewhere: list[str] = field(default_factory=list)

    async def open(
        self,
        *,
        theme: str = "default",
        token: str = "",
        framed: bool = True,
        genuine: bool = True,
        query: str = "",
    ) -> None:
        """Open the tab; without ``genuine`` its library is not the one that is pinned."""
        script = TEAMS % {"theme": theme, "token": token, "framed": str(framed).lower()}

        async def library(route: Route) -> None:
            self.elsewhere.append(route.request.url)
            allowed = {"Access-Control-Allow-Origin": "*"}
            await route.fulfill(body=script, content_type="text/javascript", headers=allowed)

        async def document(route: Route) -> None:
            response = await route.fetch()
            html = await response.text()
            digest = b64encode(sha384(script.encode()).digest()).decode()
            await route.fulfill(response=response, body=html.replace(INTEGRITY, f"sha384-{digest}"))

        await self.page.route(re.compile("^https:"), library)
        if genuine:
            await self.page.route(re.compile(r"/teams/home\?"), document)
        self.page.on("console", lambda message: self.console.append(message.text))
        self.page.on("pageerror", lambda error: self.console.append(str(error)))
        await self.page.goto(str(self.server.make_url(f"/teams/home?x&{query}")))

    async def picture(self, name: str, folder: Path) -> None:
        """What it looks like, for whoever wants to see it."""
        await self.page.screenshot(path=folder / f"{name}.png", full_page=True)


@pytest_asyncio.fixture(loop_scope="module", scope="module")
async def browser() -> AsyncIterator[Browser]:
    path = chromium()
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=path, args=QUIET.split())
        yield browser
        await browser.close()


@pytest_asyncio.fixture(loop_scope="module")
async def teams(browser: Browser) -> AsyncIterator[Teams]:
    visit = Visit()
    async with Keys().running() as keys, served(attending(visit), keys) as server:
        context = await browser.new_context(viewport={"width": 900, "height": 900})
        context.set_default_timeout(10_000)
        yield Teams(await context.new_page(), server, visit, keys)
        await context.close()


@pytest.mark.parametrize("theme", ["default", "dark", "contrast"])
async def test_anybody_can_read_it_in_teams_theme(teams: Teams, theme: str, tmp_path: Path) -> None:
    await teams.open(theme=theme)
    await expect(teams.page.locator("html")).to_have_attribute("data-theme", theme)
    await expect(teams.page.get_by_role("status")).to_contain_text("ikke se, hvem du er")
    await expect(teams.page.get_by_text("Anna Hansen").first).to_be_visible()
    await expect(teams.page.get_by_role("button")).to_have_count(0)
    seen = await teams.page.evaluate(CONTRAST)
    assert (seen["seen"] > 10, seen["poor"]) == (True, [])
    await teams.picture(f"read-only-{theme}", tmp_path)
    assert (teams.console, set(teams.elsewhere)) == ([], {TEAMS_JS})


@pytest.mark.parametrize("theme", ["default", "dark", "contrast"])
async def test_who_is_signed_on_sees_their_own(teams: Teams, theme: str, tmp_path: Path) -> None:
    await teams.open(theme=theme, token=teams.keys.signed_on())
    page = teams.page
    await expect(page.get_by_role("heading", name="Indstillinger")).to_be_visible()
    await page.get_by_role("button", name="Påmind mig", exact=True).click()
    await expect(page.get_by_label("Svar")).to_contain_text("Træffet")
    assert len(await teams.visit.keepers.subscriptions.of(MINE)) == 1
    seen = await page.evaluate(CONTRAST)
    assert (seen["seen"] > 20, seen["poor"]) == (True, [])
    await teams.picture(f"signed-on-{theme}", tmp_path)
    await expect(page.get_by_role("status")).to_have_text("")
    assert (teams.console, set(teams.elsewhere)) == ([], {TEAMS_JS})


async def test_a_language_that_is_set_holds_at_once(teams: Teams) -> None:
    await teams.open(token=teams.keys.signed_on())
    await teams.page.get_by_role("button", name="Engelsk").click()
    await expect(teams.page.get_by_role("heading", name="Settings")).to_be_visible()
    await expect(teams.page.locator("html")).to_have_attribute("lang", "en")


async def test_a_command_is_answered_on_the_page(teams: Teams) -> None:
    said = Reply(Outcome.ANSWER, Language.DANISH, (Paragraph("<b>Sådan</b> er det."),))
    teams.visit.inner.will_reply(said)
    await teams.open(token=teams.keys.signed_on())
    await teams.page.get_by_role("button", name="Mere om privatliv").click()
    await expect(teams.page.get_by_label("Svar")).to_have_text("<b>Sådan</b> er det.")
    await expect(teams.page.get_by_label("Svar")).to_be_focused()
    (question,) = teams.visit.inner.questions
    assert question.intent is Intent.COMMAND


async def test_the_chat_is_opened_by_teams(teams: Teams) -> None:
    await teams.open(token=teams.keys.signed_on())
    await expect(teams.page.get_by_role("heading", name="Indstillinger")).to_be_visible()
    await teams.page.get_by_role("link", name="Spørg i chatten").click()
    opened = await teams.page.evaluate("window.opened")
    assert opened == [f"https://teams.microsoft.com/l/chat/0/0?users=28%3A{CLIENT_ID}"]


async def test_the_theme_changes_with_teams(teams: Teams) -> None:
    await teams.open(query="theme=dark")
    await expect(teams.page.get_by_role("status")).not_to_be_empty()
    await teams.page.evaluate("window.changeTheme('contrast')")
    await expect(teams.page.locator("html")).to_have_attribute("data-theme", "contrast")
    await teams.page.evaluate("window.changeTheme('\"><script>')")
    await expect(teams.page.locator("html")).to_have_attribute("data-theme", "default")


@pytest.mark.parametrize("claims", [{"exp": 1}, {"aud": "another"}])
async def test_a_token_that_is_refused_leaves_the_page_for_reading(
    teams: Teams, claims: dict[str, object]
) -> None:
    await teams.open(token=teams.keys.signed_on(**claims))
    await expect(teams.page.get_by_role("status")).to_contain_text("ikke se, hvem du er")
    await expect(teams.page.get_by_text("Anna Hansen").first).to_be_visible()
    await expect(teams.page.get_by_role("button")).to_have_count(0)


async def test_outside_teams_it_is_there_all_the_same(teams: Teams) -> None:
    await teams.page.clock.install()
    await teams.open(framed=False, query="lang=en-gb&theme=dark")
    await expect(teams.page.get_by_role("status")).to_be_empty()
    await teams.page.clock.fast_forward(10_000)
    await expect(teams.page.get_by_role("status")).to_contain_text("could not see who you are")
    await expect(teams.page.locator("html")).to_have_attribute("data-theme", "dark")
    await expect(teams.page.get_by_text("The gathering").first).to_be_visible()


async def test_another_library_than_the_pinned_one_is_not_run(teams: Teams) -> None:
    await teams.open(token=teams.keys.signed_on(), genuine=False)
    await expect(teams.page.get_by_role("status")).to_contain_text("ikke se, hvem du er")
    assert await teams.page.evaluate("typeof window.microsoftTeams") == "undefined"
    assert any("integrity" in line for line in teams.console)


async def test_it_fits_a_telephone(teams: Teams, tmp_path: Path) -> None:
    await teams.page.set_viewport_size({"width": 340, "height": 700})
    await teams.open(token=teams.keys.signed_on())
    await expect(teams.page.get_by_role("heading", name="Indstillinger")).to_be_visible()
    assert await teams.page.evaluate("document.documentElement.scrollWidth") <= 340
    await teams.picture("telephone", tmp_path)


@pytest.mark.parametrize(
    ("host", "shown"),
    [
        ("teams.microsoft.com", True),
        ("teams.cloud.microsoft", True),
        ("outlook.office.com", True),
        ("evil.example", False),
        ("teams.microsoft.com.evil.example", False),
    ],
)
async def test_nobody_else_may_frame_it(teams: Teams, host: str, shown: bool) -> None:
    ours = "https://rain.example.org"

    async def around(route: Route) -> None:
        url = route.request.url
        if url.startswith(ours):
            address = str(teams.server.make_url(url.removeprefix(ours)))
            await route.fulfill(response=await route.fetch(url=address))
        elif url == TEAMS_JS:
            await route.abort()
        else:
            frame = f'<iframe src="{ours}/teams/home"></iframe>'
            await route.fulfill(body=frame, content_type="text/html")

    await teams.page.route(re.compile("^https:"), around)
    await teams.page.goto(f"https://{host}/")
    name = teams.page.frame_locator("iframe").get_by_text("Anna Hansen").first
    if shown:
        await expect(name).to_be_attached()
    else:
        await expect(teams.page.locator("iframe")).to_be_visible()
        await expect(name).not_to_be_attached()
        assert not [frame for frame in teams.page.frames if frame.url.startswith(ours)]
