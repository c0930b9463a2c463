import pytest

from bot.matching.houses import NO_HOUSES, Houses
from bot.matching.index import Ranked, Reading

HOUSES = Houses({"x-course": "x", "x-help": "x", "y-course": "y", "y": "y", "x": "x"})
RANKED = (
    Ranked("x-course", 0.6, 0.5),
    Ranked("y-course", 0.5, 0.4),
    Ranked("free", 0.3, 0.3),
    Ranked("~greeting", 0.25, 0.0),
    Ranked("y", 0.2, 0.2),
    Ranked("x", 0.1, 0.1),
)


@pytest.fixture
def reading() -> Reading:
    return Reading("kursus", (), RANKED, 0.1, 0.5)


def order(ranked: tuple[Ranked, ...]) -> list[str]:
    return [one.label for one in ranked]


def test_a_named_house_comes_before_another(reading: Reading) -> None:
    ranked = HOUSES.ordered(reading, frozenset({"y"}))
    assert order(ranked)[0] == "y-course"
    assert order(ranked).index("y") < order(ranked).index("x")
    assert sorted(order(ranked)) == sorted(order(RANKED))


def test_only_other_houses_are_held_back(reading: Reading) -> None:
    before = {one.label: one for one in RANKED}
    for one in HOUSES.ordered(reading, frozenset({"y", "free"})):
        if one.label.startswith("x"):
            assert 0 < one.score < before[one.label].score
            assert one.coverage == before[one.label].coverage
        else:
            assert one == before[one.label]


def held_back(reading: Reading, named: set[str], speaking: tuple[str, ...] = ()) -> set[str]:
    before = {one.label: one.score for one in RANKED}
    after = HOUSES.ordered(reading, frozenset(named), speaking)
    return {one.label for one in after if one.score < before[one.label]}


def test_what_belongs_to_no_house_is_held_back_too(reading: Reading) -> None:
    assert held_back(reading, {"y"}) == {"x-course", "x", "free"}


def test_what_speaks_of_the_house_or_is_named_itself_is_not_held_back(reading: Reading) -> None:
    assert held_back(reading, {"y"}, speaking=("free",)) == {"x-course", "x"}
    assert held_back(reading, {"y", "free"}) == {"x-course", "x"}


def test_speaking_of_a_house_does_not_free_what_another_one_offers(reading: Reading) -> None:
    assert held_back(reading, {"y"}, speaking=("x-course", "y-course")) == {"x-course", "x", "free"}


def test_the_ranking_stays_sorted(reading: Reading) -> None:
    for house in ("x", "y"):
        scores = [one.score for one in HOUSES.ordered(reading, frozenset({house}))]
        assert scores == sorted(scores, reverse=True)


@pytest.mark.parametrize("named", [set(), {"x", "y"}, {"free"}, {"x-course"}, {"unheard of"}])
def test_without_one_named_house_nothing_changes(reading: Reading, named: set[str]) -> None:
    assert HOUSES.ordered(reading, frozenset(named), speaking=("free",)) == RANKED


def test_without_houses_nothing_changes(reading: Reading) -> None:
    assert NO_HOUSES.ordered(reading, frozenset({"x"})) == RANKED
