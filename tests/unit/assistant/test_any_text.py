"""Whatever is typed, there is a reply, and soon."""

from collections.abc import Callable
from datetime import UTC, datetime
from time import perf_counter

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from bot.app import Desk
from bot.plain_text import plain_text
from bot.reply import Intent, Language, Outcome, Question, Reply

SOON_ENOUGH = 2.0
"""Seconds."""
WORDS = (
    *("hvem", "hvad", "hvornår", "who", "when", "næste", "next", "arrangement", "event", "i", "in"),
    *("oktober", "Odense", "Kristian", "Kvist", "jura", "data", "CAI-X", "RAIN", "og", "and"),
    *("?", ".", ",", "2023", "21.", "juni", "010203", "1234", "tak", "help", "patient"),
)
ANY_TEXT = st.one_of(
    st.text(),
    st.text("hvem erdatøåæ?!. -\n\x00\u200d0123456789", max_size=200),
    st.lists(st.sampled_from(WORDS), max_size=12).map(" ".join),
)
ANY_MOMENT = st.datetimes(datetime(1990, 1, 1), datetime(2100, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001 — bounds are given without a zone


@given(
    text=ANY_TEXT,
    at=ANY_MOMENT,
    intent=st.sampled_from(Intent),
    locale=st.sampled_from([None, *Language]),
)
@example("\ud800", datetime(2023, 6, 1, tzinfo=UTC), Intent.ASK, None)
@example("hvem er \x00?", datetime(2023, 6, 1, tzinfo=UTC), Intent.EVENTS, None)
@settings(max_examples=100, deadline=None)
def test_there_is_always_a_reply(
    desk: Desk, text: str, at: datetime, intent: Intent, locale: Language | None
) -> None:
    reply = desk.reply(Question(text, at, intent, text, locale))
    assert reply.parts
    assert plain_text(reply)
    assert 0 <= reply.confidence <= 1
    assert all(0 <= entry.score <= 1 for entry in reply.entries)
    if reply.outcome in {Outcome.UNKNOWN, Outcome.REFUSED, Outcome.HELP}:
        assert reply.entries == ()


@pytest.mark.parametrize("length", [10_000, 100_000])
@pytest.mark.parametrize(
    "piece",
    [
        "hvem har styr på historiske data? ",
        "a",
        "Who helps with law, and what is on in October? ",
        "010203-",
        "1 ",
        "æ😀",
        "og ",
        "Kristian ",
        "\n",
        "12.10.2023 ",
    ],
)
@pytest.mark.parametrize("intent", [Intent.ASK, Intent.EVENTS])
def test_a_long_text_is_answered_soon(
    desk: Desk, early_june: datetime, length: int, piece: str, intent: Intent
) -> None:
    text = (piece * length)[:length]
    # The quickest of three: a busy machine says nothing about the bot.
    assert min(seconds(desk, Question(text, early_june, intent)) for _ in range(3)) < SOON_ENOUGH


def seconds(desk: Desk, question: Question) -> float:
    begun = perf_counter()
    desk.reply(question)
    return perf_counter() - begun


def test_the_same_question_gets_the_same_reply(ask: Callable[[str], Reply]) -> None:
    for text in ("jura", "Kristian?", "kommende arrangementer", "hvad er klokken"):
        assert ask(text) == ask(text)
