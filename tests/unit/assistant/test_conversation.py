"""Conversations with a memory, held with the shipped base."""

import asyncio
from collections.abc import Callable
from datetime import datetime, timedelta

import pytest

from bot.app.answering import InThread
from bot.assistant.remembering import Remembering
from bot.desk import Desk
from bot.plain_text import plain_text
from bot.reply import Audience, Choose, Intent, Outcome, Paragraph, People, Question, Reply
from bot.store.memory import MemoryOfAskers, MemoryOfConversations
from bot.wording import assistant as say
from tests.fakes.responder import FixedClock

Say = Callable[..., Reply]


@pytest.fixture
def clock(early_june: datetime) -> FixedClock:
    return FixedClock(early_june)


@pytest.fixture
def ask_in(desk: Desk, clock: FixedClock) -> Say:
    """Asks in a conversation; ``who`` and ``where`` are its keys."""
    answering = Remembering(InThread(desk), MemoryOfConversations(clock), MemoryOfAskers(clock))

    def ask_in(text: str, who: str = "anna", where: str = "here", entry: str = "") -> Reply:
        intent = Intent.CHOICE if entry else Intent.ASK
        asked = Question(text, clock.now(), intent, entry, None, who, where)
        return asyncio.run(answering.answer(asked))

    return ask_in


def ids(reply: Reply) -> list[str]:
    return [entry.id for entry in reply.entries]


def names(reply: Reply) -> set[str]:
    return {p.name for part in reply.parts if isinstance(part, People) for p in part.people}


def opening(reply: Reply) -> str:
    return next((part.text for part in reply.parts if isinstance(part, Paragraph)), "")


# --- of the same thing


def test_her_address_is_that_of_the_one_person_before(ask_in: Say) -> None:
    ask_in("Maj Kicki Kiehn")
    reply = ask_in("hendes mail?")
    assert (reply.outcome, ids(reply)) == (Outcome.ANSWER, ["maj-kicki-kiehn"])
    assert opening(reply) == say.CONTINUES.da.format(title="Maj Kicki Kiehn")
    assert "Maj.Kicki.Kiehn@rsyd.dk" in plain_text(reply)


def test_of_several_people_one_is_asked_for(ask_in: Say) -> None:
    ask_in("hvem har styr på historiske data?")
    reply = ask_in("hendes mail?")
    three = ["sune-welling-hansen", "anders-wang-maarbjerg", "kristian-kvist"]
    assert (reply.outcome, ids(reply)) == (Outcome.CHOOSE, three)
    picked = ask_in("", entry="kristian-kvist")
    assert picked.outcome is Outcome.ANSWER
    assert ids(ask_in("mailen?")) == ["kristian-kvist"], "pressing a choice goes on from there"


def test_their_addresses_are_all_shown(ask_in: Say) -> None:
    ask_in("hvem har styr på historiske data?")
    assert len(names(ask_in("deres mail?"))) == 3


@pytest.mark.parametrize(
    "text", ["when is it?", "where is it?", "tell me more", "link?", "how do I sign up"]
)
def test_an_event_is_gone_on_with(ask_in: Say, text: str) -> None:
    ask_in("when is WHINN?")
    reply = ask_in(text)
    assert (reply.outcome, ids(reply)) == (Outcome.ANSWER, ["whinn-2023"])
    assert "WHINN" in opening(reply)


def test_what_is_not_known_of_it_is_said(ask_in: Say) -> None:
    ask_in("", entry="henrik-johansen")
    reply = ask_in("hvad er hans telefonnummer?")
    assert ids(reply) == ["henrik-johansen"]
    assert opening(reply) == say.CONTINUES_LACKING.da.format(title="Henrik Johansen")


# --- who else


def test_who_else_is_never_who_was_just_shown(ask_in: Say, desk: Desk) -> None:
    for entry in desk.lookup.knowledge.entries():
        shown = names(ask_in("", entry=entry.id))
        reply = ask_in("og hvem ellers?")
        assert reply.outcome in {Outcome.CHOOSE, Outcome.ANSWER, Outcome.UNKNOWN}
        assert len(reply.entries) <= 3
        if reply.outcome is Outcome.UNKNOWN:
            continue
        assert entry.label(reply.language) in opening(reply), entry.id
        for other in ids(reply):
            assert shown.isdisjoint(names(ask_in("", where="elsewhere", entry=other))), entry.id


def test_who_else_beside_a_role_is_its_house(ask_in: Say) -> None:
    ask_in("", entry="contact-infrastructure")
    reply = ask_in("who else?")
    assert reply.outcome is Outcome.CHOOSE
    assert ids(reply)[0] == "contact-general"


# --- the same of another thing


def test_another_thing_is_understood_on_its_own(ask_in: Say) -> None:
    ask_in("hvem har styr på historiske data?")
    reply = ask_in("og hvad med jura?")
    assert (reply.outcome, ids(reply)[0]) == (Outcome.ANSWER, "legal-security-help")
    assert opening(reply).startswith("Jeg forstår det som et spørgsmål om")


def test_nonsense_is_not_pulled_into_the_house_before(ask_in: Say) -> None:
    ask_in("", entry="cai-x-sparring")
    assert ask_in("og fodbold?").outcome is Outcome.UNKNOWN


# --- what is not gone on with


def test_without_anything_before_nothing_is_guessed(ask_in: Say) -> None:
    for text in ("hendes mail?", "hvem ellers?", "hvornår er det?", "andre?", "tell me more"):
        reply = ask_in(text)
        assert reply.outcome is Outcome.UNKNOWN, text
        assert opening(reply) == say.NEEDS_SUBJECT.say(reply.language)


def test_a_question_of_its_own_is_that(ask_in: Say) -> None:
    ask_in("hvem har styr på historiske data?")
    reply = ask_in("hvem har styr på GPU?")
    assert ids(reply) == ["processing-power"]
    assert "fortsættelse" not in plain_text(reply)


def test_other_conversations_and_no_conversation_know_nothing(ask_in: Say) -> None:
    ask_in("when is WHINN?")
    assert ask_in("where is it?", where="there").outcome is Outcome.UNKNOWN
    ask_in("when is WHINN?", where="")
    assert ask_in("where is it?", where="").outcome is Outcome.UNKNOWN
    assert ids(ask_in("where is it?", who="bo")) == ["whinn-2023"], "a thread is shared"


def test_it_is_forgotten_after_ten_minutes(ask_in: Say, clock: FixedClock) -> None:
    ask_in("when is WHINN?")
    clock.move(timedelta(minutes=9))
    assert ids(ask_in("where is it?")) == ["whinn-2023"]
    clock.move(timedelta(minutes=10))
    assert ask_in("where is it?").outcome is Outcome.UNKNOWN


@pytest.mark.parametrize("between", ["hvad er klokken i Tokyo?", "tak", "010203-1234", "hjælp"])
def test_what_has_no_answer_changes_nothing(ask_in: Say, between: str) -> None:
    ask_in("when is WHINN?")
    assert ask_in(between).entries == ()
    assert ids(ask_in("where is it?")) == ["whinn-2023"]


def test_a_cpr_number_is_refused_before_all_else(ask_in: Say) -> None:
    ask_in("", entry="henrik-johansen")
    assert ask_in("hans mail? 010203-1234").outcome is Outcome.REFUSED
    refused = ask_in("vi er en startup, 010203-1234, hvem taler vi med?", who="bo")
    assert refused.outcome is Outcome.REFUSED
    assert ids(ask_in("hvem taler vi med?", who="bo", where="b")) != ["cai-x-company-form"]


# --- who asks


@pytest.mark.parametrize(
    ("text", "entry", "audience"),
    [
        ("vi er en startup, hvem taler vi med", "cai-x-company-form", Audience.COMPANY),
        ("hvordan kommer mit firma i gang med CAI-X", "cai-x-company-form", Audience.COMPANY),
        (
            "jeg er ansat på Sygehus Lillebælt og vil i gang med AI, hvem kontakter jeg",
            "contact-general",
            Audience.EMPLOYEE,
        ),
        (
            "I'm a PhD student at OUH, who do I talk to?",
            "cai-x-getting-started",
            Audience.RESEARCHER,
        ),
    ],
)
def test_the_askers_own_entrance(ask_in: Say, text: str, entry: str, audience: Audience) -> None:
    reply = ask_in(text)
    assert (reply.outcome, ids(reply)) == (Outcome.ANSWER, [entry])
    assert say.BECAUSE[audience].say(reply.language) in plain_text(reply)


def test_once_told_it_is_remembered_said_once_and_forgotten(ask_in: Say) -> None:
    companies = say.REMEMBERED.da.format(who=say.ASKING_AS[Audience.COMPANY].da)
    first = plain_text(ask_in("vi er en startup, hvem taler vi med?"))
    assert companies in first
    assert companies not in plain_text(ask_in("vi er en startup, hvem taler vi med?"))
    assert ids(ask_in("hvem taler vi med?", where="there")) == ["cai-x-company-form"]
    ask_in("when is WHINN?")
    gone = ask_in("glem mig")
    assert gone.outcome is Outcome.HELP
    assert plain_text(gone) == say.FORGOTTEN.da
    assert ask_in("where is it?").outcome is Outcome.UNKNOWN
    assert ids(ask_in("hvem taler vi med?")) != ["cai-x-company-form"]


def test_who_is_not_known_is_not_remembered(ask_in: Say) -> None:
    text = plain_text(ask_in("vi er en startup, hvem taler vi med?", who=""))
    assert "glem mig" not in text
    assert ids(ask_in("hvem taler vi med?", who="", where="b")) != ["cai-x-company-form"]


def test_facts_are_not_led_elsewhere(ask_in: Say) -> None:
    ask_in("vi er en startup, hvem taler vi med?")
    assert ids(ask_in("when is WHINN?")) == ["whinn-2023"]
    assert ids(ask_in("what is PEACE?")) == ["peace"]
    reply = ask_in("GPU")
    assert ids(reply) == ["processing-power"]
    offered = [action.entry for action in reply.actions if isinstance(action, Choose)]
    assert offered == ["cai-x-company-form"], "it is not for them, and their own entrance is named"


def test_an_entrance_names_the_others(ask_in: Say) -> None:
    reply = ask_in("who do I contact to start an AI project?")
    assert ids(reply) == ["contact-general"]
    offered = [action.entry for action in reply.actions if isinstance(action, Choose)]
    assert offered == ["cai-x-getting-started", "cai-x-company-form"]


def test_who_does_not_know_names_the_entrances(ask_in: Say) -> None:
    unknown = plain_text(ask_in("hvad er klokken i Tokyo?"))
    assert "kfn@rsyd.dk" in unknown
    assert "https://cai-x.com/contact" in unknown
    ask_in("vi er en startup, hvem taler vi med?")
    own = plain_text(ask_in("hvad er klokken i Tokyo?"))
    assert "kfn@rsyd.dk" not in own
    assert "https://cai-x.com/contact" in own


def test_a_company_that_goes_on_is_not_sent_to_the_regions_own(ask_in: Say) -> None:
    ask_in("vi er en startup, hvem taler vi med?")
    reply = ask_in("og hvem ellers?")
    assert reply.outcome is Outcome.UNKNOWN
    assert "kfn@rsyd.dk" not in plain_text(reply)
    assert "https://cai-x.com/contact" in plain_text(reply)
