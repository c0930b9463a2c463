"""Scoring: what counts as right, offered, wrong, silent, and false."""

from itertools import count

import pytest
from pydantic import ValidationError

from bot.evaluation import Case, Expected, Result, evaluate, reliability, summary
from bot.reply import EntryRef, Intent, Language, Outcome, Paragraph, Question, Reply
from tests.fakes.responder import NOON, FakeResponder

GOLD = Expected(all=("swh@rsyd.dk",), any=("DOL", "data"), none=("jurist",))


def case(id_: str = "q1", *, abstain: bool = False, **fields: object) -> Case:
    given = {"q": "Hvem?", "lang": "da", "kind": "contact", "style": ["plain"], "abstain": abstain}
    expect = {} if abstain else GOLD.model_dump()
    return Case.model_validate({"id": id_, "expect": expect, **given, **fields})


def reply(outcome: Outcome, text: str = "", *entries: str) -> Reply:
    refs = tuple(EntryRef(id_, "topic", id_, 0.5) for id_ in entries)
    return Reply(outcome, Language.DANISH, (Paragraph(text),), entries=refs)


def verdict(*script: Reply, abstain: bool = False) -> str:
    ticks = count()
    (result,) = evaluate(
        [case(abstain=abstain)], FakeResponder(*script), NOON, lambda: float(next(ticks))
    )
    return result.verdict


@pytest.mark.parametrize(
    ("text", "met"),
    [
        ("Sune, DOL: swh@rsyd.dk", True),
        ("SUNE, dol: SWH@RSYD.DK", True),
        ("data: swh@rsyd.dk", True),
        ("Sune: swh@rsyd.dk", False),
        ("DOL", False),
        ("DOL: swh@rsyd.dk, Jurist", False),
        ("", False),
    ],
)
def test_an_answer_holds_all_one_of_some_and_none(text: str, met: bool) -> None:
    assert GOLD.met_by(text) is met


def test_nothing_expected_is_always_met() -> None:
    assert Expected().met_by("whatever")


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        (reply(Outcome.ANSWER, "DOL: swh@rsyd.dk"), "right"),
        (reply(Outcome.ANSWER, "somebody else"), "wrong"),
        (reply(Outcome.UNKNOWN, "DOL: swh@rsyd.dk"), "silent"),
        (reply(Outcome.HELP), "silent"),
        (reply(Outcome.REFUSED), "silent"),
    ],
)
def test_a_question_with_an_answer(answer: Reply, expected: str) -> None:
    assert verdict(answer) == expected


@pytest.mark.parametrize(
    ("outcome", "expected"),
    [
        (Outcome.ANSWER, "false"),
        (Outcome.CHOOSE, "false offer"),
        (Outcome.UNKNOWN, "rightly silent"),
        (Outcome.REFUSED, "rightly silent"),
        (Outcome.HELP, "rightly silent"),
    ],
)
def test_a_question_without_an_answer(outcome: Outcome, expected: str) -> None:
    assert verdict(reply(outcome, "x", "a"), abstain=True) == expected


def test_a_choice_is_followed_to_see_whether_it_offers_the_answer() -> None:
    choice = reply(Outcome.CHOOSE, "Mente du", "a", "b")
    other, gold = reply(Outcome.ANSWER, "else"), reply(Outcome.ANSWER, "DOL swh@rsyd.dk")
    assert verdict(choice, other, gold) == "offered"
    assert verdict(choice, other, other) == "silent"


def test_choices_are_picked_as_a_person_would() -> None:
    choice = reply(Outcome.CHOOSE, "Mente du", "a", "b")
    responder = FakeResponder(choice, reply(Outcome.ANSWER, "else"))
    evaluate([case()], responder, NOON, lambda: 0.0)
    asked, *picks = responder.questions
    assert asked == Question("Hvem?", NOON)
    assert [(pick.intent, pick.entry, pick.at) for pick in picks] == [
        (Intent.CHOICE, "a", NOON),
        (Intent.CHOICE, "b", NOON),
    ]
    assert all(pick.locale is Language.DANISH for pick in picks)


def scored(verdicts: str, *, abstain: bool = False, **fields: object) -> list[Result]:
    given = case(abstain=abstain, **fields)
    return [Result(given, word, reply(Outcome.UNKNOWN), 0.002) for word in verdicts.split()]


def test_shares_are_of_the_questions_they_can_be_of() -> None:
    results = [
        *scored("right right right offered wrong silent silent silent"),
        Result(case(abstain=True), "false", reply(Outcome.ANSWER), 0.002),
        Result(case(abstain=True), "false offer", reply(Outcome.CHOOSE), 0.002),
        *scored("right", kind="event", lang="en", style=["typo", "short"]),
    ]
    scores = summary(results)
    everything = scores["all"]
    assert (everything["answerable"], everything["unanswerable"]) == (9, 2)
    assert everything["right"] == 4
    assert everything["right_share"] == pytest.approx(4 / 9, abs=1e-4)
    assert everything["offered_share"] == pytest.approx(1 / 9, abs=1e-4)
    assert everything["wrong_share"] == pytest.approx(1 / 9, abs=1e-4)
    assert everything["silent_share"] == pytest.approx(3 / 9, abs=1e-4)
    assert (everything["false_share"], everything["false_offer_share"]) == (0.5, 0.5)
    assert scores["kinds"].keys() == {"contact", "event"}
    assert scores["kinds"]["event"]["right_share"] == 1
    assert scores["languages"]["en"]["answerable"] == 1
    assert scores["styles"].keys() == {"plain", "typo", "short"}


def test_nothing_to_share_is_no_division_by_nothing() -> None:
    scores = summary(scored("right"))
    assert scores["all"]["false_share"] == 0
    assert scores["latency_ms"] == {}


def test_latency_is_told_in_milliseconds() -> None:
    results = [
        Result(case(), "right", reply(Outcome.ANSWER), seconds / 1000) for seconds in range(101)
    ]
    assert summary(results)["latency_ms"] == {"median": 50, "p99": 99, "most": 100}


def test_the_time_of_a_reply_is_its_own() -> None:
    ticks = iter([10.0, 10.5, 20.0, 20.25])
    results = evaluate(
        [case("a"), case("b")], FakeResponder(reply(Outcome.UNKNOWN)), NOON, lambda: next(ticks)
    )
    assert [result.seconds for result in results] == [0.5, 0.25]


@pytest.mark.parametrize("without", ["id", "q", "lang", "kind", "style", "expect", "abstain"])
def test_every_field_of_a_case_is_needed(without: str) -> None:
    given = case().model_dump()
    del given[without]
    with pytest.raises(ValidationError, match=without):
        Case.model_validate(given)


def test_reliability_sets_what_was_said_against_what_was_right() -> None:
    def told(confidence: float, first: bool | None) -> Result:
        said = Reply(Outcome.ANSWER, Language.DANISH, (), confidence=confidence)
        return Result(case(), "right", said, 0.0, first)

    table = reliability([told(0.9, True), told(0.94, False), told(1.0, True), told(0.2, None)])
    (row,) = table["rows"]
    assert row == {"from": 0.9, "count": 3, "said": 0.9467, "true": 0.6667}
    assert table["expected_calibration_error"] == pytest.approx(0.28)


def test_nothing_told_is_no_error() -> None:
    assert reliability([]) == {"rows": [], "expected_calibration_error": 0.0}


@pytest.mark.parametrize(
    ("script", "first"),
    [
        ([reply(Outcome.ANSWER, "DOL: swh@rsyd.dk")], True),
        ([reply(Outcome.ANSWER, "somebody else")], False),
        ([reply(Outcome.UNKNOWN)], None),
        ([reply(Outcome.CHOOSE, "", "a", "b"), reply(Outcome.ANSWER, "DOL: swh@rsyd.dk")], True),
    ],
)
def test_the_first_entry_is_judged_by_itself(script: list[Reply], first: bool | None) -> None:
    (result,) = evaluate([case()], FakeResponder(*script), NOON, lambda: 0.0)
    assert result.first is first
