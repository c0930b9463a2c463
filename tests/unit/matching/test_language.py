from time import perf_counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.matching import language
from bot.matching.language import language_of
from bot.reply import Language

DANISH = (
    "Hvem kan jeg spørge om adgang til en supercomputer?",
    "hvad koster det at faa hjaelp",
    "Jeg vil gerne tilmelde mig mødet",
    "hvornaar er naeste arrangement",
    "Er der nogen der ved noget om billeddiagnostik",
    "vi mangler hjælp til et projekt",
    "Findes der et kursus for sygeplejersker?",
    "hvor finder jeg skabelonen",
    "kan I hjælpe os med jura",
    "jeg har brug for data til min ph.d.",
    "hvem står for etisk godkendelse",
    "Hvordan kommer vi i gang med et forløb",
    "må jeg dele patientdata",
    "hvem skal jeg ringe til",
    "det er jo ikke den rigtige",
    "er det muligt at få rådgivning",
    "vi vil gerne afprøve en algoritme paa vores afdeling",
    "HVAD SKER DER NÆSTE UGE",
)
ENGLISH = (
    "Who can I ask about access to a supercomputer?",
    "what does it cost to get help",
    "I would like to sign up for the meeting",
    "when is the next event",
    "Does anybody know about medical imaging",
    "we need help with a project",
    "Is there a course for nurses?",
    "where do I find the template",
    "can you help us with legal questions",
    "I need data for my thesis",
    "who is responsible for ethics approval",
    "How do we get started with a pilot",
    "may I share patient data",
    "who should I call",
    "that is not the right one",
    "is it possible to get advice",
    "we would like to try an algorithm on our ward",
    "WHAT IS HAPPENING NEXT WEEK",
)
NEITHER = ("", "   ", "???", "12345", "21.6.2023", "😀 🎉", "data", "database", "CAI-X", "שלום")


@pytest.mark.parametrize("text", DANISH)
def test_danish(text: str) -> None:
    assert language_of(text) is Language.DANISH


@pytest.mark.parametrize("text", ENGLISH)
def test_english(text: str) -> None:
    assert language_of(text) is Language.ENGLISH


@pytest.mark.parametrize("text", NEITHER)
def test_words_that_do_not_tell(text: str) -> None:
    assert language_of(text) is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Who is Søren Ågård?", Language.ENGLISH),
        ("can I meet Åse Bjørnholt from Rødovre", Language.ENGLISH),
        ("who works at Sundhedsdatastyrelsen", Language.ENGLISH),
        ("Hvem er George Washington Smith?", Language.DANISH),
        ("hvem er Head of Data Science hos Green Hills Medical", Language.DANISH),
    ],
)
def test_names_inside_a_sentence_do_not_decide(text: str, expected: Language) -> None:
    assert language_of(text) is expected


@pytest.mark.parametrize("text", ["Jørgen's email address please", "Søren, who are you?"])
def test_a_name_at_the_beginning_does_not_decide(text: str) -> None:
    assert language_of(text) is Language.ENGLISH


def test_nothing_is_learnt_from_what_was_asked() -> None:
    both = [*DANISH, *ENGLISH, *NEITHER]
    before = [language_of(text) for text in both]
    for _ in range(20):
        language_of("projektor gribble flurb dette her")
    after = [language_of(text) for text in reversed(both)]
    assert after[::-1] == before


@given(st.text(max_size=200))
@settings(deadline=None)
def test_any_text_can_be_asked_about(text: str) -> None:
    assert language_of(text) in {None, *Language}


@pytest.mark.parametrize("piece", ["a", "hvad er ", "A", "Æ B ", "?", "😀", ". Hej"])
def test_a_very_long_text_takes_little_time(piece: str) -> None:
    start = perf_counter()
    language_of(piece * (100_000 // len(piece)))
    assert perf_counter() - start < 2.0


def test_much_white_space_takes_little_time() -> None:
    start = perf_counter()
    language_of("hvad" + " " * 12_000 + "er")
    assert perf_counter() - start < 2.0


def test_the_memory_of_words_is_bounded() -> None:
    assert language._telling.cache_info().maxsize
