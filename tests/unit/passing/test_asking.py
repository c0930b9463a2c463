"""The asker's side: nothing leaves without having been seen and agreed to."""

import logging
from dataclasses import replace
from datetime import timedelta

import pytest

from bot.delivery.model import Kind
from bot.errors import StoreError
from bot.passing.model import Passed, Stage
from bot.passing.owners import Owners
from bot.passing.working_days import working_days_after
from bot.privacy.cpr import masked
from bot.reply import Form, Forward, Intent, Language, Option, PickField, Reply, TextField
from tests.fakes.passed import MemoryPassedOn
from tests.unit.passing.base import (
    ANNA,
    ASKED,
    BO,
    CPR,
    DESK,
    HERE,
    LAW,
    NOON,
    THREAD,
    Company,
    said,
)

DOSE = "Hvilken dosis insulin skal patienten have?"


def filled(reply: Reply) -> tuple[Form, TextField]:
    """The form, and its field for the question."""
    assert reply.form is not None
    field = reply.form.fields[0]
    assert isinstance(field, TextField)
    return reply.form, field


class AwayPassedOn(MemoryPassedOn):
    """A store that cannot be written to."""

    async def add(self, passed: Passed) -> bool:
        raise StoreError("the database is away")


# --- the form


async def test_the_form_shows_exactly_what_will_be_sent() -> None:
    company = Company()
    reply = await company.form()
    form, text = filled(reply)
    assert text.value == ASKED
    assert (form.intent, form.entry) == (Intent.FORWARDED, "token1-legal")
    assert (form.title, form.submit) == ("Send spørgsmålet videre", "Send")
    assert len(form.title) <= 24
    assert "Fra: Anna Ærlig" in said(reply)
    assert "i den tråd, du spurgte i, hvor andre i kanalen kan læse med" in said(reply)
    assert "glem mig" in said(reply)
    assert company.passed.kept == {}, "nothing is kept by pressing"


@pytest.mark.parametrize("language", Language)
async def test_the_form_fits_and_speaks_the_askers_language(language: Language) -> None:
    form, text = filled(await Company().form(locale=language))
    assert len(form.title) <= 24
    assert len(form.submit) <= 24
    assert text.label == ("Dit spørgsmål" if language is Language.DANISH else "Your question")


async def test_it_is_asked_to_whom_where_there_are_several() -> None:
    form, _ = filled(await Company().form(area="front-desk"))
    assert form.fields[1] == PickField(
        "area", "Til", (Option("-", "Alle andre emner"), Option("legal", "Jura")), "-"
    )
    form, _ = filled(await Company().form(area="legal"))
    assert isinstance(form.fields[1], PickField)
    assert form.fields[1].chosen == "legal"


async def test_it_is_said_to_whom_where_there_is_but_one() -> None:
    reply = await Company(owners=Owners([LAW])).form()
    assert reply.form is not None
    assert len(reply.form.fields) == 1
    assert "Til: Jura" in said(reply)


async def test_every_form_is_one_of_its_own() -> None:
    company = Company()
    entries = {filled(await company.form())[0].entry for _ in range(5)}
    assert len(entries) == 5


@pytest.mark.parametrize("there", [ANNA, replace(HERE, id="D1", thread="1700.1"), None])
async def test_alone_the_answer_comes_to_who_asks(there: object) -> None:
    assert "i din samtale med mig" in said(await Company().form(here=None, there=there))
    assert "i din samtale med mig" in said(await Company().form(there=ANNA))


async def test_of_whom_no_name_is_known_it_is_said_so() -> None:
    assert "Fra: en, hvis navn jeg ikke kender" in said(await Company().form(name=""))


@pytest.mark.parametrize("text", [CPR, DOSE])
async def test_what_must_not_be_sent_is_not_even_shown(text: str) -> None:
    reply = await Company().form(text)
    assert filled(reply)[1].value == ""
    assert text not in said(reply)


async def test_a_long_text_is_shown_as_far_as_it_can_be_sent() -> None:
    assert filled(await Company().form("a" * 5000))[1].value == "a" * 2000


@pytest.mark.parametrize("who", [None, replace(ANNA, workspace="T2")])
async def test_where_nobody_answers_it_is_said(who: object) -> None:
    reply = await Company().presses(Forward("Send", ASKED), who)  # type: ignore[arg-type]
    assert reply.form is None
    assert "Der er ingen at sende det til" in said(reply)


# --- sent


async def test_what_is_agreed_to_is_sent_as_it_stands_there() -> None:
    company = Company()
    form = (await company.form()).form
    edited = {"text": " Hvem må se dem?\r\nOg hvornår?\x00 ", "area": "legal"}
    reply = await company.fills_in(form, ANNA, edited)
    assert company.passed.kept == {
        "token1": Passed(
            id="token1",
            text="Hvem må se dem?\nOg hvornår?",
            name="Anna Ærlig",
            asker=ANNA,
            there=THREAD,
            language=Language.DANISH,
            area="legal",
            channel=LAW,
            asked_at=NOON,
            nudge_at=working_days_after(NOON, 2),
        )
    }
    assert company.passed.letters == [(Kind.FORWARDED, "token1"), (Kind.NUDGE, "token1")]
    assert "Modtager: Jura." in said(reply)
    assert "i den tråd, du spurgte i" in said(reply)
    assert reply.form is None


async def test_the_area_is_told_to_those_who_answer_for_all() -> None:
    company = Company(owners=Owners([DESK]))
    assert "Område: Jura" in said(await company.form(area="legal"))
    passed = await company.sends(area="legal")
    assert (passed.area, passed.channel) == ("legal", DESK)


async def test_whom_they_pick_gets_it() -> None:
    company = Company()
    form = (await company.form(area="legal")).form
    await company.fills_in(form, ANNA, {"text": ASKED, "area": "-"})
    kept = company.passed.kept["token1"]
    assert (kept.channel, kept.area) == (DESK, ""), "it is not about what the bot thought"


async def test_an_area_without_a_channel_is_shown_and_told_all_the_same() -> None:
    company = Company()
    reply = await company.form(area="front-desk")
    assert "Område: Indgangen" in said(reply)
    await company.fills_in(reply.form, ANNA, {"text": ASKED, "area": "-"})
    assert company.passed.kept["token1"].area == "front-desk"


async def test_who_is_picked_and_gone_is_stood_in_for() -> None:
    company = Company()
    form = (await company.form()).form
    company.owners = Owners([DESK])
    await company.fills_in(form, ANNA, {"text": ASKED, "area": "legal"})
    assert company.passed.kept["token1"].channel == DESK


async def test_sent_twice_it_is_sent_once() -> None:
    company = Company()
    form = (await company.form()).form
    await company.fills_in(form, ANNA, {"text": ASKED, "area": "legal"})
    before = dict(company.passed.kept)
    reply = await company.fills_in(form, ANNA, {"text": "Noget andet", "area": "-"})
    assert company.passed.kept == before
    assert len(company.passed.letters) == 2
    assert "Det er allerede sendt" in said(reply)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (f"Hvem ved det? {CPR}", "CPR-nummer"),
        (DOSE, "patienter"),
        ("   ", "ikke noget endnu"),
        ("a" * 2001, "2000 tegn"),
    ],
)
async def test_what_may_not_be_sent_is_given_back_and_nothing_kept(
    text: str, told: str, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    company = Company()
    first = (await company.form()).form
    reply = await company.fills_in(first, ANNA, {"text": text, "area": "legal"})
    form, field = filled(reply)
    assert told in said(reply)
    assert field.value == masked(text), "so that it can be mended"
    assert company.passed.kept == {}
    assert text.strip() == "" or text.strip() not in caplog.text
    await company.fills_in(form, ANNA, {"text": ASKED, "area": "legal"})
    assert list(company.passed.kept) == ["token1"], "mended, it is the same thing"


async def test_while_the_store_is_away_the_text_is_not_lost() -> None:
    company = Company()
    form = (await company.form()).form
    company.passed = AwayPassedOn(company.clock)
    reply = await company.fills_in(form, ANNA, {"text": ASKED, "area": "legal"})
    assert "intet er sendt" in said(reply)
    assert filled(reply)[1].value == ASKED


async def test_a_form_without_fields_sends_nothing() -> None:
    company = Company()
    form = (await company.form()).form
    assert "ikke noget endnu" in said(await company.fills_in(form, ANNA, {}))
    assert company.passed.kept == {}


async def test_what_comes_without_a_number_is_asked_for_once_more() -> None:
    company = Company()
    form = replace((await company.form()).form or Form("", (), "", Intent.FORWARDED), entry="")
    reply = await company.fills_in(form, ANNA, {"text": ASKED, "area": "legal"})
    assert company.passed.kept == {}
    assert filled(reply)[1].value == ASKED
    await company.fills_in(reply.form, ANNA, {"text": ASKED, "area": "legal"})
    assert list(company.passed.kept) == ["token2"]


# --- forgetting


@pytest.mark.parametrize("wish", ["glem mig", "Forget me, please"])
async def test_who_wants_to_be_forgotten_takes_it_back(wish: str) -> None:
    company = Company()
    await company.sends()
    reply = await company.asks(wish)
    assert company.passed.kept == {}
    assert company.passed.letters == []
    assert "sendt videre for dig" in said(reply)
    again = await company.asks(wish)
    assert "sendt videre" not in said(again)


async def test_others_questions_stay() -> None:
    company = Company()
    passed = await company.sends()
    await company.answer(company.question(BO, text="glem mig"))
    await company.answer(company.question(None, text="glem mig"))
    assert company.passed.kept == {passed.id: passed}


async def test_an_answered_one_is_forgotten_too() -> None:
    company = Company()
    passed = await company.sends()
    company.passed.kept[passed.id] = replace(passed, stage=Stage.ANSWERED, at=NOON)
    company.clock.move(timedelta(days=1))
    await company.asks("glem mig")
    assert company.passed.kept == {}
