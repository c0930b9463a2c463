"""When a socket counts as deaf, and what health says of it."""

import pytest

from bot.slack.hearing import Hearing

PATIENCE, SILENCE = 60.0, 1800.0


class Loop:
    time = 1000.0

    def __call__(self) -> float:
        return self.time


@pytest.fixture
def loop() -> Loop:
    return Loop()


@pytest.fixture
def hearing(loop: Loop) -> Hearing:
    found = Hearing(PATIENCE, SILENCE, loop)
    found.open = True
    found.heard(echo=True)
    loop.time += 1
    found.opened()
    return found


def test_where_slack_sends_no_echo_none_is_expected(loop: Loop) -> None:
    hearing = Hearing(PATIENCE, SILENCE, loop)
    hearing.heard()
    hearing.wrote("D1", loop.time)
    loop.time += PATIENCE
    assert not hearing.deaf


def test_what_was_written_to_a_person_has_to_come_back(loop: Loop, hearing: Hearing) -> None:
    hearing.wrote("D1", loop.time)
    loop.time += PATIENCE - 1
    assert not hearing.deaf
    loop.time += 1
    assert hearing.deaf


def test_anything_that_comes_is_enough(loop: Loop, hearing: Hearing) -> None:
    hearing.wrote("D1", loop.time)
    loop.time += 1
    hearing.heard()
    loop.time += PATIENCE
    assert not hearing.deaf


def test_it_may_come_before_slack_says_that_it_was_posted(loop: Loop, hearing: Hearing) -> None:
    began = loop.time
    loop.time += 1
    hearing.heard()
    hearing.wrote("D1", began)
    loop.time += PATIENCE
    assert not hearing.deaf


def test_nothing_is_expected_of_channels(loop: Loop, hearing: Hearing) -> None:
    hearing.wrote("C1", loop.time)
    loop.time += PATIENCE
    assert not hearing.deaf


def test_the_first_that_is_overdue_counts(loop: Loop, hearing: Hearing) -> None:
    hearing.wrote("D1", loop.time)
    loop.time += PATIENCE - 1
    hearing.wrote("D1", loop.time)
    loop.time += 1
    assert hearing.deaf


def test_of_a_new_socket_nothing_is_expected_yet(loop: Loop, hearing: Hearing) -> None:
    hearing.wrote("D1", loop.time)
    loop.time += PATIENCE
    hearing.opened()
    assert not hearing.deaf


@pytest.mark.parametrize("heard", [False, True])
def test_a_long_silence_is_not_believed(loop: Loop, hearing: Hearing, heard: bool) -> None:
    if heard:
        hearing.heard()
    loop.time += SILENCE - 1
    assert not hearing.silent
    loop.time += 1
    assert hearing.silent
    hearing.opened()
    assert not hearing.silent


async def test_health_while_all_is_well(loop: Loop, hearing: Hearing) -> None:
    assert await hearing.health() == {
        "well": True,
        "socket": "open",
        "seconds_since_delivery": 1,
    }
    hearing.heard()
    loop.time += 90
    assert (await hearing.health())["seconds_since_delivery"] == 90


async def test_health_without_a_socket_tells_the_last_delivery_alone(loop: Loop) -> None:
    over_http = Hearing(PATIENCE, SILENCE, loop)
    assert await over_http.health() == {"well": True, "seconds_since_delivery": None}


async def test_health_of_a_closed_socket(hearing: Hearing) -> None:
    hearing.open = False
    state = await hearing.health()
    assert (state["well"], state["socket"]) == (False, "closed")
    assert state["trouble"] == "The socket to Slack is closed."


async def test_a_socket_after_a_deaf_one_has_to_prove_itself(loop: Loop, hearing: Hearing) -> None:
    hearing.wrote("D1", loop.time)
    loop.time += PATIENCE
    hearing.doubt()
    hearing.opened()
    state = await hearing.health()
    assert not state["well"]
    assert "delivered nothing" in str(state["trouble"])
    hearing.heard()
    assert (await hearing.health())["well"]


async def test_but_not_for_ever(loop: Loop, hearing: Hearing) -> None:
    hearing.wrote("D1", loop.time)
    loop.time += PATIENCE
    hearing.doubt()
    hearing.opened()
    loop.time += 600
    assert (await hearing.health())["well"]


async def test_a_socket_replaced_as_a_precaution_is_trusted(loop: Loop, hearing: Hearing) -> None:
    loop.time += SILENCE
    hearing.doubt()
    hearing.opened()
    assert (await hearing.health())["well"]
