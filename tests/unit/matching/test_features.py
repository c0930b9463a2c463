from math import hypot, isclose, isfinite

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.matching.features import ACROSS, INSIDE, MEANING, features, read
from bot.matching.vocabulary import Vocabulary

BLOCKS = {"w": MEANING, "i": INSIDE, "a": ACROSS}


def made(text: str, vocabulary: Vocabulary) -> dict[str, float]:
    return features(read(text, vocabulary), vocabulary)


def block(values: dict[str, float], letter: str) -> dict[str, float]:
    return {name: value for name, value in values.items() if name[0] == letter}


def likeness(left: dict[str, float], right: dict[str, float]) -> float:
    """The cosine of two texts' features."""
    both = sum(value * right.get(name, 0.0) for name, value in left.items())
    return both / (hypot(*left.values()) * hypot(*right.values()))


@pytest.mark.parametrize("text", ["", "???", "😀😀"])
def test_no_words_no_features(vocabulary: Vocabulary, text: str) -> None:
    assert made(text, vocabulary) == {}


@given(st.text(max_size=200))
@settings(deadline=None)
def test_each_block_has_its_own_length(vocabulary: Vocabulary, text: str) -> None:
    values = made(text, vocabulary)
    assert all(isfinite(value) and value >= 0 for value in values.values())
    assert {name[0] for name in values} <= BLOCKS.keys()
    for letter, length in BLOCKS.items():
        found = block(values, letter)
        assert not found or isclose(hypot(*found.values()), length, rel_tol=1e-6)


def test_words_in_another_order_mean_the_same(vocabulary: Vocabulary) -> None:
    one = made("regnekraft til røntgenbilleder", vocabulary)
    other = made("røntgenbilleder til regnekraft", vocabulary)
    assert block(one, "w") == pytest.approx(block(other, "w"))
    assert block(one, "i") == pytest.approx(block(other, "i"))
    assert block(one, "a") != block(other, "a")


def test_a_word_said_twice_means_no_more(vocabulary: Vocabulary) -> None:
    once, twice = made("regnekraft", vocabulary), made("regnekraft regnekraft", vocabulary)
    assert block(once, "w") == block(twice, "w")


@pytest.mark.parametrize("around", ["hvem ved noget om {}", "who can I ask about {}"])
def test_the_words_of_every_question_leave_little_trace(
    vocabulary: Vocabulary, around: str
) -> None:
    for topic in ("regnekraft", "databehandleraftale", "blodforgiftning"):
        asked = made(around.format(topic), vocabulary)
        assert likeness(asked, made(topic, vocabulary)) > 0.85


def test_a_misspelt_word_is_nearer_to_its_own_than_to_another(vocabulary: Vocabulary) -> None:
    slip = made("databehandleraftle", vocabulary)
    assert likeness(slip, made("databehandleraftale", vocabulary)) > 0.8
    assert likeness(slip, made("blodforgiftning", vocabulary)) < 0.3


def test_letters_across_words_join_what_is_written_in_two(vocabulary: Vocabulary) -> None:
    apart, joined = made("xqzvwk blorfnag", vocabulary), made("xqzvwkblorfnag", vocabulary)
    assert block(apart, "a") == pytest.approx(block(joined, "a"))


def test_no_letters_run_across_the_words_of_every_question(vocabulary: Vocabulary) -> None:
    asked = made("hvem ved noget om xqzvwk", vocabulary)
    assert block(asked, "a") == pytest.approx(block(made("xqzvwk", vocabulary), "a"))


def test_a_misspelt_word_weighs_what_it_stands_for(vocabulary: Vocabulary) -> None:
    (right,), (wrong,) = (read(word, vocabulary) for word in ("regnekraft", "regnekarft"))
    assert wrong.weight == right.weight


def test_everyday_words_weigh_less_than_rare_ones(vocabulary: Vocabulary) -> None:
    (common,), (rare,) = (read(word, vocabulary) for word in ("hvordan", "xqzvwk"))
    assert common.weight < 0.3 * rare.weight
