"""When the bot offers to pass a question on, and to whom."""

from dataclasses import replace

import pytest

from bot.passing.offering import area_of, offer
from bot.passing.owners import Owners
from bot.reply import (
    Address,
    AddressKind,
    Choose,
    EntryRef,
    Forward,
    Intent,
    Language,
    Outcome,
    Question,
    Reply,
)
from tests.fakes.responder import said as answered
from tests.unit.assistant.base import LOOKUP
from tests.unit.passing.base import (
    ANNA,
    ASKED,
    CPR,
    DESK,
    LAW,
    NOON,
    UNKNOWN,
    Company,
    forward,
    said,
)

OWNERS = Owners([DESK, LAW])
QUESTION = Question(ASKED, NOON, mine=ANNA)


def offered(question: Question, reply: Reply = UNKNOWN, owners: Owners = OWNERS) -> Forward | None:
    return forward(offer(question, reply, owners, LOOKUP, ("legal-advice",)))


async def test_where_the_bot_does_not_know_it_offers_to_ask_people() -> None:
    reply = await Company().asks()
    assert reply.outcome is Outcome.UNKNOWN
    assert forward(reply) == Forward("Send spørgsmålet videre", ASKED, "legal")
    assert "Det ved jeg ikke." in said(reply)


@pytest.mark.parametrize("outcome", [Outcome.ANSWER, Outcome.CHOOSE, Outcome.HELP, Outcome.REFUSED])
def test_where_it_knows_it_does_not(outcome: Outcome) -> None:
    assert offered(QUESTION, replace(UNKNOWN, outcome=outcome)) is None


@pytest.mark.parametrize("outcome", [Outcome.ANSWER, Outcome.UNKNOWN, Outcome.HELP])
def test_an_answer_that_was_wrong_is_as_good_as_none(outcome: Outcome) -> None:
    wrong = replace(QUESTION, intent=Intent.WRONG, entries=("gathering", "advice"))
    assert offered(wrong, replace(UNKNOWN, outcome=outcome)) == Forward(
        "Send spørgsmålet videre", ASKED, "front-desk"
    )


@pytest.mark.parametrize(
    "text",
    [
        "",
        "  \n",
        "\x00",
        CPR,
        "Hvilken dosis insulin skal patienten have?",
        "jeg har ondt i maven, hvad gør jeg",
    ],
)
@pytest.mark.parametrize("intent", [Intent.ASK, Intent.WRONG])
def test_what_must_not_be_passed_on_is_not_offered(text: str, intent: Intent) -> None:
    assert offered(replace(QUESTION, text=text, intent=intent)) is None


def test_behind_a_wrong_answer_it_stands_after_what_else_was_meant() -> None:
    other = Choose("Træffet", "gathering")
    reply = replace(UNKNOWN, outcome=Outcome.HELP, actions=(other,))
    for intent, outcome in ((Intent.WRONG, Outcome.HELP), (Intent.ASK, Outcome.UNKNOWN)):
        asked = replace(QUESTION, intent=intent)
        actions = offer(asked, replace(reply, outcome=outcome), OWNERS, LOOKUP).actions
        first = other if intent is Intent.WRONG else forward(replace(reply, actions=actions))
        assert len(actions) == 2
        assert actions[0] == first


def test_who_cannot_be_answered_is_not_offered_it() -> None:
    assert offered(replace(QUESTION, mine=None)) is None


def test_where_nobody_answers_it_is_not_offered() -> None:
    assert offered(QUESTION, owners=Owners()) is None
    elsewhere = Address("slack", "T2", AddressKind.PERSON, "U7")
    assert offered(replace(QUESTION, mine=elsewhere)) is None


@pytest.mark.parametrize("intent", [Intent.CHOICE, Intent.EVENTS, Intent.HOME, Intent.REMIND])
def test_what_was_not_asked_in_words_is_not_passed_on(intent: Intent) -> None:
    assert offered(replace(QUESTION, intent=intent)) is None


def test_it_is_offered_once_and_first_and_without_crowding() -> None:
    choices = tuple(Choose(f"{n}", f"entry-{n}") for n in range(6))
    reply = offer(QUESTION, replace(UNKNOWN, actions=choices), OWNERS, LOOKUP)
    assert isinstance(reply.actions[0], Forward)
    assert reply.actions[1:] == choices[:5]
    assert offer(QUESTION, reply, OWNERS, LOOKUP) is reply


def test_the_reply_tells_the_area_before_what_is_only_likely() -> None:
    entry = EntryRef("advice", "service", "Advice", 0.4)
    assert offered(QUESTION, replace(UNKNOWN, entries=(entry,))) == Forward(
        "Send spørgsmålet videre", ASKED, "front-desk"
    )
    found = offered(QUESTION, replace(UNKNOWN, language=Language.ENGLISH))
    assert found == Forward("Pass the question on", ASKED, "legal")


@pytest.mark.parametrize(
    ("entries", "area"),
    [
        ((), ""),
        (("gone", "gathering", "anna-hansen", "scan"), ""),
        (("legal",), "legal"),
        (("scan", "legal-advice", "front-desk"), "legal"),
        (("unit",), "front-desk"),
    ],
)
def test_the_area_is_the_role_to_turn_to(entries: tuple[str, ...], area: str) -> None:
    assert area_of(entries, LOOKUP) == area


async def test_what_somebody_else_answered_stays_as_it_is() -> None:
    company = Company()
    company.inner.will_reply(answered("Yes."))
    assert await company.asks() == answered("Yes.")
