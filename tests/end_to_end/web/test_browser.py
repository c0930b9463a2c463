"""The chat page in a real browser."""

import re

import pytest
from playwright.async_api import expect

from bot.reply import Intent, Language
from tests.contract.adapter_suite import EVERYTHING, OFFER
from tests.end_to_end.web.visiting import CONTRAST, Visit
from tests.fakes.responder import FixedClock, said

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="module")]

HOSTILE = (
    '"><img src=x onerror="window.pwned=1"><script>window.pwned=1;alert(1)</script>'
    '<a href="javascript:alert(1)">x</a>'
)


async def test_a_typed_question_is_answered(visit: Visit) -> None:
    await visit.ask("Hvem kan hjælpe mig?")
    reply = visit.page.get_by_role("log").get_by_role("article").last
    await expect(reply).to_contain_text("Et svar.")
    await expect(reply).to_have_attribute("lang", "da")
    await expect(visit.page.locator(".asked")).to_contain_text("Hvem kan hjælpe mig?")
    await expect(visit.page.get_by_label("Dit spørgsmål")).to_have_value("")
    (question,) = visit.responder.questions
    assert (question.text, question.locale) == ("Hvem kan hjælpe mig?", Language.DANISH)
    assert question.at == FixedClock().now()


async def test_shift_and_enter_is_a_new_line(visit: Visit) -> None:
    field = visit.page.get_by_label("Dit spørgsmål")
    await field.press_sequentially("en")
    await field.press("Shift+Enter")
    await field.press_sequentially("to")
    await visit.page.get_by_role("button", name="Send").click()
    await expect(visit.page.locator(".reply")).to_have_count(1)
    assert visit.responder.questions[0].text == "en\nto"


async def test_a_pressed_choice_comes_back_as_one(visit: Visit) -> None:
    visit.responder.will_reply(OFFER, said("Her er centret.", Language.DANISH))
    await visit.ask("centret")
    await visit.page.get_by_role("button", name="Centret").click()
    await expect(visit.page.locator(".reply").last).to_contain_text("Her er centret.")
    await expect(visit.page.locator(".asked").last).to_contain_text("Centret")
    chosen = visit.responder.questions[-1]
    assert (chosen.intent, chosen.entry) == (Intent.CHOICE, "the-centre")


async def test_a_pressed_question_comes_back_as_typed(visit: Visit) -> None:
    visit.responder.will_reply(OFFER, said("Meget."))
    await visit.ask("centret")
    await visit.page.get_by_role("button", name="Hvad kommer?").click()
    await expect(visit.page.locator(".reply")).to_have_count(2)
    assert visit.responder.questions[-1].text == "hvad kommer der?"


async def test_the_starters_ask(visit: Visit) -> None:
    for label in ("Fortæl om CAI-X", "Kommende arrangementer", "Hvad kan botten?"):
        before = len(visit.responder.questions)
        await visit.page.get_by_role("button", name=label).click()
        await expect(visit.page.locator(".reply")).to_have_count(before + 1)
    typed, events, can = visit.responder.questions
    assert (typed.text, typed.intent) == ("Fortæl om CAI-X", Intent.ASK)
    assert (events.intent, can.intent) == (Intent.EVENTS, Intent.HELP)


async def test_hostile_text_stays_text(visit: Visit) -> None:
    visit.responder.will_reply(lambda question: said(question.text))
    await visit.ask(HOSTILE)
    reply = visit.page.locator(".reply")
    await expect(reply).to_contain_text(HOSTILE)
    await expect(visit.page.locator(".asked")).to_contain_text(HOSTILE)
    await expect(visit.page.locator("#log :is(img, script, a)")).to_have_count(0)
    assert await visit.page.evaluate("window.pwned") is None


async def test_a_set_day_is_believed_asked_with_and_kept(visit: Visit) -> None:
    believed, day = visit.page.locator("#believed"), visit.page.get_by_label("Vælg en anden dag")
    await expect(believed).to_have_text("Botten tror, det er onsdag den 21. juni 2023")
    await day.fill("2023-10-05")
    await expect(believed).to_have_text("Botten tror, det er torsdag den 5. oktober 2023")
    await visit.page.reload()
    await expect(believed).to_have_text("Botten tror, det er torsdag den 5. oktober 2023")
    await visit.ask("hvad sker der?")
    await expect(visit.page.locator(".reply")).to_have_count(1)
    assert visit.responder.questions[-1].at.isoformat() == "2023-10-05T14:00:00+02:00"
    await visit.page.get_by_role("button", name="Tilbage til i dag").click()
    await expect(believed).to_have_text("Botten tror, det er onsdag den 21. juni 2023")
    await visit.ask("og nu?")
    await expect(visit.page.locator(".reply")).to_have_count(2)
    assert visit.responder.questions[-1].at == FixedClock().now()


async def test_a_set_day_counts_in_its_own_tab_alone(visit: Visit) -> None:
    await visit.page.get_by_label("Vælg en anden dag").fill("2023-10-05")
    other = await visit.page.context.new_page()
    await other.goto(visit.page.url)
    await expect(other.locator("#believed")).to_contain_text("21. juni 2023")
    assert await visit.page.context.cookies() == []


async def test_the_language_is_switched_and_kept(visit: Visit) -> None:
    await visit.ask("hvem?")
    await expect(visit.page.locator(".reply")).to_have_count(1)
    await visit.page.get_by_role("link", name="English").click()
    await expect(visit.page).to_have_title("Ask RAIN")
    await expect(visit.page.locator(".reply")).to_have_count(1)
    await visit.page.reload()
    await expect(visit.page.locator("html")).to_have_attribute("lang", "en")
    await expect(visit.page.locator("#believed")).to_have_text(
        re.compile("^The bot believes it is Wednesday,? 21 June 2023$")
    )
    await visit.page.get_by_role("button", name="Tell me about CAI-X").click()
    await expect(visit.page.locator(".reply")).to_have_attribute("lang", "da")
    question = visit.responder.questions[-1]
    assert (question.text, question.locale) == ("Tell me about CAI-X", Language.ENGLISH)


async def test_the_keyboard_is_enough(visit: Visit) -> None:
    visit.responder.will_reply(OFFER, said("Her er centret."))
    press = visit.page.keyboard.press
    await press("Tab")
    await expect(visit.page.get_by_role("link", name="Gå til spørgsmålet")).to_be_focused()
    await press("Enter")
    await expect(visit.page.get_by_label("Dit spørgsmål")).to_be_focused()
    await visit.page.keyboard.type("centret")
    await press("Enter")
    await expect(visit.page.get_by_role("button", name="Hvad kommer?")).to_be_visible()
    await press("Shift+Tab")
    await press("Shift+Tab")
    chosen = visit.page.get_by_role("button", name="Centret")
    await expect(chosen).to_be_focused()
    assert await chosen.evaluate("e => getComputedStyle(e).outlineStyle") == "solid"
    await press("Enter")
    await expect(visit.page.locator(".reply").last).to_contain_text("Her er centret.")


async def test_a_failure_is_told_and_the_chat_goes_on(visit: Visit) -> None:
    visit.expected = "500"
    visit.responder.will_reply(RuntimeError("detail"), said("Fint igen.", Language.DANISH))
    await visit.ask("hvem?")
    problem = visit.page.locator(".problem")
    await expect(problem).to_contain_text(re.compile(r"referencen \d{6}"))
    await expect(problem).not_to_contain_text("detail")
    await visit.page.get_by_role("button", name="Send").click()
    await expect(visit.page.locator(".reply").last).to_contain_text("Fint igen.")
    assert [question.text for question in visit.responder.questions] == ["hvem?", "hvem?"]


async def test_a_stopped_bot_is_told(visit: Visit) -> None:
    visit.expected = "ERR_CONNECTION_REFUSED"
    await visit.server.close()
    await visit.ask("er du der?")
    await expect(visit.page.locator(".problem")).to_contain_text("Botten svarer ikke.")
    await expect(visit.page.get_by_label("Dit spørgsmål")).to_have_value("er du der?")
    await expect(visit.page.locator(".asked")).to_have_count(1)


@pytest.mark.parametrize("visit", [{"java_script_enabled": False}], indirect=True)
async def test_it_works_without_scripts(visit: Visit) -> None:
    visit.responder.will_reply(OFFER, said(HOSTILE))
    await visit.page.get_by_label("Vælg en anden dag").fill("2023-10-05")
    await visit.page.get_by_label("Dit spørgsmål").fill("centret")
    await visit.page.get_by_role("button", name="Send").click()
    await visit.page.get_by_role("button", name="Centret").click()
    await expect(visit.page.locator(".reply")).to_contain_text(HOSTILE)
    typed, chosen = visit.responder.questions
    assert (typed.text, typed.at.date().isoformat()) == ("centret", "2023-10-05")
    assert (chosen.entry, chosen.at.date().isoformat()) == ("the-centre", "2023-10-05")


@pytest.mark.parametrize("visit", [{"viewport": {"width": 320, "height": 640}}], indirect=True)
async def test_nothing_sticks_out_at_320_pixels(visit: Visit) -> None:
    long = "Sundhedsinnovationsprojektkonsulent" * 4
    visit.responder.will_reply(EVERYTHING, OFFER, said(long))
    for count, text in enumerate(("alt", "centret", long), start=1):
        await visit.ask(text)
        await expect(visit.page.locator(".reply")).to_have_count(count)
    width = await visit.page.evaluate("document.documentElement.scrollWidth")
    assert width == 320


@pytest.mark.parametrize(
    "visit", [{"color_scheme": "light"}, {"color_scheme": "dark"}], indirect=True, ids=str
)
async def test_every_text_can_be_read(visit: Visit) -> None:
    visit.expected = "500"
    await visit.page.emulate_media(reduced_motion="reduce")
    visit.responder.will_reply(EVERYTHING, RuntimeError())
    await visit.ask("alt")
    await expect(visit.page.locator(".reply")).to_have_count(1)  # until then nothing more is sent
    await visit.ask("fejl")
    await expect(visit.page.locator(".problem")).to_be_visible()
    measured = await visit.page.evaluate(CONTRAST)
    assert measured["seen"] > 40
    assert measured["poor"] == []
