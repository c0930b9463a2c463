"""The tab over HTTP, for who is signed on."""

import json
import logging
from collections.abc import AsyncIterator
from dataclasses import replace

import pytest
from aiohttp.test_utils import TestClient

from bot.adapting.html import pressing
from bot.adapting.serving import LARGEST_BODY
from bot.reminders.model import Scope, ScopeKind
from bot.reply import (
    Ask,
    AskBox,
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
    Reply,
    Right,
    Setting,
)
from tests.contract.adapter_suite import EVERYTHING
from tests.fakes.responder import FakeResponder
from tests.fakes.teams_keys import Keys
from tests.unit.home.base import YEAR, Visit
from tests.unit.teams.tabs import ASKER, MINE, Client, attending, mine, post, press, served
from tests.unit.web.drawn import Drawn

HOSTILE = "\"'><img src=x onerror=alert(1)><script>alert(2)</script>${title}"


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
