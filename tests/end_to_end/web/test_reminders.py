"""Reminders on the chat page in a real browser, by the page's own clock."""

import asyncio
import re
from datetime import UTC, datetime, timedelta
from threading import Event

import pytest
from playwright.async_api import expect

from bot.reminders.ports import Foretold
from bot.reply import (
    Heading,
    Intent,
    Language,
    Outcome,
    Paragraph,
    Question,
    Remind,
    Reply,
    StopReminding,
)
from tests.end_to_end.web.visiting import CONTRAST, Visit
from tests.fakes.responder import FixedClock, said
from tests.unit.web.fakes import FakeForetelling

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="module")]

BREATH = 0.2
"""Seconds in which something that must not come would come."""
REST = 400
"""Milliseconds after which a moved day has come to rest."""
LINES = "#log > .posted, #log .asked p:last-child, #log .reply > :nth-child(2)"
HURRY = """(day, values) => {
  for (const value of values) {
    day.value = value;
    day.dispatchEvent(new Event("change", { bubbles: true }));
  }
}"""
HOSTILE = '<img src=x onerror="window.pwned=1"><script>window.pwned=1</script>'
OFFER = Reply(
    Outcome.ANSWER,
    Language.DANISH,
    (Paragraph("Sommerdagen kommer."),),
    (
        Remind("Påmind mig", "summer-day"),
        StopReminding("Stop for denne", "summer-day"),
        StopReminding("Stop alle"),
    ),
)


def foretold(month: int, day: int, title: str) -> Foretold:
    """A reminder at nine in the morning by UTC."""
    stop = StopReminding("Stop påmindelser om det", "summer-day")
    reply = Reply(Outcome.ANSWER, Language.DANISH, (Heading(title),), (stop,))
    return Foretold(datetime(2023, month, day, 9, tzinfo=UTC), reply)


@pytest.fixture
def foretelling() -> FakeForetelling:
    return FakeForetelling(
        foretold(6, 14, "Juni"), foretold(7, 14, "Juli"), foretold(10, 4, "Oktober")
    )


async def move(visit: Visit, day: str) -> None:
    """Sets the day, and waits until the bot was asked what came."""
    async with visit.page.expect_response("**/api/reminders"):
        await visit.page.locator("#day").fill(day)


async def hurry(visit: Visit, *days: str) -> None:
    """Sets days one after the other, quicker than anybody can."""
    await visit.page.locator("#day").evaluate(HURRY, list(days))


async def stands(visit: Visit, *lines: str) -> None:
    """Marks, questions and the first lines of replies come into the log, and no more does."""
    found = visit.page.locator(LINES)
    await expect(found).to_have_text([*lines])
    await asyncio.sleep(BREATH)
    await expect(found).to_have_text([*lines])


JUNE = ["Påmindelse, onsdag den 14. juni 2023 kl. 11.00", "Juni"]
JULY = ["Påmindelse, fredag den 14. juli 2023 kl. 11.00", "Juli"]
OCTOBER = ["Påmindelse, onsdag den 4. oktober 2023 kl. 11.00", "Oktober"]


async def test_moved_forward_the_day_brings_the_reminders_in_order(visit: Visit) -> None:
    """The page stands on 21 June: what came before is not told."""
    await move(visit, "2023-11-01")
    await stands(visit, *JULY, *OCTOBER)
    await expect(visit.page.locator(".posted").first).to_be_in_viewport()


async def test_moved_back_it_shows_nothing_and_nothing_is_doubled(visit: Visit) -> None:
    await move(visit, "2023-08-01")
    await stands(visit, *JULY)
    await move(visit, "2023-06-01")
    await stands(visit, *JULY)
    await move(visit, "2023-11-01")
    await stands(visit, *JULY, *JUNE, *OCTOBER)
    await move(visit, "2023-12-01")
    await stands(visit, *JULY, *JUNE, *OCTOBER)


async def test_a_question_asked_in_an_earlier_time_begins_anew(visit: Visit) -> None:
    await move(visit, "2023-08-01")
    await move(visit, "2023-06-20")
    await visit.ask("hvad så?")
    await stands(visit, *JULY, "hvad så?", "Et svar.")
    await move(visit, "2023-08-01")
    await stands(visit, *JULY, "hvad så?", "Et svar.", *JULY)


async def test_a_day_that_is_still_being_typed_does_not_count(
    visit: Visit, foretelling: FakeForetelling
) -> None:
    """On the way from June to November one types a January."""
    await visit.page.clock.install(time=0)
    await visit.page.clock.pause_at(60_000)
    day = visit.page.locator("#day")
    await day.focus()
    await visit.page.keyboard.press("1")
    await expect(day).to_have_value("2023-01-21")
    await visit.page.clock.run_for(REST - 1)
    await visit.page.keyboard.press("1")
    await expect(day).to_have_value("2023-11-21")
    await visit.page.clock.run_for(REST - 1)
    await stands(visit)
    await visit.page.clock.run_for(1)
    await stands(visit, *JULY, *OCTOBER)
    assert len(foretelling.asked) == 1


async def test_moves_in_quick_succession_are_one(
    visit: Visit, foretelling: FakeForetelling
) -> None:
    await hurry(visit, "2023-07-01", "2023-12-01", "2023-08-01")
    await stands(visit, *JULY)
    ((since, until),) = foretelling.asked
    assert (since, until) == (FixedClock().now(), datetime(2023, 8, 1, 12, tzinfo=UTC))


async def test_a_question_behind_a_move_stands_behind_its_reminders(visit: Visit) -> None:
    await hurry(visit, "2023-08-01")
    await visit.ask("hvad nu?")
    await stands(visit, *JULY, "hvad nu?", "Et svar.")
    assert visit.responder.questions[0].at == datetime(2023, 8, 1, 12, tzinfo=UTC)


async def test_moves_behind_a_question_stand_behind_its_answer(visit: Visit) -> None:
    answered = Event()

    def slow(_: Question) -> Reply:
        assert answered.wait(10)
        return said("Langsomt.", Language.DANISH)

    visit.responder.will_reply(slow)
    await visit.ask("hvad nu?")
    await hurry(visit, "2023-08-01")
    await asyncio.sleep(2 * REST / 1000)
    await hurry(visit, "2023-11-01")
    await stands(visit, "hvad nu?")
    answered.set()
    await stands(visit, "hvad nu?", "Langsomt.", *JULY, *OCTOBER)
    assert visit.responder.questions[0].at == FixedClock().now()


async def test_time_that_passed_between_two_moves_is_not_lost(
    visit: Visit, clock: FixedClock
) -> None:
    """The real clock goes on past the hour at which the reminder is due on the chosen day."""
    clock.move(timedelta(hours=-4))
    await move(visit, "2023-07-14")
    await stands(visit)
    clock.move(timedelta(hours=3))
    await move(visit, "2023-07-15")
    await stands(visit, *JULY)


async def test_time_that_passed_since_the_page_was_opened_is_not_lost(
    visit: Visit, clock: FixedClock
) -> None:
    clock.move(timedelta(hours=-4))
    await move(visit, "2023-07-14")
    await visit.page.reload()
    clock.move(timedelta(hours=3))
    await move(visit, "2023-07-15")
    await stands(visit, *JULY)


async def test_a_day_kept_in_the_tab_is_gone_on_from(visit: Visit) -> None:
    await move(visit, "2023-08-01")
    await stands(visit, *JULY)
    await visit.page.reload()
    await move(visit, "2023-11-01")
    await stands(visit, *OCTOBER)


async def test_back_to_today_is_a_move_too(visit: Visit) -> None:
    await move(visit, "2023-06-01")
    await visit.page.get_by_role("button", name="Tilbage til i dag").click()
    await stands(visit, *JUNE)


async def test_without_reminders_nothing_is_said(
    visit: Visit, foretelling: FakeForetelling
) -> None:
    foretelling.foretold = []
    await move(visit, "2023-11-01")
    await stands(visit)
    assert len(foretelling.asked) == 1
    await expect(visit.page.locator("#log > *")).to_have_count(0)


async def test_the_times_are_told_in_the_pages_language(visit: Visit) -> None:
    await visit.page.get_by_role("link", name="English").click()
    await move(visit, "2023-08-01")
    mark = visit.page.locator(".posted")
    await expect(mark).to_have_text("Reminder, Friday 14 July 2023 at 11:00")
    await expect(mark).to_have_attribute("lang", "en")


@pytest.mark.parametrize(
    ("label", "intent", "entry"),
    [
        ("Påmind mig", Intent.REMIND, "summer-day"),
        ("Stop for denne", Intent.STOP_REMINDING, "summer-day"),
        ("Stop alle", Intent.STOP_REMINDING, ""),
    ],
)
async def test_wishes_about_reminders_are_pressed(
    visit: Visit, label: str, intent: Intent, entry: str
) -> None:
    visit.responder.will_reply(OFFER, said("Det er noteret.", Language.DANISH))
    await visit.ask("sommerdagen")
    await visit.page.get_by_role("button", name=label).click()
    await expect(visit.page.locator(".reply").last).to_contain_text("Det er noteret.")
    await expect(visit.page.locator(".asked").last).to_contain_text(label)
    wish = visit.responder.questions[-1]
    assert (wish.intent, wish.entry, wish.text) == (intent, entry, "")
    assert wish.mine is not None
    assert len({question.mine for question in visit.responder.questions}) == 1


async def test_a_reminders_own_button_can_be_pressed(visit: Visit) -> None:
    await move(visit, "2023-08-01")
    await visit.page.get_by_role("button", name="Stop påmindelser om det").click()
    await expect(visit.page.locator(".reply")).to_have_count(2)
    wish = visit.responder.questions[-1]
    assert (wish.intent, wish.entry) == (Intent.STOP_REMINDING, "summer-day")
    assert wish.at == datetime(2023, 8, 1, 12, tzinfo=UTC)


async def test_a_reminder_stays_text(visit: Visit, foretelling: FakeForetelling) -> None:
    foretelling.foretold = [foretold(7, 14, HOSTILE)]
    await move(visit, "2023-08-01")
    await expect(visit.page.locator(".posted + .reply")).to_contain_text(HOSTILE)
    await expect(visit.page.locator("#log :is(img, script)")).to_have_count(0)
    assert await visit.page.evaluate("window.pwned") is None


async def test_a_failure_is_told_and_nothing_is_lost(
    visit: Visit, foretelling: FakeForetelling
) -> None:
    visit.expected = "500"
    foretelling.failing = RuntimeError("detail")
    await move(visit, "2023-08-01")
    await expect(visit.page.locator(".problem")).to_contain_text(re.compile(r"referencen \d{6}"))
    foretelling.failing = None
    await move(visit, "2023-08-02")
    await expect(visit.page.locator(".posted")).to_have_text(JULY[:1])


async def test_a_stopped_bot_is_told(visit: Visit) -> None:
    visit.expected = "ERR_CONNECTION_REFUSED"
    await visit.server.close()
    await hurry(visit, "2023-08-01")
    await expect(visit.page.locator(".problem")).to_contain_text("der kan mangle påmindelser")


@pytest.mark.parametrize("visit", [{"viewport": {"width": 320, "height": 640}}], indirect=True)
async def test_nothing_sticks_out_at_320_pixels(visit: Visit) -> None:
    await move(visit, "2023-11-01")
    await expect(visit.page.locator(".posted")).to_have_count(2)
    assert await visit.page.evaluate("document.documentElement.scrollWidth") == 320


@pytest.mark.parametrize(
    "visit", [{"color_scheme": "light"}, {"color_scheme": "dark"}], indirect=True, ids=str
)
async def test_every_text_can_be_read(visit: Visit) -> None:
    await visit.page.emulate_media(reduced_motion="reduce")
    await move(visit, "2023-11-01")
    await expect(visit.page.locator(".posted")).to_have_count(2)
    measured = await visit.page.evaluate(CONTRAST)
    assert measured["seen"] > 20
    assert measured["poor"] == []


@pytest.mark.parametrize("visit", [{"java_script_enabled": False}], indirect=True)
async def test_without_scripts_the_wish_arrives_without_an_address(visit: Visit) -> None:
    visit.responder.will_reply(OFFER, said("Det går ikke her.", Language.DANISH))
    await visit.page.get_by_label("Dit spørgsmål").fill("sommerdagen")
    await visit.page.get_by_role("button", name="Send").click()
    await visit.page.get_by_role("button", name="Stop alle").click()
    await expect(visit.page.locator(".reply")).to_contain_text("Det går ikke her.")
    wish = visit.responder.questions[-1]
    assert (wish.intent, wish.entry, wish.mine) == (Intent.STOP_REMINDING, "", None)
