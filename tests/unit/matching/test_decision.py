import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.matching.decision import (
    A_FACT,
    A_PERSON,
    AKIN,
    CLICK,
    SILENT,
    VAIN_CHOICE,
    Candidate,
    Mistake,
    Verdict,
    decide,
)

CHANCE = st.floats(0, 1)
WRONG = st.sampled_from([A_FACT, A_PERSON, AKIN])


def candidates(first: float, count: int) -> list[Candidate]:
    rest = (1 - first) / max(1, count - 1)
    return [Candidate("a", first), *(Candidate(f"b{n}", rest) for n in range(1, count))]


def cost(verdict: Verdict, first: float, among: float, wrong: Mistake) -> float:
    """The expected cost of a verdict, as the module's docstring states it."""
    match verdict:
        case Verdict.ANSWER:
            return wrong.rival * (among - first) + wrong.nothing * (1 - among)
        case Verdict.CHOOSE:
            return CLICK * among + VAIN_CHOICE * (1 - among)
        case Verdict.UNKNOWN:
            return SILENT * among


@given(CHANCE, CHANCE, WRONG, st.integers(1, 4))
def test_the_verdict_is_the_cheapest(
    first: float, among: float, wrong: Mistake, count: int
) -> None:
    verdict = decide(candidates(first, count), among, wrong).verdict
    among = max(first, among)
    possible = [v for v in Verdict if count > 1 or v is not Verdict.CHOOSE]
    assert verdict in possible
    assert cost(verdict, first, among, wrong) == min(cost(v, first, among, wrong) for v in possible)


@given(CHANCE, CHANCE, WRONG, st.integers(1, 4))
def test_the_candidates_fit_the_verdict(
    first: float, among: float, wrong: Mistake, count: int
) -> None:
    offered = candidates(first, count)
    decision = decide(offered, among, wrong)
    kept = {Verdict.ANSWER: offered[:1], Verdict.CHOOSE: offered, Verdict.UNKNOWN: []}
    assert list(decision.candidates) == kept[decision.verdict]


@given(CHANCE, CHANCE, st.integers(1, 4))
def test_a_person_needs_more_certainty_than_a_fact(first: float, among: float, count: int) -> None:
    offered = candidates(first, count)
    if decide(offered, among, A_PERSON).verdict is Verdict.ANSWER:
        assert decide(offered, among, A_FACT).verdict is Verdict.ANSWER


@given(CHANCE, CHANCE, st.integers(1, 4))
def test_a_rival_that_names_the_same_people_lies_between(
    first: float, among: float, count: int
) -> None:
    person, akin, fact = (
        decide(candidates(first, count), among, wrong).verdict is Verdict.ANSWER
        for wrong in (A_PERSON, AKIN, A_FACT)
    )
    assert person <= akin <= fact


def test_who_is_meant_need_not_be_sure_where_either_names_the_same_people() -> None:
    offered = candidates(0.8, 2)
    assert decide(offered, 1.0, AKIN).verdict is Verdict.ANSWER
    assert decide(offered, 1.0, A_PERSON).verdict is Verdict.CHOOSE
    assert decide(offered, 0.8, AKIN).verdict is not Verdict.ANSWER


@pytest.mark.parametrize("count", [1, 3])
def test_there_is_a_certainty_that_does_for_a_fact_alone(count: int) -> None:
    assert decide(candidates(0.85, count), 0.9, A_FACT).verdict is Verdict.ANSWER
    assert decide(candidates(0.85, count), 0.9, A_PERSON).verdict is not Verdict.ANSWER


@given(CHANCE, CHANCE, CHANCE, WRONG, st.integers(1, 4))
def test_greater_certainty_never_takes_an_answer_back(
    first: float, surer: float, among: float, wrong: Mistake, count: int
) -> None:
    first, surer = sorted((first, surer))
    if decide(candidates(first, count), among, wrong).verdict is Verdict.ANSWER:
        assert decide(candidates(surer, count), among, wrong).verdict is Verdict.ANSWER


@given(CHANCE, CHANCE, CHANCE, WRONG, st.integers(1, 4))
def test_a_likelier_answer_somewhere_never_makes_silent(
    first: float, among: float, more: float, wrong: Mistake, count: int
) -> None:
    among, more = sorted((among, more))
    if decide(candidates(first, count), more, wrong).verdict is Verdict.UNKNOWN:
        assert decide(candidates(first, count), among, wrong).verdict is Verdict.UNKNOWN


@pytest.mark.parametrize(
    ("first", "among", "wrong", "count", "verdict"),
    [
        (1.0, 1.0, A_PERSON, 3, Verdict.ANSWER),
        (0.97, 0.99, A_PERSON, 3, Verdict.ANSWER),
        (0.5, 0.95, A_PERSON, 3, Verdict.CHOOSE),
        (0.4, 0.9, A_FACT, 2, Verdict.CHOOSE),
        (0.5, 0.95, A_PERSON, 1, Verdict.UNKNOWN),
        (0.1, 0.2, A_FACT, 3, Verdict.UNKNOWN),
        (0.0, 0.0, A_PERSON, 3, Verdict.UNKNOWN),
    ],
)
def test_verdicts(first: float, among: float, wrong: Mistake, count: int, verdict: Verdict) -> None:
    assert decide(candidates(first, count), among, wrong).verdict is verdict


@given(CHANCE, WRONG)
def test_without_candidates_it_is_unknown(among: float, wrong: Mistake) -> None:
    decision = decide([], among, wrong)
    assert decision.verdict is Verdict.UNKNOWN
    assert decision.candidates == ()
