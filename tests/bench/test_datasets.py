"""Reading the public data, drawing phrases from it, and typing worse."""

from collections import Counter
from pathlib import Path

import numpy as np
import pytest
from rapidfuzz.distance import OSA

from bench import datasets
from bench.datasets import few, slip, with_typos, without_danish_letters
from bot.errors import UsageError
from bot.matching.index import Phrase

MANY = [Phrase(label, f"{label} {n}") for label in ("a", "b") for n in range(20)]


def test_clinc(folder: Path) -> None:
    data = datasets.clinc(folder)
    assert len(data.source) == 9
    assert data.questions[1] == Phrase("lunch", "lunch menu please")
    assert data.outside == ("tell me about volcanoes", "sing me something")
    assert data.background == ("tell me about volcanoes",)


def test_xsid_leaves_out_an_intent_that_has_no_phrase(folder: Path) -> None:
    data = datasets.xsid(folder)
    assert [phrase.label for phrase in data.source] == ["plants/water", "meeting/move"]
    assert data.source[0].text == "vand planterne på kontoret"
    assert data.questions == (Phrase("meeting/move", "flyt mødet til fredag"),)


@pytest.mark.parametrize("read", [datasets.clinc, datasets.xsid])
def test_missing_data_is_named(read: object, tmp_path: Path) -> None:
    assert callable(read)
    with pytest.raises(UsageError, match=r"is missing: name the folder"):
        read(tmp_path)


def test_few_takes_as_many_of_each_and_the_same_for_a_seed() -> None:
    drawn = few(MANY, 5, seed=3)
    assert Counter(phrase.label for phrase in drawn) == {"a": 5, "b": 5}
    assert len(set(drawn)) == 10
    assert few(MANY, 5, seed=3) == drawn != few(MANY, 5, seed=4)


def test_few_takes_all_of_a_label_that_has_fewer() -> None:
    assert len(few([*MANY, Phrase("c", "alone")], 5, seed=0)) == 11


def test_a_slip_is_always_one_edit() -> None:
    drawn = np.random.default_rng(0)
    slips = [slip("wheel", drawn) for _ in range(200)]
    assert {OSA.distance("wheel", slipped) for slipped in slips} == {1}
    assert {len(slipped) for slipped in slips} == {4, 5, 6}


def test_typos_come_into_some_longer_words_and_no_others() -> None:
    text = " ".join(["with", "corridor"] * 500)
    (typed,) = with_typos([text], seed=1)
    changed = [(a, b) for a, b in zip(text.split(), typed.split(), strict=True) if a != b]
    assert {before for before, _ in changed} == {"corridor"}
    assert 110 < len(changed) < 190
    assert with_typos([text], seed=1) == [typed]


def test_danish_letters_are_typed_with_two() -> None:
    assert without_danish_letters(["Få bær på øen"], 0) == ["Faa baer paa oeen"]
