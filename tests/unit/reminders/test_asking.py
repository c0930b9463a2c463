"""What is asked of reminders, in Danish and English, hurriedly typed; and what only looks so."""

import json
from pathlib import Path
from time import perf_counter

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bot.matching.sentences import elsewhere, smalltalk
from bot.reminders.asking import Doing, ReminderWish, Whom, command_in, wish_in
from bot.reply import Language

START, STOP, LIST = Doing.START, Doing.STOP, Doing.LIST
ME, HERE, CHANNEL = Whom.ME, Whom.HERE, Whom.CHANNEL
QUESTIONS = Path(__file__).resolve().parents[2] / "questions"
SOON_ENOUGH = 1.0
"""Seconds."""


def said(wish: ReminderWish | None) -> tuple[Doing, Whom | None, str] | None:
    return (wish.doing, wish.whom, wish.about) if wish else None


@pytest.mark.parametrize(
    ("text", "whom", "about"),
    [
        ("påmind mig om WHINN", ME, "WHINN"),
        ("Påmind mig om WHINN!", ME, "WHINN"),
        ("husk mig på onlineeventet", ME, "onlineeventet"),
        ("kan du minde mig om nordic ai meet?", ME, "nordic ai meet"),
        ("Hej RAIN, vil du ikke lige påminde mig om WHINN? Tak!", ME, "WHINN"),
        ("påmind kanalen om arrangementer i Odense", CHANNEL, "arrangementer i Odense"),
        ("påmind hele kanalen om alle arrangementer", CHANNEL, "alle arrangementer"),
        ("påmind os her om arrangementer i Odense", HERE, "arrangementer i Odense"),
        ("påmind alle om WHINN", HERE, "WHINN"),
        ("påmind os om WHINN her i kanalen", CHANNEL, "WHINN"),
        ("påmind om WHINN", None, "WHINN"),
        ("giv besked om konferencer", None, "konferencer"),
        ("sig til når WHINN nærmer sig", None, "WHINN"),
        ("jeg vil gerne have en påmindelse om WHINN", None, "WHINN"),
        ("jeg vil gerne påmindes om Nordic AI Meet", None, "Nordic AI Meet"),
        ("tilmeld mig påmindelser om onlineevents", ME, "onlineevents"),
        ("slå påmindelser til", None, ""),
        ("påmind mig", ME, ""),
        ("minder du mig lige om nordic ai meet", ME, "nordic ai meet"),
        ("Påminder du ikke os om WHINN?", HERE, "WHINN"),
        ("påmind mig om det", ME, "det"),
        ("mind mig om at tilmelde mig WHINN", ME, "WHINN"),
        ("Påmind mig om WHINN dagen før", ME, "WHINN"),
        ("påmind mig når der er arrangementer i Odense", ME, "arrangementer i Odense"),
        # hurried, or without the letters
        ("pamind mig om whinn", ME, "whinn"),
        ("paamind mig om whinn", ME, "whinn"),
        ("påmnid mig om whinn tak", ME, "whinn"),
    ],
)
def test_danes_ask_to_be_reminded(text: str, whom: Whom | None, about: str) -> None:
    assert said(wish_in(text)) == (START, whom, about)


@pytest.mark.parametrize(
    ("text", "whom", "about"),
    [
        ("remind me about WHINN", ME, "WHINN"),
        ("Could you please remind us about the online event?", HERE, "the online event"),
        ("remind this channel about all events", CHANNEL, "all events"),
        ("remind everyone in this channel about WHINN", CHANNEL, "WHINN"),
        ("can I get reminders for events in Copenhagen", None, "events in Copenhagen"),
        ("I'd like WHINN reminders", None, "WHINN"),
        ("set a reminder for WHINN", None, "WHINN"),
        ("send me a reminder before WHINN", ME, "WHINN"),
        ("notify me when WHINN starts", ME, "WHINN"),
        ("let me know before nordic ai meet", ME, "nordic ai meet"),
        ("can you remind me a week before WHINN?", ME, "WHINN"),
        ("remind me to sign up for WHINN", ME, "WHINN"),
        ("turn on reminders", None, ""),
        ("remind me", ME, ""),
        ("subscribe me to events in Odense", ME, "events in Odense"),
        ("remimd me about nordic ai meet pls", ME, "nordic ai meet"),
        ("reminnd me about whinn", ME, "whinn"),
    ],
)
def test_others_ask_to_be_reminded(text: str, whom: Whom | None, about: str) -> None:
    assert said(wish_in(text)) == (START, whom, about)


@pytest.mark.parametrize(
    ("text", "whom", "about"),
    [
        ("stop påmindelser", None, ""),
        ("stop alle påmindelser", None, ""),
        ("stop mine påmindelser om WHINN", ME, "WHINN"),
        ("afmeld påmindelser her", HERE, ""),
        ("afmeld WHINN-påmindelser", None, "WHINN"),
        ("ingen flere påmindelser", None, ""),
        ("slå påmindelser fra", None, ""),
        ("stop med at påminde mig om whinn", ME, "whinn"),
        ("hold op med at sende mig påmindelser", ME, ""),
        ("påmind mig ikke om WHINN", ME, "WHINN"),
        ("påmind mig ikke mere", ME, ""),
        ("jeg vil ikke have flere påmindelser", None, ""),
        ("stop kanalens påmindelser om alle arrangementer", CHANNEL, "alle arrangementer"),
        ("stop pamindelser", None, ""),
        ("stop reminding me about WHINN", ME, "WHINN"),
        ("please stop the reminders", None, ""),
        ("don't remind me about WHINN anymore", ME, "WHINN"),
        ("no more reminders", None, ""),
        ("turn off reminders", None, ""),
        ("unsubscribe me from reminders about WHINN", ME, "WHINN"),
        ("I don't want any more reminders about WHINN", None, "WHINN"),
        ("stop the channel's reminders of events in Odense", CHANNEL, "events in Odense"),
        ("stop remindng us", HERE, ""),
        ("stop", None, ""),
    ],
)
def test_people_ask_for_no_more(text: str, whom: Whom | None, about: str) -> None:
    assert said(wish_in(text)) == (STOP, whom, about)


@pytest.mark.parametrize(
    ("text", "whom"),
    [
        ("hvilke påmindelser har jeg?", None),
        ("mine påmindelser", ME),
        ("vis mine påmindelser", ME),
        ("hvad påminder du mig om?", ME),
        ("hvilke påmindelser er der i kanalen?", CHANNEL),
        ("når kommer min næste påmindelse?", ME),
        ("hvordan får jeg påmindelser?", None),
        ("påmindelser", None),
        ("my reminders", ME),
        ("list reminders", None),
        ("show me my reminders please", ME),
        ("what do you remind me of?", ME),
        ("how do I get reminders?", None),
        ("reminders here", HERE),
        ("remindrs", None),
    ],
)
def test_people_ask_which_there_are(text: str, whom: Whom | None) -> None:
    assert said(wish_in(text)) == (LIST, whom, "")


@pytest.mark.parametrize(
    "text",
    [
        "hvem minder om dig?",
        "who reminds doctors about follow-up?",
        "påmindelse om medicin til patienter",
        "can AI remind patients?",
        "kan AI minde patienter om deres medicin?",
        "hvem har lavet et projekt om påmindelser",
        "hvilke projekter sender påmindelser til patienter?",
        "SMS-påmindelser til patienter",
        "what is a reminder",
        "how can AI send reminders",
        "set up a project on reminders",
        "lav en algoritme der sender påmindelser",
        "jeg vil lave en app med påmindelser",
        "can you remind patients about appointments?",
        "stop AI projects about reminders",
        "it reminds me of WHINN",
        "det minder mig om et projekt",
        "jeg bliver mindet om WHINN hele tiden",
        "never mind",
        "mind the gap",
        "hvordan stopper man sepsis",
        "afmeld mig nyhedsbrevet",
        "cancel my registration for WHINN",
        "tilmeld mig WHINN",
        "få besked om kommende møder",
        "notify a new AI project",
        "WHINN",
        "",
        "😀",
    ],
)
def test_who_speaks_of_reminders_asks_for_none(text: str) -> None:
    assert wish_in(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "remind me who runs PEACE",
        "can you remind me what MAS-AI is",
        "mind mig om hvem der leder CAI-X",
        "kan du minde mig om hvornår WHINN er",
        "remind me when WHINN is",
        "giv mig besked om hvem der har styr på jura",
        "remind me of her email address",
        "påmind mig om navnet på projektlederen",
    ],
)
def test_who_has_forgotten_something_wants_to_be_told(text: str) -> None:
    assert wish_in(text) is None


@pytest.mark.parametrize(
    "text", ["remind me to buy milk", "påmind mig om at købe mælk", "husk at skrive til Kristian"]
)
def test_what_is_to_be_done_is_no_event(text: str) -> None:
    assert wish_in(text) is None


@pytest.mark.parametrize(
    ("text", "sure"),
    [
        ("påmind mig om tandlægen", True),
        ("giv besked om konferencer", True),
        ("remind me of the strategy", False),
        ("send en påmindelse til patienterne", False),
        ("subscribe to the economist", False),
        ("stop", False),
        ("stop påmindelser", True),
    ],
)
def test_words_that_could_mean_something_else_are_not_sure(text: str, sure: bool) -> None:
    wish = wish_in(text)
    assert wish is not None
    assert wish.sure is sure


@pytest.mark.parametrize(
    ("text", "about"),
    [
        ("påmind hele kanalen om »Hvad kan AI her i kanalen?«", "Hvad kan AI her i kanalen?"),
        ("remind me of “Who reminds whom?”", "Who reminds whom?"),
        ('påmind mig om "Tak for i dag"', "Tak for i dag"),
        ("stop mine påmindelser om »Om »AI« og os«", "Om »AI« og os"),
    ],
)
def test_a_title_between_quotation_marks_is_taken_as_it_is(text: str, about: str) -> None:
    wish = wish_in(text)
    assert wish is not None
    assert wish.about == about


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("mind mig om Week of Health and Innovation", Language.DANISH),
        ("påmind mig om »What is on in health care?«", Language.DANISH),
        ("paamind mig om nordic ai meet", Language.DANISH),
        ("remind me about Fra AI-projekt til værdiskabende sundhedsteknologi", Language.ENGLISH),
        ("my reminders", Language.ENGLISH),
        ("stop", None),
    ],
)
def test_the_request_tells_the_language_not_what_it_is_about(
    text: str, language: Language | None
) -> None:
    wish = wish_in(text)
    assert wish is not None
    assert wish.language is language


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", (LIST, None, "")),
        ("list", (LIST, None, "")),
        ("help", (LIST, None, "")),
        ("hjælp", (LIST, None, "")),
        ("list here", (LIST, HERE, "")),
        ("mine", (LIST, ME, "")),
        ("😀", (LIST, None, "")),
        ("off", (STOP, None, "")),
        ("stop", (STOP, None, "")),
        ("fra", (STOP, None, "")),
        ("nej tak", (STOP, None, "")),
        ("off here", (STOP, HERE, "")),
        ("stop kanalen", (STOP, CHANNEL, "")),
        ("stop whinn", (STOP, None, "whinn")),
        ("whinn off", (STOP, None, "whinn")),
        ("stop reminding me about WHINN", (STOP, ME, "WHINN")),
        ("WHINN", (START, None, "WHINN")),
        ("om whinn", (START, None, "whinn")),
        ("all", (START, None, "all")),
        ("alle", (START, None, "alle")),
        ("til", (START, None, "")),
        ("me", (START, ME, "")),
        ("her om alle", (START, HERE, "alle")),
        ("channel all", (START, CHANNEL, "all")),
        ("kanalen Odense", (START, CHANNEL, "Odense")),
        ("mig whinn", (START, ME, "whinn")),
        ("me about WHINN", (START, ME, "WHINN")),
        ("this channel about events in Odense", (START, CHANNEL, "events in Odense")),
        ("påmind os om whinn", (START, HERE, "whinn")),
        ("»Hvad kan AI her?«", (START, None, "Hvad kan AI her?")),
    ],
)
def test_behind_a_command_everything_is_read(
    text: str, expected: tuple[Doing, Whom | None, str]
) -> None:
    assert said(command_in(text)) == expected
    assert command_in(text).sure


@given(st.text(max_size=500))
@example("påmind mig om ½")
@example("remind me about ´")
def test_any_text_is_read(text: str) -> None:
    for wish in (wish_in(text), wish_in(f"påmind mig om {text}"), command_in(text)):
        assert wish is None or wish.about == wish.about.strip()


_WORDS = st.sampled_from(
    "påmind remind stop mig me os her i kanalen to the channel om about of WHINN påmindelser "  # noqa: SIM905 — read as a list of words
    "reminders tak please alle all kan du jeg vil gerne have ikke not en uge før before".split()
)


@given(st.lists(_WORDS, max_size=39).map(" ".join))
def test_any_such_words_are_read_soon(text: str) -> None:
    begun = perf_counter()
    wish_in(text)
    command_in(text)
    assert perf_counter() - begun < SOON_ENOUGH


@pytest.mark.parametrize("piece", ["her ", "alle ", "om ", "i kanalen ", "en uge før ", "tak "])
@pytest.mark.parametrize("begun", ["påmind mig om ", "jeg vil gerne have ", "stop ", ""])
def test_no_repetition_takes_long(begun: str, piece: str) -> None:
    text = " ".join(f"{begun}{piece * 60}".split()[:40])
    start = perf_counter()
    wish_in(text)
    command_in(text)
    assert perf_counter() - start < SOON_ENOUGH


def test_nothing_that_people_ask_of_other_things_is_surely_about_reminders() -> None:
    asked = [*elsewhere(), *(sentence for _, sentence in smalltalk())]
    for file in sorted(QUESTIONS.glob("*.jsonl")):
        asked += [json.loads(line)["q"] for line in file.read_text("utf-8").splitlines()]
    assert len(asked) > 1000
    assert [text for text in asked if (wish := wish_in(text)) and wish.sure] == []


def test_a_long_text_is_no_request() -> None:
    assert wish_in(f"påmind mig om {'WHINN ' * 200}") is None
    assert wish_in(f"påmind mig om {'o ' * 50}") is None
