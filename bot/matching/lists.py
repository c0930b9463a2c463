"""The matcher's plain data files: a sentence a line, or just words; ``#`` begins a comment line."""

from functools import cache
from importlib.resources import files

from bot.matching.text import words


@cache
def lines(name: str) -> tuple[str, ...]:
    """The lines of a data file in order, without comments and empty ones."""
    text = files("bot.matching").joinpath("data", name).read_text(encoding="utf-8")
    return tuple(
        line for raw in text.splitlines() if (line := raw.strip()) and not line.startswith("#")
    )


@cache
def listed(name: str) -> frozenset[str]:
    """The folded words of a data file."""
    return frozenset(word for line in lines(name) for word in words(line))
