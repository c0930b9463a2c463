"""People say whether an answer was right, and are asked for it where that makes sense."""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from bot.assistant.replies import MOST_ACTIONS
from bot.errors import StoreError
from bot.feedback.judging import Judging
from bot.feedback.ports import Given, Record, Verdicts
from bot.plain_text import plain_text
from bot.reply import (
    Action,
    Address,
    AddressKind,
    Ask,
    Choose,
    EntryRef,
    Intent,
    Language,
    OpenLink,
    Others,
    Outcome,
    Paragraph,
    Press,
    Pressable,
    Question,
    Reply,
    Right,
    WriteMail,
    Wrong,
)
from bot.store.feedback import MemoryVerdicts
from bot.wording import feedback as say
from tests.fakes.away import AwayVerdicts
from tests.fakes.responder import NOON, FakeResponder, FixedClock
from tests.unit.assistant.base import LOOKUP

DA, EN = Language.DANISH, Language.ENGLISH
ME = Address("slack", "T1", AddressKind.PERSON, "U1")
ASKED = Question("hvem kan jeg spørge?", NOON, asker="anna", mine=ME)


def answer(*entries: str, others: tuple[str, ...] = (), actions: Sequence[Action] = ()) -> Reply:
    refs = tuple(
        EntryRef(id_, LOOKUP.entries[id_].kind, LOOKUP.entries[id_].label(DA), 1.0)
        for id_ in entries
    )
    said = (Paragraph("Her."),)
    return Reply(Outcome.ANSWER, DA, said, tuple(actions), refs, 1.0, others=others)


ANSWER = answer("advice", others=("scan", "ruling"))


async def told(
    question: Question, reply: Reply = ANSWER, verdicts: Verdicts | None = None
) -> Reply:
    verdicts = verdicts or MemoryVerdicts(FixedClock())
    return await Judging(FakeResponder(reply), verdicts, lambda: LOOKUP).answer(question)


def pressed(action: Action, locale: Language | None = DA) -> Question:
    """The question of somebody who presses an action."""
    assert isinstance(action, Pressable)
    press: Press = action.press
    return replace(
        ASKED, text=press.text, intent=press.intent, entries=press.entries, locale=locale
    )


def offered(reply: Reply) -> tuple[Right, Wrong]:
    (right,) = (action for action in reply.actions if isinstance(action, Right))
    (wrong,) = (action for action in reply.actions if isinstance(action, Wrong))
    return right, wrong


# --- what answers offer


async def test_an_answer_to_a_typed_question_asks_whether_it_was_right() -> None:
    assert await told(ASKED) == replace(
        ANSWER,
        actions=(
            Right("Rigtigt svar", ("advice",)),
            Wrong("Forkert svar", ("advice",), "hvem kan jeg spørge?"),
            Others("Vis andre", ("scan", "ruling")),
        ),
    )


async def test_without_runners_up_there_are_no_others_to_see() -> None:
    reply = await told(ASKED, answer("advice", "ruling"))
    assert not any(isinstance(action, Others) for action in reply.actions)
    assert offered(reply)[0].entries == ("advice", "ruling")


async def test_the_labels_are_in_the_language_of_the_answer() -> None:
    reply = await told(ASKED, replace(ANSWER, language=EN))
    assert [a.label for a in reply.actions] == ["Right answer", "Wrong answer", "Show others"]


@pytest.mark.parametrize("intent", [i for i in Intent if i is not Intent.ASK])
async def test_only_what_was_typed_is_asked_about(intent: Intent) -> None:
    reply = await told(replace(ASKED, intent=intent, entry="advice"))
    assert not any(isinstance(action, Right | Wrong) for action in reply.actions)


@pytest.mark.parametrize("outcome", [o for o in Outcome if o is not Outcome.ANSWER])
async def test_only_answers_are_asked_about(outcome: Outcome) -> None:
    other = replace(ANSWER, outcome=outcome)
    assert await told(ASKED, other) == other


async def test_what_rests_on_no_entry_is_not_asked_about() -> None:
    assert await told(ASKED, answer()) == answer()


async def test_a_list_of_events_is_not_asked_about_and_a_single_one_is() -> None:
    listed = answer("gathering")
    both = replace(listed, entries=(*listed.entries, EntryRef("other", "event", "Andet", 1.0)))
    assert await told(ASKED, both) == both
    assert offered(await told(ASKED, listed))


async def test_who_has_no_key_is_not_asked() -> None:
    assert await told(replace(ASKED, asker="")) == ANSWER


async def test_the_last_links_make_room() -> None:
    mails = [WriteMail(f"Skriv {n}", f"{n}@example.dk", "") for n in range(3)]
    links = [OpenLink(f"Side {n}", f"https://example.dk/{n}") for n in range(4)]
    door = Choose("En indgang", "legal")
    reply = await told(ASKED, replace(ANSWER, actions=(*mails, *links, door)))
    assert reply.actions[: len(mails) + 3] == (*mails, *links[:2], door)
    assert sum(not isinstance(action, WriteMail) for action in reply.actions) == MOST_ACTIONS


async def test_nothing_but_links_is_dropped() -> None:
    asks = tuple(Ask(f"{n}", f"{n}") for n in range(MOST_ACTIONS))
    reply = await told(ASKED, replace(ANSWER, actions=asks))
    assert reply.actions[:MOST_ACTIONS] == asks
    assert offered(reply)


# --- what is said of them


async def test_that_an_answer_was_right_is_kept_and_thanked_for() -> None:
    verdicts = MemoryVerdicts(FixedClock())
    right, _ = offered(await told(ASKED))
    reply = await told(pressed(right), verdicts=verdicts)
    assert (reply.parts, reply.private) == ((Paragraph(say.THANKS.da),), True)
    assert await verdicts.records() == (Record("advice", 1, 0, NOON.date()),)


async def test_that_an_answer_was_wrong_is_kept_and_the_others_are_offered() -> None:
    verdicts = MemoryVerdicts(FixedClock())
    _, wrong = offered(await told(ASKED))
    reply = await told(pressed(wrong), verdicts=verdicts)
    assert reply.private
    assert plain_text(reply).startswith(say.REGRET.da)
    assert reply.actions == (Choose("Skanning", "scan"), Choose("Afgørelsen", "ruling"))
    assert await verdicts.records() == (Record("advice", 0, 1, NOON.date()),)


async def test_whoever_presses_is_told_in_the_language_they_read_it_in() -> None:
    right, wrong = offered(await told(ASKED))
    for action in (right, wrong):
        assert (await told(pressed(action, EN))).language is EN


async def test_pressing_twice_counts_once_and_the_latest_verdict_wins() -> None:
    verdicts = MemoryVerdicts(FixedClock())
    right, wrong = offered(await told(ASKED))
    for action in (right, right, wrong, wrong):
        await told(pressed(action), verdicts=verdicts)
    assert await verdicts.records() == (Record("advice", 0, 1, NOON.date()),)


async def test_what_was_answered_otherwise_since_offers_no_others() -> None:
    _, wrong = offered(await told(ASKED))
    reply = await told(pressed(wrong), answer("legal", others=("scan",)))
    assert reply.actions == ()
    assert say.OTHER_WORDS.da in plain_text(reply)


async def test_others_that_are_gone_are_not_offered() -> None:
    _, wrong = offered(await told(ASKED))
    reply = await told(pressed(wrong), answer("advice", others=("nowhere", "scan")))
    assert reply.actions == (Choose("Skanning", "scan"),)


async def test_verdicts_on_what_is_not_there_are_not_kept() -> None:
    verdicts = MemoryVerdicts(FixedClock())
    made_up = (
        Right("", ("nowhere",)),
        Right("", ()),
        Wrong("", ("nowhere",), ""),
        Wrong("", (), ""),
    )
    for action in made_up:
        assert (await told(pressed(action), verdicts=verdicts)).private
    assert await verdicts.records() == ()


async def test_who_has_no_key_is_thanked_and_not_counted() -> None:
    verdicts = MemoryVerdicts(FixedClock())
    right, _ = offered(await told(ASKED))
    reply = await told(replace(pressed(right), asker=""), verdicts=verdicts)
    assert plain_text(reply) == say.THANKS_UNKEPT.da
    assert await verdicts.records() == ()


async def test_nothing_is_kept_of_a_text_that_is_refused() -> None:
    verdicts = MemoryVerdicts(FixedClock())
    refused = Reply(Outcome.REFUSED, DA, (Paragraph("Det kan jeg ikke tage imod."),))
    wrong = pressed(Wrong("", ("advice",), "010190-1234"))
    reply = await told(wrong, refused, verdicts)
    assert reply == replace(refused, private=True)
    assert await verdicts.records() == ()


async def test_a_store_that_is_away_is_said() -> None:
    right, wrong = offered(await told(ASKED))
    assert plain_text(await told(pressed(right), verdicts=AwayVerdicts())) == say.THANKS_UNKEPT.da
    regret = plain_text(await told(pressed(wrong), verdicts=AwayVerdicts()))
    assert regret.startswith(f"{say.REGRET_UNKEPT.da}\n")


# --- forgetting


async def test_who_is_forgotten_has_said_nothing() -> None:
    verdicts = MemoryVerdicts(FixedClock())
    right, _ = offered(await told(ASKED))
    forgotten = Reply(Outcome.HELP, DA, (Paragraph("Glemt."),))
    await told(pressed(right), verdicts=verdicts)
    for expected in (["Glemt.", say.FORGOTTEN_TOO.da], ["Glemt."]):
        reply = await told(replace(ASKED, text="glem mig"), forgotten, verdicts)
        assert reply.parts == tuple(map(Paragraph, expected))
    assert await verdicts.given_by("anna") == Given()


async def test_nobody_is_told_to_be_forgotten_who_is_not() -> None:
    with pytest.raises(StoreError):
        await told(replace(ASKED, text="forget me"), verdicts=AwayVerdicts())
