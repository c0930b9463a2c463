"""What a visitor sends."""

import json
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.reply import Intent, Language
from bot.web.inbound import (
    LONGEST_PASSAGE,
    ZONE,
    RefusedError,
    from_json,
    from_query,
    moment,
    passage,
)
from tests.unit.web.fakes import TAB, VISITOR

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
        ({"remind": "e", "lang": "en"}, ("", Intent.REMIND, "e", Language.ENGLISH)),
        ({"stop": "e", "lang": "en"}, ("", Intent.STOP_REMINDING, "e", Language.ENGLISH)),
        ({"stop": ""}, ("", Intent.STOP_REMINDING, "", Language.DANISH)),
    ],
)
def test_a_question_in_the_address(query: dict[str, str], expected: tuple[object, ...]) -> None:
    question = from_query(query, WINTER)
    assert question is not None
    assert (question.text, question.intent, question.entry, question.locale) == expected
    assert (question.mine, question.here) == (None, None), "each stands alone"


@pytest.mark.parametrize(
    "query", [{}, {"q": "  "}, {"intent": "shout"}, {"lang": "en"}, {"remind": ""}, {"entry": ""}]
)
def test_an_address_without_a_question(query: dict[str, str]) -> None:
    assert from_query(query, WINTER) is None


def test_a_tab_is_a_conversation_and_an_asker() -> None:
    question = from_json(b'{"text": "a", "tab": "0123456789abcdef"}', WINTER)
    assert question.conversation == question.asker == "web:0123456789abcdef"
    for body in (b'{"text": "a"}', b'{"text": "a", "tab": ""}'):
        assert from_json(body, WINTER).conversation == ""


def test_a_visitor_is_reminded_in_their_tab() -> None:
    question = from_json(f'{{"text": "a", "tab": "{TAB}"}}'.encode(), WINTER)
    assert (question.mine, question.here) == (VISITOR, None)
    assert from_json(b'{"text": "a", "tab": ""}', WINTER).mine is None


@pytest.mark.parametrize(
    ("asked", "intent", "entry"),
    [
        ({"intent": "remind", "entry": "whinn-2023"}, Intent.REMIND, "whinn-2023"),
        ({"intent": "stop-reminding", "entry": "whinn-2023"}, Intent.STOP_REMINDING, "whinn-2023"),
        ({"intent": "stop-reminding", "entry": ""}, Intent.STOP_REMINDING, ""),
    ],
)
def test_wishes_about_reminders_arrive(asked: dict[str, str], intent: Intent, entry: str) -> None:
    question = from_json(json.dumps({**asked, "tab": TAB}).encode(), WINTER)
    assert (question.intent, question.entry, question.mine) == (intent, entry, VISITOR)


# --- time that passes


def passed(**body: object) -> bytes:
    return json.dumps({"since": "2023-06-01", "until": "2023-11-08", "tab": TAB} | body).encode()


def test_days_that_passed_are_whole_days_at_the_present_time_of_day() -> None:
    found = passage(passed(lang="en"), WINTER)
    assert found.mine == VISITOR
    assert found.language is Language.ENGLISH
    assert found.since.isoformat() == "2023-06-01T12:30:00+02:00"
    assert found.until.isoformat() == "2023-11-08T12:30:00+01:00"
    assert found.forward


def test_moments_that_passed_are_meant_as_they_stand() -> None:
    body = passed(since="2023-11-01T08:59:30.000250+01:00", until="2023-11-01T09:05")
    found = passage(body, WINTER)
    assert found.since == datetime(2023, 11, 1, 7, 59, 30, 250, tzinfo=UTC)
    assert found.until == datetime(2023, 11, 1, 8, 5, tzinfo=UTC)


@pytest.mark.parametrize("empty", [None, ""])
def test_without_a_day_it_is_the_present_moment(empty: str | None) -> None:
    assert passage(passed(until=empty), WINTER).until == WINTER


@pytest.mark.parametrize(
    ("since", "until", "forward"),
    [
        ("2023-06-01", "2023-06-02", True),
        ("2023-06-01", "2023-06-01", False),
        ("2023-06-02", "2023-06-01", False),
        ("2023-10-29T02:30:00+02:00", "2023-10-29T02:30:00+01:00", True),
        ("2023-10-29T02:10:00+01:00", "2023-10-29T02:30:00+02:00", False),
    ],
)
def test_time_turned_back_is_not_passed(since: str, until: str, *, forward: bool) -> None:
    """The clock shows the same hour twice in the last two cases."""
    assert passage(passed(since=since, until=until), WINTER).forward is forward


def test_of_very_much_time_the_end_is_looked_at() -> None:
    found = passage(passed(since="1970-01-01", until="2199-12-31"), WINTER)
    assert found.until - found.since == LONGEST_PASSAGE
    earliest = passage(passed(since="1970-01-01", until="1970-01-02"), WINTER)
    assert (earliest.until - earliest.since).days == 1


def test_without_a_tab_nobody_is_reminded() -> None:
    assert passage(passed(tab=""), WINTER).mine is None


BAD_PASSAGES = [
    b"", b"{", b"[]", b"null", b"{}", b'{"since": "2023-06-01"}', b'{"until": "2023-06-01"}',
    passed(since=20230601), passed(until=20231108), passed(since=["2023-06-01"]),
    passed(lang="sv"), passed(tab="short"), passed(tab=None), passed(since="i morgen"),
    passed(until="2023-02-30"), passed(until="2200-01-01"), passed(since="1969-12-31"),
    passed(since="2023-06-01\u0000"), b'{"since": "\\ud800", "until": ""}',
]  # fmt: skip


@pytest.mark.parametrize("body", BAD_PASSAGES, ids=lambda body: repr(body[:40]))
def test_bad_passages_are_refused_without_quoting_them(body: bytes) -> None:
    with pytest.raises(RefusedError) as caught:
        passage(body, WINTER)
    assert caught.value.status == 400
    assert caught.value.__cause__ is None


@given(st.text(), st.text())
def test_any_texts_are_a_passage_in_copenhagen_or_refused(since: str, until: str) -> None:
    try:
        found = passage(json.dumps({"since": since, "until": until}).encode(), WINTER)
    except RefusedError as refused:
        assert refused.status == 400  # noqa: PT017 - either outcome is right
    else:
        assert found.since.tzinfo is found.until.tzinfo is ZONE
        assert found.mine is None


@pytest.mark.parametrize(
    "tab", ["short", "a" * 65, "0123456789abcdef\\n", "slack:T1:U0ANNA:C1", "æ" * 20]
)
def test_an_odd_tab_is_refused(tab: str) -> None:
    with pytest.raises(RefusedError):
        from_json(f'{{"text": "a", "tab": "{tab}"}}'.encode(), WINTER)
