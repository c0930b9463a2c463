"""What a visitor sends."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.reply import Intent, Language
from bot.web.inbound import ZONE, RefusedError, from_json, from_query, moment

WINTER = datetime(2026, 1, 15, 11, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    ("at", "expected"),
    [
        (None, "2026-01-15T12:30:00+01:00"),
        ("", "2026-01-15T12:30:00+01:00"),
        ("2023-06-21", "2023-06-21T12:30:00+02:00"),
        ("2023-06-21T09:00", "2023-06-21T09:00:00+02:00"),
        ("2023-06-21T23:00:00Z", "2023-06-22T01:00:00+02:00"),
        ("2023-12-01T10:00:00+00:00", "2023-12-01T11:00:00+01:00"),
    ],
)
def test_a_set_day_has_the_present_time_of_day_in_copenhagen(at: str | None, expected: str) -> None:
    assert moment(at, WINTER).isoformat() == expected


@pytest.mark.parametrize(
    "at",
    ["i morgen", "21-06-2023", "2023-02-30", "0001-01-01", "9999-12-31", "9999-12-31T23:59:59Z",
     "0001-01-01T00:00:00+14:00", "1969-12-31", "2200-01-01", "1"],
)  # fmt: skip
def test_no_such_day(at: str) -> None:
    with pytest.raises(RefusedError) as caught:
        moment(at, WINTER)
    assert caught.value.status == 400


@given(st.text())
def test_any_text_is_a_moment_in_copenhagen_or_refused(at: str) -> None:
    try:
        assert moment(at, WINTER).tzinfo is ZONE
    except RefusedError as refused:
        assert refused.status == 400  # noqa: PT017 - either outcome is right


@given(st.binary())
def test_any_bytes_are_a_question_or_refused(body: bytes) -> None:
    try:
        assert from_json(body, WINTER).at == WINTER
    except RefusedError as refused:
        assert refused.status == 400  # noqa: PT017 - either outcome is right


@pytest.mark.parametrize(
    "body",
    [
        b"", b"{", b"[]", b"null", b'"text"', b"\xff\xfe", b'{"text": 1}', b'{"text": null}',
        b'{"text": ["a"]}', b'{"text": "a", "intent": "shout"}', b'{"text": "a", "lang": "sv"}',
        b'{"text": "a", "at": 20230621}', b'{"entry": {}}', b'{"text": "\\ud800"}',
        b"[" * 50_000, b'{"text": ' + b"9" * 10_000 + b"}",
    ],
    ids=lambda body: repr(body[:24]),
)  # fmt: skip
def test_bad_bodies_are_refused_without_quoting_them(body: bytes) -> None:
    with pytest.raises(RefusedError) as caught:
        from_json(body, WINTER)
    assert caught.value.status == 400
    assert caught.value.__cause__ is None


def test_a_whole_question() -> None:
    body = b'{"text": "", "intent": "choice", "entry": "cai-x", "lang": "en", "at": "2023-06-21"}'
    question = from_json(body, WINTER)
    assert (question.intent, question.entry) == (Intent.CHOICE, "cai-x")
    assert question.locale is Language.ENGLISH
    assert question.at.isoformat() == "2023-06-21T12:30:00+02:00"


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ({"q": " hvem? "}, ("hvem?", Intent.ASK, "", Language.DANISH)),
        ({"q": "who?", "lang": "en"}, ("who?", Intent.ASK, "", Language.ENGLISH)),
        ({"entry": "cai-x", "q": "x"}, ("", Intent.CHOICE, "cai-x", Language.DANISH)),
        ({"intent": "events"}, ("", Intent.EVENTS, "", Language.DANISH)),
        ({"intent": "help"}, ("", Intent.HELP, "", Language.DANISH)),
    ],
)
def test_a_question_in_the_address(query: dict[str, str], expected: tuple[object, ...]) -> None:
    question = from_query(query, WINTER)
    assert question is not None
    assert (question.text, question.intent, question.entry, question.locale) == expected


@pytest.mark.parametrize("query", [{}, {"q": "  "}, {"intent": "shout"}, {"lang": "en"}])
def test_an_address_without_a_question(query: dict[str, str]) -> None:
    assert from_query(query, WINTER) is None


def test_a_tab_is_a_conversation_and_an_asker() -> None:
    question = from_json(b'{"text": "a", "tab": "0123456789abcdef"}', WINTER)
    assert question.conversation == question.asker == "web:0123456789abcdef"
    for body in (b'{"text": "a"}', b'{"text": "a", "tab": ""}'):
        assert from_json(body, WINTER).conversation == ""


@pytest.mark.parametrize(
    "tab", ["short", "a" * 65, "0123456789abcdef\\n", "slack:T1:U0ANNA:C1", "æ" * 20]
)
def test_an_odd_tab_is_refused(tab: str) -> None:
    with pytest.raises(RefusedError):
        from_json(f'{{"text": "a", "tab": "{tab}"}}'.encode(), WINTER)
