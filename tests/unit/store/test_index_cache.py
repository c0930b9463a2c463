import logging
import os
from pathlib import Path

import pytest

from bot.store.index_cache import KEPT, FolderCache

Warnings = pytest.LogCaptureFixture


def aged(folder: Path) -> None:
    """Make all that is kept older, so that times of writing differ on any file system."""
    for path in folder.iterdir():
        state = path.stat()
        os.utime(path, (state.st_atime - 10, state.st_mtime - 10))


def test_what_was_saved_is_loaded(tmp_path: Path) -> None:
    folder = tmp_path / "not" / "there yet"
    FolderCache(folder).save("key", b"fitted")
    assert FolderCache(folder).load("key") == b"fitted"


def test_what_was_not_saved_is_not_there(tmp_path: Path) -> None:
    assert FolderCache(tmp_path / "nowhere").load("key") is None
    FolderCache(tmp_path).save("key", b"fitted")
    assert FolderCache(tmp_path).load("another key") is None


def test_the_last_word_counts_and_no_draft_is_left(tmp_path: Path) -> None:
    cache = FolderCache(tmp_path)
    cache.save("key", b"old")
    cache.save("key", b"new")
    assert cache.load("key") == b"new"
    assert len(list(tmp_path.iterdir())) == 1


def test_the_latest_are_kept(tmp_path: Path) -> None:
    assert KEPT == 4
    cache = FolderCache(tmp_path)
    for number in range(6):
        aged(tmp_path)
        cache.save(f"key {number}", b"%d" % number)
    kept = [number for number in range(6) if cache.load(f"key {number}") is not None]
    assert kept == [2, 3, 4, 5]
    assert len(list(tmp_path.iterdir())) == 4


def test_what_is_used_stays(tmp_path: Path) -> None:
    cache = FolderCache(tmp_path)
    cache.save("used", b"x")
    for number in range(8):
        aged(tmp_path)
        assert cache.load("used") == b"x"
        cache.save(f"key {number}", b"y")
    assert cache.load("used") == b"x"


def test_other_files_are_left_alone(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("mine")
    cache = FolderCache(tmp_path)
    for number in range(6):
        cache.save(f"key {number}", b"x")
    assert (tmp_path / "notes.txt").read_text() == "mine"


def test_a_folder_that_is_none_costs_a_warning(tmp_path: Path, caplog: Warnings) -> None:
    (tmp_path / "file").write_bytes(b"in the way")
    cache = FolderCache(tmp_path / "file" / "below")
    with caplog.at_level(logging.WARNING):
        cache.save("key", b"fitted")
    assert "could not be kept" in caplog.text
    assert str(tmp_path) in caplog.text
    assert cache.load("key") is None


def test_something_else_in_an_entrys_place_costs_a_warning(
    tmp_path: Path, caplog: Warnings
) -> None:
    cache = FolderCache(tmp_path)
    cache.save("key", b"fitted")
    (entry,) = tmp_path.iterdir()
    entry.unlink()
    (entry / "in the way").mkdir(parents=True)
    assert cache.load("key") is None
    with caplog.at_level(logging.WARNING):
        cache.save("key", b"fitted")
    assert "could not be kept" in caplog.text


@pytest.mark.parametrize("key", ["../../escape", "/etc/passwd", "a" * 500, "æøå"])
def test_a_key_stays_in_the_folder(tmp_path: Path, key: str) -> None:
    """Keys are hashes in practice; whatever they are, nothing lands outside the folder."""
    folder = tmp_path / "cache"
    FolderCache(folder).save(key, b"fitted")
    written = [path for path in tmp_path.rglob("*") if path.is_file()]
    assert all(path.parent == folder for path in written)
