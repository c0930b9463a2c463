"""From a text to the numbers a model is fitted on.

Three blocks, each of length one: what the words mean (stems, found softly), the letters inside
the words that matter, and the letters across them ("mas ai", "masai"). Letters weigh as much as
their word, so that "who knows about" leaves next to no trace.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from math import sqrt

from bot.matching.rarity import intended, rarity
from bot.matching.text import stem, words
from bot.matching.vocabulary import Sense, Vocabulary

MEANING, INSIDE, ACROSS = 1.0, 0.75, 0.35


@dataclass(frozen=True, slots=True)
class Word:
    """A typed word: how much it counts, and what it may mean."""

    text: str
    stem: str
    weight: float
    senses: tuple[Sense, ...]

    def hit(self, stems: frozenset[str]) -> float:
        """Its weight where it means one of ``stems``, less where it is only like one of them."""
        return self.weight * max((s.weight for s in self.senses if s.stem in stems), default=0.0)


def read(text: str, vocabulary: Vocabulary) -> list[Word]:
    """The words of a text with what they may mean."""
    return [_word(word, vocabulary) for word in words(text)]


def _word(word: str, vocabulary: Vocabulary) -> Word:
    senses = vocabulary.senses(word)
    if senses:
        # A misspelling weighs what it stands for, however rare its letters are.
        weight = max(vocabulary.weights[sense.stem] for sense in senses)
    else:
        weight = rarity(intended(word)) ** 1.5
    return Word(word, stem(word), weight, senses)


def features(read_words: Iterable[Word], vocabulary: Vocabulary) -> dict[str, float]:
    """The features of a text and their values; names tell their block by the first letter."""
    found = list(read_words)
    blocks = (
        (_meaning(found, vocabulary), MEANING),
        (_inside(found), INSIDE),
        (_across(found), ACROSS),
    )
    values: dict[str, float] = {}
    for block, share in blocks:
        length = sqrt(sum(value * value for value in block.values()))
        if length:
            values.update({name: share * value / length for name, value in block.items()})
    return values


def _meaning(found: list[Word], vocabulary: Vocabulary) -> dict[str, float]:
    block: dict[str, float] = {}
    for word in found:
        if not word.senses:
            name = f"w{word.stem}"
            block[name] = max(block.get(name, 0.0), word.weight)
        for sense in word.senses:
            name = f"w{sense.stem}"
            value = sense.weight * vocabulary.weights[sense.stem]
            block[name] = max(block.get(name, 0.0), value)
    return block


def _inside(found: list[Word]) -> dict[str, float]:
    block: dict[str, float] = {}
    for word in found:
        if word.weight < 0.05:
            continue
        padded = f"^{word.text}$"
        for size in (3, 4, 5):
            for start in range(len(padded) - size + 1):
                name = f"i{padded[start : start + size]}"
                block[name] = block.get(name, 0.0) + word.weight
    return block


def _across(found: list[Word]) -> dict[str, float]:
    run = "".join(word.text for word in found if word.weight >= 0.2)[:400]
    block: dict[str, float] = {}
    for size in (4, 5, 6):
        for start in range(len(run) - size + 1):
            name = f"a{run[start : start + size]}"
            block[name] = block.get(name, 0.0) + 1.0
    return block
