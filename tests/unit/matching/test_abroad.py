import pytest

from bot.matching.abroad import places_asked
from bot.matching.text import stem
from bot.matching.vocabulary import Vocabulary
from tests.unit.matching.base import reading

NOTHING = frozenset[str]()


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Hvad siger den svenske vejledning om sepsis?", "svenske"),
        ("what does the Irish authority think of AI", "irish"),
        ("Norges strategi for AI", "norges"),
        ("Har Norge en GPU-klynge?", "norge"),
        ("does Finland have signature projects", "finland"),
        ("Hvem leder AI-arbejdet i Region Sjælland?", "region sjaelland"),
        ("is there a centre like this in Belgium?", "belgium"),
        ("har Aalborg Universitet et center", "aalborg universitet"),
        ("Vi er her. Findes der et register i Sverige?", "sverige"),
    ],
)
def test_what_is_asked_for_is_another_places(vocabulary: Vocabulary, text: str, place: str) -> None:
    assert place in places_asked(reading(text, vocabulary), NOTHING)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Hvem ved noget om sepsis?",
        "We're a Swedish company with a model for x-ray, who do we write to?",
        "Jeg er læge i Aalborg, kan jeg få adgang til GPU?",
        "A contract with American servers, who can check it?",
        "Our German supplier wants data, who knows the law?",
        "Kan norske kolleger komme med til mødet?",
        "a Dutch patient record, is that personal data?",
        "I come from Norway. Which course can I join?",
    ],
)
def test_who_comes_from_abroad_may_ask_for_what_is_here(vocabulary: Vocabulary, text: str) -> None:
    assert places_asked(reading(text, vocabulary), NOTHING) == ()


def test_an_entry_that_speaks_of_the_place_may_be_meant(vocabulary: Vocabulary) -> None:
    asked = reading("Er der et møde i Aarhus?", vocabulary)
    assert places_asked(asked, NOTHING)
    assert places_asked(asked, frozenset({stem("aarhus")})) == ()


def test_that_an_entry_speaks_of_a_region_is_not_enough(vocabulary: Vocabulary) -> None:
    asked = reading("Har Region Nordjylland en strategi?", vocabulary)
    assert places_asked(asked, frozenset({stem("region")}))
