"""A store that is garbage, or away; and cards from before the bot was started."""

import shutil
from pathlib import Path
from typing import Any

import pytest

from bot.teams.pressing import FIELD
from tests.end_to_end.teams.whole import HOLDER, PRIVATE, QUESTION, Bot, carried, whole
from tests.fakes.teams_cards import buttons, pressed, shown
from tests.fakes.teams_people import ANNA, HELP

pytestmark = pytest.mark.usefixtures("discreet")
Json = dict[str, Any]
FILE = "rain.sqlite3"


def garble(store: Path) -> None:
    for file in store.iterdir():
        file.write_bytes(b"This is no database. " * 1000)


async def still_answers(bot: Bot) -> None:
    """What the knowledge base knows is answered, and what cannot be kept is said."""
    for where in (ANNA.direct, HELP):
        asked = await bot.ask(ANNA, where, f"{QUESTION} {PRIVATE}")
        assert HOLDER in shown(asked.card)
    events = await bot.ask(ANNA, ANNA.direct, "påmind mig om alle arrangementer")
    assert "lige nu" in shown(events.card)
    for intent in ("take", "respond", "remind", "home", "right", "wrong"):
        told = await bot.invoke(ANNA, ANNA.direct, carried(intent, e="x", n=["x"], t=QUESTION))
        assert shown(told.card).strip()
    sent = carried("forwarded", e="token", s="stamp") | {f"{FIELD}text": f"Hvad? {PRIVATE}"}
    for _ in range(2):
        told = await bot.invoke(ANNA, ANNA.direct, sent)
        assert "Jeg kan ikke gemme noget lige nu, og intet er sendt" in shown(told.card)
        assert PRIVATE in shown(told.card), "what was typed is not lost"
    assert [post for post in await bot.server.more_posts() if post.card] == []


async def test_the_store_is_garbage(
    shipped: Path, fitted_cache: Path, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / FILE).touch()
    garble(tmp_path)
    async with whole(shipped, fitted_cache, tmp_path, RAIN_OWNERS=f"teams:{HELP.id}") as bot:
        await still_answers(bot)
    for lost in ("Where somebody can be written to is not kept", "Deliveries cannot be told apart"):
        (why, *_) = (line for line in caplog.messages if line.startswith(lost))
        assert "is no database or is damaged" in why


async def test_the_store_becomes_garbage(shipped: Path, fitted_cache: Path, tmp_path: Path) -> None:
    async with whole(shipped, fitted_cache, tmp_path, RAIN_OWNERS=f"teams:{HELP.id}") as bot:
        assert HOLDER in shown((await bot.ask(ANNA, ANNA.direct, QUESTION)).card)
        garble(tmp_path)
        await still_answers(bot)


async def test_the_store_goes_away(shipped: Path, fitted_cache: Path, tmp_path: Path) -> None:
    store = tmp_path / "store"
    store.mkdir()
    async with whole(shipped, fitted_cache, store) as bot:
        assert HOLDER in shown((await bot.ask(ANNA, ANNA.direct, QUESTION)).card)
        shutil.rmtree(store)
        for where in (ANNA.direct, HELP):
            assert HOLDER in shown((await bot.ask(ANNA, where, QUESTION)).card)


async def test_cards_from_before_a_restart(
    shipped: Path, fitted_cache: Path, tmp_path: Path
) -> None:
    owners = f"teams:{HELP.id}"
    asked = "Hvordan får vi kvantecomputere til stjernekikkerten på taget?"
    async with whole(shipped, fitted_cache, tmp_path, RAIN_OWNERS=owners) as bot:
        await bot.ask(ANNA, HELP, "privatliv")
        names = (await bot.ask(ANNA, ANNA.direct, "Kristian?")).card
        offer = (await bot.ask(ANNA, ANNA.direct, asked)).card
        form = await bot.press(ANNA, ANNA.direct, offer, "Send spørgsmålet videre")
        sent = pressed(form, "Send")
        assert "er sendt" in shown((await bot.invoke(ANNA, ANNA.direct, sent)).card)
        told = await bot.next_card()
        question = bot.message(ANNA, ANNA.direct, QUESTION)
        await bot.answered(question)
    async with whole(shipped, fitted_cache, tmp_path, RAIN_OWNERS=owners) as bot:
        await bot.silent(question)
        chosen = await bot.press(ANNA, ANNA.direct, names, "Kristian Kvist")
        assert "kgk@rsyd.dk" in shown(chosen)
        assert "allerede" in shown((await bot.invoke(ANNA, ANNA.direct, sent)).card)
        await bot.ask(ANNA, HELP, "privatliv")
        bot.server.members[HELP.id] = {ANNA.account: ANNA.as_member()}
        taken = await bot.press(ANNA, HELP.below(told.id), told.card, "Jeg tager det")
        assert ANNA.name in shown(taken)
        assert buttons(chosen)
