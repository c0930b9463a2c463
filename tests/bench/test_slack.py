"""The comparison on Slack: its deliveries are what Slack sends, its tables say what was found."""

import json
from dataclasses import replace
from itertools import islice
from pathlib import Path
from urllib.parse import parse_qs

import pytest

from bench.slack.contest import APPS, BARE, OURS, Contest, Turn
from bench.slack.deliveries import BOT, FORM, Delivery, deliveries, questions
from bench.slack.orders import Load, Outcome
from bench.slack.report import tables
from bot.reply import Intent
from bot.slack import inbound, interactions
from bot.slack.asked import Asked

QUESTIONS = Path(__file__).resolve().parents[1] / "questions"
ADDRESS = "http://slack.test/response/"
OUTCOME = Outcome(
    answered=100, refused=0, missing=0, doubled=0, seconds=2.0, acks=[0.002] * 100, answers=[0.01]
)


def some(count: int = 400, run: int = 1) -> list[Delivery]:
    return list(islice(deliveries(*questions(QUESTIONS), ADDRESS, run), count))


def asked(delivery: Delivery) -> Asked:
    """What the bot understands of it."""
    if delivery.content_type != FORM:
        found = inbound.message(json.loads(delivery.body), BOT)
    elif "payload" in (form := {k: v[0] for k, v in parse_qs(delivery.body).items()}):
        found = interactions.pressed(json.loads(form["payload"]))
    else:
        found = inbound.command(form)
    assert found is not None
    return found


def test_there_are_hundreds_of_different_questions() -> None:
    texts, entries = questions(QUESTIONS)
    assert len(texts) == len(set(texts)) > 600
    assert entries


def test_a_run_is_the_same_each_time_and_shares_no_id_with_another() -> None:
    assert some(run=1) == some(run=1)
    keys = [key for run in (1, 2) for one in some(run=run) for key in asked(one).deliveries]
    assert len(keys) == len(set(keys))


def test_the_bot_understands_every_delivery_and_answers_where_the_mark_says() -> None:
    found = [(one.mark, asked(one)) for one in some()]
    for mark, each in found:
        place = each.place
        assert each.user
        assert each.press
        assert each.press.text or each.press.entry
        alone = place.response_url.removeprefix(ADDRESS)
        assert mark == (alone if place.alone else place.thread)
    marks = [mark for mark, _ in found]
    assert len(marks) == len(set(marks))
    presses = {each.press.intent for _, each in found if each.press}
    assert presses == {Intent.ASK, Intent.CHOICE, Intent.COMMAND}
    assert {each.place.alone for _, each in found} == {True, False}
    assert {each.here is None for _, each in found} == {True, False}


def test_what_a_program_is_told_and_tells_survives_the_way() -> None:
    load = Load("http://app.test", "http://slack.test", 100, 1, rate=12.5)
    assert Load.from_json(load.as_json()) == load
    assert Outcome.from_json(OUTCOME.as_json()) == OUTCOME


@pytest.mark.parametrize("change", [{"refused": 1}, {"missing": 1}, {"doubled": 1}])
def test_what_is_not_answered_once_is_told(change: dict[str, int]) -> None:
    fine, bad = Turn(OUTCOME, OUTCOME, 0.001, 50), replace(OUTCOME, **change)
    found = {name: [fine] for name in APPS}
    assert Contest(found, 50, 32).good
    assert not Contest({**found, BARE: [fine, Turn(OUTCOME, bad, 0.001, 50)]}, 50, 32).good


def test_the_table_compares_medians() -> None:
    slow = replace(OUTCOME, seconds=10.0, acks=[0.003] * 100)
    fine, ours = Turn(OUTCOME, OUTCOME, 0.001, 50), Turn(slow, slow, 0.004, 200)
    odd = Turn(replace(slow, seconds=1.0), slow, 0.004, 200)
    said = tables(Contest({name: [fine] for name in APPS} | {OURS: [ours, odd, ours]}, 50, 32))
    assert "| pushed: answers a second | 50.0 | 50.0 | 10.0 | 0.20 | 0.20 |" in said
    assert "Throughput 0.20 of bare Bolt" in said
    assert "p99 of the ack 1.50" in said
