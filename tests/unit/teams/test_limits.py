"""What Teams refuses is never sent: of the shipped base, and of one in which all is too much."""

from datetime import datetime

import pytest

from bot.assistant.lookup import Lookup
from bot.desk import Desk
from bot.reply import Intent, Language, Press, Reply
from bot.teams.card import draw, message
from bot.teams.pressing import LONGEST_WAY_BACK, Marks
from bot.wording.teams import SHORTENED
from tests.fakes.teams_cards import shown
from tests.fakes.teams_schema import wrong_with
from tests.unit.saying import Named, home_page, of_all, of_entries, of_passing_on, too_much

BOTH = pytest.mark.parametrize("language", list(Language))
ASKED = Press(Intent.ASK, text="æ" * LONGEST_WAY_BACK)
MARKS = Marks("a" * 32, ASKED, (ASKED, ASKED))
"""As much as a card can have marked on each of its buttons."""
USUAL = Press(Intent.ASK, text="Hvem har styr på historiske data, og hvordan får jeg fat i dem?")


@pytest.fixture(scope="module", params=["shipped", "extreme"])
def base(request: pytest.FixtureRequest, desk: Desk) -> Lookup:
    return desk.lookup if request.param == "shipped" else too_much(desk.lookup)


def wrong(reply: Reply) -> list[str]:
    return wrong_with(message(draw(reply, MARKS)))


def refused(replies: Named) -> dict[str, list[str]]:
    found = [(name, wrong(reply)) for name, reply in replies if reply]
    assert found
    return {name: problems for name, problems in found if problems}


@BOTH
def test_every_entry_can_be_shown(base: Lookup, language: Language, early_june: datetime) -> None:
    assert refused(of_entries(base, language, early_june)) == {}


@BOTH
def test_everything_else_that_is_said_can_be_shown(
    base: Lookup, language: Language, early_june: datetime
) -> None:
    assert refused(of_all(base, language, early_june)) == {}


@BOTH
def test_the_page_can_be_shown(base: Lookup, language: Language, early_june: datetime) -> None:
    assert wrong(home_page(base, language, early_june)) == []


@BOTH
def test_nothing_of_the_shipped_base_is_cut(
    desk: Desk, language: Language, early_june: datetime
) -> None:
    base = desk.lookup
    replies = [
        *of_entries(base, language, early_june),
        *of_all(base, language, early_june),
        ("the page", home_page(base, language, early_june)),
    ]
    usual = Marks("a" * 32, USUAL, (USUAL, USUAL))
    cut = SHORTENED.say(language)
    told = {name: shown(draw(reply, usual).card) for name, reply in replies if reply}
    assert len(told) > 200
    assert [name for name, text in told.items() if cut in text] == []


@BOTH
def test_what_is_passed_on_can_be_shown(
    base: Lookup, language: Language, early_june: datetime
) -> None:
    assert refused(of_passing_on(base, language, early_june)) == {}
