"""Entries called by their own names: "PEACE", "Nordic AI Meet", "CAI-X"."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping

from bot.matching.index import Reading
from bot.matching.text import stem, words

_PARTS = re.compile(r"\s*(?:[:–()]|\b(?:19|20)\d\d\b)\s*")


class Titles:
    """The names of labels; a name that several share is nobody's."""

    def __init__(self, names: Mapping[str, Iterable[str]]) -> None:
        found = {
            (label, called)
            for label, texts in names.items()
            for text in texts
            for called in _called(text)
        }
        owners = Counter(called for _, called in found)
        self._names: dict[str, list[tuple[str, ...]]] = {}
        for label, called in sorted(found):
            if owners[called] == 1:
                self._names.setdefault(label, []).append(called)

    def named(self, reading: Reading) -> frozenset[str]:
        """The labels whose name stands in a question, whole and in order."""
        meant = [{word.stem, *(sense.stem for sense in word.senses)} for word in reading.words]
        return frozenset(
            label
            for label, names in self._names.items()
            if any(_stands(name, meant) for name in names)
        )


def _called(text: str) -> Iterable[tuple[str, ...]]:
    """What a title may be called: the whole, and each part around colons, dashes and years."""
    for part in (text, *_PARTS.split(text)):
        if stems := tuple(stem(word) for word in words(part)):
            yield stems


def _stands(name: tuple[str, ...], meant: list[set[str]]) -> bool:
    places = range(len(meant) - len(name) + 1)
    return any(all(part in meant[at + i] for i, part in enumerate(name)) for at in places)
