"""Whatever is typed, there is a reply, and soon."""

import gc
import tracemalloc
from collections.abc import Callable
from datetime import UTC, datetime
from time import perf_counter

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from bot.app.answering import InThread
from bot.assistant.remembering import Remembering
from bot.desk import Desk
from bot.plain_text import plain_text
from bot.ports import Known
from bot.reply import Intent, Language, Outcome, Question, Reply
from bot.store.memory import MemoryOfAskers, MemoryOfConversations
from bot.wording import assistant as say
from tests.fakes.responder import FixedClock

SOON_ENOUGH = 2.0
"""Seconds."""
A_THOUSAND_SOON_ENOUGH = 20.0
"""Seconds for a thousand replies on a slow machine: Slack alone waits three for one."""
LITTLE = 2_000_000
"""Bytes."""
GERMAN = "Wer repariert mein Fahrrad, und was kostet das?"
ARABIC = "من يستطيع إصلاح دراجتي اليوم؟"
GREENLANDIC = "Sikkilera kiap iluarsarsinnaavaa, qanorlu akeqarpa?"
ANOTHER_LANGUAGE = [
    (GERMAN, Language.ENGLISH),
    ("Qui peut réparer mon vélo aujourd'hui ?", Language.ENGLISH),
    ("Kto może dzisiaj naprawić mój rower?", Language.ENGLISH),
    (ARABIC, Language.ENGLISH),
    (GREENLANDIC, Language.DANISH),
    ("Hvør kann umvæla súkkluna hjá mær í dag?", Language.DANISH),
    ("Vem kan laga min cykel åt mig?", Language.DANISH),
]
"""With the language of the reply for somebody whose own is not known."""
REGEX = r"(?P<x>.*?)\1{2,}[^\d]+|(?:.*)*$"
UNDECIDED = [
    *("b", "å", "I", "q" * 100_000, "12345", "x7", REGEX, "^(b|b)*$", "[[:alpha:]]+"),
    *("{{7*7}}", "&b [*b, *b]", "${jndi:x}"),
]
"""In no language."""
YAML = [
    "title: {da: x, en: y}\n- id: foo\n  ask: [bar, *anchor]",
    "---\nroles:\n- id: boss\n  holders: [me]\n...",
    "!!python/object/apply:os.system ['ls']",
    "a: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\nd: [*c, *c]",
]
BAD = [
    *(text for text, _ in ANOTHER_LANGUAGE),
    *UNDECIDED,
    *YAML,
    *("😀" * 500, GERMAN * 2000, ARABIC * 3000, GREENLANDIC * 2000),
]
"""What nothing is to be found for."""
BAD_AGAIN_AND_AGAIN = [text * 2000 for text in (REGEX, *YAML)]
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
        "😀",
        f"{GERMAN} ",
        f"{ARABIC} ",
        f"{GREENLANDIC} ",
        f"{REGEX} ",
        f"{YAML[0]}\n",
        "(" * 10 + "a+" + ")+" * 10,
        "谁",
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


@pytest.mark.parametrize(("text", "without_locale"), ANOTHER_LANGUAGE)
@pytest.mark.parametrize("locale", [None, *Language])
def test_another_language_is_unknown_in_the_persons_own(
    desk: Desk,
    early_june: datetime,
    text: str,
    without_locale: Language,
    locale: Language | None,
) -> None:
    reply = desk.reply(Question(text, early_june, locale=locale))
    assert (reply.outcome, reply.language) == (Outcome.UNKNOWN, locale or without_locale)
    assert say.TWO_LANGUAGES.say(reply.language) in plain_text(reply)
    assert reply.actions


@pytest.mark.parametrize(
    "text",
    [
        *UNDECIDED,
        "a",
        "d",
        "^(a+)+$",
    ],
)
@pytest.mark.parametrize("locale", [None, *Language])
def test_what_is_in_no_language_is_unknown_in_the_persons_own(
    desk: Desk, early_june: datetime, text: str, locale: Language | None
) -> None:
    reply = desk.reply(Question(text, early_june, locale=locale))
    assert (reply.outcome, reply.language) == (Outcome.UNKNOWN, locale or Language.DANISH)
    assert say.TWO_LANGUAGES.say(reply.language) not in plain_text(reply)


@pytest.mark.parametrize("text", YAML)
def test_yaml_is_text(ask: Callable[[str], Reply], text: str) -> None:
    assert ask(text).outcome is Outcome.UNKNOWN


@pytest.mark.parametrize("text", BAD_AGAIN_AND_AGAIN, ids=["regex", *map(str, range(len(YAML)))])
def test_repeated_nonsense_is_unknown(ask: Callable[[str], Reply], text: str) -> None:
    assert ask(text).outcome is Outcome.UNKNOWN


@pytest.mark.parametrize("locale", [None, *Language])
def test_emoji_are_asked_back_in_the_persons_own_language(
    desk: Desk, early_june: datetime, locale: Language | None
) -> None:
    reply = desk.reply(Question("😀" * 500, early_june, locale=locale))
    assert (reply.outcome, reply.language) == (Outcome.HELP, locale or Language.DANISH)


@pytest.mark.parametrize("text", ["hvem reparerer min cykel", "who repairs my bicycle"])
def test_what_is_unknown_in_our_languages_is_not_said_to_be_in_another(
    ask: Callable[[str], Reply], text: str
) -> None:
    reply = ask(text)
    assert reply.outcome is Outcome.UNKNOWN
    assert say.TWO_LANGUAGES.say(reply.language) not in plain_text(reply)


@pytest.mark.parametrize("text", [GERMAN, "hvem har styr på historiske data?", "b", REGEX])
def test_a_thousand_times_the_same_question(desk: Desk, early_june: datetime, text: str) -> None:
    question = Question(text, early_june)
    first = desk.reply(question)
    begun = perf_counter()
    assert all(desk.reply(question) == first for _ in range(1000))
    assert perf_counter() - begun < A_THOUSAND_SOON_ENOUGH


def test_the_same_questions_again_and_again_take_no_memory(
    desk: Desk, early_june: datetime
) -> None:
    questions = [Question(text, early_june) for text in (*BAD, *BAD_AGAIN_AND_AGAIN)]

    def ask_all() -> None:
        for question in questions:
            desk.reply(question)

    ask_all()
    grown = growth(ask_all)
    assert grown < LITTLE


def test_a_long_question_takes_bounded_memory(desk: Desk, early_june: datetime) -> None:
    for text in (GERMAN * 2000, "😀" * 100_000, REGEX * 3000):
        desk.reply(Question(text, early_june))
        tracemalloc.start()
        try:
            desk.reply(Question(text, early_june))
            _, most = tracemalloc.get_traced_memory()
        finally:
            tracemalloc.stop()
        assert most < 20 * LITTLE, text[:20]


def growth(work: Callable[[], object]) -> int:
    """The bytes still held after work was done, which were not before."""
    gc.collect()
    tracemalloc.start()
    try:
        work()
        gc.collect()
        return tracemalloc.get_traced_memory()[0]
    finally:
        tracemalloc.stop()


async def test_nothing_is_learnt_from_bad_questions(desk: Desk, early_june: datetime) -> None:
    memory, askers = MemoryOfConversations(FixedClock()), MemoryOfAskers(FixedClock())
    remembering = Remembering(InThread(desk), memory, askers)
    good = ("hvem har styr på historiske data?", "who helps with law?", "hvem ellers?", "jura")

    async def answers() -> list[Reply]:
        return [
            await remembering.answer(
                Question(text, early_june, asker="me", conversation=f"{text}-alone")
            )
            for text in good
        ]

    before, version = await answers(), desk.lookup.knowledge.version
    for text in BAD:
        for _ in range(3):
            asked = Question(text, early_june, asker="me", conversation="here")
            assert (await remembering.answer(asked)).entries == ()
    assert await memory.recall("here") == ()
    assert await askers.recall("me") == Known()
    assert desk.lookup.knowledge.version == version
    for text in good:
        await memory.forget(f"{text}-alone")
    assert await answers() == before
