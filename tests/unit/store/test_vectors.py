from pathlib import Path

import numpy as np
import pytest

from bot.store.vectors import KeptVectors
from tests.fakes.embedder import FakeEmbedder

TEXTS = ["regnekraft", "jura", "vejret i dag"]


def test_vectors_are_nearly_those_of_the_embedder(tmp_path: Path) -> None:
    embedder = FakeEmbedder()
    assert np.allclose(
        KeptVectors(embedder, tmp_path).embed(TEXTS), embedder.embed(TEXTS), atol=0.01
    )


def test_a_second_start_computes_nothing_and_gives_the_same(tmp_path: Path) -> None:
    first = KeptVectors(FakeEmbedder(), tmp_path).embed(TEXTS)
    idle = FakeEmbedder()
    again = KeptVectors(idle, tmp_path).embed(TEXTS)
    assert (first == again).all()
    assert idle.asked == []


def test_after_an_edit_only_what_is_new_is_computed(tmp_path: Path) -> None:
    KeptVectors(FakeEmbedder(), tmp_path).embed(TEXTS)
    embedder = FakeEmbedder()
    KeptVectors(embedder, tmp_path).embed([*TEXTS[1:], "gpu", "gpu"])
    assert embedder.asked == ["gpu"]


def test_what_is_gone_is_not_kept(tmp_path: Path) -> None:
    kept = KeptVectors(FakeEmbedder(), tmp_path)
    kept.embed(TEXTS)
    kept.embed(["gpu"])
    embedder = FakeEmbedder()
    KeptVectors(embedder, tmp_path).embed(TEXTS)
    assert embedder.asked == TEXTS


def test_no_text_is_kept(tmp_path: Path) -> None:
    KeptVectors(FakeEmbedder(), tmp_path).embed(["regnekraft"])
    (file,) = tmp_path.iterdir()
    with np.load(file) as arrays:
        assert set(arrays) == {"keys", "rows"}
    assert b"regnekraft" not in file.read_bytes()


def test_another_model_has_a_file_of_its_own(tmp_path: Path) -> None:
    KeptVectors(FakeEmbedder("one"), tmp_path).embed(TEXTS)
    other = FakeEmbedder("two")
    KeptVectors(other, tmp_path).embed(TEXTS)
    assert other.asked == TEXTS


@pytest.mark.parametrize("damage", [b"", b"nothing of ours", b"PK\x03\x04 half a file"])
def test_a_damaged_file_costs_time_only(tmp_path: Path, damage: bytes) -> None:
    KeptVectors(FakeEmbedder(), tmp_path).embed(TEXTS)
    (file,) = tmp_path.iterdir()
    file.write_bytes(damage)
    embedder = FakeEmbedder()
    assert KeptVectors(embedder, tmp_path).embed(TEXTS).shape == (3, 4)
    assert embedder.asked == TEXTS


def test_a_folder_that_cannot_be_written_costs_time_only(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("no folder", encoding="utf-8")
    assert KeptVectors(FakeEmbedder(), blocked).embed(TEXTS).shape == (3, 4)
