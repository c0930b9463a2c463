from dataclasses import fields, replace
from itertools import product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import sparse

from bot.matching.columns import PLACES, Columns, place
from bot.matching.fitting import matrix_of
from bot.matching.index import Index, Phrase
from bot.matching.text import stem
from tests.unit.matching import base

NAMES = st.text("aiwxyzæ ^$", min_size=1, max_size=6)
ROWS = st.lists(st.dictionaries(NAMES, st.floats(0.02, 4.0), max_size=6), min_size=1, max_size=6)


def of(rows: list[dict[str, float]]) -> Columns:
    return Columns.of(matrix_of(rows)[0])


def array(*numbers: float) -> np.ndarray[tuple[int], np.dtype[np.int32]]:
    return np.array(numbers, dtype=np.int32)


def size(columns: Columns) -> int:
    """Bytes of memory."""
    kept = (columns.places, columns.starts, columns.rows, columns.values)
    return sum(one.nbytes for one in kept)


@pytest.fixture(scope="module")
def collision() -> tuple[str, str]:
    """Two words like no other whose stems have one place."""
    met: dict[int, str] = {}
    for letters in product("bcdfghklmnprstvz", repeat=5):
        word = "".join(letters)
        if stem(word) == word and (first := met.setdefault(place(f"w{word}"), word)) != word:
            return first, word
    raise AssertionError


@given(NAMES)
def test_a_feature_has_its_place(name: str) -> None:
    assert 0 <= place(name) < PLACES
    assert place(name) == place(name)


def test_a_place_is_the_same_in_every_run() -> None:
    assert (place("wgpu"), place("axæ")) == (2385625, 2028738)


@given(ROWS, st.dictionaries(NAMES, st.floats(0.02, 4.0), max_size=8))
@settings(deadline=None)
def test_sums_are_those_of_the_whole_matrix(
    rows: list[dict[str, float]], asked: dict[str, float]
) -> None:
    expected = [
        sum(
            value * given_
            for name, value in row.items()
            for other, given_ in asked.items()
            if place(name) == place(other)
        )
        for row in rows
    ]
    # Values are kept with eleven bits.
    assert of(rows).sums(asked) == pytest.approx(expected, rel=1e-3)


@given(ROWS)
@settings(deadline=None)
def test_columns_are_in_order_and_none_is_empty(rows: list[dict[str, float]]) -> None:
    columns = of(rows)
    assert (np.diff(columns.places) > 0).all()
    assert (np.diff(columns.starts) > 0).all()
    assert columns.count == len(rows)
    assert columns.values.dtype == np.float32
    assert (columns.values.astype(np.float16) == columns.values).all()


@given(ROWS, NAMES)
@settings(deadline=None)
def test_the_order_of_what_is_asked_does_not_matter(
    rows: list[dict[str, float]], name: str
) -> None:
    asked = {**rows[0], name: 1.0}
    backwards = dict(reversed(asked.items()))
    assert of(rows).sums(asked) == pytest.approx(of(rows).sums(backwards))


def test_what_nobody_says_sums_to_nothing() -> None:
    assert of([{"wgpu": 1.0}, {}]).sums({"wjura": 1.0}).tolist() == [0.0, 0.0]
    assert of([{"wgpu": 1.0}, {}]).sums({}).tolist() == [0.0, 0.0]
    assert of([{}, {}]).sums({"wgpu": 1.0}).tolist() == [0.0, 0.0]
    assert Columns.of(sparse.csr_matrix((0, PLACES))).sums({"wgpu": 1.0}).tolist() == []


def test_features_of_one_place_are_summed(collision: tuple[str, str]) -> None:
    one, other = (f"w{word}" for word in collision)
    columns = of([{one: 1.0, other: 0.5}, {other: 0.25}, {"wgpu": 1.0}])
    assert columns.sums({one: 2.0}).tolist() == [3.0, 0.5, 0.0]
    assert columns.sums({one: 1.0, other: 1.0}).tolist() == [3.0, 0.5, 0.0]


def test_words_of_one_place_are_told_apart_by_what_else_is_said(
    collision: tuple[str, str],
) -> None:
    one, other = collision
    more = [Phrase("compute", f"GPU {one}"), Phrase("law", f"jura {other}")]
    told = Index.fit([*base.phrases(), *more], base.ELSEWHERE)
    assert told.read(f"GPU {one}")[0].label == "compute"
    assert told.read(f"jura {other}")[0].label == "law"


def test_words_of_one_place_that_are_said_twice_are_told_apart_by_their_letters(
    collision: tuple[str, str],
) -> None:
    one, other = collision
    own = {"compute": (one, f"{one} cluster"), "law": (other, f"{other} aftale")}
    more = [Phrase(label, text) for label, texts in own.items() for text in texts]
    told = Index.fit([*base.phrases(), *more], base.ELSEWHERE)
    for text in ("{}", "hvem ved noget om {}"):
        assert told.read(text.format(one))[0].label == "compute"
        assert told.read(text.format(other))[0].label == "law"


def test_a_place_shared_with_a_stranger_leads_nobody_astray(
    index: Index, collision: tuple[str, str]
) -> None:
    one, stranger = collision
    told = Index.fit([*base.phrases(), Phrase("compute", one)], base.ELSEWHERE)
    for texts in base.PHRASES.values():
        for text in texts:
            asked = f"{text} {stranger}"
            assert told.read(asked)[0].label == index.read(asked)[0].label


@pytest.mark.parametrize(
    "broken",
    [
        {"places": array(3, 5, 9)},
        {"places": array(5, 3)},
        {"places": array(3, 3)},
        {"starts": array()},
        {"starts": array(0, 1, 2)},
        {"starts": array(1, 1, 3)},
        {"starts": array(-1, 1, 3)},
        {"starts": array(0, 4, 3)},
        {"rows": array(0, 1)},
        {"rows": array(0, 1, 2)},
        {"rows": array(0, 1, -1)},
        {"values": np.zeros(4, dtype=np.float32)},
        {"count": 1},
    ],
    ids=str,
)
def test_arrays_that_do_not_fit_together_are_refused(broken: dict[str, object]) -> None:
    good = Columns(array(3, 5), array(0, 1, 3), array(0, 0, 1), np.ones(3, dtype=np.float32), 2)
    with pytest.raises(ValueError, match="sizes"):
        replace(good, **broken)  # type: ignore[arg-type]


def test_memory_goes_by_what_is_said_not_by_names(index: Index) -> None:
    for columns in (index._fitted.weights.columns, index._fitted.nearest.columns):
        own = [field.name for field in fields(Columns) if field.init]
        assert all(isinstance(getattr(columns, at), np.ndarray | int) for at in own)
        matrix = columns._matrix
        assert np.shares_memory(matrix.data, columns.values)
        assert np.shares_memory(matrix.indices, columns.rows)
        assert size(columns) <= 8 * len(columns.rows) + 8 * len(columns.places) + 4


def test_asking_leaves_no_trace(index: Index) -> None:
    before = size(index._fitted.weights.columns)
    for number in range(200):
        index.read(f"xq{number}zv blorf{number}")
    assert size(index._fitted.weights.columns) == before
