"""The tab over HTTP, as anybody sees it."""

import re
from collections.abc import AsyncIterator

import pytest
from aiohttp.test_utils import TestClient

from bot.reply import (
    Ask,
    Audience,
    Command,
    Language,
    Offers,
    Outcome,
    Remind,
    Reply,
)
from bot.teams.tab import language
from tests.fakes.responder import FakeResponder
from tests.fakes.teams_keys import CLIENT_ID, Keys
from tests.unit.home.base import YEAR, Visit
from tests.unit.teams.tabs import ASKER, Client, attending, post, served

PERSONAL = ("Indstillinger", "Det gemmer jeg om dig", "Påmind", "<button")


@pytest.fixture
async def keys() -> AsyncIterator[Keys]:
    async with Keys().running() as keys:
        yield keys


@pytest.fixture
def visit() -> Visit:
    return Visit()


@pytest.fixture
async def client(visit: Visit, keys: Keys) -> AsyncIterator[Client]:
    async with TestClient(served(attending(visit), keys)) as client:
        yield client


async def test_anybody_sees_contacts_and_events(client: Client) -> None:
    html = await (await client.get("/teams/home")).text()
    assert '<html lang="da" data-theme="default">' in html
    for shown in ("Anna Hansen", "anna@example.dk", "Træffet", "https://example.dk/tilmelding",
                  "/events/gathering.ics", "Brevet"):  # fmt: skip
        assert shown in html


async def test_anybody_sees_nothing_of_anybody(client: Client, visit: Visit) -> None:
    await visit.keepers.askers.keep_audience(ASKER, Audience.COMPANY, YEAR)
    await visit.keepers.askers.keep_language(ASKER, Language.ENGLISH, YEAR)
    html = await (await client.get("/teams/home")).text()
    content = html.partition('id="home"')[2]
    assert not [shown for shown in PERSONAL if shown in content]


async def test_a_question_is_a_link_to_the_chat(client: Client) -> None:
    html = await (await client.get("/teams/home")).text()
    assert f'href="https://teams.microsoft.com/l/chat/0/0?users=28%3A{CLIENT_ID}"' in html


async def test_questions_and_commands_are_filled_in_there(keys: Keys) -> None:
    offers = Offers((Ask("Alle", "hvad & hvornår?"), Command("Hvem", "who"), Remind("Mind", "x")))
    home = Reply(Outcome.HELP, Language.DANISH, (offers,), home=True)
    async with TestClient(served(FakeResponder(home), keys)) as client:
        html = await (await client.get("/teams/home")).text()
    chat = f"https://teams.microsoft.com/l/chat/0/0?users=28%3A{CLIENT_ID}&amp;message="
    assert f"{chat}hvad+%26+hvorn%C3%A5r%3F" in html
    assert f"{chat}who" in html
    assert ">Mind<" not in html


@pytest.mark.parametrize(
    ("query", "marks"),
    [
        ("lang=en-gb&theme=dark", 'lang="en" data-theme="dark"'),
        ("lang=en-US", 'lang="en" data-theme="default"'),
        ("lang=da-dk&theme=contrast", 'lang="da" data-theme="contrast"'),
        ("lang=sv-se&theme=glass", 'lang="da" data-theme="default"'),
        ('lang="><script>&theme="><script>', 'lang="da" data-theme="default"'),
    ],
)
async def test_it_is_in_teams_language_and_theme(client: Client, query: str, marks: str) -> None:
    html = await (await client.get(f"/teams/home?{query}")).text()
    assert f"<html {marks}>" in html
    assert '"><script>' not in html


def test_danish_is_for_whoever_reads_no_english() -> None:
    assert [language(one) for one in ("en", "EN-GB", "da-dk", "nb-no", "")] == [
        Language.ENGLISH, Language.ENGLISH, *[Language.DANISH] * 3
    ]  # fmt: skip


async def test_without_signing_on_it_is_for_reading(visit: Visit, keys: Keys) -> None:
    async with TestClient(served(attending(visit), None)) as client:
        html = await (await client.get("/teams/home")).text()
        assert 'data-signing-on=""' in html
        for path in ("mine", "press"):
            assert (await post(client, path, {}, keys.signed_on())).status == 404


async def test_teams_library_is_pinned(client: Client) -> None:
    html = await (await client.get("/teams/home")).text()
    (script,) = re.findall(r'<script src="(https://[^"]+)" ([^>]+)>', html)
    assert re.fullmatch(r"https://res\.cdn\.office\.net/teams-js/\d+\.\d+\.\d+/js/.*", script[0])
    assert re.search(r'integrity="sha384-[\w+/=]{64}" crossorigin="anonymous"', script[1])


@pytest.mark.parametrize("path", ["", "/tab.js", "/tab.css", "/parts.css", "/none", "/mine"])
async def test_every_response_is_hardened(client: Client, path: str) -> None:
    headers = (await client.get(f"/teams/home{path}")).headers
    policy = dict(part.split(" ", 1) for part in headers["Content-Security-Policy"].split("; "))
    script, *frames = policy["script-src"], *policy["frame-ancestors"].split()
    assert policy["default-src"] == policy["base-uri"] == policy["form-action"] == "'none'"
    assert re.fullmatch(r"'self' https://res\.cdn\.office\.net/teams-js/[\d.]+/js/\S+", script)
    assert "'unsafe-inline'" not in headers["Content-Security-Policy"]
    assert {"https://teams.microsoft.com", "https://*.cloud.microsoft"} < set(frames)
    assert all(re.fullmatch(r"https://(\*\.)?[a-z0-9-]+(\.[a-z0-9-]+)+", one) for one in frames)
    assert headers["Cache-Control"] == "no-store"
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert "Set-Cookie" not in headers
    assert "Access-Control-Allow-Origin" not in headers


@pytest.mark.parametrize("path", ["/none", "/tab.html", "/..%2Ftab.py", "/__init__.py"])
async def test_nothing_else_is_served(client: Client, path: str) -> None:
    assert (await client.get(f"/teams/home{path}")).status == 404
