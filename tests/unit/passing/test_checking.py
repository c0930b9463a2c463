"""What is kept out of what is passed on."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.passing.checking import (
    LONGEST,
    clean,
    clean_name,
    passable,
    wrong_with_answer,
    wrong_with_question,
)
from bot.privacy.cpr import holds_cpr
from bot.reply import Language

DOSE = "Hvilken dosis insulin skal patienten have?"
ANY = st.text(st.characters(exclude_categories=[]), max_size=300)


@given(ANY)
def test_what_is_kept_can_be_kept_anywhere(text: str) -> None:
    kept = clean(text)
    kept.encode("utf-8")
    assert "\x00" not in kept
    assert clean(kept) == kept


@given(ANY)
def test_a_name_is_one_short_line(text: str) -> None:
    name = clean_name(text)
    assert len(name) <= 80
    assert len(name.splitlines()) <= 1


@given(st.text(max_size=30), st.text(max_size=30))
def test_no_number_slips_through_whatever_stands_around_it(before: str, after: str) -> None:
    for number in ("010190-1234", "0101\x00901234", "010190\u200b1234", "\x85010190 1234\x7f"):
        text = f"{before} {number} {after}"
        if holds_cpr(clean(text)):
            assert "CPR" in wrong_with_question(text, Language.DANISH)
            assert "CPR" in wrong_with_answer(text, Language.ENGLISH)


@pytest.mark.parametrize(
    "number", ["010190-1234", "0101901234", "01 01 90 - 1234", "0101\x0090-1234"]
)
def test_cpr_numbers_are_refused(number: str) -> None:
    assert "CPR" in wrong_with_question(f"Det er {number}.", Language.DANISH)
    assert not passable(f"Det er {number}.")


def test_questions_about_patients_are_refused_and_answers_are_not() -> None:
    assert "112" in wrong_with_question(DOSE, Language.DANISH)
    assert not passable(DOSE)
    assert wrong_with_answer(DOSE, Language.DANISH) == ""


@pytest.mark.parametrize("text", ["", " \n\t", "\x00\x1b"])
def test_nothing_is_not_sent(text: str) -> None:
    assert wrong_with_question(text, Language.ENGLISH) == "There is nothing in it yet."


def test_what_is_too_long_is_told() -> None:
    assert wrong_with_question("a" * LONGEST, Language.DANISH) == ""
    assert "2000" in wrong_with_question("a" * (LONGEST + 1), Language.DANISH)
