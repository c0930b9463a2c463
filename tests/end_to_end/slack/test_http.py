"""What only happens over HTTP: signatures, and bodies that are none."""

import json
import logging

import pytest

from tests.fakes.slack_workspace import Workspace, encoded


async def test_a_wrong_signature_is_refused_and_not_logged(
    over_http: Workspace, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    body = encoded("event", over_http.direct("my private question"))
    status, _ = await over_http.post(body, headers={"X-Slack-Signature": "v0=" + "0" * 64})
    assert status == 401
    assert await over_http.server.more_posts() == []
    assert "my private question" not in caplog.text
    assert "0" * 64 not in caplog.text


@pytest.mark.parametrize("age", [301, 3600, -301])
async def test_an_old_timestamp_is_refused(over_http: Workspace, age: int) -> None:
    status, _ = await over_http.post(encoded("event", over_http.direct("hej")), age=age)
    assert status == 401
    assert over_http.responder.questions == []


@pytest.mark.parametrize(
    "headers",
    [
        {"X-Slack-Request-Timestamp": "soon"},
        {"X-Slack-Request-Timestamp": ""},
        {"X-Slack-Request-Timestamp": "9" * 400},
        {"X-Slack-Signature": ""},
        {"X-Slack-Signature": "v0=æøå"},
    ],
    ids=str,
)
async def test_odd_headers_are_refused(over_http: Workspace, headers: dict[str, str]) -> None:
    status, _ = await over_http.post(encoded("event", over_http.direct("hej")), headers=headers)
    assert status == 401


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"{",
        b"[]",
        b'{"a": 1}',
        b"hello",
        b"payload=%7B",
        b"payload=[]",
        b'{"type": "event_callback", "event": "none"}',
        b'{"type": "event_callback", "team": 5}',
        b"{" * 100_000,
        b'{"type":' * 50_000,
    ],
    ids=lambda body: body[:20].decode(),
)
async def test_a_signed_body_that_is_no_delivery_is_refused(
    over_http: Workspace, body: bytes
) -> None:
    status, _ = await over_http.post(body)
    assert status == 400
    assert "An answer." in (await over_http.ask("hej")).text


@pytest.mark.parametrize("body", [b"{", b"\xff\xfe", b"ssl_check=1&token=x", b'{"type": "x"}'])
async def test_an_unsigned_body_is_not_even_read(over_http: Workspace, body: bytes) -> None:
    status, _ = await over_http.post(body, headers={"X-Slack-Signature": "v0=none"})
    assert status == 401


async def test_bytes_that_are_no_text_are_refused(over_http: Workspace) -> None:
    status, _ = await over_http.post(b"\xff\xfe{}")
    assert status == 401


async def test_the_address_proves_itself_to_slack(over_http: Workspace) -> None:
    challenge = json.dumps({"type": "url_verification", "challenge": "abc"}).encode()
    status, body = await over_http.post(challenge)
    assert (status, json.loads(body)) == (200, {"challenge": "abc"})
