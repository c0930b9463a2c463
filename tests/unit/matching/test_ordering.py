from dataclasses import fields, replace

import pytest

from bot.matching.confidence import Line, fitted
from bot.matching.evidence import Evidence, Naming
from bot.matching.index import Index
from bot.matching.ordering import (
    CALLED,
    MOST_WEIGHED,
    WEIGHED,
    Ordering,
    entries,
    moved,
    preferences,
)
from bot.matching.sentences import SMALLTALK
from bot.matching.subjects import Subjects

NAMES = [one.name for one in fields(Evidence)]
NOTHING = Evidence(**dict.fromkeys(NAMES, 0.0))
QUESTION = "adgang til GPU eller lagerplads"


def only(**weights: float) -> Line:
    """An ordering that looks at these numbers alone."""
    return Line(tuple(weights.get(name, 0.0) for name in NAMES), 0.0)


def test_a_second_opinion_moves_the_ranking_by_what_it_thinks(index: Index) -> None:
    ranked = index.read("adgang til GPU eller lagerplads").ranked
    assert moved(ranked, {}, ()) == ranked
    assert moved(ranked, dict.fromkeys(index.labels, -2.0), ()) == ranked
    last = ranked[-1].label
    strong = {one.label: 0.0 if one.label == last else -40.0 for one in ranked}
    assert moved(ranked, strong, ()) == (ranked[-1], *ranked[:-1])


def test_being_called_by_its_name_moves_a_label_up(index: Index) -> None:
    ranked = index.read("adgang til GPU eller lagerplads").ranked
    before = [one.label for one in ranked]
    for label in before:
        anew = moved(ranked, {}, {label})
        assert set(anew) == set(ranked)
        after = [one.label for one in anew]
        assert after.index(label) <= before.index(label)
        assert [one for one in after if one != label] == [one for one in before if one != label]
    assert moved(ranked, {}, {before[1]})[0].label == before[1]


def test_what_is_preferred_is_weighed_from_the_evidence_and_names() -> None:
    weighed = {"a": replace(NOTHING, near=0.5), "b": replace(NOTHING, near=0.2)}
    assert preferences(weighed, only(near=2.0), ()) == pytest.approx({"a": 1.0, "b": 0.4})
    called = preferences(weighed, only(near=2.0), {"b"})
    assert called == pytest.approx({"a": 1.0, "b": 0.4 + CALLED})


@pytest.mark.parametrize("sign", [1.0, -1.0])
def test_labels_stand_by_what_the_ordering_prefers(index: Index, sign: float) -> None:
    found = Ordering(index, Subjects(), only(coverage=sign)).ordered(
        index.read(QUESTION), Naming(), {}
    )
    covered = [sign * one.coverage for one in found.entries[:MOST_WEIGHED]]
    assert covered == sorted(covered, reverse=True)
    assert len(set(covered)) > 1


def test_all_labels_are_kept_and_small_talk_stays_where_it_was(index: Index) -> None:
    reading = index.read("hej, adgang til GPU")
    before = moved(reading.ranked, {}, ())
    found = Ordering(index, Subjects(), only(coverage=-1.0)).ordered(reading, Naming(), {})
    after = found.reading.ranked
    assert set(after) == set(before)
    talk = [place for place, one in enumerate(before) if one.label.startswith(SMALLTALK)]
    assert talk == [place for place, one in enumerate(after) if one.label.startswith(SMALLTALK)]
    assert [one for one in after if not one.label.startswith(SMALLTALK)] == entries(found.reading)


def test_only_the_likeliest_are_weighed(index: Index) -> None:
    found = Ordering(index, Subjects(), only()).ordered(index.read(QUESTION), Naming(), {})
    assert len(found.weighed) == min(MOST_WEIGHED, len(found.entries))
    assert set(found.weighed) == set(found.preferred)


def test_the_first_labels_are_told_with_how_they_compare(index: Index) -> None:
    ordering = Ordering(index, Subjects(), only(score=1.0))
    found = ordering.ordered(index.read(QUESTION), Naming(), {})
    told = ordering.told(found, 2)
    assert [label for label, _ in told] == [one.label for one in found.entries[:2]]
    first, second = (found.preferred[label] for label, _ in told)
    assert told[0][1].apart == pytest.approx(first - second)
    assert told[1][1].apart == pytest.approx(second - first)


@pytest.mark.parametrize("seconded", [False, True])
def test_the_shipped_ordering_looks_at_what_differs_between_labels_alone(seconded: bool) -> None:
    weights = dict(zip(NAMES, fitted(seconded=seconded).order.weights, strict=True))
    assert {name for name, weight in weights.items() if weight} <= set(WEIGHED)
    assert min(weights["score"], weights["coverage"], weights["near"]) > 0
