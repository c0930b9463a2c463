"""Everybody who attends, one behind the other, on the shipped base."""

from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

import pytest

from bot.app.attending import attending
from bot.app.stores import Stores, in_process
from bot.config import Secret, Settings
from bot.desk import Desk
from bot.feedback.ports import Given
from bot.plain_text import plain_text
from bot.ports import Attendant, Known
from bot.reply import (
    Address,
    AddressKind,
    AddToCalendar,
    Intent,
    Language,
    Outcome,
    Pressable,
    Question,
    Remind,
    Reply,
    Right,
    Wrong,
)
from tests.fakes.responder import FixedClock

ME = Address("slack", "T1", AddressKind.PERSON, "U1")


@dataclass
class Anna:
    """Somebody who asks."""

    attendant: Attendant
    stores: Stores
    now: datetime

    async def asks(
        self,
        text: str,
        intent: Intent = Intent.ASK,
        entry: str = "",
        entries: tuple[str, ...] = (),
    ) -> Reply:
        question = Question(text, self.now, intent, entry, Language.DANISH, "anna", "here")
        return await self.attendant.answer(replace(question, mine=ME, entries=entries))

    async def presses(self, reply: Reply, kind: type[Pressable]) -> Reply:
        (action,) = (action for action in reply.actions if isinstance(action, kind))
        press = action.press
        return await self.asks(press.text, press.intent, press.entry, press.entries)


@pytest.fixture
def anna(desk: Desk, early_june: datetime, tmp_path: Path) -> Anna:
    settings = Settings(
        tmp_path,
        tmp_path,
        host="127.0.0.1",
        port=0,
        log_level="info",
        slack=None,
        database=Secret("sqlite:////nowhere"),
        semantic=False,
    )
    stores = in_process(FixedClock(early_june))
    return Anna(attending(desk, stores, settings), stores, early_june)


async def test_an_answer_about_an_event_offers_reminders_and_to_judge_it(anna: Anna) -> None:
    reply = await anna.asks("Hvornår er WHINN?")
    kinds = [type(action) for action in reply.actions if isinstance(action, Pressable)]
    assert kinds[:4] == [AddToCalendar, Remind, Right, Wrong]


@pytest.mark.parametrize(
    "text", ["hej", "tak", "hvad sker der?", "påmind mig om WHINN", "hvem er chef for radiologien?"]
)
async def test_what_is_no_answer_of_entries_is_not_judged(anna: Anna, text: str) -> None:
    reply = await anna.asks(text)
    assert not any(isinstance(action, Right | Wrong) for action in reply.actions)


async def test_judging_an_answer_leaves_the_subject_as_it_was(anna: Anna) -> None:
    before = await anna.asks("hvem har styr på historiske data?")
    await anna.asks("hvem hjælper med jura?")
    subject = await anna.stores.memory.recall("here")
    for kind in (Right, Wrong):
        assert (await anna.presses(before, kind)).private
        assert await anna.stores.memory.recall("here") == subject


async def test_the_chosen_language_is_answered_in_where_the_text_tells_none(anna: Anna) -> None:
    assert (await anna.asks("CAI-X")).language is Language.DANISH
    home = await anna.asks("en", Intent.SETTING, "language")
    assert (home.home, home.language) == (True, Language.ENGLISH)
    assert (await anna.asks("CAI-X")).language is Language.ENGLISH
    assert (await anna.asks("hvornår er WHINN?")).language is Language.DANISH


async def test_forgetting_leaves_nothing_of_what_the_page_names(anna: Anna) -> None:
    await anna.asks("company", Intent.SETTING, "audience")
    await anna.asks("en", Intent.SETTING, "language")
    await anna.asks("", Intent.REMIND, "whinn-2023")
    await anna.presses(await anna.asks("hvem hjælper med jura?"), Right)
    assert (await anna.stores.verdicts.given_by("anna")).count == 1
    assert (await anna.asks("glem mig")).outcome is Outcome.HELP
    assert await anna.stores.askers.recall("anna") == Known()
    assert await anna.stores.subscriptions.of(ME) == ()
    assert await anna.stores.verdicts.given_by("anna") == Given()
    assert await anna.stores.memory.recall("here") == ()


async def test_the_page_is_shown_to_who_asks_for_it_in_words(anna: Anna) -> None:
    typed = await anna.asks("forside")
    assert typed.home
    assert typed == await anna.asks("", Intent.HOME)


async def test_the_page_is_not_shown_where_others_read_along(anna: Anna) -> None:
    channel = Address("slack", "T1", AddressKind.CHANNEL, "C1")
    question = Question("home", anna.now, locale=Language.ENGLISH, asker="anna", mine=ME)
    reply = await anna.attendant.answer(replace(question, here=channel))
    assert (reply.home, reply.private) == (False, True)
    assert "directly" in plain_text(reply)
