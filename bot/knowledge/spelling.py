"""Help with what somebody probably meant to write."""

import re
import unicodedata
from collections.abc import Iterable

from rapidfuzz import fuzz, process

from bot.knowledge.scalars import Value

_LETTERS = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa", "ß": "ss"})
_CLOSE_ENOUGH = 65.0
_LONG = 60


def nearest(word: str, candidates: Iterable[str]) -> str | None:
    """The candidate that looks most like the word, unless none comes close."""
    found = process.extractOne(
        word, sorted(candidates), scorer=fuzz.ratio, score_cutoff=_CLOSE_ENOUGH
    )
    return found[0] if found else None


def slug(words: str) -> str:
    """The words as an id: small letters, digits and hyphens; Danish letters spelt out."""
    spelt = unicodedata.normalize("NFKD", words.lower().translate(_LETTERS))
    return re.sub(r"[^a-z0-9]+", "-", spelt.encode("ascii", "ignore").decode())[:_LONG].strip("-")


def shown(value: Value) -> str:
    """A value for a message: on one line, and not too long."""
    words = " ".join(str(value).split())
    return f"`{words if len(words) <= _LONG else words[: _LONG - 1] + '…'}`"


def way(path: tuple[str | int, ...]) -> str:
    """The way to a field for a message: ``links › no. 2 › title``, counted from 1."""
    steps = (step if isinstance(step, str) else f"no. {step + 1}" for step in path)
    return f"`{' › '.join(steps)}`"
