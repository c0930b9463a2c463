"""The side of those who answer: what they may, who is first, and that no text is lost."""

import asyncio
import logging
from dataclasses import replace
from datetime import timedelta

import pytest

from bot.delivery.model import Kind
from bot.errors import RefusedError, StoreError, UncertainError
from bot.passing.model import Passed, Stage
from bot.privacy.cpr import masked
from bot.reply import Address, Intent, Language, Outcome, Reply, Respond, Take, TextField
from tests.fakes.passed import MemoryPassedOn
from tests.unit.passing.base import ANNA, ANSWERED, ASKED, BO, CPR, CY, DESK, LAW, Company, said

NOTHING: dict[str, object] = {}


def typed(reply: Reply) -> str:
    """What stands in the form's field for the answer."""
    assert reply.form is not None
    field = reply.form.fields[0]
    assert isinstance(field, TextField)
    return field.value


async def takes(
    company: Company, passed: Passed, who: Address | None = BO, **other: object
) -> Reply:
    given = company.at_owners() | other
    return await company.presses(Take("Jeg tager det", passed.id), who, **given)


async def opens(
    company: Company, passed: Passed, who: Address | None = BO, **other: object
) -> Reply:
    given = company.at_owners() | other
    return await company.presses(Respond("Svar", passed.id), who, **given)


async def answers(
    company: Company, passed: Passed, who: Address = BO, text: str = ANSWERED, tick: str = ""
) -> Reply:
    form = (await opens(company, passed, who)).form
    filled = {"answer": text, "remember": tick}
    return await company.fills_in(form, who, filled, **company.at_owners())


class AwayPassedOn(MemoryPassedOn):
    """A store that answers no more."""

    async def find(self, passed_id: str) -> Passed | None:
        raise StoreError("the database is away")


# --- taking


async def test_who_takes_it_is_named_for_all_to_read() -> None:
    company = Company()
    passed = await company.sends()
    reply = await takes(company, passed)
    assert said(reply) == "Bo Bo tager spørgsmålet."
    assert not reply.private
    kept = company.passed.kept[passed.id]
    assert (kept.stage, kept.by, kept.at) == (Stage.TAKEN, "Bo Bo", company.clock.now())
    assert (Kind.NUDGE, passed.id) not in company.passed.letters


async def test_who_comes_second_is_told_who_has_it_and_nobody_else_is() -> None:
    company = Company()
    passed = await company.sends()
    await takes(company, passed)
    reply = await takes(company, passed, CY)
    assert "Bo Bo tog spørgsmålet onsdag den 21. juni 2023 kl. 14.00" in said(reply)
    assert reply.private
    assert company.passed.kept[passed.id].by == "Bo Bo"


async def test_an_answered_one_cannot_be_taken() -> None:
    company = Company()
    passed = await company.sends()
    await answers(company, passed)
    reply = await takes(company, passed, CY)
    assert "Bo Bo svarede" in said(reply)


async def test_without_a_name_it_was_a_colleague() -> None:
    company = Company()
    passed = await company.sends()
    assert said(await takes(company, passed, name="")) == "En kollega tager spørgsmålet."
    assert "En kollega tog" in said(await takes(company, passed, CY))


# --- answering


async def test_the_form_shows_the_question_and_asks_for_the_answer() -> None:
    company = Company()
    passed = await company.sends()
    reply = await opens(company, passed)
    assert f"»{ASKED}«" in said(reply)
    assert reply.form is not None
    assert (reply.form.intent, reply.form.entry) == (Intent.RESPONDED, passed.id)
    assert [field.name for field in reply.form.fields] == ["answer", "remember"]
    assert len(reply.form.title) <= 24
    assert typed(reply) == ""


@pytest.mark.parametrize("taken_by", [None, BO, CY])
async def test_an_answer_is_sent_whoever_took_the_question(taken_by: Address | None) -> None:
    company = Company()
    passed = await company.sends()
    if taken_by:
        await takes(company, passed, taken_by)
    company.clock.move(timedelta(hours=3))
    reply = await answers(company, passed, text=f" {ANSWERED}\x00 ")
    kept = company.passed.kept[passed.id]
    assert (kept.stage, kept.answer, kept.by) == (Stage.ANSWERED, ANSWERED, "Bo Bo")
    assert kept.at == company.clock.now()
    assert company.passed.letters == [
        (Kind.FORWARDED, passed.id),
        (Kind.RESPONSE, passed.id),
        (Kind.ANSWERED, passed.id),
    ]
    assert "Svaret er sendt" in said(reply)
    assert "forslag" not in said(reply)
    assert await company.passed.proposals() == ()


async def test_a_ticked_answer_is_proposed_in_the_language_it_is_written_in() -> None:
    company = Company()
    passed = await company.sends()
    english = "Everybody who is part of the project may see the data."
    reply = await answers(company, passed, text=english, tick="yes")
    assert "forslag til videnbasen" in said(reply)
    (proposed,) = await company.passed.proposals()
    assert (proposed.question, proposed.answer, proposed.by) == (ASKED, english, "Bo Bo")
    assert (proposed.language, proposed.area) == (Language.ENGLISH, "legal")


@pytest.mark.parametrize(
    ("text", "told"), [(CPR, "CPR-nummer"), (" ", "ikke noget endnu"), ("a" * 2001, "2000 tegn")]
)
async def test_what_may_not_be_sent_is_given_back_and_nothing_kept(
    text: str, told: str, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    company = Company()
    passed = await company.sends()
    reply = await answers(company, passed, text=text, tick="yes")
    assert told in said(reply)
    assert typed(reply) == masked(text)
    assert company.passed.kept[passed.id] == passed
    assert await company.passed.proposals() == ()
    assert CPR not in caplog.text


async def test_of_two_at_once_the_second_is_told_and_keeps_their_text() -> None:
    company = Company()
    passed = await company.sends()
    forms = [(await opens(company, passed, who)).form for who in (BO, CY)]
    first, second = await asyncio.gather(
        company.fills_in(forms[0], BO, {"answer": ANSWERED}, **company.at_owners()),
        company.fills_in(forms[1], CY, {"answer": "Det må ingen."}, **company.at_owners()),
    )
    assert "Svaret er sendt" in said(first)
    assert "Bo Bo svarede" in said(second)
    assert "dit svar er ikke sendt" in said(second)
    assert typed(second) == "Det må ingen."
    assert company.passed.kept[passed.id].answer == ANSWERED
    assert company.passed.letters.count((Kind.RESPONSE, passed.id)) == 1


async def test_sent_twice_an_answer_is_sent_once_and_said_to_be() -> None:
    company = Company()
    passed = await company.sends()
    form = (await opens(company, passed)).form
    for _ in range(2):
        reply = await company.fills_in(form, BO, {"answer": ANSWERED}, **company.at_owners())
        assert "Svaret er sendt" in said(reply)
    assert company.passed.letters.count((Kind.RESPONSE, passed.id)) == 1


async def test_who_opens_the_form_too_late_is_told_who_answered() -> None:
    company = Company()
    passed = await company.sends()
    await answers(company, passed)
    reply = await opens(company, passed, CY)
    assert reply.form is None
    assert "Bo Bo svarede" in said(reply)


@pytest.mark.parametrize("days", [0, 91])
async def test_what_is_gone_is_said_and_no_text_is_lost(days: int) -> None:
    company = Company()
    passed = await company.sends()
    form = (await opens(company, passed)).form
    if days:
        company.clock.move(timedelta(days=days))
    else:
        await company.passed.forget(ANNA)
    for reply in (await takes(company, passed), await opens(company, passed)):
        assert "findes ikke længere" in said(reply)
        assert reply.form is None
    reply = await company.fills_in(form, BO, {"answer": ANSWERED}, **company.at_owners())
    assert "findes ikke længere" in said(reply)
    assert ANSWERED in said(reply)
    reply = await company.fills_in(form, BO, {"answer": CPR}, **company.at_owners())
    assert CPR not in said(reply)


async def test_while_the_store_is_away_that_is_said_and_no_text_is_lost() -> None:
    company = Company()
    passed = await company.sends()
    form = (await opens(company, passed)).form
    company.passed = AwayPassedOn(company.clock)
    assert "Det lykkedes ikke" in said(await takes(company, passed))
    assert "Det lykkedes ikke" in said(await opens(company, passed))
    reply = await company.fills_in(form, BO, {"answer": ANSWERED}, **company.at_owners())
    assert "intet er sendt" in said(reply)
    assert typed(reply) == ANSWERED
    assert reply.form is not None
    assert reply.form.entry == passed.id


# --- rights


@pytest.mark.parametrize(
    ("who", "other"),
    [
        (BO, {"guest": True}),  # a user of another workspace
        (replace(BO, workspace="T2"), NOTHING),  # who has the bot too, and shares the channel
        (None, NOTHING),
        (BO, {"here": DESK.address}),  # another question's channel
        (BO, {"here": None}),
        (ANNA, NOTHING),  # no member, as who asked need not be
        (replace(BO, platform="teams"), NOTHING),
    ],
)
async def test_pressing_gives_nobody_rights(who: Address | None, other: dict[str, object]) -> None:
    company = Company()
    passed = await company.sends()
    for reply in (
        await takes(company, passed, who, **other),
        await opens(company, passed, who, **other),
    ):
        assert reply.outcome is Outcome.REFUSED
        assert reply.private
        assert reply.form is None
    assert company.passed.kept[passed.id] == passed


@pytest.mark.parametrize("trouble", [RefusedError("missing_scope"), UncertainError("TimeoutError")])
async def test_where_it_cannot_be_told_who_is_a_member_nobody_is(
    trouble: RefusedError | UncertainError, caplog: pytest.LogCaptureFixture
) -> None:
    company = Company()
    passed = await company.sends()
    company.members.trouble = trouble
    reply = await takes(company, passed)
    assert "om du er medlem" in said(reply)
    assert company.passed.kept[passed.id] == passed
    assert trouble.reason in caplog.text
    assert "U2" not in caplog.text


async def test_who_has_left_the_channel_cannot_send_what_they_began() -> None:
    company = Company()
    passed = await company.sends()
    form = (await opens(company, passed)).form
    company.members.members.remove("U2")
    reply = await company.fills_in(form, BO, {"answer": ANSWERED}, **company.at_owners())
    assert "Kun medlemmer" in said(reply)
    assert typed(reply) == ANSWERED
    assert company.passed.kept[passed.id] == passed


async def test_a_form_need_not_say_where_it_was_opened() -> None:
    company = Company()
    passed = await company.sends()
    form = (await opens(company, passed)).form
    reply = await company.fills_in(form, BO, {"answer": ANSWERED}, here=None, there=BO)
    assert "Svaret er sendt" in said(reply)


async def test_a_made_up_number_is_nobodys_question() -> None:
    company = Company()
    passed = await company.sends()
    reply = await takes(company, replace(passed, id="guessed"))
    assert "findes ikke længere" in said(reply)
    assert company.passed.kept == {passed.id: passed}


async def test_everything_is_said_in_the_language_of_who_does_it() -> None:
    company = Company()
    passed = await company.sends()
    assert (
        said(await takes(company, passed, locale=Language.ENGLISH)) == "Bo Bo takes the question."
    )
    assert passed.channel == LAW
