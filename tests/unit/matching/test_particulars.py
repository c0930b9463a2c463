import pytest

from bot.matching.particulars import asks_for_particular
from bot.matching.text import stem
from bot.matching.vocabulary import Vocabulary
from tests.unit.matching.base import reading


@pytest.mark.parametrize(
    "text",
    [
        "hvad koster regnekraft i timen?",
        "hvda koster en GPU",
        "regnekraft pris",
        "how much does a GPU cost",
        "what would the unit's fee be",
        "hvilket hotel ligger nær mødet",
        "where is parking by the unit",
        "hvad får en jurist i løn",
        "hvor mange penge er der på budgettet",
        "what is the unit's budget",
        "åbningstider for kontoret",
    ],
)
def test_a_particular_is_asked_for(vocabulary: Vocabulary, text: str) -> None:
    assert asks_for_particular(reading(text, vocabulary), frozenset())


@pytest.mark.parametrize(
    "text",
    [
        "",
        "hvem ved noget om regnekraft?",
        "a cost-benefit analysis of the model",
        "et projekt, der koster for mange kræfter",
        "vi har et lille budget til regnekraft",
        "who knows about training a model",
    ],
)
def test_no_particular_is_asked_for(vocabulary: Vocabulary, text: str) -> None:
    assert not asks_for_particular(reading(text, vocabulary), frozenset())


def test_an_entry_that_speaks_of_the_particular_may_be_meant(vocabulary: Vocabulary) -> None:
    asked = reading("prisen på regnekraft", vocabulary)
    assert not asks_for_particular(asked, frozenset({stem("pris")}))
    assert not asks_for_particular(asked, frozenset({stem("price")}))
