"""Entries called by their own names: "PEACE", "Nordic AI Meet", "CAI-X"."""

import re
from collections import Counter
from collections.abc import Collection, Iterable, Mapping

from bot.matching.features import Word
from bot.matching.index import Reading
from bot.matching.text import sentences, stem, words

_PARTS = re.compile(r"\s*(?:[:–]|\b(?:19|20)\d\d\b)\s*")
_BRACKETS = re.compile(r"\s*\(([^)]*)\)")
_DATED = re.compile(r"\s*\([^)]*\b(?:19|20)\d\d\b[^)]*\)")

_OPENING = frozenset(
    word
    for line in (
        "hvad er det den for noget nogen en et der hedder fortael mig om lidt mere hvem hva",
        "forklar beskriv laver betyder staar kender du i jeg vil gerne vide kan lige hej nu at",
        "what whats is a an the that tell me about more explain describe does do you know mean",
        "stand who are please hi hello some info information",
    )
    for word in line.split()
)
"""Folded words of which none asks for anything particular of a thing."""
_WHAT = frozenset({"hvad", "hva", "what", "whats", "explain", "forklar"})
_POINTING = (_OPENING - {"hvem", "who"}) | frozenset(
    {"it", "this", "thing", "on", "earth", "exactly", "even", "actually", "really"}
    | {"lige", "egentlig", "saa", "helt", "praecis", "noget"}
)
"""Words of a sentence that points at what was named before it: "what on earth is it?"."""


class Titles:
    """The names of labels; a name that several share is nobody's."""

    def __init__(self, titles: Mapping[str, Iterable[str]]) -> None:
        found = {
            (label, called)
            for label, texts in titles.items()
            for text in texts
            for called in _called(text)
        }
        owners = Counter(called for _, called in found)
        self._names: dict[str, list[tuple[str, ...]]] = {}
        for label, called in sorted(found):
            if owners[called] == 1:
                self._names.setdefault(label, []).append(called)
        self._beginning: dict[str, list[tuple[str, tuple[str, ...]]]] = {}
        for label, names in self._names.items():
            for name in names:
                self._beginning.setdefault(name[0], []).append((label, name))

    def named(self, reading: Reading) -> frozenset[str]:
        """The labels whose name stands in a question, whole and in order."""
        meant = [_meanings(word) for word in reading.words]
        met = frozenset[str]().union(*meant)
        likely = (named for first in met for named in self._beginning.get(first, ()))
        return frozenset(
            label for label, name in likely if met.issuperset(name) and _stands(name, meant)
        )

    def speaking(self, named: Collection[str], stems: Mapping[str, Collection[str]]) -> set[str]:
        """The labels among whose ``stems`` stands a whole name of one that is ``named``."""
        names = [set(name) for label in named for name in self._names[label]]
        return {label for label, own in stems.items() if any(name.issubset(own) for name in names)}

    def itself(self, reading: Reading, named: frozenset[str]) -> str:
        """The one label ``named`` that a question asks for and nothing more, else empty.

        "What is PEACE?", "tell me about CAI-X", "Everybody says CAI-X here. What is that?".
        """
        if len(named) != 1:
            return ""
        (label,) = named
        own = {one for name in self._names[label] for one in name}
        rest = (word for word in reading.words if own.isdisjoint(_meanings(word)))
        bare = all(word.text in _OPENING for word in rest) or _only_asks_what(reading.text)
        return label if bare else ""


def _only_asks_what(text: str) -> bool:
    """Whether the last of several sentences asks what something is, and for nothing else."""
    before, last = sentences(text)[:-1], words(" ".join(sentences(text)[-1:]))
    return bool(before) and not _WHAT.isdisjoint(last) and _POINTING.issuperset(last)


def _meanings(word: Word) -> set[str]:
    return {word.stem, *(sense.stem for sense in word.senses)}


def _called(text: str) -> Iterable[tuple[str, ...]]:
    """What a title may be called: the whole, and each part around colons, dashes and years.

    Brackets hold another name, unless it is a date; what follows them is no name by itself.
    """
    undated = _DATED.sub("", text)
    before = _BRACKETS.split(undated, maxsplit=1)[0]
    plain = _BRACKETS.sub("", undated)
    for part in (text, before, *_BRACKETS.findall(undated), *_PARTS.split(plain)):
        if stems := tuple(stem(word) for word in words(part)):
            yield stems


def _stands(name: tuple[str, ...], meant: list[set[str]]) -> bool:
    places = range(len(meant) - len(name) + 1)
    return any(all(part in meant[at + i] for i, part in enumerate(name)) for at in places)
