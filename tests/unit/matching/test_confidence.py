from dataclasses import fields, replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.matching.confidence import Line, fitted
from bot.matching.evidence import Evidence

NUMBERS = len(fields(Evidence))
SOME = st.floats(-20, 20)
EVIDENCE = st.builds(Evidence, **{one.name: SOME for one in fields(Evidence)})


@pytest.mark.parametrize("name", ["first", "among"])
def test_there_is_a_weight_for_each_number(name: str) -> None:
    assert len(getattr(fitted(), name).weights) == NUMBERS


@given(EVIDENCE)
def test_a_chance_is_between_nought_and_one(given_: Evidence) -> None:
    assert 0.0 <= fitted().first.chance(given_) <= 1.0
    assert 0.0 <= fitted().among.chance(given_) <= 1.0


@given(EVIDENCE, st.floats(-1e6, 1e6))
def test_no_weight_is_too_large(given_: Evidence, weight: float) -> None:
    assert 0.0 <= Line((weight,) * NUMBERS, weight).chance(given_) <= 1.0


@given(EVIDENCE, st.floats(0.01, 5), st.floats(0.01, 10))
def test_more_of_what_speaks_for_it_is_surer(given_: Evidence, weight: float, more: float) -> None:
    line = Line((weight, *[0.0] * (NUMBERS - 1)), 0.0)
    surer = replace(given_, score=given_.score + more)
    assert line.chance(surer) >= line.chance(given_)


def test_no_evidence_is_an_even_chance() -> None:
    nothing = Evidence(*[0.0] * NUMBERS)
    assert Line((1.0,) * NUMBERS, 0.0).chance(nothing) == 0.5


def test_weights_that_do_not_fit_are_refused() -> None:
    with pytest.raises(ValueError, match="argument"):
        Line((1.0, 2.0), 0.0).chance(Evidence(*[0.0] * NUMBERS))


@pytest.mark.parametrize("name", ["score", "coverage", "called"])
def test_what_speaks_for_a_label_makes_it_surer(name: str) -> None:
    weights = dict(zip((one.name for one in fields(Evidence)), fitted().first.weights, strict=True))
    assert weights[name] > 0
    assert weights["elsewhere"] < 0
