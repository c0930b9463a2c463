import asyncio

import pytest

from bot.slack.doubles import Doubles
from tests.fakes.slack_server import Json

CLICK: Json = {
    "team": {"id": "T1"},
    "user": {"id": "U1"},
    "container": {"type": "message", "channel_id": "C1", "message_ts": "1.2"},
    "actions": [{"action_id": "choose-1", "value": "da:centre", "action_ts": "3.4"}],
}
IN_A_VIEW: Json = CLICK | {"container": {"type": "view", "view_id": "V1"}}


@pytest.mark.parametrize("click", [CLICK, IN_A_VIEW], ids=["message", "view"])
async def test_the_second_click_is_none(click: Json) -> None:
    doubles = Doubles()
    assert [doubles.again(click) for _ in range(4)] == [False, True, True, True]


@pytest.mark.parametrize(
    "other",
    [
        {"team": {"id": "T2"}},
        {"user": {"id": "U2"}},
        {"container": CLICK["container"] | {"channel_id": "C2"}},
        {"container": CLICK["container"] | {"message_ts": "1.3"}},
        {"container": IN_A_VIEW["container"]},
        {"actions": [CLICK["actions"][0] | {"action_id": "choose-2"}]},
        {"actions": [CLICK["actions"][0] | {"value": "da:other"}]},
    ],
    ids=str,
)
async def test_another_click_is_another(other: Json) -> None:
    doubles = Doubles()
    assert not doubles.again(CLICK)
    assert not doubles.again(CLICK | other)
    assert doubles.again(CLICK)


async def test_a_click_some_time_later_is_meant() -> None:
    doubles = Doubles(within=0.05)
    assert not doubles.again(CLICK)
    await asyncio.sleep(0.1)
    assert not doubles.again(CLICK)
    assert doubles.again(CLICK)


@pytest.mark.parametrize(
    "odd",
    [{}, {"actions": [{"selected_option": {"value": "en"}}]}, {"container": 7}, {"actions": None}],
    ids=str,
)
async def test_what_cannot_be_told_apart_is_taken_for_meant(odd: Json) -> None:
    doubles = Doubles()
    body = CLICK | odd if odd else {}
    assert not any(doubles.again(body) for _ in range(3))
