import io
import json
from collections.abc import Callable
from dataclasses import fields

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.matching.columns import Columns
from bot.matching.index import ELSEWHERE, Index, Phrase
from bot.matching.keeping import Fitted, dump, load
from bot.matching.style import SENTENCES, TERMS, Style
from tests.unit.matching import base

Arrays = dict[str, np.ndarray[tuple[int, ...], np.dtype[np.generic]]]
ASKED = (
    "adgang til GPU",
    "hvem har regnekarft",
    "databehandleraftle",
    "tusind tak",
    "opskrift på pandekager",
    "vidnskabsetisk komite",
    "Hej. Jeg er ny her. Hvem ved noget om sepsis?",
    "",
)


@pytest.fixture(scope="module")
def dumped(index: Index) -> bytes:
    return index.dump()


@pytest.fixture(scope="module")
def kept(dumped: bytes) -> Index:
    return Index.load(dumped)


@pytest.fixture(scope="module")
def tiny() -> bytes:
    two = [Phrase("a", "regnekraft"), Phrase("b", "jura"), Phrase("a", "gpu", heard=True)]
    return Index.fit(two, ["hvad er klokken"]).dump()


# --- what comes back


def test_all_comes_back(index: Index, kept: Index) -> None:
    assert kept.labels == index.labels
    assert kept.phrases == index.phrases
    assert kept.stems == index.stems
    for table in ("weights", "telling", "spellings"):
        assert getattr(kept.vocabulary, table) == getattr(index.vocabulary, table)
    assert kept._fitted.style == index._fitted.style
    for part in ("weights", "nearest"):
        before, after = (getattr(one._fitted, part).columns for one in (index, kept))
        for at in (field.name for field in fields(Columns) if field.init):
            assert np.array_equal(getattr(before, at), getattr(after, at))
            assert np.asarray(getattr(before, at)).dtype == np.asarray(getattr(after, at)).dtype


def test_what_is_loaded_is_what_was_dumped(index: Index) -> None:
    given_ = [(phrase.label, phrase.text, phrase.heard) for phrase in index.phrases]
    labels, phrases, fitted = load(dump(index.labels, given_, index._fitted))
    assert labels == list(index.labels)
    assert phrases == given_
    assert isinstance(fitted, Fitted)
    assert list(fitted.nearest.labels) == [label for label, *_ in given_]


@pytest.mark.parametrize("text", ASKED)
def test_a_kept_index_answers_to_the_last_digit_as_the_fresh_one_does(
    index: Index, kept: Index, text: str
) -> None:
    assert kept.read(text) == index.read(text)


@given(text=st.text(max_size=200))
@settings(deadline=None, max_examples=60)
def test_a_kept_index_reads_any_text_as_the_fresh_one_does(
    index: Index, kept: Index, text: str
) -> None:
    fresh, again = index.read(text), kept.read(text)
    assert again == fresh
    for one in fresh.ranked:
        assert kept.carried(again, one.label) == index.carried(fresh, one.label)


@pytest.mark.parametrize("style", [SENTENCES, Style(0.5, 0.0, 1.0, everyday=True, runs=(2, 9))])
def test_a_style_is_kept(style: Style) -> None:
    fresh = Index.fit(base.phrases(), base.ELSEWHERE, style)
    again = Index.load(fresh.dump())
    assert again._fitted.style == style
    assert isinstance(again._fitted.style.runs, tuple)
    for text in ASKED:
        assert again.read(text) == fresh.read(text)


def test_keeping_what_was_kept_changes_nothing(dumped: bytes, kept: Index) -> None:
    assert kept.dump() == dumped


@given(
    st.lists(
        st.tuples(st.sampled_from(["a", "b", "æ ø", "~talk"]), st.text(max_size=20)),
        min_size=1,
        max_size=6,
    ),
    st.text(max_size=30),
)
@settings(deadline=None, max_examples=40)
def test_any_phrases_are_kept(given_: list[tuple[str, str]], text: str) -> None:
    phrases = [Phrase("a", "regnekraft"), *(Phrase(*pair) for pair in given_)]
    fresh = Index.fit(phrases, ["hvad er klokken"])
    again = Index.load(fresh.dump())
    assert again.phrases == (*phrases, Phrase(ELSEWHERE, "hvad er klokken"))
    assert again.read(text) == fresh.read(text)


# --- how much is kept


def test_no_names_of_features_are_kept(dumped: bytes) -> None:
    with np.load(io.BytesIO(dumped)) as file:
        about = json.loads(file["about"].tobytes())
        others = {name: file[name] for name in file.files if name != "about"}
    kept = {"labels", "phrases", "weights", "telling", "spellings", "style"}
    assert about.keys() == kept
    assert all(array.dtype.kind in "iuf" for array in others.values())
    assert {array.dtype.itemsize for name, array in others.items() if "values" in name} == {2}


def test_it_is_small(index: Index, dumped: bytes) -> None:
    columns = (index._fitted.weights.columns, index._fitted.nearest.columns)
    entries = sum(len(one.rows) for one in columns)
    assert len(dumped) < 4 * entries


# --- what is damaged


def arrays(data: bytes) -> Arrays:
    with np.load(io.BytesIO(data)) as file:
        return {name: file[name] for name in file.files}


def saved(parts: Arrays) -> bytes:
    file = io.BytesIO()
    np.savez(file, **parts)  # type: ignore[arg-type]
    return file.getvalue()


def about(good: bytes, **changed: object) -> bytes:
    """The dump with other words about it; None leaves one out."""
    parts = arrays(good)
    told = json.loads(parts["about"].tobytes()) | changed
    text = json.dumps({name: value for name, value in told.items() if value is not None})
    return saved(parts | {"about": np.frombuffer(text.encode(), dtype=np.uint8)})


def without(good: bytes, name: str) -> bytes:
    return saved({other: array for other, array in arrays(good).items() if other != name})


def with_array(good: bytes, name: str, *numbers: float) -> bytes:
    parts = arrays(good)
    return saved(parts | {name: np.array(numbers, dtype=parts[name].dtype)})


def cut(good: bytes, name: str) -> bytes:
    parts = arrays(good)
    return saved(parts | {name: parts[name][:-1]})


def bare_array() -> bytes:
    file = io.BytesIO()
    np.save(file, np.zeros(3))
    return file.getvalue()


def pickled() -> bytes:
    file = io.BytesIO()
    np.savez(file, about=np.array([{}], dtype=object))
    return file.getvalue()


ARRAYS = (
    "bias",
    *(
        f"{part}_{at}"
        for part in ("weights", "nearest")
        for at in ("places", "starts", "rows", "values")
    ),
)


def test_words_are_no_index() -> None:
    with pytest.raises(ValueError, match="pickled"):
        Index.load(b"anything at all")


@pytest.mark.parametrize(
    "damaged",
    [
        lambda _: b"",
        lambda good: good[: len(good) // 2],
        lambda good: good[:2000] + bytes(200) + good[2200:],
        lambda good: good[len(good) // 2 :],
        lambda _: b"PK\x03\x04 and no more",
        lambda _: bare_array(),
        lambda _: pickled(),
        lambda good: without(good, "about"),
        lambda good: saved(arrays(good) | {"about": np.frombuffer(b"{", dtype=np.uint8)}),
        lambda good: saved(arrays(good) | {"about": np.frombuffer(b"[]", dtype=np.uint8)}),
        lambda good: saved(arrays(good) | {"about": np.frombuffer(b"\xff", dtype=np.uint8)}),
        lambda good: about(good, phrases=[["a"]]),
        lambda good: about(good, phrases=7),
        lambda good: about(good, labels=["a"]),
        lambda good: about(good, labels=["a"] * 99),
        lambda good: about(good, style={"runs": [3]}),
        lambda good: about(good, style={"runs": 3}),
        lambda good: about(good, weights=[1, 2]),
        lambda good: about(good, phrases=[]),
    ],
    ids=[
        "nothing",
        "half",
        "a hole",
        "the other half",
        "a broken archive",
        "an array",
        "objects",
        "nothing about it",
        "half a text",
        "a list",
        "no text",
        "half a phrase",
        "a number of phrases",
        "too few labels",
        "too many labels",
        "half a style",
        "a style of another kind",
        "weights of nothing",
        "no phrases",
    ],
)
def test_a_damaged_index_is_a_value_error(dumped: bytes, damaged: Callable[[bytes], bytes]) -> None:
    with pytest.raises(ValueError, match=r"."):
        Index.load(damaged(dumped))


@pytest.mark.parametrize("part", ["labels", "phrases", "weights", "telling", "spellings", "style"])
def test_without_a_part_of_what_is_about_it_is_a_value_error(dumped: bytes, part: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        Index.load(about(dumped, **{part: None}))


@pytest.mark.parametrize("name", ARRAYS)
def test_an_array_that_is_missing_or_cut_is_a_value_error(dumped: bytes, name: str) -> None:
    assert set(arrays(dumped)) == {"about", *ARRAYS}
    for damaged in (without(dumped, name), cut(dumped, name), with_array(dumped, name)):
        with pytest.raises(ValueError, match=r"."):
            Index.load(damaged)


@given(data=st.data())
@settings(deadline=None, max_examples=300)
def test_a_byte_that_was_changed_is_noticed_or_does_no_harm(
    tiny: bytes, data: st.DataObject
) -> None:
    at = data.draw(st.integers(0, len(tiny) - 1))
    byte = data.draw(st.integers(0, 255))
    damaged = tiny[:at] + bytes([byte]) + tiny[at + 1 :]
    try:
        found = Index.load(damaged)
    except ValueError:
        return
    assert found.dump() == tiny


@pytest.mark.parametrize("broken", [(6, 109), (8, 1), (10, 99)], ids=["version", "lock", "method"])
def test_an_archive_that_cannot_be_unpacked_is_a_value_error(
    tiny: bytes, broken: tuple[int, int]
) -> None:
    place, byte = broken
    at = tiny.index(b"PK\x01\x02") + place  # in the archive's table of contents
    with pytest.raises(ValueError, match="no index"):
        Index.load(tiny[:at] + bytes([byte]) + tiny[at + 1 :])


@given(data=st.data())
@settings(deadline=None, max_examples=100)
def test_an_index_that_was_cut_is_a_value_error(tiny: bytes, data: st.DataObject) -> None:
    with pytest.raises(ValueError, match=r"."):
        Index.load(tiny[: data.draw(st.integers(0, len(tiny) - 1))])


@given(st.binary(max_size=300))
@settings(deadline=None)
def test_any_bytes_are_a_value_error(damaged: bytes) -> None:
    with pytest.raises(ValueError, match=r"."):
        Index.load(damaged)


def test_an_index_of_before_is_a_value_error(dumped: bytes) -> None:
    parts = arrays(dumped)
    before = {"about": parts["about"], "matrix": np.zeros((1, 1)), "bias": parts["bias"]}
    with pytest.raises(ValueError, match="no index"):
        Index.load(saved(before))


def test_terms_are_the_style_of_a_knowledge_base(kept: Index) -> None:
    assert kept._fitted.style == TERMS
