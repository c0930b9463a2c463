"""The site over HTTP."""

import json
import logging
from collections.abc import AsyncIterator
from typing import Any

import pytest
from aiohttp import ClientResponse
from aiohttp.test_utils import TestClient
from yarl import URL

from bot.adapting.serving import LARGEST_BODY
from bot.plain_text import plain_text
from bot.reply import Choose, Intent, Language, Outcome, Paragraph, Reply
from tests.fakes.responder import FakeResponder, FixedClock, said
from tests.unit.web.fakes import served

OFFER = Reply(
    Outcome.CHOOSE, Language.DANISH, (Paragraph("Mener du <dette>?"),), (Choose("CAI-X", "cai-x"),)
)
JSON = {"Content-Type": "application/json"}
HOSTILE = "<script>alert(1)</script>"

Client = TestClient[Any, Any]


@pytest.fixture
def responder() -> FakeResponder:
    return FakeResponder()


@pytest.fixture
async def client(responder: FakeResponder) -> AsyncIterator[Client]:
    async with TestClient(served(responder, FixedClock())) as client:
        yield client


async def sentence(response: ClientResponse) -> str:
    """The refusal's sentence: short, worded, and nothing of the machinery."""
    said = (await response.json())["error"]
    assert said.endswith(".")
    assert len(said) < 120
    assert "Traceback" not in said
    return said


async def test_a_question_is_answered_in_text_and_markup(
    client: Client, responder: FakeResponder
) -> None:
    responder.will_reply(OFFER)
    asked = {"text": "hvem?", "intent": "ask", "lang": None, "at": None}
    response = await client.post("/api/ask", json=asked)
    answer = await response.json()
    assert response.status == 200
    assert answer.keys() == {"outcome", "language", "text", "html"}
    assert (answer["outcome"], answer["language"]) == ("choose", "da")
    assert answer["text"] == plain_text(OFFER)
    assert "Mener du &lt;dette&gt;?" in answer["html"]
    assert responder.questions[0].locale is None


async def test_a_set_day_reaches_the_responder(client: Client, responder: FakeResponder) -> None:
    await client.post("/api/ask", json={"intent": "events", "at": "2023-12-01", "lang": "en"})
    (question,) = responder.questions
    assert question.at.isoformat() == "2023-12-01T14:00:00+01:00"
    assert (question.intent, question.locale) == (Intent.EVENTS, Language.ENGLISH)


@pytest.mark.parametrize(
    "body", ["", "{", "[]", '{"text": 1}', '{"intent": "x"}', '{"lang": "sv"}', '{"at": 1}']
)
async def test_a_bad_body_is_refused(client: Client, body: str, responder: FakeResponder) -> None:
    response = await client.post("/api/ask", data=body, headers=JSON)
    assert response.status == 400
    assert "Genindlæs siden" in await sentence(response)
    assert responder.questions == []


async def test_a_bad_day_is_refused(client: Client) -> None:
    response = await client.post("/api/ask", json={"text": "x", "at": "i morgen"})
    assert response.status == 400
    assert "2023-06-21" in await sentence(response)


@pytest.mark.parametrize(
    "type_", ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data", ""]
)
async def test_a_form_elsewhere_cannot_ask(
    client: Client, type_: str, responder: FakeResponder
) -> None:
    response = await client.post("/api/ask", data=b'{"text": "x"}', headers={"Content-Type": type_})
    assert response.status == 415
    assert "application/json" in await sentence(response)
    assert responder.questions == []


@pytest.mark.parametrize("chunked", [False, True])
async def test_a_question_that_is_too_long_is_refused(
    client: Client, responder: FakeResponder, *, chunked: bool
) -> None:
    body = json.dumps({"text": "x" * LARGEST_BODY}).encode()

    async def pieces() -> AsyncIterator[bytes]:
        for start in range(0, len(body), 1000):
            yield body[start : start + 1000]

    data = pieces() if chunked else body
    response = await client.post("/api/ask", data=data, headers=JSON)
    assert response.status == 413
    assert "for langt" in await sentence(response)
    assert responder.questions == []


async def test_a_body_just_small_enough_is_answered(client: Client) -> None:
    body = json.dumps({"text": "x" * (LARGEST_BODY - 12)}).encode()
    assert len(body) == LARGEST_BODY
    assert (await client.post("/api/ask", data=body, headers=JSON)).status == 200


async def test_refusals_speak_the_browsers_language(client: Client) -> None:
    headers = {**JSON, "Accept-Language": "en-GB,en;q=0.9,da;q=0.8"}
    response = await client.post("/api/ask", data="{", headers=headers)
    assert "Reload the page" in await sentence(response)


async def test_a_failure_is_told_by_reference_and_logged_without_the_text(
    client: Client, responder: FakeResponder, caplog: pytest.LogCaptureFixture
) -> None:
    responder.will_reply(ValueError("quotes: my private question"))
    with caplog.at_level(logging.DEBUG):
        response = await client.post("/api/ask", json={"text": "my private question"})
    answer = await response.json()
    assert response.status == 500
    assert answer["reference"] in answer["error"]
    (record,) = [r for r in caplog.records if r.name == "bot.adapting.serving"]
    assert answer["reference"] in record.getMessage()
    assert "ValueError" in record.getMessage()
    assert "my private question" not in caplog.text


@pytest.mark.parametrize("path", ["/", "/static/chat.js", "/static/x"])
@pytest.mark.parametrize("host", ["evil.example", "evil.example:80", "localhost.evil.example", "",
                                  "[::2]:80", "127.0.0.1.evil.example", "::1"])  # fmt: skip
async def test_other_names_for_this_machine_are_refused(
    client: Client, path: str, host: str
) -> None:
    response = await client.get(path, headers={"Host": host})
    assert response.status == 403
    assert "localhost" in await sentence(response)


async def test_asking_under_another_name_is_refused(
    client: Client, responder: FakeResponder
) -> None:
    response = await client.post("/api/ask", json={"text": "x"}, headers={"Host": "evil.example"})
    assert response.status == 403
    assert responder.questions == []


@pytest.mark.parametrize("host", ["localhost", "LOCALHOST:8080", "127.0.0.1:1", "[::1]", "[::1]:9"])
async def test_the_machines_own_names_are_served(client: Client, host: str) -> None:
    assert (await client.get("/", headers={"Host": host})).status == 200


async def test_the_names_can_be_set(responder: FakeResponder) -> None:
    async with TestClient(served(responder, FixedClock(), {"rain.example"})) as client:
        assert (await client.get("/")).status == 403
        assert (await client.get("/", headers={"Host": "rain.example"})).status == 200


@pytest.mark.parametrize("path", ["/", "/static/chat.css", "/static/parts.css", "/static/none"])
async def test_every_response_is_hardened(client: Client, path: str) -> None:
    headers = (await client.get(path)).headers
    policy = dict(part.split(" ", 1) for part in headers["Content-Security-Policy"].split("; "))
    assert policy["default-src"] == "'none'"
    assert policy["script-src"] == policy["style-src"] == policy["connect-src"] == "'self'"
    assert policy["frame-ancestors"] == policy["base-uri"] == "'none'"
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "no-referrer"


@pytest.mark.parametrize(
    ("name", "type_"),
    [
        ("chat.css", "text/css"),
        ("parts.css", "text/css"),
        ("chat.js", "text/javascript"),
        ("drop.svg", "image/svg+xml"),
    ],
)
async def test_the_pages_own_files(client: Client, name: str, type_: str) -> None:
    response = await client.get(f"/static/{name}")
    assert response.status == 200
    assert response.content_type == type_
    assert await response.text()


@pytest.mark.parametrize(
    "path",
    [
        "/static/../site.py",
        "/static/..%2Fsite.py",
        "/static/%2e%2e/site.py",
        "/static/..%5Csite.py",
        "/static/chat.css%00",
        "/static//etc/passwd",
        "/static/",
        "/static/__init__.py",
        "/events/..%2Fx.ics",
    ],
)
async def test_nothing_else_on_the_disk_is_reachable(client: Client, path: str) -> None:
    response = await client.get(URL(path, encoded=True))
    assert response.status == 404
    assert "mount" not in await response.text()


async def test_the_page_answers_without_scripts(client: Client, responder: FakeResponder) -> None:
    responder.will_reply(lambda question: said(f"Heard {question.text}"))
    query = {"q": HOSTILE, "lang": "en", "at": "2023-06-01"}
    html = await (await client.get("/", params=query)).text()
    assert HOSTILE not in html
    assert "Heard &lt;script&gt;" in html
    assert '<html lang="en">' in html
    assert responder.questions[0].at.date().isoformat() == "2023-06-01"
    assert html.count('name="at"') == html.count('value="2023-06-01"') == 2


async def test_a_choice_without_scripts(client: Client, responder: FakeResponder) -> None:
    assert "An answer." in await (await client.get("/", params={"entry": "cai-x"})).text()
    assert responder.questions[0].entry == "cai-x"


async def test_the_bare_page_asks_nothing(client: Client, responder: FakeResponder) -> None:
    response = await client.get("/")
    assert response.content_type == "text/html"
    assert responder.questions == []


async def test_a_bad_day_without_scripts_is_told_on_the_page(client: Client) -> None:
    response = await client.get("/", params={"q": "x", "at": HOSTILE})
    html = await response.text()
    assert response.status == 400
    assert "Den dag kan ikke bruges" in html
    assert HOSTILE not in html
