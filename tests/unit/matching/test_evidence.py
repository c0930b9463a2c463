from dataclasses import fields, replace
from math import isfinite, log

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.matching.evidence import Evidence, Naming, evidence, favoured, seconded
from bot.matching.index import ELSEWHERE, Index, Ranked
from bot.matching.lists import listed
from bot.matching.vocabulary import Vocabulary
from tests.unit.matching.base import reading, stems

RANKED = (
    Ranked("a", 0.6, 0.7, 0.8),
    Ranked("~greeting", 0.55, 0.0),
    Ranked("a-near", 0.5, 0.4, 0.3),
    Ranked("b", 0.2, 0.1, 0.2),
)
FAMILIES = {"a": "house", "a-near": "house"}
OWN = stems("adgang til regnekraft")
OPINION = {"a": log(0.6), "b": log(0.2), ELSEWHERE: log(0.15), "~greeting": log(0.05)}


def of(
    text: str,
    vocabulary: Vocabulary,
    ranked: Ranked = RANKED[0],
    naming: Naming | None = None,
    elsewhere: float = 0.1,
) -> Evidence:
    whole = reading(text, vocabulary, RANKED, elsewhere)
    return evidence(whole, ranked, OWN, FAMILIES, naming or Naming())


def test_the_numbers_stand_in_the_order_of_the_fields(vocabulary: Vocabulary) -> None:
    found = of("adgang til regnekraft", vocabulary)
    assert found.numbers() == tuple(getattr(found, one.name) for one in fields(Evidence))


@given(
    text=st.text(max_size=80),
    score=st.floats(0, 1),
    coverage=st.floats(0, 1),
    elsewhere=st.floats(0, 1),
)
@settings(deadline=None)
def test_every_number_is_small(
    vocabulary: Vocabulary, text: str, score: float, coverage: float, elsewhere: float
) -> None:
    found = of(text, vocabulary, Ranked("a", score, coverage), elsewhere=elsewhere)
    assert all(isfinite(number) and abs(number) <= 20 for number in found.numbers())


@given(st.dictionaries(st.sampled_from(["a", "b", "~greeting", ELSEWHERE]), st.floats(-1e6, 0)))
@settings(deadline=None)
def test_every_number_of_a_second_opinion_is_small(
    vocabulary: Vocabulary, opinion: dict[str, float]
) -> None:
    found = seconded(of("regnekraft", vocabulary), "a", opinion)
    assert all(isfinite(number) and abs(number) <= 20 for number in found.numbers())


def test_a_higher_score_speaks_for_a_label(vocabulary: Vocabulary) -> None:
    first, last = (of("regnekraft", vocabulary, one) for one in (RANKED[0], RANKED[3]))
    assert first.score > last.score
    assert first.lead > 0 > last.lead
    assert first.ahead > 0 > last.ahead


def test_kin_are_no_rivals(vocabulary: Vocabulary) -> None:
    found = of("regnekraft", vocabulary)
    assert found.lead > found.ahead  # the nearest rival is of the same family
    assert found.family > of("regnekraft", vocabulary, RANKED[3]).family


def test_talk_is_no_rival_but_told(vocabulary: Vocabulary) -> None:
    whole = reading("regnekraft", vocabulary, (RANKED[0], RANKED[2]), 0.1)
    without = evidence(whole, RANKED[0], OWN, FAMILIES, Naming())
    found = of("regnekraft", vocabulary)
    assert found.ahead == without.ahead
    assert found.talk > without.talk


def test_being_about_something_else_is_told(vocabulary: Vocabulary) -> None:
    assert (
        of("regnekraft", vocabulary, elsewhere=0.9).elsewhere
        > of("regnekraft", vocabulary, elsewhere=0.1).elsewhere
    )


def test_words_that_nobody_here_uses(vocabulary: Vocabulary) -> None:
    assert of("regnekraft", vocabulary).unknown == 0.0
    assert of("regnekraft xqzvwk", vocabulary).unknown > 0.5


def test_words_that_the_label_does_not_use(vocabulary: Vocabulary) -> None:
    own, other = of("regnekraft", vocabulary), of("blodforgiftning", vocabulary)
    assert own.uncovered == own.rest == 0.0
    assert own.key > 0
    assert own.mass > 0
    assert other.key == other.mass == 0.0
    assert other.uncovered > 0
    assert other.rest > 0


def test_a_misspelt_word_speaks_less_for_a_label(vocabulary: Vocabulary) -> None:
    assert 0 < of("regnekarft", vocabulary).key < of("regnekraft", vocabulary).key


def test_sums_are_bounded(vocabulary: Vocabulary) -> None:
    assert of("regnekraft " * 50, vocabulary).mass == 3.0
    assert of("xqzvwk " * 50, vocabulary).rest == 5.0


@pytest.mark.parametrize("place", ["Aalborg", "Sjælland", "Norge", "Stockholm"])
def test_other_parts_of_the_country(vocabulary: Vocabulary, place: str) -> None:
    assert of(f"regnekraft i {place}", vocabulary).abroad == 1.0
    assert of("regnekraft i Odense", vocabulary).abroad == 0.0


def test_a_label_that_speaks_of_a_place_is_not_abroad_there(index: Index) -> None:
    whole = reading("regnekraft i Aalborg", index.vocabulary, RANKED)
    own = OWN | stems("Aalborg")
    assert evidence(whole, RANKED[0], own, FAMILIES, Naming()).abroad == 0.0


CALLED_A, CALLED_B = frozenset({"a"}), frozenset({"b"})


@pytest.mark.parametrize(
    ("naming", "told"),
    [
        (Naming(), set()),
        (Naming(CALLED_A), {"called"}),
        (Naming(CALLED_B), {"other"}),
        (Naming(CALLED_A | CALLED_B), {"called"}),
        (Naming(CALLED_A, bodies=["a"]), {"body"}),
        (Naming(CALLED_A, bodies=["b"]), {"called"}),
        (Naming(CALLED_B, bodies=["a", "b"]), {"other"}),
        (Naming(strange=True), {"strange"}),
    ],
)
def test_who_is_called_by_name(vocabulary: Vocabulary, naming: Naming, told: set[str]) -> None:
    found = of("regnekraft", vocabulary, naming=naming)
    names = ("called", "body", "other", "strange")
    assert {name for name in names if getattr(found, name) > 0} == told


def test_how_near_it_is_is_told(vocabulary: Vocabulary) -> None:
    whole = replace(reading("regnekraft", vocabulary, RANKED), nothing=0.4, theme=0.3)
    found = evidence(whole, RANKED[0], OWN, FAMILIES, Naming())
    assert (found.near, found.nothing, found.theme) == (0.8, 0.4, 0.3)
    last = evidence(whole, RANKED[3], OWN, FAMILIES, Naming())
    assert (last.near, last.nothing, last.theme) == (0.2, 0.4, 0.3)


def weighed(vocabulary: Vocabulary) -> dict[str, Evidence]:
    entries = [one for one in RANKED if not one.label.startswith("~")]
    return {one.label: of("regnekraft", vocabulary, one) for one in entries}


PREFERRED = {"a": 3.0, "a-near": 2.0, "b": -1.0}


def test_accounting_for_more_than_the_most_preferred_rival_is_clearer(
    vocabulary: Vocabulary,
) -> None:
    given = weighed(vocabulary)
    assert favoured("a", given, PREFERRED, {}).clearer == pytest.approx(0.7 - 0.4)
    assert favoured("b", given, PREFERRED, {}).clearer == pytest.approx(0.1 - 0.7)


def test_a_label_is_apart_from_those_that_name_none_of_its_people(vocabulary: Vocabulary) -> None:
    given = weighed(vocabulary)
    shown = {"a": frozenset({"kim"}), "a-near": frozenset({"kim", "mette"})}
    assert favoured("a", given, PREFERRED, {}).apart == pytest.approx(1.0)
    assert favoured("a", given, PREFERRED, shown).apart == pytest.approx(4.0)
    assert favoured("b", given, PREFERRED, shown).apart == pytest.approx(-4.0)


def test_without_a_rival_all_of_it_is_clear_and_apart(vocabulary: Vocabulary) -> None:
    given = {"a": of("regnekraft", vocabulary)}
    found = favoured("a", given, {"a": -2.0}, {})
    assert (found.clearer, found.apart) == (0.7, 10.0)


@pytest.mark.parametrize(
    ("naming", "contact", "happening"),
    [
        (Naming(), 0.0, 0.0),
        (Naming(contacts=("a",)), 1.0, 0.0),
        (Naming(happenings=("a",)), 0.0, 1.0),
        (Naming(contacts=("b",), happenings=("b",)), 0.0, 0.0),
    ],
)
def test_what_kind_of_thing_the_label_is(
    vocabulary: Vocabulary, naming: Naming, contact: float, happening: float
) -> None:
    found = of("regnekraft", vocabulary, naming=naming)
    assert (found.contact, found.happening) == (contact, happening)


def test_without_a_second_opinion_it_says_nothing(vocabulary: Vocabulary) -> None:
    found = of("regnekraft", vocabulary)
    assert found.opinion == found.opinion_lead == found.opinion_elsewhere == found.agrees == 0.0


def test_a_second_opinion_is_told_and_all_else_stays(vocabulary: Vocabulary) -> None:
    found = of("regnekraft", vocabulary)
    first, other = (seconded(found, label, OPINION) for label in ("a", "b"))
    assert first.opinion == pytest.approx(log(0.6 / 0.4))
    assert other.opinion == pytest.approx(log(0.2 / 0.8))
    assert first.opinion_lead == pytest.approx(log(0.6 / 0.2)) == -other.opinion_lead
    assert first.opinion_elsewhere == other.opinion_elsewhere == pytest.approx(log(0.15))
    assert (first.agrees, other.agrees) == (1.0, 0.0)
    before = found.numbers()[:-4]
    assert first.numbers()[:-4] == before == other.numbers()[:-4]


def test_being_about_nothing_of_ours_is_no_rival_in_a_second_opinion(
    vocabulary: Vocabulary,
) -> None:
    opinion = {"a": log(0.3), ELSEWHERE: log(0.4), "~greeting": log(0.3)}
    assert seconded(of("regnekraft", vocabulary), "a", opinion).agrees == 1.0


def test_a_label_that_a_second_opinion_does_not_know_is_unlikely(vocabulary: Vocabulary) -> None:
    found = seconded(of("regnekraft", vocabulary), "new", OPINION)
    assert found.opinion < -5
    assert found.opinion_lead < -5
    assert found.agrees == 0.0


def test_a_list_leaves_its_comments_out() -> None:
    assert "sverige" in listed("abroad.txt")
    assert "syddanmark" not in listed("abroad.txt")  # stands in a comment alone
