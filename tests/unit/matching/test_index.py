import io
import json
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from time import perf_counter

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.matching.index import ELSEWHERE, Index, Phrase, Reading, fingerprint
from bot.matching.text import MOST_CHARACTERS
from tests.unit.matching import base

QUESTIONS = {
    "GPU access": "compute",
    "hvem ved noget om gpu'er": "compute",
    "hvem har regnekarft": "compute",
    "traening af modeller": "compute",
    "lagerplads": "storage",
    "lagerplds": "storage",
    "lagerpladsproblemer": "storage",
    "datalagringsløsning": "storage",
    "jeg har et spørgsmål om jura": "law",
    "databehandleraftle": "law",
    "who knows about data procesing agreements": "law",
    "vidnskabsetisk komite": "ethics",
    "ehtics aproval": "ethics",
    "roentgenbilleder": "xray",
    "rontgenbileder med knoglebrud": "xray",
    "introduktionskursus": "course",
    "undervisning for personalet": "course",
    "blodforgiftning": "sepsis",
    "SEPSIS": "sepsis",
    "netvaerksmoede": "meeting",
    "hej": "~greeting",
    "tusind tak": "~thanks",
}


def order(reading: Reading) -> list[str]:
    return [one.label for one in reading.ranked]


@pytest.mark.parametrize(("question", "label"), QUESTIONS.items())
def test_the_right_label_comes_first(index: Index, question: str, label: str) -> None:
    assert index.read(question)[0].label == label


@pytest.mark.parametrize(
    ("label", "phrase"), [(label, text) for label, texts in base.PHRASES.items() for text in texts]
)
def test_every_phrase_leads_to_its_own_label(index: Index, label: str, phrase: str) -> None:
    assert index.read(phrase)[0].label == label


def test_what_is_about_nothing_of_ours(index: Index) -> None:
    reading = index.read("hvem vandt kampen i weekenden")
    assert reading.elsewhere > reading[0].score
    assert index.read("regnekraft").elsewhere < index.read("regnekraft")[0].score


@given(text=st.text(max_size=300))
@settings(deadline=None, max_examples=60)
def test_any_text_is_read(index: Index, text: str) -> None:
    reading = index.read(text)
    assert set(order(reading)) <= set(index.labels) - {ELSEWHERE}
    assert [one.score for one in reading.ranked] == sorted(
        (one.score for one in reading.ranked), reverse=True
    )
    assert len(set(order(reading))) == len(reading.ranked)
    assert 0.0 <= reading.elsewhere <= 1.0
    for one in reading.ranked:
        assert 0.0 <= one.score <= 1.0
        assert 0.0 <= one.coverage <= reading.covered + 1e-6
    assert reading.covered <= 1.0 + 1e-6


def test_coverage_is_the_share_that_a_label_speaks_of(index: Index) -> None:
    reading = index.read("regnekraft")
    assert {one.label: one.coverage for one in reading.ranked}["compute"] == pytest.approx(1.0)
    with_more = index.read("regnekraft xqzvwk")
    assert 0.0 < with_more[0].coverage < 1.0


def test_one_sentence_of_several_is_enough(index: Index) -> None:
    text = "Hej. Jeg er ny her på afdelingen. Hvem ved noget om sepsis? På forhånd tak."
    assert index.read(text)[0].label == "sepsis"


def test_lines_are_sentences_too(index: Index) -> None:
    lines = "jeg er ny her på afdelingen\nhvem ved noget om sepsis\nhilsen en kollega"
    assert index.read(lines).ranked == index.read(lines.replace("\n", ". ")).ranked


def test_a_question_at_either_end_of_a_long_text_is_found(index: Index) -> None:
    padding = "dette er bare noget ganske andet. " * 3_000
    for text in ("sepsis? " + padding, padding + "sepsis?"):
        start = perf_counter()
        assert index.read(text)[0].label == "sepsis"
        assert perf_counter() - start < 2.0
        assert len(index.read(text).text) <= MOST_CHARACTERS + 1


def test_the_same_phrases_give_the_same_scores(index: Index) -> None:
    again = Index.fit(base.phrases(), base.ELSEWHERE)
    for question in QUESTIONS:
        assert again.read(question) == index.read(question)


def test_reading_in_any_order_gives_the_same(index: Index) -> None:
    forwards = [index.read(question) for question in QUESTIONS]
    backwards = [index.read(question) for question in reversed(QUESTIONS)]
    assert forwards == backwards[::-1]


def test_reading_from_several_threads_gives_the_same(index: Index) -> None:
    alone = [index.read(question) for question in QUESTIONS]
    fresh = Index.fit(base.phrases(), base.ELSEWHERE)  # nothing remembered yet
    with ThreadPoolExecutor(8) as pool:
        together = list(pool.map(fresh.read, [*QUESTIONS] * 10))
    assert together == alone * 10


def test_labels_may_be_two_and_have_no_elsewhere() -> None:
    two = Index.fit(
        [Phrase("a", "regnekraft"), Phrase("b", "jura"), Phrase("c", "etik"), Phrase("a", "gpu")]
    )
    assert two.read("regnekraft")[0].label == "a"
    assert two.read("regnekraft").elsewhere == 0.0


def test_a_base_of_one_label() -> None:
    one = Index.fit([Phrase("a", "regnekraft"), Phrase("a", "gpu")], ["hvad er klokken"])
    assert one.read("regnekraft")[0].label == "a"


# --- keeping


@pytest.fixture(scope="module")
def dumped(index: Index) -> bytes:
    return index.dump()


def test_what_was_kept_ranks_the_same(index: Index, dumped: bytes) -> None:
    kept = Index.load(dumped)
    assert kept.labels == index.labels
    assert kept.phrases == index.phrases
    assert kept.stems == index.stems
    for question in QUESTIONS:
        before, after = index.read(question), kept.read(question)
        assert after.words == before.words
        assert after.elsewhere == pytest.approx(before.elsewhere, abs=0.01)
        assert after[0].label == before[0].label
        scores = {one.label: one.score for one in before.ranked}
        for one in after.ranked:
            assert one.score == pytest.approx(scores[one.label], abs=0.01)


def test_keeping_what_was_kept_changes_nothing(dumped: bytes) -> None:
    kept = Index.load(dumped)
    again = Index.load(kept.dump())
    for question in QUESTIONS:
        assert again.read(question) == kept.read(question)


def saved(about: object, matrix: tuple[int, ...] = (1, 1), bias: int = 1) -> bytes:
    file = io.BytesIO()
    text = np.frombuffer(json.dumps(about).encode(), dtype=np.uint8)
    np.savez(file, about=text, matrix=np.zeros(matrix), bias=np.zeros(bias))
    return file.getvalue()


def bare_array() -> bytes:
    file = io.BytesIO()
    np.save(file, np.zeros(3))
    return file.getvalue()


EMPTY = {"labels": ["a"], "columns": ["wx"], "weights": {}, "spellings": {}, "phrases": []}


def test_words_are_no_index() -> None:
    with pytest.raises(ValueError, match="pickled"):
        Index.load(b"anything at all")


@pytest.mark.parametrize(
    "damaged",
    [
        lambda _: b"",
        lambda good: good[: len(good) // 2],
        lambda good: good[:2000] + bytes(200) + good[2200:],
        lambda _: b"PK\x03\x04 and no more",
        lambda _: bare_array(),
        lambda _: saved({}),
        lambda _: saved([]),
        lambda _: saved({**EMPTY, "phrases": [["a"]]}),
        lambda _: saved(EMPTY, matrix=(7, 5), bias=9),
    ],
    ids=[
        "nothing",
        "half",
        "a hole",
        "a broken archive",
        "an array",
        "no labels",
        "a list",
        "half a phrase",
        "sizes that do not fit",
    ],
)
def test_a_damaged_index_is_a_value_error(dumped: bytes, damaged: Callable[[bytes], bytes]) -> None:
    with pytest.raises(ValueError, match=r"."):
        Index.load(damaged(dumped))


# --- the key


def test_the_key_is_the_same_for_the_same() -> None:
    assert fingerprint(base.phrases(), base.ELSEWHERE) == fingerprint(
        iter(base.phrases()), iter(base.ELSEWHERE)
    )


@pytest.mark.parametrize(
    ("phrases", "elsewhere"),
    [
        ([Phrase("a", "gpu")], ["vejr"]),
        ([Phrase("a", "gpu"), Phrase("b", "jura!")], ["vejr"]),
        ([Phrase("a", "gpu"), Phrase("c", "jura")], ["vejr"]),
        ([Phrase("a", "jura"), Phrase("b", "gpu")], ["vejr"]),
        ([Phrase("ag", "pu"), Phrase("b", "jura")], ["vejr"]),
        ([Phrase("a", "gpu"), Phrase("b", "jura")], ["vejr", "mad"]),
        ([Phrase("a", "gpu"), Phrase("b", "jura")], []),
        ([], []),
    ],
)
def test_the_key_changes_with_what_is_fitted(phrases: list[Phrase], elsewhere: list[str]) -> None:
    key = fingerprint([Phrase("a", "gpu"), Phrase("b", "jura")], ["vejr"])
    assert fingerprint(phrases, elsewhere) != key


def test_a_kept_index_answers_to_the_last_digit_as_the_fresh_one_does(index: Index) -> None:
    kept = Index.load(index.dump())
    for text in ("adgang til GPU", "databehandleraftle", "opskrift på pandekager"):
        assert kept.read(text) == index.read(text)
