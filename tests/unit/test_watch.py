import asyncio
import os
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from bot.watch import watch

PATIENCE = 8.0
LOOK_EVERY = 0.2
QUIET = 0.6
"""Longer than the watcher needs to notice anything."""


class Calls:
    """Counts what the watcher calls."""

    def __init__(self) -> None:
        self.count = 0
        self._called = asyncio.Event()

    async def __call__(self) -> None:
        self.count += 1
        self._called.set()

    async def next(self) -> None:
        """Waits until the watcher has called once more."""
        await asyncio.wait_for(self._called.wait(), PATIENCE)
        self._called.clear()


@asynccontextmanager
async def watching(folder: Path, look_every: float = LOOK_EVERY) -> AsyncIterator[Calls]:
    calls, stop = Calls(), asyncio.Event()
    task = asyncio.create_task(watch(folder, calls, stop, look_every=look_every))
    await asyncio.sleep(0.2)
    yield calls
    stop.set()
    await asyncio.wait_for(task, 3)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "knowledge"
    folder.mkdir()
    (folder / "a.yaml").write_text("a: 1\n")
    return folder


def make(folder: Path) -> None:
    folder.mkdir()
    (folder / "a.yaml").write_text("a: 1\nb: 2\n")


def remove(folder: Path) -> None:
    folder.rename(folder.with_name("old"))


async def test_the_system_reports_a_change_without_looking(folder: Path) -> None:
    async with watching(folder, look_every=60) as calls:
        (folder / "a.yaml").write_text("a: 2\n")
        await calls.next()


async def test_a_changed_a_new_and_a_deleted_file_are_noticed(folder: Path) -> None:
    async with watching(folder) as calls:
        (folder / "a.yaml").write_text("a: 2\n")
        await calls.next()
        (folder / "sub").mkdir()
        (folder / "sub" / "b.yml").write_text("b: 1\n")
        await calls.next()
        (folder / "a.yaml").unlink()
        await calls.next()


async def test_an_editor_that_replaces_the_file_is_noticed(folder: Path) -> None:
    async with watching(folder) as calls:
        (folder / ".a.yaml.swp").write_text("a: 2\n")
        (folder / ".a.yaml.swp").replace(folder / "a.yaml")
        await calls.next()


async def test_many_changes_close_together_are_one(folder: Path) -> None:
    async with watching(folder) as calls:
        for number in range(10):
            (folder / f"{number}.yaml").write_text("a: 1\n")
            await asyncio.sleep(0.02)
        await calls.next()
        await asyncio.sleep(QUIET)
        assert calls.count == 1


async def test_other_files_and_hidden_ones_are_left_alone(folder: Path) -> None:
    async with watching(folder) as calls:
        (folder / "notes.txt").write_text("x")
        (folder / ".hidden.yaml").write_text("x")
        (folder / "a.yaml~").write_text("x")
        await asyncio.sleep(QUIET)
        assert calls.count == 0


async def test_a_folder_that_goes_and_comes_back_is_watched_again(folder: Path) -> None:
    async with watching(folder) as calls:
        remove(folder)
        await asyncio.sleep(QUIET)
        assert calls.count == 0
        make(folder)
        await calls.next()
        await asyncio.sleep(QUIET)
        (folder / "a.yaml").write_text("a: 3\n")
        await calls.next()
        assert calls.count == 2


async def test_a_link_turned_to_another_folder_is_noticed(folder: Path, tmp_path: Path) -> None:
    other = tmp_path / "other"
    other.mkdir()
    (other / "a.yaml").write_text("a: 1\nb: 2\n")
    link = tmp_path / "link"
    link.symlink_to(folder)
    async with watching(link) as calls:
        (tmp_path / "new").symlink_to(other)
        (tmp_path / "new").replace(link)
        await calls.next()
        await asyncio.sleep(QUIET)
        (other / "a.yaml").write_text("a: 3\n")
        await calls.next()


async def test_a_folder_that_is_made_later_is_watched(tmp_path: Path) -> None:
    folder = tmp_path / "later"
    async with watching(folder) as calls:
        make(folder)
        await calls.next()


async def test_a_file_set_back_to_what_it_was_is_not_told(folder: Path) -> None:
    file = folder / "a.yaml"
    before = file.stat()
    async with watching(folder) as calls:
        os.utime(file, ns=(before.st_atime_ns, before.st_mtime_ns))
        await asyncio.sleep(QUIET)
        assert calls.count == 0


async def test_an_error_while_reloading_ends_the_watch(folder: Path) -> None:
    async def fail() -> None:
        raise LookupError("from reloading")

    task = asyncio.create_task(watch(folder, fail, asyncio.Event()))
    await asyncio.sleep(0.3)
    (folder / "a.yaml").write_text("a: 2\n")
    with pytest.raises(LookupError, match="from reloading"):
        await asyncio.wait_for(task, PATIENCE)


async def test_it_can_be_cancelled(folder: Path) -> None:
    task = asyncio.create_task(watch(folder, Calls(), asyncio.Event()))
    await asyncio.sleep(0.3)
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await asyncio.wait_for(task, 3)
