from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.reply import Address, AddressKind, Intent, Press
from bot.slack import inbound, interactions
from bot.slack.asked import Asked

json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(st.text(max_size=5), inner),
    max_leaves=5,
)
FIELDS = (
    "event",
    "team_id",
    "event_id",
    "authorizations",
    "actions",
    "container",
    "channel",
    "view",
    "user",
    "team",
)
INNER = ("user", "text", "ts", "type", "channel", "channel_type", "subtype", "id", "value")
inner = st.dictionaries(st.sampled_from(INNER), json_values)
bodies = st.dictionaries(st.sampled_from(FIELDS), json_values | inner | st.lists(inner))


@given(bodies)
def test_odd_bodies_read_as_empty(body: dict[str, Any]) -> None:
    assert isinstance(inbound.own_id(body), str)
    inbound.message(body, "U0RAIN")
    command = inbound.command(body).press
    assert command is not None
    assert command.text == ""
    inbound.opened(body)
    interactions.pressed(body)
    interactions.submitted(body)
    interactions.shortcut(body)


def test_the_deliverys_own_word_on_who_the_bot_is() -> None:
    person = {"user_id": "U0ANNA", "is_bot": False}
    assert inbound.own_id({"authorizations": [person]}) == ""
    assert inbound.own_id({"authorizations": [{"user_id": "U0RAIN", "is_bot": True}]}) == "U0RAIN"


@pytest.mark.parametrize("missing", ["event_id", "ts"])
def test_what_has_no_key_is_not_held_for_seen(missing: str) -> None:
    event = {"type": "app_mention", "user": "U0ANNA", "channel": "C1", "ts": "1.2", "text": "x"}
    body = {"team_id": "T1", "event_id": "Ev1", "event": event}
    whole = inbound.message(body, "U0RAIN")
    body.pop(missing, None)
    event.pop(missing, None)
    less = inbound.message(body, "U0RAIN")
    assert whole is not None
    assert less is not None
    assert set(whole.deliveries) == {"slack:event:Ev1", "slack:message:T1:C1:1.2"}
    assert len(less.deliveries) == 1


def mentioned(**changes: object) -> Asked:
    event = {"type": "app_mention", "user": "U0ANNA", "channel": "C1", "ts": "1.2", "text": "x"}
    asked = inbound.message({"team_id": "T1", "event": {**event, **changes}}, "U0RAIN")
    assert asked is not None
    return asked


def test_a_thread_is_one_conversation_of_several_people() -> None:
    first, second = mentioned(), mentioned(user="U0BO", ts="1.3", thread_ts="1.2")
    assert first.conversation == second.conversation == "slack:T1:C1:1.2"
    assert (first.asker, second.asker) == ("slack:T1:U0ANNA", "slack:T1:U0BO")


def test_what_one_person_alone_sees_is_gone_on_with_by_nobody_else() -> None:
    body = {"command": "/rain", "text": "x", "team_id": "T1", "channel_id": "C1"}
    body["response_url"] = "https://hooks.example/1"
    conversations = {
        inbound.command({**body, "user_id": user}).conversation for user in ("U0ANNA", "U0BO")
    }
    assert len(conversations) == 2


def test_what_follows_a_command_is_read_by_the_middle() -> None:
    asked = inbound.command({"command": "/rain", "text": "  Remind   odense "})
    assert asked.press == Press(Intent.COMMAND, text="Remind   odense")


def test_the_list_of_events_knows_no_commands() -> None:
    asked = inbound.command({"command": "/events", "text": "remind"})
    assert asked.press == Press(Intent.EVENTS, text="remind")


def test_the_asker_can_be_written_to() -> None:
    assert mentioned().mine == Address("slack", "T1", AddressKind.PERSON, "U0ANNA")
    assert inbound.command({"command": "/rain", "team_id": "T1"}).mine is None


@pytest.mark.parametrize("channel", ["C1", "G1"])
def test_a_channel_can_be_written_to(channel: str) -> None:
    here = Address("slack", "T1", AddressKind.CHANNEL, channel)
    assert mentioned(channel=channel).here == here
    assert inbound.command({"team_id": "T1", "channel_id": channel}).here == here


@pytest.mark.parametrize("channel", ["D1", "", "U1"])
def test_what_is_no_channel_cannot(channel: str) -> None:
    assert mentioned(channel=channel).here is None
    assert inbound.command({"team_id": "T1", "channel_id": channel}).here is None
