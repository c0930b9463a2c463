"""Where things stand in the knowledge files, so that every complaint can say file and line."""

from collections.abc import Mapping
from dataclasses import dataclass

from bot.errors import Problem, Severity
from bot.knowledge.scalars import Value

Path = tuple[str | int, ...]
"""The keys and list positions (from 0) that lead to a value."""


@dataclass(frozen=True, slots=True)
class Document:
    """One file as plain data.

    ``lines`` gives the line (from 1) of every value, or of its key where it is a list or a
    mapping; ``written`` the text of every single value as it stands in the file. A file that
    is not ``readable`` has no data, and its ``problems`` say why; a readable one may have
    problems too.
    """

    file: str
    data: Mapping[str, Value]
    lines: Mapping[Path, int]
    written: Mapping[Path, str]
    problems: tuple[Problem, ...] = ()
    readable: bool = True


@dataclass(frozen=True, slots=True)
class Place:
    """Where an entry stands: its file, and the way to it in there."""

    document: Document
    path: Path

    @property
    def file(self) -> str:
        """The file's name, relative to the knowledge folder."""
        return self.document.file

    @property
    def line(self) -> int:
        """The line, from 1, on which it starts."""
        return self.at()

    def at(self, *path: str | int) -> int:
        """The line, from 1, of something inside it, or of the nearest thing around that."""
        whole = self.path + path
        lines = self.document.lines
        return next((lines[whole[:n]] for n in range(len(whole), 0, -1) if whole[:n] in lines), 1)

    def written(self, *path: str | int) -> str:
        """A value inside it as it stands in the file; empty where it is no single value."""
        return self.document.written.get(self.path + path, "")

    def problem(
        self, wrong: str, mend: str, *path: str | int, severity: Severity = Severity.ERROR
    ) -> Problem:
        """A finding about something inside it."""
        return Problem(self.file, self.at(*path), wrong, mend, severity)

    def warning(self, wrong: str, mend: str, *path: str | int) -> Problem:
        """A finding that does not keep the knowledge base from being served."""
        return self.problem(wrong, mend, *path, severity=Severity.WARNING)


Places = Mapping[str, Place]
"""Where each entry and source stands, by id."""
