"""Explanations of the shipped base's answers, and the words that single steps are told in."""

from collections.abc import Callable
from dataclasses import fields, replace
from datetime import date, datetime

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.assistant.explaining_evidence import USUAL, spoken
from bot.assistant.explaining_question import in_words
from bot.assistant.explaining_words import MOST_WORDS, Meanings, Typed
from bot.desk import Desk
from bot.events.lengths import Length
from bot.events.wish import Wish
from bot.matching.confidence import Line, fitted
from bot.matching.decision import A_FACT, Candidate, Verdict, decide
from bot.matching.evidence import Evidence
from bot.matching.features import Word
from bot.matching.vocabulary import LEAST, Sense
from bot.privacy.cpr import holds_cpr
from bot.reply import Audience, EntryRef, Intent, Outcome, Question, Reply
from bot.wording import explaining as say

Explained = Callable[[str], str]
DATA = "hvem har styr på histroiske data?"
USUAL_EVIDENCE = Evidence(**{name: usual.number for name, usual in USUAL.items()})


@pytest.fixture
def explained(desk: Desk, early_june: datetime) -> Explained:
    """The explanation of an answer, as one text."""
    return lambda text: "\n".join(desk.reply(Question(text, early_june, explain=True)).explanation)


def test_only_who_asks_for_it_gets_an_explanation(desk: Desk, early_june: datetime) -> None:
    plain = Question(DATA, early_june)
    assert desk.reply(plain).explanation == ()
    told = desk.reply(replace(plain, explain=True))
    assert told.explanation
    assert told == desk.reply(plain), "the answer is the same"


def test_an_answer_is_explained_from_the_words_to_the_runner_up(explained: Explained) -> None:
    told = explained(DATA)
    assert told.startswith("Answered with “Historical data” (contact-historical-data)")
    titles = (say.WORDS, "First by the words: “Historical data”", "Runner-up: “")
    places = [told.index(title) for title in titles]
    assert places == sorted(places)
    assert "misspelt “historiske”" in told
    assert "carried by its phrase “" in told
    assert "expected cost: answer" in told
    runner_up = told[places[2] :]
    assert "score 0." in runner_up


def test_what_was_refused_is_explained_by_that_alone(explained: Explained) -> None:
    assert explained("hvem har data om 010203-1234?") == "Refused."
    assert explained("hvor meget morfin skal jeg give min patient?") == "Refused."


def test_a_cpr_number_is_told_in_no_explanation(desk: Desk, early_june: datetime) -> None:
    question = Question("kontakt 010203-1234 AI arrangement i oktober", early_june)
    answered = Reply(Outcome.UNKNOWN, desk.reply(question).language, ())
    assistant = desk._last_good.value.assistant
    told = "\n".join(assistant._explaining.lines(question, answered))
    assert "arrangement" in told
    for trace in ("010203", "1234"):
        assert trace not in told


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("!?", say.NO_WORDS),
        ("glem mig", say.FORGET),
        ("x y z x", say.BABBLE),
        ("hej", "it is small talk (greeting)"),
        ("hvem er direktør for OUH?", "it asks who holds an office (“direktør”)"),
        ("what is PEACE?", "by its name, and for nothing beside"),
        ("where is it?", say.NEEDS_SUBJECT),
        ("where is it?", "asks about the same thing (where), but there is none"),
        ("hvem ellers?", say.WHO_ELSE),
        ("og hvad med jura?", "the same of “jura?”"),
        ("Kristian?", "Kristian Kvist, but by a first name that many have"),
        ("Kristian?", say.BY_NAME),
        ("Where can I buy a second-hand bicycle?", "which is about nothing here"),
        ("Har Mette Frederiksen historiske data?", say.STRANGER),
        ("we are a startup, who do we contact?", "asked by a company (says so)"),
        ("hvad sker der i oktober?", "from Sunday 1 October 2023 to Tuesday 31 October 2023"),
        ("koncert i Odense i januar 2031?", "January 2031"),
        ("WHINN og Nordic AI Meet", "asks for several things, each understood by itself"),
    ],
)
def test_what_decided_is_told(explained: Explained, text: str, expected: str) -> None:
    assert expected in explained(text)


def test_needs_are_told_with_what_each_was_understood_as(explained: Explained) -> None:
    told = explained("WHINN og Nordic AI Meet")
    assert "“WHINN”: “WHINN" in told
    assert "“Nordic AI Meet”: “Nordic AI Meet” (nordic-ai-meet-2023)" in told
    assert say.ANSWERED_TOO in told


def test_who_said_before_who_they_are_is_told(desk: Desk, early_june: datetime) -> None:
    question = Question("hvem kontakter vi?", early_june, audience=Audience.COMPANY, explain=True)
    assert "asked by a company (said so before)" in "\n".join(desk.reply(question).explanation)


def test_where_an_asker_was_led_instead_is_told(desk: Desk, early_june: datetime) -> None:
    question = Question(DATA, early_june, audience=Audience.COMPANY)
    led = EntryRef("cai-x-company-form", "service", "", 0.85)
    reply = replace(desk.reply(question), entries=(led,))
    _, ended, *_ = desk._last_good.value.assistant._explaining.lines(question, reply)
    assert ended.startswith("Led to where a company is to begin; by its words alone it was “")
    assert "(contact-historical-data)" in ended


def test_what_goes_on_from_a_reply_is_told(desk: Desk, early_june: datetime) -> None:
    question = Question("where is it?", early_june, about=("whinn-2023",), explain=True)
    reply = desk.reply(question)
    assert [entry.id for entry in reply.entries] == ["whinn-2023"]
    told = "\n".join(reply.explanation)
    assert "Taken as going on from the reply before" in told
    assert say.NO_REPLY_BEFORE not in told


def test_what_was_pressed_has_no_explanation(desk: Desk, early_june: datetime) -> None:
    pressed = Question("", early_june, Intent.CHOICE, "cai-x", explain=True)
    assert desk.reply(pressed).explanation == ()


@given(text=st.text(max_size=80) | st.sampled_from(["og og og?", "AI? AI? AI?", "a " * 3000]))
@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_any_text_is_explained(explained: Explained, text: str) -> None:
    told = explained(text)
    assert told
    assert not holds_cpr(text) or told == "Refused."


# --- the evidence


def quoted(name: str) -> str:
    return f"“{name}”"


def line(**weights: float) -> Line:
    return Line(tuple(weights.get(field.name, 0.0) for field in fields(Evidence)), 0.0)


def test_every_number_of_the_evidence_has_words() -> None:
    names = [field.name for field in fields(Evidence)]
    assert list(USUAL) == names
    assert list(say.NUMBERS) == names
    assert set(say.ABSENT) <= set(names)


def test_what_is_usual_says_nothing() -> None:
    assert spoken(USUAL_EVIDENCE, fitted().first, quoted) == ()


def test_what_says_most_comes_first_and_says_how_much() -> None:
    given = replace(USUAL_EVIDENCE, coverage=0.89, near=0.36, called=0.0)
    first, last = spoken(given, line(coverage=10.0, near=5.0, called=1.0), quoted)
    assert first.added == pytest.approx(2.0)
    assert first.said == "speaks of 89 % of the question (usually 69 %)"
    assert last.added == pytest.approx(-1.0)
    assert last.said == "its nearest phrases are 36 % like the question (usually 56 %)"


def test_a_word_is_named_where_a_number_rests_on_it() -> None:
    (unknown,) = spoken(replace(USUAL_EVIDENCE, unknown=0.67), line(unknown=-1.0), quoted)
    assert unknown.said.startswith(
        "of the words that are nobody's here, “unknown” tells most: 0.67"
    )
    (known,) = spoken(replace(USUAL_EVIDENCE, unknown=0.0), line(unknown=-1.0), quoted)
    assert known.said == say.ABSENT["unknown"]


def test_what_only_corrects_other_numbers_is_not_told() -> None:
    assert spoken(replace(USUAL_EVIDENCE, unknown=1.0), line(unknown=1.0), quoted) == ()


@pytest.mark.parametrize(
    ("name", "number", "expected"),
    [
        ("lead", 0.0, "fits 1 times as well"),
        ("lead", -2.0, "fits 0.14 times as well"),
        ("lead", 9.0, "fits more than 1000 times as well"),
        ("elsewhere", 2.0, "to 88 %"),
        ("family", 0.3, "fit to 100 %"),
        ("clearer", -0.1, "speaks of 10 % less of the question"),
        ("mass", 2.25, "tell 2.25 in all"),
    ],
)
def test_numbers_read_as_what_they_are(name: str, number: float, expected: str) -> None:
    weight = float(USUAL[name].speaks)
    (one,) = spoken(replace(USUAL_EVIDENCE, **{name: number}), line(**{name: weight}), quoted)
    assert expected in one.said


def test_the_costs_told_are_the_ones_that_decided() -> None:
    decision = decide([Candidate("a", 0.5), Candidate("b", 0.3)], 0.8, A_FACT)
    assert set(decision.costs) == set(Verdict)
    assert min(decision.costs, key=lambda one: decision.costs[one]) is decision.verdict


# --- the words


def word(text: str, *senses: Sense) -> Word:
    return Word(text, text, 0.5, senses)


@pytest.mark.parametrize(
    ("found", "typed", "expected"),
    [
        (word("data", Sense("data", 1.0, "exact")), "Data", "stands so in the knowledge base"),
        (word("gpus", Sense("gpu", 1.0, "form")), "GPUs", "another form of “gpu”"),
        (word("jrua", Sense("jur", 0.75, "typo of jura")), "jrua", "misspelt “jura” (75 %)"),
        (word("infra", Sense("infr", 0.7, "short for infr")), "infra", "short for “infra” (70 %)"),
        (
            word(
                "loenkontoret",
                Sense("loen", 0.9, "part of loenkontoret"),
                Sense("kontor", 0.9, "part of loenkontoret"),
            ),
            "lønkontoret",
            "a compound with “løn” (90 %) and “kontoret” (90 %)",
        ),
        (word("cykel"), "cykel", say.EVERYDAY_WORD),
        (replace(word("sidder"), weight=LEAST), "sidder", say.WRAPPING_WORD),
        (word("zzyzxq"), "zzyzxq", say.UNKNOWN_WORD),
        (word("x", Sense("y", 1.0, "a way that is new")), "x", "a way that is new"),
    ],
)
def test_a_word_tells_what_it_was_taken_for(found: Word, typed: str, expected: str) -> None:
    meanings = Meanings({"gpu": "gpu", "infrastruktur": "infr", "infra": "infr"})
    assert meanings.taken(found, typed) == expected


def test_words_stand_as_they_were_typed_and_once() -> None:
    typed = Typed("Hvad koster “CAI-X” på GPU'er, GPU'er?")
    found = [word("caix"), word("paa"), word("gpu"), word("gpu"), word("other")]
    rows = list(Meanings({}).table(found, typed))
    assert [row.split("  ")[0].strip() for row in rows] == ["CAI-X", "på", "GPU'er", "other"]
    assert typed.quoted(found[:2]) == "“CAI-X”, “på”"


def test_a_long_text_is_not_told_in_full() -> None:
    rows = list(Meanings({}).table([word(f"w{n}") for n in range(MOST_WORDS + 3)], Typed("")))
    assert len(rows) == MOST_WORDS + 1
    assert rows[-1] == "… and 3 more"


# --- the events


NO_WISH = Wish(
    first=None,
    last=None,
    places=(),
    online=False,
    next_one=False,
    past=False,
    registration=False,
    when=False,
    where=False,
    listing=False,
    event_word=False,
    unread=(),
)
DAY = date(2023, 6, 21)


@pytest.mark.parametrize(
    ("wish", "expected"),
    [
        (NO_WISH, ""),
        (replace(NO_WISH, first=DAY, last=DAY), "on Wednesday 21 June 2023"),
        (replace(NO_WISH, first=DAY), "from Wednesday 21 June 2023 on"),
        (replace(NO_WISH, last=DAY), "until Wednesday 21 June 2023"),
        (replace(NO_WISH, next_one=True, when=True), "the next one; when it is"),
        (replace(NO_WISH, next_one=True, past=True), "the latest one"),
        (replace(NO_WISH, past=True, listing=True), "what is over; a list"),
        (
            replace(NO_WISH, places=("aarhus", "odense"), online=True, event_word=True),
            "in Aarhus, Odense; online; events",
        ),
        (
            replace(NO_WISH, outside=("odense",), organisers=frozenset({"rain"}), on_site=True),
            "not in Odense; arranged by rain; to be gone to",
        ),
        (replace(NO_WISH, length=Length(1, 1)), "of one day"),
        (
            replace(NO_WISH, length=Length(2, 3), final_one=True),
            "of 2 to 3 days; the last one that is coming",
        ),
        (
            replace(NO_WISH, registration=True, where=True, unread=("ai", "meet")),
            "how to sign up; where it is; beside that: “ai”, “meet”",
        ),
    ],
)
def test_what_is_asked_of_the_events_is_readable(wish: Wish, expected: str) -> None:
    assert in_words(wish) == expected
