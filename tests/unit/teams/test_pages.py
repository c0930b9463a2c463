"""The pages that Teams links to: in two languages, and in step with what else is said."""

from collections.abc import AsyncIterator
from html import escape
from pathlib import Path

import pytest
from aiohttp import web
from aiohttp.test_utils import TestClient, TestServer

from bot.reply import Language
from bot.teams import names, pages
from bot.wording import commands
from bot.wording.teams_pages import FORGET_WHERE, IN_TEAMS, PRIVACY_TITLE, TERMS, TERMS_TITLE

DA, EN = Language.DANISH, Language.ENGLISH
Client = TestClient[web.Request, web.Application]


@pytest.fixture
async def client() -> AsyncIterator[Client]:
    app = web.Application()
    pages.mount(app)
    async with TestClient(TestServer(app)) as client:
        yield client


async def shown(client: Client, path: str, accepted: str = "") -> str:
    response = await client.get(path, headers={"Accept-Language": accepted})
    assert response.status == 200
    assert response.content_type == "text/html"
    assert "default-src 'none'" in response.headers["Content-Security-Policy"]
    return await response.text()


@pytest.mark.parametrize("language", Language)
async def test_privacy_says_what_the_bot_says_and_what_is_different_in_teams(
    client: Client, language: Language
) -> None:
    page = await shown(client, names.PRIVACY, language.value)
    assert f"<h1>{PRIVACY_TITLE.say(language)}</h1>" in page
    for told in (
        commands.PRIVACY,
        *commands.PRIVACY_POINTS,
        commands.FORGET_HINT,
        FORGET_WHERE,
        *IN_TEAMS,
    ):
        assert f"<p>{escape(told.say(language))}</p>" in page


@pytest.mark.parametrize("language", Language)
async def test_terms_are_there(client: Client, language: Language) -> None:
    page = await shown(client, names.TERMS, language.value)
    assert f"<h1>{TERMS_TITLE.say(language)}</h1>" in page
    for told in TERMS:
        assert f"<p>{told.say(language)}</p>" in page


@pytest.mark.parametrize(
    ("path", "accepted", "language"),
    [
        ("", "da-DK,da;q=0.9,en;q=0.8", DA),
        ("", "en-GB,da;q=0.5", EN),
        ("", "de", EN),
        ("", "", EN),
        ("?lang=da", "en", DA),
        ("?lang=da-dk", "en", DA),
        ("?lang=en", "da", EN),
        ("?lang=<script>", "da", EN),
    ],
)
async def test_the_address_and_else_the_browser_says_the_language(
    client: Client, path: str, accepted: str, language: Language
) -> None:
    page = await shown(client, names.TERMS + path, accepted)
    assert f'<html lang="{language.value}">' in page
    other = EN if language is DA else DA
    assert f'href="?lang={other.value}"' in page
    assert "<script" not in page


async def test_nothing_can_be_sent_there(client: Client) -> None:
    assert (await client.post(names.PRIVACY)).status == 405


def test_the_document_tells_of_teams_too() -> None:
    document = (Path(__file__).parents[3] / "docs" / "privacy.md").read_text("utf-8")
    assert "**Microsoft Teams.**" in document
