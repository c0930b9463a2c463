import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.matching.respelling import respelt
from bot.matching.text import fold


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("Hvem hjaelper mig paa afdelingen?", "Hvem hjælper mig på afdelingen?"),
        ("koebe, soege, foer og goere", "købe, søge, før og gøre"),
        ("hvor mange aar", "hvor mange år"),
        ("det er PAA plads", "det er på plads"),
    ],
)
def test_everyday_words_get_their_letters(typed: str, meant: str) -> None:
    assert respelt(typed) == meant


@pytest.mark.parametrize(
    "text",
    ["who does that", "Michael", "poetry and aerobics", "hjælper på lægen", "", "xaez 12 aa4"],
)
def test_other_words_stay_as_they_are(text: str) -> None:
    assert respelt(text) == text


@given(st.text(st.sampled_from("aeobæøå AEO.-1"), max_size=40))
def test_only_letters_change_that_are_folded_alike(text: str) -> None:
    assert fold(respelt(text)) == fold(text)
    assert respelt(respelt(text)) == respelt(text)
