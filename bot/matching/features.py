"""From a text to the numbers a model is fitted on.

Three blocks, each of a fixed length: what the words mean (stems, found softly), the letters
inside the words that matter, and the letters across them ("mas ai", "masai"). Letters weigh by
their word, so that "who knows about" leaves little trace.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from math import sqrt
from operator import mul

from bot.matching.openings import wrapping
from bot.matching.rarity import intended, rarity
from bot.matching.style import Style
from bot.matching.text import stem, words
from bot.matching.vocabulary import LEAST, Sense, Vocabulary

_MOST_LETTERS = 400
_LIGHTEST = 0.05
_PARTS = (3, 4, 5)
"""Lengths of the runs of letters inside words."""


@dataclass(frozen=True, slots=True)
class Word:
    """A typed word: how much it counts, and what it may mean."""

    text: str
    stem: str
    weight: float
    senses: tuple[Sense, ...]

    def means(self, stems: frozenset[str]) -> bool:
        """Whether it may mean one of ``stems``."""
        return any(sense.stem in stems for sense in self.senses)

    def hit(self, stems: frozenset[str]) -> float:
        """Its weight where it means one of ``stems``, less where it is only like one of them."""
        best = 0.0
        for sense in self.senses:
            if sense.weight > best and sense.stem in stems:
                best = sense.weight
        return self.weight * best


def read(text: str, vocabulary: Vocabulary, *, wrapped: bool = True) -> list[Word]:
    """The words of a text with what they may mean.

    Where texts come ``wrapped`` in turns of phrase, those mean nothing.
    """
    found = words(text)
    hollow = wrapping(found) if wrapped else frozenset[int]()
    return [
        Word(word, stem(word), LEAST, ()) if place in hollow else _word(word, vocabulary)
        for place, word in enumerate(found)
    ]


def _word(word: str, vocabulary: Vocabulary) -> Word:
    senses = vocabulary.senses(word)
    if senses:
        # A misspelling weighs what it stands for, however rare its letters are.
        weight = max(vocabulary.weights[sense.stem] for sense in senses)
    else:
        weight = rarity(intended(word)) ** 1.5
    return Word(word, stem(word), weight, senses)


def features(found: Iterable[Word], vocabulary: Vocabulary, style: Style) -> dict[str, float]:
    """The features of a text and their values; names tell their block by the first letter."""
    read_words = list(found)
    return {
        **_scaled(_meaning(read_words, vocabulary), style.meaning),
        **_scaled(_inside(read_words), style.inside),
        **_scaled(_across(read_words, style.runs), style.across),
    }


def _scaled(block: dict[str, float], length: float) -> dict[str, float]:
    """The block with the given length; an empty one and one of no length are left out."""
    own = sqrt(sum(map(mul, block.values(), block.values())))
    if not own or not length:
        return {}
    return {name: length * value / own for name, value in block.items()}


def _meaning(found: list[Word], vocabulary: Vocabulary) -> dict[str, float]:
    block: dict[str, float] = {}
    for word in found:
        if not word.senses:
            name = f"w{word.stem}"
            block[name] = max(block.get(name, 0.0), sqrt(word.weight))
        for sense in word.senses:
            name = f"w{sense.stem}"
            value = sense.weight * sqrt(vocabulary.telling[sense.stem])
            block[name] = max(block.get(name, 0.0), value)
    return block


def _inside(found: list[Word]) -> dict[str, float]:
    block: dict[str, float] = {}
    for word in found:
        if word.weight < _LIGHTEST:
            continue
        padded = f"^{word.text}$"
        for size in _PARTS:
            for start in range(len(padded) - size + 1):
                name = f"i{padded[start : start + size]}"
                block[name] = block.get(name, 0.0) + word.weight
    return block


def _across(found: list[Word], runs: tuple[int, ...]) -> dict[str, float]:
    """Letters across words; each run counts as the heaviest word that it touches."""
    letters, weights = " ", [0.0]
    for word in found:
        letters += f"{word.text} "
        weights += [max(word.weight, 0.02) ** 0.25] * len(word.text) + [0.0]
    letters = letters[:_MOST_LETTERS]
    block: dict[str, float] = {}
    heaviest = weights[: len(letters)]
    for size in range(1, max(runs) + 1):
        heaviest = [*map(max, heaviest, weights[size - 1 : len(letters)])]
        if size in runs:
            for start, weight in enumerate(heaviest):
                name = f"a{letters[start : start + size]}"
                block[name] = block.get(name, 0.0) + weight
    return block
