import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rapidfuzz.distance import OSA

from bot.matching.rarity import UNSEEN, intended, rarity, table, zipf
from bot.matching.text import fold


@pytest.mark.parametrize(
    ("common", "rare"),
    [
        ("og", "hospital"),
        ("the", "hospital"),
        ("hospital", "radiologi"),
        ("kan", "algoritme"),
        ("people", "neurosurgery"),
        ("vand", "xqzvwk"),
    ],
)
def test_a_commoner_word_is_less_rare(common: str, rare: str) -> None:
    assert zipf(common) > zipf(rare)
    assert rarity(common) < rarity(rare)


def test_a_word_nobody_uses() -> None:
    assert zipf("xqzvwk") == UNSEEN
    assert rarity("xqzvwk") == 1.0


@pytest.mark.parametrize("word", ["måske", "også", "være", "gør", "sådan"])
def test_danish_words_are_known_by_their_folded_spelling(word: str) -> None:
    assert table("da")[fold(word)] > 4
    assert word not in table("da")


def test_the_language_that_knows_a_word_best_counts() -> None:
    assert zipf("hvordan") == table("da")["hvordan"]
    assert zipf("would") == table("en")["would"]


@given(st.text(max_size=20))
@settings(deadline=None)
def test_rarity_is_between_nought_and_one(word: str) -> None:
    assert 0.0 <= rarity(word) <= 1.0


@pytest.mark.parametrize("slip", ["becuase", "ehvordan", "hvordn", "peopel", "mulgihed", "thougt"])
def test_a_slip_is_heard_as_a_common_word_beside_it(slip: str) -> None:
    meant = intended(slip)
    assert meant != slip
    assert OSA.distance(slip, meant) <= 2
    assert rarity(meant) < rarity(slip)


def test_of_several_words_beside_a_slip_the_commonest_is_heard() -> None:
    assert zipf(intended("thougt")) >= zipf("thought")
    assert zipf(intended("hvro")) >= zipf("hvor")


@pytest.mark.parametrize("word", ["og", "hvordan", "hospital", "people", "ai", "x", "", "xqzvwk"])
def test_other_words_are_heard_as_typed(word: str) -> None:
    assert intended(word) == word


def test_the_memory_of_slips_is_bounded() -> None:
    assert intended.cache_info().maxsize
