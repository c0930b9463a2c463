"""How well what is typed fits a word."""

from hypothesis import given
from hypothesis import strategies as st

from bot.searching.fitting import BEGUN, MOST_WORDS, NEARLY, WHOLE, fit, fit_all, typed

WORDS = st.text("abcdeøæ", min_size=1, max_size=12)


def test_the_word_itself_its_beginning_and_a_slip() -> None:
    assert fit("kvist", "kvist") == WHOLE
    assert fit("kv", "kvist") == BEGUN
    assert fit("kvits", "kvist") == NEARLY
    assert fit("krisitan", "kristian") == NEARLY
    assert fit("katri", "kathrine") == NEARLY  # begun, with a slip
    assert fit("vist", "kvist") == 0
    assert fit("anne", "anders") == 0


def test_a_short_word_has_no_slips() -> None:
    assert fit("kim", "kam") == 0


def test_every_word_has_to_fit() -> None:
    assert fit_all(["mette", "kvist"], {"kristian", "kvist"}) == 0
    assert fit_all(["kvist", "kri"], {"kristian", "kvist"}) == BEGUN
    assert fit_all([], {"kristian"}) == 0
    assert fit_all(["kvist"], set()) == 0


def test_what_is_typed_is_folded_and_not_endless() -> None:
    assert typed(" Kim VÆRGMAN") == ("kim", "vaergman")
    assert len(typed("ord " * 500)) == MOST_WORDS


@given(WORDS, st.integers(1, 12))
def test_any_beginning_fits(word: str, letters: int) -> None:
    assert fit(word[:letters], word) >= BEGUN


@given(WORDS, WORDS)
def test_how_well_is_between_nothing_and_whole(said: str, word: str) -> None:
    assert 0 <= fit(said, word) <= WHOLE
    assert (fit(said, word) == WHOLE) == (said == word)
