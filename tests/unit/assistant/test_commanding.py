"""Commands in words, whatever the platform."""

import pytest

from bot.assistant.commanding import Commanding
from bot.reply import Command, Intent, Language, Outcome, Paragraph, Question, Reply
from tests.fakes.responder import NOON, FakeResponder, said

UNKNOWN = Reply(Outcome.UNKNOWN, Language.ENGLISH, (Paragraph("I do not know."),))
CHOICE = Reply(Outcome.CHOOSE, Language.DANISH, (Paragraph("Mener du …"),))


async def read(text: str, intent: Intent = Intent.COMMAND) -> Question:
    """What stands behind is asked."""
    behind = FakeResponder()
    await Commanding(behind).answer(Question(text, NOON, intent))
    (question,) = behind.questions
    return question


@pytest.mark.parametrize(
    ("typed", "intent", "text"),
    [
        ("", Intent.HELP, ""),
        ("  ", Intent.HELP, ""),
        ("help", Intent.HELP, ""),
        ("Hjælp", Intent.HELP, ""),
        ("hjælp!", Intent.HELP, ""),
        ("who", Intent.WHO, ""),
        ("hvem", Intent.WHO, ""),
        ("privacy", Intent.PRIVACY, ""),
        ("home", Intent.HOME, ""),
        ("Forside", Intent.HOME, ""),
        ("home office AI?", Intent.ASK, "home office AI?"),
        ("/privatliv", Intent.PRIVACY, ""),
        ("GDPR?", Intent.ASK, "GDPR?"),
        ("kontakter", Intent.WHO, ""),
        ("events", Intent.EVENTS, ""),
        ("arrangementer i oktober", Intent.EVENTS, "i oktober"),
        ("remind", Intent.REMINDERS, ""),
        ("  Remind   odense ", Intent.REMINDERS, "odense "),
        ("reminders", Intent.REMINDERS, ""),
        ("påmind stop alle", Intent.REMINDERS, "stop alle"),
        ("PÅMINDELSER", Intent.REMINDERS, ""),
        ("påmind\tkanalen om  alt", Intent.REMINDERS, "kanalen om  alt"),
        ("reminder om sommerdagen?", Intent.ASK, "reminder om sommerdagen?"),
        ("who can lend us GPUs", Intent.ASK, "who can lend us GPUs"),
        ("hvem kan påminde mig?", Intent.ASK, "hvem kan påminde mig?"),
        ("privacy of patients?", Intent.ASK, "privacy of patients?"),
    ],
)
async def test_what_follows_a_command(typed: str, intent: Intent, text: str) -> None:
    question = await read(typed)
    assert (question.intent, question.text) == (intent, text)


@pytest.mark.parametrize(
    ("typed", "intent"),
    [
        ("who", Intent.WHO),
        ("Privatliv", Intent.PRIVACY),
        ("help?", Intent.HELP),
        ("påmindelser", Intent.REMINDERS),
    ],
)
async def test_in_a_conversation_a_word_alone_is_a_command(typed: str, intent: Intent) -> None:
    question = await read(typed, Intent.ASK)
    assert (question.intent, question.text) == (intent, "")


@pytest.mark.parametrize(
    "typed",
    [
        "hvem er Kristian",
        "påmind mig om WHINN",
        "reminder",
        "gpu",
        "gdpr",
        "persondata",
        "kontakt",
        "?",
    ],
)
async def test_in_a_conversation_nothing_else_is(typed: str) -> None:
    question = await read(typed, Intent.ASK)
    assert (question.intent, question.text) == (Intent.ASK, typed)


@pytest.mark.parametrize("intent", [Intent.CHOICE, Intent.EVENTS, Intent.HOME, Intent.RIGHT])
async def test_what_was_pressed_is_passed_on_as_it_is(intent: Intent) -> None:
    assert await read("privacy", intent) == Question("privacy", NOON, intent)


@pytest.mark.parametrize(
    ("typed", "command"),
    [
        ("privcy", "privacy"),
        ("hlep", "help"),
        ("evetns", "events"),
        ("evnts odense", "events odense"),
        ("remnd odense", "remind odense"),
        ("privatlv", "privacy"),
    ],
)
async def test_the_nearest_to_a_misspelt_command_is_offered(typed: str, command: str) -> None:
    reply = await Commanding(FakeResponder(UNKNOWN)).answer(Question(typed, NOON, Intent.COMMAND))
    assert reply.outcome is Outcome.CHOOSE
    (offer,) = reply.actions
    assert isinstance(offer, Command)
    assert offer.text == command
    (asked,) = reply.parts
    assert isinstance(asked, Paragraph)
    assert typed.split(maxsplit=1)[0] in asked.text


async def test_beside_a_choice_it_is_offered_first() -> None:
    reply = await Commanding(FakeResponder(CHOICE)).answer(Question("påmid", NOON, Intent.COMMAND))
    assert isinstance(reply.actions[0], Command)
    assert reply.parts[1:] == CHOICE.parts


@pytest.mark.parametrize("typed", ["gpu", "jura", "whinn", "peace", "abc", "x" * 5000])
async def test_what_is_like_no_command_is_left_alone(typed: str) -> None:
    behind = FakeResponder(UNKNOWN)
    assert await Commanding(behind).answer(Question(typed, NOON, Intent.COMMAND)) == UNKNOWN


async def test_an_answer_is_not_doubted() -> None:
    answer = said("An answer.")
    behind = FakeResponder(answer)
    assert await Commanding(behind).answer(Question("evetns", NOON, Intent.COMMAND)) == answer
