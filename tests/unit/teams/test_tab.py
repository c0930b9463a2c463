"""The tab over HTTP: what anybody sees, and what only who is signed on does."""

import json
import logging
import re
from collections.abc import AsyncIterator
from dataclasses import replace
from typing import Any

import pytest
from aiohttp import ClientResponse
from aiohttp.test_utils import TestClient

from bot.adapting.html import pressing
from bot.adapting.serving import LARGEST_BODY
from bot.reminders.model import Scope, ScopeKind
from bot.reply import (
    Ask,
    AskBox,
    Audience,
    Command,
    Heading,
    Intent,
    Language,
    Listing,
    Note,
    Offers,
    Option,
    Outcome,
    Paragraph,
    Part,
    Press,
    Remind,
    Reply,
    Right,
    Setting,
)
from bot.teams.tab import language
from tests.contract.adapter_suite import EVERYTHING
from tests.fakes.responder import FakeResponder
from tests.fakes.teams_keys import CLIENT_ID, Keys
from tests.unit.home.base import YEAR, Visit
from tests.unit.teams.tabs import ASKER, MINE, attending, served
from tests.unit.web.drawn import Drawn

Client = TestClient[Any, Any]
HOSTILE = "\"'><img src=x onerror=alert(1)><script>alert(2)</script>${title}"
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


async def mine(client: Client, keys: Keys, lang: str = "da") -> dict[str, str]:
    response = await post(client, "mine", {"lang": lang}, keys.signed_on())
    assert response.status == 200
    answer: dict[str, str] = await response.json()
    return answer


async def post(
    client: Client, path: str, body: object, token: str = "", **headers: str
) -> ClientResponse:
    authorization = {"Authorization": f"Bearer {token}"} if token else {}
    return await client.post(f"/teams/home/{path}", json=body, headers=authorization | headers)


async def press(client: Client, keys: Keys, button: Press) -> dict[str, str]:
    name, value = pressing.written(button)
    response = await post(
        client, "press", {"name": name, "value": value, "lang": "da"}, keys.signed_on()
    )
    answer: dict[str, str] = await response.json()
    assert response.status == 200, answer
    return answer


# --- for anybody


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


# --- for who is signed on


async def test_who_is_signed_on_sees_their_own(client: Client, keys: Keys, visit: Visit) -> None:
    await visit.keepers.askers.keep_language(ASKER, Language.ENGLISH, YEAR)
    answer = await mine(client, keys)
    assert answer["language"] == "en"
    for shown in ("Settings", "What I keep about you", "Remind me"):
        assert shown in answer["html"]


async def test_a_reminder_is_kept_where_the_bot_writes_to_them(
    client: Client, keys: Keys, visit: Visit
) -> None:
    answer = await press(client, keys, Press(Intent.REMIND, "gathering"))
    (kept,) = await visit.keepers.subscriptions.of(MINE)
    assert kept.scope == Scope(ScopeKind.EVENT, "gathering")
    said, home = answer["html"].split("</section>")
    assert "Træffet" in said
    assert "data-stop" in home
    await press(client, keys, Press(Intent.STOP_REMINDING, "gathering"))
    assert await visit.keepers.subscriptions.of(MINE) == ()


async def test_a_setting_is_kept_and_shown_at_once(
    client: Client, keys: Keys, visit: Visit
) -> None:
    answer = await press(client, keys, Press(Intent.SETTING, "language", "en"))
    assert (answer["language"], "Settings" in answer["html"]) == ("en", True)
    assert 'class="said"' not in answer["html"]
    assert (await visit.askers.recall(ASKER)).language is Language.ENGLISH


async def test_a_question_that_is_pressed_is_answered_above_the_page(
    client: Client, keys: Keys, visit: Visit
) -> None:
    visit.inner.will_reply(Reply(Outcome.ANSWER, Language.DANISH, (Paragraph("Det er Bo."),)))
    answer = await press(client, keys, Press(Intent.COMMAND, text="who"))
    said, home = answer["html"].split("</section>")
    assert "Det er Bo." in said
    assert "Indstillinger" in home
    (question,) = visit.inner.questions
    assert (question.asker, question.mine, question.here, question.there) == (
        ASKER, MINE, None, None
    )  # fmt: skip


@pytest.mark.parametrize(
    "intent",
    [Intent.FORWARD, Intent.FORWARDED, Intent.TAKE, Intent.RESPOND, Intent.RESPONDED,
     Intent.CALENDAR, Intent.HOME],
)  # fmt: skip
async def test_what_belongs_in_the_chat_is_not_done_here(
    client: Client, keys: Keys, visit: Visit, intent: Intent
) -> None:
    name, value = pressing.written(Press(intent, "x", "y"))
    response = await post(client, "press", {"name": name, "value": value}, keys.signed_on())
    assert response.status == 400
    assert "i chatten" in (await response.json())["error"]
    assert visit.inner.questions == []


@pytest.mark.parametrize(
    "body",
    [{}, [], 7, "x", {"name": "press"}, {"name": "press", "value": "{"}, {"name": 1, "value": 2},
     {"name": "nothing", "value": "x"}, {"name": "press", "value": '{"intent": "nothing"}'},
     {"name": "remind", "value": "x" * 4001}, {"name": "remind", "value": "x", "lang": "sv"}],
    ids=lambda body: json.dumps(body)[:40],
)  # fmt: skip
async def test_a_bad_press_is_refused(
    client: Client, keys: Keys, visit: Visit, body: object
) -> None:
    response = await post(client, "press", body, keys.signed_on())
    assert response.status == 400
    assert "kunne ikke læses" in (await response.json())["error"]
    assert await visit.keepers.subscriptions.of(MINE) == ()


@pytest.mark.parametrize("path", ["mine", "press"])
async def test_a_body_has_limits(client: Client, keys: Keys, path: str) -> None:
    token = {"Authorization": f"Bearer {keys.signed_on()}"}
    form = await client.post(f"/teams/home/{path}", data={"lang": "da"}, headers=token)
    assert form.status == 415
    large = json.dumps({"lang": "da", "x": "x" * LARGEST_BODY})
    headers = {**token, "Content-Type": "application/json"}
    much = await client.post(f"/teams/home/{path}", data=large, headers=headers)
    assert much.status == 413


@pytest.mark.parametrize("path", ["mine", "press"])
@pytest.mark.parametrize(
    "claims", [{"aud": "x"}, {"iss": "https://login.example/"}, {"exp": 1}, {"scp": "x"}], ids=str
)
async def test_nobody_is_let_in_with_another_token(
    client: Client, keys: Keys, visit: Visit, path: str, claims: dict[str, object]
) -> None:
    body = {"name": "remind", "value": "gathering"}
    response = await post(client, path, body, keys.signed_on(**claims))
    assert response.status == 401
    assert (await response.json()).keys() == {"error"}
    assert await visit.keepers.subscriptions.of(MINE) == ()


@pytest.mark.parametrize("path", ["mine", "press"])
async def test_nobody_is_let_in_without_a_token(client: Client, path: str) -> None:
    response = await post(client, path, {}, **{"Accept-Language": "en"})
    assert response.status == 401
    assert "could not see who you are" in (await response.json())["error"]


async def test_hostile_text_stays_text(keys: Keys) -> None:
    parts: tuple[Part, ...] = (
        Heading(HOSTILE), Paragraph(HOSTILE), Listing((HOSTILE,)), Note(HOSTILE),
        AskBox(HOSTILE, HOSTILE, HOSTILE), Offers((Ask(HOSTILE, HOSTILE),)),
        Setting(HOSTILE, HOSTILE, (Option(HOSTILE, HOSTILE), Option("a", HOSTILE)), "a"),
    )  # fmt: skip
    home = replace(EVERYTHING, parts=(*EVERYTHING.parts, *parts), home=True)
    said = Reply(
        Outcome.ANSWER, Language.DANISH, (Paragraph(HOSTILE), Offers((Right(HOSTILE, ()),)))
    )
    async with TestClient(served(FakeResponder(home, said, home), keys)) as client:
        html = await (await client.get("/teams/home")).text()
        answer = await press(client, keys, Press(Intent.ASK, text=HOSTILE))
    for drawn in (html, answer["html"]):
        assert "<img" not in drawn
        assert "<script>alert" not in drawn
        assert "&lt;script&gt;alert(2)&lt;/script&gt;${title}" in drawn
    content = answer["html"].replace("<section", "<div").replace("</section", "</div")
    assert "LIVE[img" not in Drawn(content).shown


async def test_a_failure_is_told_and_logged_without_words(
    keys: Keys, caplog: pytest.LogCaptureFixture
) -> None:
    async with TestClient(served(FakeResponder(ValueError("quotes: a secret")), keys)) as client:
        with caplog.at_level(logging.DEBUG):
            response = await post(client, "mine", {}, keys.signed_on())
            shown = await response.text()
    assert response.status == 500
    assert "a secret" not in caplog.text + shown
