"""A CPR number, wherever somebody may write one: it is nowhere after that."""

from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import pytest_asyncio

from bot.reply import Intent
from bot.teams.pressing import FIELD
from tests.end_to_end.teams.whole import Bot, Told, carried, whole
from tests.fakes.teams_cards import buttons, pressed, shown
from tests.fakes.teams_people import ANNA, BO, HELP, Spot

pytestmark = [
    pytest.mark.asyncio(loop_scope="module"),
    pytest.mark.usefixtures("discreet"),
]
Json = dict[str, Any]
SPELT = ("010190-1234", "0101901234", "010190 1234", "01.01.90-1234")
ASKED = "Hvordan får vi kvantecomputere til stjernekikkerten på taget?"
TEXTS = [
    text for cpr in SPELT for text in (cpr, f"Hvem kan hjælpe patienten {cpr}?", f"glem {cpr}")
]
NAMED = replace(BO, name="Bo 010190-1234")


@pytest_asyncio.fixture(loop_scope="module", scope="module")
async def bot(
    shipped: Path, fitted_cache: Path, tmp_path_factory: pytest.TempPathFactory
) -> AsyncIterator[Bot]:
    store = tmp_path_factory.mktemp("store")
    async with whole(shipped, fitted_cache, store, RAIN_OWNERS=f"teams:{HELP.id}") as bot:
        await bot.ask(BO, HELP, "privatliv")
        bot.server.members[HELP.id] = {BO.account: BO.as_member()}
        yield bot


def nowhere(bot: Bot, log: pytest.LogCaptureFixture, *told: object) -> None:
    """No spelling of the number is in the store, the log, what was written or what was ``told``."""
    outside = [post.activity for post in bot.server.taken]
    for number in SPELT:
        assert number.encode() not in bot.kept
        assert number not in log.text
        assert number not in str(outside)
        assert number not in str(told)


@pytest.mark.parametrize("where", [ANNA.direct, HELP], ids=lambda where: where.kind)
async def test_in_a_message(bot: Bot, caplog: pytest.LogCaptureFixture, where: Spot) -> None:
    for text in TEXTS:
        post = await bot.ask(ANNA, where, text)
        assert "CPR" in shown(post.card)
        below = where.below(post.thread) if post.thread else where
        for _, data in buttons(post.card):
            nowhere(bot, caplog, await bot.invoke(ANNA, below, data))
    nowhere(bot, caplog)


async def test_in_a_mention_a_file_and_a_conversations_name(
    bot: Bot, caplog: pytest.LogCaptureFixture
) -> None:
    body = bot.message(ANNA, HELP, "hjælp", attachments=[{"name": SPELT[0]}], summary=SPELT[0])
    body["conversation"]["name"] = body["channelData"]["channel"]["name"] = SPELT[0]
    body["entities"].append({"type": "mention", "text": SPELT[0], "mentioned": {"id": "29:x"}})
    nowhere(bot, caplog, await bot.answered(body))


@pytest.mark.parametrize("intent", list(Intent))
async def test_in_whatever_a_button_carries(
    bot: Bot, caplog: pytest.LogCaptureFixture, intent: Intent
) -> None:
    for number in SPELT:
        bare = carried(intent, t=number)
        way_back = carried(intent, b=[{"i": "ask", "t": number}])
        filled = carried(intent, f="typed", s=number[:3]) | {
            f"{FIELD}{name}": number for name in ("typed", "text", "answer", "area")
        }
        for data in (bare, way_back, filled):
            nowhere(bot, caplog, await bot.invoke(ANNA, ANNA.direct, data))


async def test_in_the_box_of_the_page(bot: Bot, caplog: pytest.LogCaptureFixture) -> None:
    page = (await bot.ask(ANNA, ANNA.direct, "forside")).card
    for text in TEXTS:
        told = await bot.invoke(ANNA, ANNA.direct, pressed(page, "Spørg", {f"{FIELD}typed": text}))
        assert "CPR" in shown(told.card)
        nowhere(bot, caplog, told)


async def test_in_a_question_to_be_passed_on(bot: Bot, caplog: pytest.LogCaptureFixture) -> None:
    asked = await bot.ask(ANNA, ANNA.direct, ASKED)
    form = await bot.press(ANNA, ANNA.direct, asked.card, "Send spørgsmålet videre")
    for text in TEXTS[1::3]:
        form = await bot.press(ANNA, ANNA.direct, form, "Send", text=text)
        assert "CPR-nummer" in shown(form)
        assert "Hvem kan hjælpe patienten" in shown(form), "the rest of the text is not lost"
        nowhere(bot, caplog, form)
    assert await bot.server.more_posts(1) == []


async def test_in_an_answer(bot: Bot, caplog: pytest.LogCaptureFixture) -> None:
    asked = await bot.ask(ANNA, ANNA.direct, ASKED)
    form = await bot.press(ANNA, ANNA.direct, asked.card, "Send spørgsmålet videre")
    await bot.press(ANNA, ANNA.direct, form, "Send")
    told = await bot.next_card()
    below = HELP.below(told.id)
    answer = await bot.press(BO, below, told.card, "Svar")
    for text in TEXTS[1::3]:
        answer = await bot.press(BO, below, answer, "Send", answer=text)
        assert "CPR-nummer" in shown(answer)
        nowhere(bot, caplog, answer)
    assert await bot.server.more_posts(1) == []


async def test_as_a_name(bot: Bot, caplog: pytest.LogCaptureFixture) -> None:
    asked = await bot.ask(NAMED, NAMED.direct, ASKED)
    form = await bot.press(NAMED, NAMED.direct, asked.card, "Send spørgsmålet videre")
    sent = await bot.press(NAMED, NAMED.direct, form, "Send")
    told = await bot.next_card()
    below = HELP.below(told.id)
    taken = await bot.press(NAMED, below, told.card, "Jeg tager det")
    answer = await bot.press(NAMED, below, told.card, "Svar")
    done = await bot.press(NAMED, below, answer, "Send", answer="Det gør Dorte på fjerde sal.")
    await bot.next_card()
    nowhere(bot, caplog, form, sent, told, taken, answer, done)


async def test_in_a_search(bot: Bot, caplog: pytest.LogCaptureFixture) -> None:
    for text in TEXTS:
        for command in ("people", "events"):
            sought = ANNA.at(bot.server.service).query(ANNA.direct, command, text)
            told: Told = await bot.tell(sought)
            assert told.body["composeExtension"]["type"] == "message"
            nowhere(bot, caplog, told)
