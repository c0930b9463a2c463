"""For which workspace something was received, and who is of another one."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from slack_bolt.request.internals import extract_team_id

from bot.slack import inbound, interactions, whose

OURS, THEIRS = "T1OURS", "T1THEIRS"
values = st.recursive(
    st.none() | st.booleans() | st.text(max_size=3),
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(st.text(max_size=3), inner),
    max_leaves=4,
)
names = st.sampled_from(["view", "authorizations", "team", "team_id", "user", "event"])
inner = st.dictionaries(st.sampled_from(["team_id", "id", "user_team", "team"]), values)


def event(team: str = OURS, **more: object) -> dict[str, Any]:
    """An event that the bot got as a member of ours, in a channel both are in."""
    return {
        "type": "event_callback",
        "team_id": THEIRS,
        "authorizations": [{"team_id": OURS, "user_id": "U0RAIN", "is_bot": True}],
        "event": {
            "type": "app_mention",
            "user": "U0",
            "text": "x",
            "channel": "C1",
            "ts": "1.2",
            "team": team,
        },
    } | more


COMMAND = {"command": "/rain", "team_id": OURS, "user_id": "U0", "channel_id": "C1"}


def press(team: str = OURS) -> dict[str, Any]:
    user = {"id": "U0", "team_id": team}
    return {"type": "block_actions", "team": {"id": OURS}, "user": user, "actions": [{}]}


MODAL = {
    "type": "view_submission",
    "team": {"id": THEIRS},
    "user": {"id": "U0", "team_id": THEIRS},
    "view": {"app_installed_team_id": OURS},
}


@pytest.mark.parametrize("body", [event(), event(THEIRS), COMMAND, press(), press(THEIRS), MODAL])
def test_it_is_where_the_bot_is_installed_as_bolt_reads_it(body: dict[str, Any]) -> None:
    assert whose.workspace(body) == extract_team_id(body) == OURS


@pytest.mark.parametrize(
    ("body", "foreign"),
    [
        (event(OURS), False),
        (event(THEIRS), True),
        (event(THEIRS, is_ext_shared_channel=True), True),
        (event("", is_ext_shared_channel=True), True),
        (event(""), False),
        (COMMAND, False),
        (press(OURS), False),
        (press(THEIRS), True),
        (MODAL, True),
    ],
)
def test_who_is_of_another_workspace(body: dict[str, Any], foreign: bool) -> None:
    assert whose.is_foreign(body) is foreign


def test_an_organisation_is_not_the_workspace() -> None:
    shared = event()
    shared["event"]["user_team"] = "E1ORGANISATION"
    assert whose.is_foreign(shared)


@given(st.dictionaries(names, values | inner | st.lists(inner, max_size=2)))
def test_odd_bodies_are_nobodys(body: dict[str, Any]) -> None:
    assert isinstance(whose.workspace(body), str)
    assert isinstance(whose.is_foreign(body), bool)


def test_what_is_asked_is_asked_where_the_bot_is_installed() -> None:
    asked = inbound.message(event(THEIRS), "U0RAIN")
    assert asked is not None
    assert (asked.team, asked.foreign) == (OURS, True)
    assert asked.asker == f"slack:{OURS}:U0"
    assert asked.here is not None
    assert asked.here.workspace == OURS
    pressed = interactions.pressed(press(THEIRS))
    assert pressed is not None
    assert (pressed.team, pressed.foreign) == (OURS, True)
    assert not inbound.command(COMMAND).foreign
