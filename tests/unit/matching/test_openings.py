import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.matching.openings import wrapping
from bot.matching.text import words

PIECES = (
    "hvem har styr på ved noget om er ansvarlig for står "
    "who is in charge of takes care knows about can i ask GPU sepsis jura"
)


def left(text: str) -> str:
    """What a question is about beside its wrapping."""
    found = words(text)
    hollow = wrapping(found)
    return " ".join(word for place, word in enumerate(found) if place not in hollow)


@pytest.mark.parametrize(
    ("text", "about"),
    [
        ("hvem har styr på GPU", "hvem gpu"),
        ("Hvem ved noget om sepsis?", "hvem sepsis"),
        ("hvem er ansvarlig for databehandleraftaler", "hvem databehandleraftaler"),
        ("hvem kan jeg spørge om jura", "hvem jura"),
        ("who is in charge of data", "who data"),
        ("who knows anything about sepsis", "who sepsis"),
        ("who can I talk to about GPUs", "who gpus"),
        ("styr på GPU", "styr paa gpu"),
        ("hej, GPU tak", "gpu"),
        ("access to GPU pls", "access to gpu"),
        ("regnekraft", "regnekraft"),
        ("", ""),
    ],
)
def test_the_wrapping_of_a_question(text: str, about: str) -> None:
    assert left(text) == about


def test_what_is_nothing_but_wrapping_stays() -> None:
    assert left("ved noget om") == "ved noget om"
    assert left("who is in charge of what") == "who what"


@given(st.lists(st.sampled_from(words(PIECES)), max_size=14))
def test_something_is_always_left(said: list[str]) -> None:
    hollow = wrapping(said)
    assert hollow < frozenset(range(len(said))) or not said
    assert hollow <= frozenset(range(len(said)))


@given(st.text(max_size=80))
def test_any_text_has_its_wrapping_or_none(text: str) -> None:
    found = words(f"hvem ved noget om {text} takes care of {text}")
    assert wrapping(found) < frozenset(range(len(found)))


def test_the_place_of_a_word_counts_and_not_its_letters() -> None:
    assert wrapping(["hvem", "ved", "om", "vedom"]) == {1, 2}
    assert wrapping(["vedomhed", "noget"]) == frozenset()
