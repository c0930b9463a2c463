"""The targets on the questions that the matching was made with."""

import json
from datetime import datetime
from pathlib import Path
from time import perf_counter
from typing import Any

import pytest

from bot.desk import Desk
from bot.evaluation import Case, Result, evaluate, summary

FILE = Path(__file__).parent / "development.jsonl"
LEAST_RIGHT = 0.85
MOST_WRONG = 0.025
MOST_FALSE = 0.04


@pytest.fixture(scope="module")
def cases() -> list[Case]:
    lines = FILE.read_text("utf-8").splitlines()
    return [Case.model_validate_json(line) for line in lines]


@pytest.fixture(scope="module")
def results(cases: list[Case], desk: Desk, early_june: datetime) -> list[Result]:
    return evaluate(cases, desk, early_june, perf_counter)


@pytest.fixture(scope="module")
def scores(results: list[Result]) -> dict[str, Any]:
    return summary(results)


def told(results: list[Result], verdict: str, scores: dict[str, Any]) -> str:
    misses = [
        f"{result.case.id} {result.case.q!r}: {[entry.id for entry in result.reply.entries]}"
        for result in results
        if result.verdict == verdict
    ]
    return "\n".join(["", json.dumps(scores["all"]), *misses])


def test_most_are_answered_rightly(results: list[Result], scores: dict[str, Any]) -> None:
    print(json.dumps(scores["all"], indent=1))  # noqa: T201 — with -s or a failure it is read
    assert scores["all"]["right_share"] >= LEAST_RIGHT, told(results, "silent", scores)


def test_few_are_answered_wrongly(results: list[Result], scores: dict[str, Any]) -> None:
    assert scores["all"]["wrong_share"] <= MOST_WRONG, told(results, "wrong", scores)


def test_few_without_an_answer_get_one(results: list[Result], scores: dict[str, Any]) -> None:
    assert scores["all"]["false_share"] <= MOST_FALSE, told(results, "false", scores)


@pytest.mark.parametrize("language", ["da", "en"])
def test_neither_language_is_left_behind(language: str, scores: dict[str, Any]) -> None:
    assert scores["languages"][language]["right_share"] >= LEAST_RIGHT - 0.1


def test_an_answer_takes_no_time_to_speak_of(scores: dict[str, Any]) -> None:
    assert scores["latency_ms"]["median"] < 100


def test_the_questions_can_tell_a_good_bot_from_a_bad_one(cases: list[Case]) -> None:
    """Each has an answer to look for or is marked as having none, and ids are unique."""
    assert len({case.id for case in cases}) == len(cases) >= 200
    gold = {case.id: bool(case.expect.all or case.expect.any) for case in cases}
    assert [case.id for case in cases if case.abstain is gold[case.id]] == []
    assert sum(case.abstain for case in cases) >= 40
