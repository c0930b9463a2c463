"""A YAML file as plain data that remembers its lines.

Only the plain half of YAML is read: no anchors and aliases (they can blow a small file up to
gigabytes), no tags (they can name program code), one document a file.
"""

import re

import yaml

from bot.errors import Problem
from bot.knowledge.parsing import RefusedError, events, text
from bot.knowledge.places import Document, Path
from bot.knowledge.scalars import Value, scalar

MAX_DEPTH = 20
# Controls, halves of characters, and marks that turn the reading direction around.
_UNSEEN = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\ud800-\udfff\u202a-\u202e\u2066-\u2069]")


def read(file: str, content: bytes) -> Document:
    """The file's data and lines, with everything that is wrong in it as YAML. Never raises."""
    try:
        build = _Build(file, text(content))
        data = build.document()
    except RefusedError as refused:
        problem = Problem(file, refused.line, refused.wrong, refused.mend)
        return Document(file, {}, {}, {}, (problem,), readable=False)
    readable = not build.refused
    problems = (*build.refused, *build.problems)
    return Document(file, data if readable else {}, build.lines, build.written, problems, readable)


def _line(event: yaml.Event) -> int:
    return event.start_mark.line + 1 if event.start_mark else 1


class _Build:
    """Turns events into data; ``refused`` holds what makes the whole file unreadable."""

    def __init__(self, file: str, source: str) -> None:
        self._file = file
        self._events = events(source)
        self.lines: dict[Path, int] = {}
        self.written: dict[Path, str] = {}
        self.problems: list[Problem] = []
        self.refused: list[Problem] = []

    def document(self) -> dict[str, Value]:
        """The one document of the file, which has to be a mapping that is not empty."""
        next(self._events)  # the stream starts
        start = next(self._events)
        if isinstance(start, yaml.StreamEndEvent):
            raise RefusedError(1, "The file is empty.", "Write entries into it, or delete it.")
        data = self._value(next(self._events), ())
        next(self._events)  # the document ends
        after = next(self._events)
        if isinstance(after, yaml.DocumentStartEvent):
            mend = "Remove the line `---`, or make two files of it."
            raise RefusedError(_line(after), "A second document starts here.", mend)
        if not isinstance(data, dict) or not data:
            mend = "Start with a key such as `people:` and list the entries below it."
            raise RefusedError(_line(start), "The file does not consist of keys and lists.", mend)
        return data

    def _value(self, event: yaml.Event, path: Path) -> Value:
        self._vet(event, path)
        if isinstance(event, yaml.MappingStartEvent):
            return self._mapping(path)
        if isinstance(event, yaml.SequenceStartEvent):
            return self._sequence(path)
        if isinstance(event, yaml.ScalarEvent):
            return self._scalar(event, path)
        return None  # an alias, which `_vet` refused

    def _vet(self, event: yaml.Event, path: Path) -> None:
        if len(path) > MAX_DEPTH:
            wrong = "Lists and keys are nested too deeply here."
            raise RefusedError(_line(event), wrong, "See a file that works for how it is built.")
        if isinstance(event, yaml.AliasEvent):
            self._refuse(event, f"`*{event.anchor}` points to another place in the file.")
            return
        if getattr(event, "anchor", None) is not None:
            self._refuse(event, f"`&{getattr(event, 'anchor', '')}` marks a place in the file.")
        if getattr(event, "tag", None) is not None:
            self._refuse(event, "An exclamation mark starts this value, which YAML takes as a tag.")

    def _refuse(self, event: yaml.Event, wrong: str) -> None:
        mend = "Put the value in quotes if it is text, or write it out in full."
        self.refused.append(Problem(self._file, _line(event), wrong, mend))

    def _complain(self, event: yaml.Event, wrong: str, mend: str) -> None:
        self.problems.append(Problem(self._file, _line(event), wrong, mend))

    def _scalar(self, event: yaml.ScalarEvent, path: Path) -> Value:
        self.lines[path] = _line(event)
        self.written[path] = event.value
        if _UNSEEN.search(event.value):
            self._complain(event, "An invisible control character stands here.", "Delete it.")
            return _UNSEEN.sub("", event.value)
        return scalar(event.value, quoted=event.style is not None)

    def _sequence(self, path: Path) -> Value:
        items: list[Value] = []
        while not isinstance(event := next(self._events), yaml.SequenceEndEvent):
            here = (*path, len(items))
            self.lines[here] = _line(event)
            items.append(self._value(event, here))
        return tuple(items)

    def _mapping(self, path: Path) -> Value:
        found: dict[str, Value] = {}
        while not isinstance(event := next(self._events), yaml.MappingEndEvent):
            key = self._key(event, path)
            if key in found:
                self._repeated(event, key, path)
                continue
            here = (*path, key)
            self.lines[here] = _line(event)
            found[key] = self._value(next(self._events), here)
        return found

    def _key(self, event: yaml.Event, path: Path) -> str:
        self._vet(event, path)
        if isinstance(event, yaml.ScalarEvent):
            return _UNSEEN.sub("", event.value)
        self._value(event, (*path, "?"))
        self._complain(event, "A list or a mapping stands where a key belongs.", "Write a word.")
        return "?"

    def _repeated(self, event: yaml.Event, key: str, path: Path) -> None:
        first = self.lines[(*path, key)]
        wrong = f"`{key}` stands here for the second time; the first is on line {first}."
        self._complain(event, wrong, "Keep one of them.")
        self._value(next(self._events), (*path, f"{key} again"))
