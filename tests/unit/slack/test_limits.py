"""What Slack refuses is never sent: of the shipped base, and of one in which all is too much."""

from datetime import datetime

import pytest

from bot.assistant.lookup import Lookup
from bot.desk import Desk
from bot.reply import Language, Reply
from bot.slack.render import message
from bot.slack.views import Kept, home, window
from tests.fakes.slack_blocks import wrong_with, wrong_with_view
from tests.unit.saying import Named, home_page, of_all, of_entries, of_passing_on, too_much

BOTH = pytest.mark.parametrize("language", list(Language))


@pytest.fixture(scope="module", params=["shipped", "extreme"])
def base(request: pytest.FixtureRequest, desk: Desk) -> Lookup:
    return desk.lookup if request.param == "shipped" else too_much(desk.lookup)


def wrong(reply: Reply) -> list[str]:
    """What Slack would refuse of a reply, wherever it is shown."""
    shown_alone = [] if reply.form else wrong_with(list(message(reply).blocks))
    return shown_alone + wrong_with_view(window(reply, Kept(reply.language, "C1", "1.2")))


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
    assert wrong_with_view(home(home_page(base, language, early_june))) == []


@BOTH
def test_what_is_passed_on_can_be_shown(
    base: Lookup, language: Language, early_june: datetime
) -> None:
    assert refused(of_passing_on(base, language, early_june)) == {}
