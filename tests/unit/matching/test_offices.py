import pytest

from bot.matching.lists import listed
from bot.matching.offices import asks_for_office
from bot.matching.vocabulary import Vocabulary
from tests.unit.matching.base import reading, stems


@pytest.mark.parametrize(
    "text",
    [
        "hvem er direktør på sygehuset?",
        "hvem er direktøren",
        "hvem er dierktør på sygehuset",
        "hvad hedder formanden for regionsrådet",
        "mailadresse på overlægen",
        "who is the head of radiology?",
        "who's the CEO",
        "contact for the dean",
        "name of the chairman",
    ],
)
def test_an_office_is_asked_for(vocabulary: Vocabulary, text: str) -> None:
    assert asks_for_office(reading(text, vocabulary), frozenset())


@pytest.mark.parametrize(
    "text",
    [
        "",
        "hvem ved noget om regnekraft?",
        "direktøren har bedt om en plan",
        "min chef spørger hvem der ved noget om GPU",
        "hvem kan hjælpe min chef med GPU",
        "who can help our director with a GPU",
        "jeg er overlæge, hvem kan jeg spørge om jura",
        "who knows about training a model",
    ],
)
def test_an_office_by_the_way_is_not_asked_for(vocabulary: Vocabulary, text: str) -> None:
    assert not asks_for_office(reading(text, vocabulary), frozenset())


def test_an_entry_that_speaks_of_the_office_answers(vocabulary: Vocabulary) -> None:
    asked = reading("hvem er formand for netværket", vocabulary)
    assert asks_for_office(asked, stems("netværket for klinisk AI"))
    assert not asks_for_office(asked, stems("formand for netværket"))


def test_an_office_far_behind_the_question_is_not_asked_for(vocabulary: Vocabulary) -> None:
    text = "hvem ved noget om adgang til data fra den nye direktør"
    assert not asks_for_office(reading(text, vocabulary), frozenset())


def test_the_list_of_offices_is_folded() -> None:
    assert {"direktoer", "overlaege", "director", "head"} <= listed("offices.txt")
