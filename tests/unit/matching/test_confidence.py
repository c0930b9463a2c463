import json
from dataclasses import fields, replace
from importlib.resources import files

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.matching.confidence import Line, fitted, line
from bot.matching.evidence import Evidence

NAMES = [one.name for one in fields(Evidence)]
NUMBERS = len(NAMES)
OPINION = {"opinion", "opinion_lead", "opinion_elsewhere", "agrees"}
SOME = st.floats(-20, 20)
EVIDENCE = st.builds(Evidence, **dict.fromkeys(NAMES, SOME))


@pytest.mark.parametrize("name", ["first", "among"])
@pytest.mark.parametrize("file", ["confidence.json", "confidence.seconded.json"])
def test_there_is_a_weight_for_each_number_and_for_nothing_else(file: str, name: str) -> None:
    kept = json.loads(files("bot.matching").joinpath("data", file).read_text(encoding="utf-8"))
    assert set(kept[name]["weights"]) == set(NAMES)


@pytest.mark.parametrize("seconded", [False, True])
@pytest.mark.parametrize("name", ["first", "among"])
def test_there_is_a_weight_in_the_place_of_each_number(name: str, seconded: bool) -> None:
    file = "confidence.seconded.json" if seconded else "confidence.json"
    kept = json.loads(files("bot.matching").joinpath("data", file).read_text(encoding="utf-8"))
    weights = getattr(fitted(seconded=seconded), name).weights
    assert dict(zip(NAMES, weights, strict=True)) == kept[name]["weights"]


def test_weights_are_kept_by_name_in_any_order() -> None:
    weights = {name: float(number) for number, name in enumerate(NAMES)}
    backwards = dict(reversed(weights.items()))
    assert line({"weights": backwards, "constant": 1.0}) == Line(tuple(weights.values()), 1.0)


def test_evidence_newer_than_the_file_has_no_weight_yet() -> None:
    weights = {name: 1.0 for name in NAMES if name != "theme"}
    read = line({"weights": weights, "constant": 0.0})
    assert read.weights[NAMES.index("theme")] == 0.0
    assert sum(read.weights) == NUMBERS - 1


def test_where_no_second_opinion_is_asked_it_has_no_weight() -> None:
    for one in (fitted().first, fitted().among, fitted().order):
        weights = dict(zip(NAMES, one.weights, strict=True))
        assert {weights[name] for name in OPINION} == {0.0}


@given(EVIDENCE)
def test_a_seconded_chance_is_between_nought_and_one(given_: Evidence) -> None:
    assert 0.0 <= fitted(seconded=True).first.chance(given_) <= 1.0
    assert 0.0 <= fitted(seconded=True).among.chance(given_) <= 1.0


@given(EVIDENCE)
def test_a_chance_is_between_nought_and_one(given_: Evidence) -> None:
    assert 0.0 <= fitted().first.chance(given_) <= 1.0
    assert 0.0 <= fitted().among.chance(given_) <= 1.0


@given(EVIDENCE, st.floats(-1e6, 1e6))
def test_no_weight_is_too_large(given_: Evidence, weight: float) -> None:
    assert 0.0 <= Line((weight,) * NUMBERS, weight).chance(given_) <= 1.0


@given(EVIDENCE, st.floats(0.01, 5), st.floats(0.01, 10))
def test_more_of_what_speaks_for_it_is_surer(given_: Evidence, weight: float, more: float) -> None:
    rising = Line((weight, *[0.0] * (NUMBERS - 1)), 0.0)
    surer = replace(given_, score=given_.score + more)
    assert rising.chance(surer) >= rising.chance(given_)


def test_no_evidence_is_an_even_chance() -> None:
    nothing = Evidence(*[0.0] * NUMBERS)
    assert Line((1.0,) * NUMBERS, 0.0).chance(nothing) == 0.5


def test_weights_that_do_not_fit_are_refused() -> None:
    with pytest.raises(ValueError, match="argument"):
        Line((1.0, 2.0), 0.0).chance(Evidence(*[0.0] * NUMBERS))


@pytest.mark.parametrize("name", ["score", "coverage", "called", "near", "theme"])
def test_what_speaks_for_a_label_makes_it_surer(name: str) -> None:
    weights = dict(zip(NAMES, fitted().first.weights, strict=True))
    assert weights[name] > 0
    assert weights["elsewhere"] < 0
    assert weights["nothing"] < 0
