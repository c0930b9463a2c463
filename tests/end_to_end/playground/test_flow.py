"""A day in a Teams that others wrote: all that people do with the bot, one thing after another.

What was seen of each step is kept below ``build/playground``, to be read, with all that passed
between the two.

The Playground asks for no token, is never busy or away, takes cards that Teams would refuse, and
has everybody in every channel. Tokens are tried in `tests/unit/teams/test_guard.py`, a Teams in
trouble in `tests/end_to_end/teams/test_delivering.py`, who is no member in
`tests/unit/teams/test_membership.py`; the cards of this day are held against the official schema
when it ends.
"""

import json
import logging
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.end_to_end.playground import (
    day_asking,
    day_beginning,
    day_leaving,
    day_passing,
    day_reminders,
    day_searching,
)
from tests.end_to_end.playground.day import CPR, CPR_IN_FORM, Day
from tests.end_to_end.playground.scene import Scene
from tests.end_to_end.playground.story import Story
from tests.end_to_end.playground.wire import Wire
from tests.fakes.teams_schema import LARGEST, wrong_with, wrong_with_card

pytestmark = pytest.mark.asyncio(loop_scope="module")
LOG = Path(__file__).resolve().parents[3] / "build" / "playground"


@pytest.fixture
def day(teams: Scene) -> Iterator[Day]:
    yield Day(teams, Story(LOG / "day.txt"))
    write_down(teams.wire, LOG / "wire.jsonl")


def write_down(wire: Wire, file: Path) -> None:
    """Keep all that passed, an exchange a line."""
    lines = (json.dumps(vars(one), ensure_ascii=False) for one in wire.exchanges)
    file.write_text("\n".join(lines), "utf-8")


async def test_all_that_people_do(day: Day, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO)
    await day_beginning.greeted(day)
    await day_beginning.offered_question(day)
    await day_asking.question(day)
    await day_asking.going_on(day)
    await day_asking.commands(day)
    await day_asking.choice(day)
    await day_asking.feedback(day)
    await day_asking.group(day)
    await day_asking.channel(day)
    await day_asking.refused(day)
    await day_searching.found(day)
    await day_searching.nothing_found(day)
    asked, told = await day_passing.passed_on(day)
    await day_passing.answered(day, asked, told)
    await day_passing.no_nudge(day)
    await day_reminders.set_up(day)
    johns = await day_reminders.come(day)
    await day_leaving.restarted(day)
    await day_leaving.first(day, johns)
    await day_reminders.come_to_the_rest(day)
    await day_leaving.everywhere(day)
    nothing_of_the_number(day, caplog.text)
    every_card_is_valid(day.teams.wire)
    every_exchange_went_well(day.teams.wire)


def nothing_of_the_number(day: Day, logged: str) -> None:
    """What was refused stands in nothing the bot says, no log of it, and not in its store."""
    kept = day.teams.serving.kept()
    sent = [json.dumps(one.body) for one in day.teams.wire.exchanges if one.outgoing]
    said = [json.dumps(one.answer) for one in day.teams.wire.exchanges if not one.outgoing]
    for number in (CPR, CPR_IN_FORM):
        assert number.encode() not in kept
        assert not [text for text in (logged, *sent, *said) if number in text]


def every_card_is_valid(wire: Wire) -> None:
    """The official schema takes each of them, and so does Teams, as far as we know it."""
    messages, cards = list(wire.messages()), list(wire.cards_in_place())
    assert min(len(messages), len(cards)) > 15
    assert [wrong for message in messages if (wrong := wrong_with(message))] == []
    assert [wrong for card in cards if (wrong := wrong_with_card(card))] == []
    assert max(len(json.dumps(card, ensure_ascii=False).encode()) for card in cards) < LARGEST


def every_exchange_went_well(wire: Wire) -> None:
    """Neither of them found anything wrong with what the other sent."""
    assert [one for one in wire.exchanges if one.status >= 300] == []
