"""As much of a card as one message holds."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from bot.reply import Language
from bot.teams.parts import note
from bot.teams.pen import Element
from bot.wording.teams import SHORTENED

LARGEST = 28 * 1024 - 500
"""Bytes of a message; Teams takes 28 KB of it, and adds whom it is from and where it goes."""


@dataclass(frozen=True, slots=True)
class Body:
    """What stands in a card from top to bottom."""

    said: list[Element]
    offered: list[Element]
    kept: list[Element]
    small: list[Element]

    def fitting(self, room: int, language: Language) -> list[Element]:
        """All of it, or as much as has ``room`` (bytes), and a word where something had to go.

        What is said is cut at its end; if that is not enough, all but what is ``kept`` is.
        """
        below = [*self.offered, *self.kept, *self.small]
        if _sizes(self.said) + _sizes(below) <= room:
            return [*self.said, *below]
        word = list(note(SHORTENED.say(language)))
        room -= _sizes(word)
        if (left := room - _sizes(below)) >= 0:
            return [*_first(self.said, left), *word, *below]
        left = room - _sizes(self.kept)
        return [*_first([*self.said[:1], *self.offered], left), *word, *self.kept]


def _first(elements: Sequence[Element], room: int) -> Iterator[Element]:
    for element in elements:
        room -= _sizes([element])
        if room < 0:
            return
        yield element


def _sizes(elements: Iterable[Element]) -> int:
    return sum(size(element) + 1 for element in elements)  # and a comma


def size(value: Mapping[str, Any]) -> int:
    """Bytes as it is sent."""
    return len(json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode())
