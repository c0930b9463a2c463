"""Loads the knowledge base: every file, every error at once, or a consistent whole."""

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from bot.errors import KnowledgeError, Problem, Severity, UsageError
from bot.knowledge.fields import checked
from bot.knowledge.heard import Heard
from bot.knowledge.items import Item, items
from bot.knowledge.model import KINDS, Knowledge, Thing
from bot.knowledge.parsing import MAX_BYTES
from bot.knowledge.places import Document, Places
from bot.knowledge.reading import read
from bot.knowledge.references import by_id, circles, dangling, entrance, repeated
from bot.knowledge.rules import broken

_SUFFIXES = frozenset({".yaml", ".yml"})


@dataclass(frozen=True, slots=True)
class Loaded:
    """A knowledge base, and where each of its entries and sources stands, by id.

    ``warnings`` are what the loader came across that keeps nothing from being served.
    """

    knowledge: Knowledge
    places: Places
    warnings: tuple[Problem, ...] = ()


def load(files: Mapping[str, bytes]) -> Knowledge:
    """The knowledge base in these files (name below the folder -> content).

    Raises `KnowledgeError` with every problem of every file.
    """
    return load_with_places(files).knowledge


def load_with_places(files: Mapping[str, bytes]) -> Loaded:
    """As `load`, with the places that `bot.knowledge.check` names in its findings."""
    documents = [read(name, content) for name, content in sorted(files.items())]
    found, problems = _items(documents)
    entries: dict[str, list[Thing]] = {key: [] for key in KINDS}
    for item in found:
        result = checked(item)
        if isinstance(result, list):
            problems += result
        else:
            entries[item.key].append(result)
    problems += _across(found, complete=all(document.readable for document in documents))
    if not found or any(one.severity is Severity.ERROR for one in problems):
        raise KnowledgeError(problems or [_nothing(files)])
    places = {item.id: item.place for item in found if item.id}
    # Questions for what is gone: `dangling` warns of them.
    heard = (one for one in entries["heard"] if isinstance(one, Heard))
    entries["heard"] = [one for one in heard if one.entry in places]
    knowledge = Knowledge.model_validate(
        {"version": version(files), **{key: tuple(listed) for key, listed in entries.items()}}
    )
    return Loaded(knowledge, places, tuple(problems))


def _items(documents: Sequence[Document]) -> tuple[list[Item], list[Problem]]:
    found: list[Item] = []
    problems: list[Problem] = []
    for document in documents:
        problems += document.problems
        for item in items(document):
            if isinstance(item, Item):
                found.append(item)
            else:
                problems.append(item)
    return found, problems


def _across(found: Sequence[Item], *, complete: bool) -> Iterator[Problem]:
    """Where a file could not be read, what it may hold is not reported as missing."""
    known = by_id(found)
    yield from repeated(found, known)
    yield from circles(known)
    yield from entrance(found, complete=complete)
    if complete:
        yield from dangling(found, known)
    for item in found:
        yield from broken(item)


def _nothing(files: Mapping[str, bytes]) -> Problem:
    file = min(files, default="knowledge")
    return Problem(file, 1, "The knowledge base has no entries.", "Write some below their keys.")


def version(files: Mapping[str, bytes]) -> str:
    """A hash of the files' names and contents."""
    digest = hashlib.sha256()
    for name, content in sorted(files.items()):
        for part in (name.encode("utf-8", "surrogateescape"), content):
            digest.update(len(part).to_bytes(8, "big"))
            digest.update(part)
    return digest.hexdigest()


def knowledge_files(folder: Path) -> list[Path]:
    """The YAML files below a folder in order, without hidden ones and those in hidden folders.

    Raises `OSError` when the folder vanishes meanwhile.
    """
    return sorted(path for path in folder.rglob("*") if _counts(path, folder))


def _counts(path: Path, folder: Path) -> bool:
    hidden = any(part.startswith(".") for part in path.relative_to(folder).parts)
    return path.suffix.lower() in _SUFFIXES and not hidden and path.is_file()


def read_folder(folder: Path) -> dict[str, bytes]:
    """The content of each YAML file below a folder, by its name relative to that.

    Of a file that is too large only as much is read as `load` needs to refuse it. Raises
    `UsageError` when there is no such folder or nothing in it, `KnowledgeError` when a file
    cannot be opened.
    """
    if not folder.is_dir():
        raise UsageError(f"There is no folder {folder}: name the one that holds the YAML files.")
    try:
        files = knowledge_files(folder)
    except OSError as error:
        raise UsageError(f"The folder {folder} cannot be read: {error.strerror}.") from error
    if not files:
        raise UsageError(f"The folder {folder} holds no .yaml file: name the one that does.")
    return {path.relative_to(folder).as_posix(): _content(path, folder) for path in files}


def _content(path: Path, folder: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(MAX_BYTES + 1)
    except OSError as error:
        name = path.relative_to(folder).as_posix()
        wrong = f"The file cannot be opened: {error.strerror}."
        raise KnowledgeError([Problem(name, 1, wrong, "Let the bot read it.")]) from error
