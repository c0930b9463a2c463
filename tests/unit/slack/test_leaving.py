"""Whoever left is forgotten, also where the store is away at first."""

from typing import Any

import pytest

from bot.slack.leaving import Leaving
from bot.slack.tokens import OneToken
from bot.slack.workspaces import Workspace, Workspaces
from tests.fakes.belongings import RecordingBelongings

AT_ONCE = (0.0, 0.0, 0.0)


class Recording(Workspaces):
    def __init__(self) -> None:
        self.forgotten: list[str] = []

    async def of(self, workspace: str) -> Workspace:
        raise AssertionError(workspace)

    def forget(self, workspace: str) -> None:
        self.forgotten.append(workspace)


@pytest.fixture
def belongings() -> RecordingBelongings:
    return RecordingBelongings()


@pytest.fixture
def leaving(belongings: RecordingBelongings) -> Leaving:
    return Leaving(belongings, OneToken("xoxb-1"), Recording(), AT_ONCE)


def body(kind: str = "app_uninstalled", **event: object) -> dict[str, Any]:
    return {"team_id": "T1", "event_time": 1, "event": {"type": kind, **event}}


async def test_a_store_that_is_away_is_tried_again(
    leaving: Leaving, belongings: RecordingBelongings
) -> None:
    belongings.failures = 2
    await leaving.left(body())
    assert belongings.forgotten == [("slack", "T1")]


async def test_and_in_the_end_the_log_says_who_is_left_over(
    leaving: Leaving, belongings: RecordingBelongings, caplog: pytest.LogCaptureFixture
) -> None:
    belongings.failures = 3
    await leaving.left(body())
    assert belongings.forgotten == []
    assert "What belongs to workspace T1 was not deleted; it left the bot." in caplog.text


@pytest.mark.parametrize(
    "odd",
    [
        body("app_mention"),
        body("tokens_revoked"),
        body("tokens_revoked", tokens={"bot": []}),
        body("tokens_revoked", tokens=["bot"]),
        body() | {"team_id": ""},
        body() | {"team_id": 5},
        {"team_id": "T1", "event": "app_uninstalled"},
    ],
    ids=str,
)
async def test_what_does_not_say_so_forgets_nobody(
    leaving: Leaving, belongings: RecordingBelongings, odd: dict[str, Any]
) -> None:
    await leaving.left(odd)
    assert belongings.forgotten == []


async def test_an_odd_moment_is_none(leaving: Leaving, belongings: RecordingBelongings) -> None:
    await leaving.left(body() | {"event_time": "now"})
    assert belongings.forgotten == [("slack", "T1")]
