"""A turn of phrase and a thing, "who do I ask about storage", as hurried people type it."""

import json
from collections import Counter
from datetime import datetime
from pathlib import Path

import pytest

from bot.desk import Desk
from bot.reply import Outcome, Question

FILE = Path(__file__).parent / "aside" / "plain.jsonl"
LEAST_RIGHT = 0.7
LEAST_FOUND = 0.9
"""Answered rightly, or among the choices."""
MOST_FALSE = 0.05


@pytest.fixture(scope="module", params=["desk", "seconded_desk"])
def counts(request: pytest.FixtureRequest, early_june: datetime) -> Counter[str]:
    """How often what came of the questions, alone and with second opinions."""
    answering: Desk = request.getfixturevalue(request.param)
    found = Counter[str]()
    for line in FILE.read_text("utf-8").splitlines():
        asked = json.loads(line)
        reply = answering.reply(Question(asked["q"], early_june))
        fits = not set(asked["entries"]).isdisjoint(entry.id for entry in reply.entries)
        found["answerable" if asked["entries"] else "unanswerable"] += 1
        if reply.outcome is Outcome.ANSWER:
            found["right" if fits else "wrong" if asked["entries"] else "false"] += 1
        elif reply.outcome is Outcome.CHOOSE and fits:
            found["offered"] += 1
    return found


def test_most_are_answered_rightly(counts: Counter[str]) -> None:
    assert counts["right"] >= LEAST_RIGHT * counts["answerable"], counts
    assert counts["right"] + counts["offered"] >= LEAST_FOUND * counts["answerable"], counts


def test_hardly_any_are_answered_wrongly(counts: Counter[str]) -> None:
    assert counts["wrong"] <= 0.02 * counts["answerable"], counts
    assert counts["false"] <= MOST_FALSE * counts["unanswerable"], counts
