"""Who is told that an answer was refused, and where."""

import pytest

from bot.slack.inbound import Asked, Place
from bot.slack.mending import reachable, word
from bot.wording.adapting import FAILED
from bot.wording.slack import ARCHIVED, NOT_ALLOWED, NOT_THERE

HERE = Place("C1", "1.2")


def asked(place: Place = HERE, user: str = "U1") -> Asked:
    return Asked("T1", user, place, "x", ())


@pytest.mark.parametrize(
    ("code", "phrase"),
    [
        ("not_in_channel", NOT_THERE),
        ("channel_not_found", NOT_THERE),
        ("is_archived", ARCHIVED),
        ("missing_scope", NOT_ALLOWED),
    ],
)
def test_trouble_with_the_channel_is_told_elsewhere(code: str, phrase: object) -> None:
    assert word(code) is phrase
    assert reachable(asked(), code) == Place("U1")


@pytest.mark.parametrize("code", ["invalid_blocks", "msg_too_long", "", "status 400"])
def test_any_other_trouble_is_told_where_it_was_asked(code: str) -> None:
    assert word(code) is FAILED
    assert reachable(asked(), code) == HERE


def test_who_alone_sees_it_is_told_there() -> None:
    place = Place("C1", "", "https://hooks.example/1")
    assert reachable(asked(place), "is_archived") == place


def test_nobody_is_nowhere_else() -> None:
    assert reachable(asked(user=""), "is_archived") == HERE
