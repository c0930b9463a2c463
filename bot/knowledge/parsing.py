"""From a file's bytes to YAML events, with an explanation for whatever is no YAML."""

from collections.abc import Iterator

import yaml

MAX_BYTES = 1_000_000
_QUOTES = "Put the whole text in double quotes."
_INDENT = "Compare with the entry above: the same depth, two spaces for each step inwards."
_SYNTAX = (
    # What the parser says, what that means, what to do.
    ("mapping values are not allowed", "A colon and a space stand inside this text.", _QUOTES),
    ("cannot start any token", "The text starts with a sign that YAML reserves.", _QUOTES),
    ("found unexpected end of stream", "The quotes that open here never close.", "Close them."),
    ("found unexpected document", "The quotes that open here never close.", "Close them."),
    ("could not find expected ':'", "A colon is missing on this or the line before.",
     "Write `key: value`, and indent the lines that continue a text."),
    ("expected <block end>", "This line is indented differently from its neighbours.", _INDENT),
    ("expected ',' or", "A comma or a closing bracket is missing.", "Close what you opened."),
    ("while scanning an alias", "An asterisk starts this text.", _QUOTES),
    ("while scanning an anchor", "An ampersand starts this text.", _QUOTES),
    ("tag", "An exclamation mark starts this text.", _QUOTES),
    ("escape", "A backslash in double quotes has a meaning of its own.", "Write it twice: `\\\\`."),
)  # fmt: skip


class RefusedError(Exception):
    """The file cannot be read any further: the line, what is wrong and the mend."""

    def __init__(self, line: int, wrong: str, mend: str) -> None:
        self.line, self.wrong, self.mend = line, wrong, mend
        super().__init__(wrong)


def text(content: bytes) -> str:
    """The file's text. Raises `RefusedError` unless it is small, UTF-8 and free of tabs."""
    if len(content) > MAX_BYTES:
        raise RefusedError(1, "The file is larger than 1 MB.", "Split it by topic into several.")
    try:
        decoded = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        wrong = "Here stands a character that is not stored as UTF-8."
        raise RefusedError(line, wrong, "Save the file with the encoding UTF-8.") from error
    _refuse_tabs(decoded)
    return decoded


def _refuse_tabs(decoded: str) -> None:
    lines = [number for number, line in enumerate(decoded.split("\n"), 1) if "\t" in line]
    if lines:
        named = ", ".join(map(str, lines[:10])) + (", …" if len(lines) > 10 else "")
        wrong = f"There are tabs (line {named})."
        raise RefusedError(lines[0], wrong, "Write spaces instead: two for each step inwards.")


def events(source: str) -> Iterator[yaml.Event]:
    """The parser's events, as far as the file can be read.

    The parser raises plain `ValueError` and `OverflowError` for escapes beyond Unicode.
    """
    try:
        yield from yaml.parse(source, Loader=yaml.SafeLoader)
    except yaml.MarkedYAMLError as error:
        raise RefusedError(*_syntax(error)) from error
    except yaml.reader.ReaderError as error:
        raise RefusedError(*_unprintable(source, error.position)) from error
    except (yaml.YAMLError, ValueError, OverflowError) as error:
        mend = "Remove the words after a backslash or a % sign that are meant for YAML itself."
        raise RefusedError(1, "The file is not YAML.", mend) from error


def _syntax(error: yaml.MarkedYAMLError) -> tuple[int, str, str]:
    said = f"{error.problem or ''} {error.context or ''}"
    opened = ("quoted scalar" in said or "simple key" in said) and error.context_mark
    mark = opened or error.problem_mark or error.context_mark
    line = mark.line + 1 if mark else 1
    for sign, wrong, mend in _SYNTAX:
        if sign in said:
            return line, wrong, mend
    return line, "This line does not fit what stands above it.", _INDENT


def _unprintable(source: str, position: int) -> tuple[int, str, str]:
    line = source.count("\n", 0, position) + 1
    return line, "An invisible control character stands here.", "Delete it, or type the line anew."
