"""Buttons that are pressed twice, or by two, at the same moment."""

import asyncio
from collections.abc import Mapping
from typing import Any

import pytest

from bot.teams.pressing import KEY
from bot.wording.adapting import FAILED
from tests.end_to_end.teams.whole import QUESTION, Bot
from tests.fakes.teams_cards import buttons, pressed, shown
from tests.fakes.teams_people import ANNA, BO, HELP

pytestmark = [
    pytest.mark.asyncio(loop_scope="module"),
    pytest.mark.usefixtures("discreet"),
]
Json = dict[str, Any]
LOST = "Den knap kan jeg ikke længere læse"
FAULT = FAILED.da.partition(".")[0]

WAYS_IN = ("hjælp", QUESTION, "arrangementer", "Kristian?", "forside", "kvantecomputere på taget?")


def by_title(data: Mapping[str, Any]) -> tuple[str, str]:
    held = data[KEY]
    return held["i"], held.get("e", "")


@pytest.mark.parametrize("way_in", WAYS_IN)
async def test_every_button_may_be_pressed_twice_at_once(whole_bot: Bot, way_in: str) -> None:
    card = (await whole_bot.ask(ANNA, ANNA.direct, way_in)).card
    seen: dict[tuple[str, str], str] = {}
    for title, data in buttons(card):
        seen.setdefault(by_title(data), title)
    for title in seen.values():
        data = pressed_first(card, title)
        once, again = await asyncio.gather(
            *(whole_bot.invoke(ANNA, ANNA.direct, data) for _ in range(2))
        )
        for told in (once, again):
            assert FAULT not in shown(told.card)
            assert LOST not in shown(told.card)
    assert await whole_bot.server.more_posts() == []


def pressed_first(card: Json, title: str) -> Json:
    return next(data for said, data in buttons(card) if said == title)


async def test_who_presses_remind_me_twice_is_reminded_once(whole_bot: Bot) -> None:
    listing = (await whole_bot.ask(BO, BO.direct, "arrangementer")).card
    data = pressed_first(listing, "Påmind mig")
    both = await asyncio.gather(*(whole_bot.invoke(BO, BO.direct, data) for _ in range(2)))
    assert all("påmind" in shown(told.card).lower() for told in both)
    assert len(whole_bot.rows("subscription", BO.user)) == 1


async def test_two_people_may_press_one_button_at_once(whole_bot: Bot) -> None:
    post = await whole_bot.ask(ANNA, HELP, "Kristian?")
    data = pressed(post.card, "Kristian Kvist")
    where = HELP.below(post.thread)
    both = await asyncio.gather(*(whole_bot.invoke(who, where, data) for who in (ANNA, BO)))
    assert all("kgk@rsyd.dk" in shown(told.card) for told in both)
    assert await whole_bot.server.more_posts() == []
