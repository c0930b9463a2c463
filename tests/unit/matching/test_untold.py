import pytest

from bot.matching.text import stem
from bot.matching.untold import untold_asked
from bot.matching.vocabulary import Vocabulary
from tests.unit.matching.base import reading

NOTHING = frozenset[str]()


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("Er kildekoden til modellen offentlig?", {"kildekoden"}),
        ("which licence is the x-ray model under", {"licence"}),
        ("er der ledige stillinger i enheden", {"ledige", "stillinger"}),
        ("any internships with the compute team?", {"internships"}),
        ("what is the centre's VAT number", {"vat", "number"}),
        ("hvor er artiklens DOI", {"doi"}),
        ("sensitivitet af røntgenmodellen", {"sensitivitet"}),
        ("sensitivittet af røntgenmodellen", {"sensitivittet"}),
        ("hvor mange millioner fik projektet", {"hvor", "mange", "millioner"}),
        ("hvilken hvidvin til sepsis", {"hvidvin"}),
    ],
)
def test_a_particular_is_asked_for(vocabulary: Vocabulary, text: str, asked: set[str]) -> None:
    assert {word.text for word in untold_asked(reading(text, vocabulary), NOTHING)} == asked


@pytest.mark.parametrize(
    "text",
    [
        "",
        "hvem ved noget om regnekraft?",
        "a VAT on models",
        "ledige GPU'er til træning",
        "vi har fået mange millioner billeder",
        "a position on research ethics",
        "bowel exams and AI",
    ],
)
def test_no_particular_is_asked_for(vocabulary: Vocabulary, text: str) -> None:
    assert untold_asked(reading(text, vocabulary), NOTHING) == ()


def test_an_entry_that_speaks_of_it_in_either_language_may_be_meant(
    vocabulary: Vocabulary,
) -> None:
    asked = reading("is the source code kept anywhere", vocabulary)
    assert untold_asked(asked, frozenset({stem("source")}))
    assert untold_asked(asked, frozenset({stem("kildekode")})) == ()


def test_in_a_long_story_it_may_stand_aside(vocabulary: Vocabulary) -> None:
    story = "We won a quiz and the prize was red wine, so now we ask something about the GPU too"
    assert untold_asked(reading(story, vocabulary), NOTHING) == ()
