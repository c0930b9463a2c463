"""The words of a question as they were typed, and what each was taken for."""

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain

from bot.assistant.explaining_evidence import percent
from bot.matching.features import Word
from bot.matching.rarity import zipf
from bot.matching.text import stem, words
from bot.matching.vocabulary import EVERYDAY, LEAST, Sense
from bot.wording import explaining as say

MOST_WORDS = 40
"""Words of a question that are told."""
_EDGES = re.compile(r"^\W+|\W+$")
_PART = "part of"


class Typed:
    """A question's words as they were typed, for those compared are folded."""

    def __init__(self, text: str) -> None:
        self._typed: dict[str, str] = {}
        for raw in text.split():
            if len(one := words(raw)) == 1:
                self._typed[one[0]] = _EDGES.sub("", raw)

    def __call__(self, word: Word) -> str:
        """The word as it was typed."""
        return self._typed.get(word.text, word.text)

    def quoted(self, found: Iterable[Word]) -> str:
        """Words in quotes, each once."""
        return ", ".join(dict.fromkeys(f"“{self(word)}”" for word in found))


class Meanings:
    """Tells what words were taken for; ``spellings`` are those in use, each with its stem."""

    def __init__(self, spellings: Mapping[str, str]) -> None:
        longest_first = sorted(spellings.items(), key=lambda one: -len(one[0]))
        self._spelt = {its_stem: spelling for spelling, its_stem in longest_first}

    def table(self, found: Iterable[Word], typed: Typed) -> Iterator[str]:
        """Each word with its weight and what it was taken for, a line each."""
        told = list(dict.fromkeys(found))
        width = max((len(typed(word)) for word in told[:MOST_WORDS]), default=0)
        for word in told[:MOST_WORDS]:
            yield f"{typed(word):<{width}}  {word.weight:.2f}  {self.taken(word, typed(word))}"
        if len(told) > MOST_WORDS:
            yield say.MORE_WORDS.format(count=len(told) - MOST_WORDS)

    def taken(self, word: Word, typed: str) -> str:
        """What a word, as ``typed``, was taken for, with how sure that is where it is not."""
        if not word.senses:
            return _meaningless(word)
        how = word.senses[0].how
        kind = next((one for one in say.TAKEN if how.startswith(one)), "")
        joint = say.AND if kind == _PART else say.OR
        meant = joint.join(self._meant(sense, typed) for sense in word.senses)
        return say.TAKEN.get(kind, how).format(meant=meant)

    def _meant(self, sense: Sense, typed: str) -> str:
        """What a sense means: the word that was misspelt, the part of a compound, a known word."""
        _, misspelt, meaning = sense.how.partition("typo of ")
        if not misspelt:
            in_use = self._spelt.get(sense.stem, sense.stem)
            meaning = (_part(sense, typed) if sense.how.startswith(_PART) else "") or in_use
        said = say.MEANT if sense.weight >= 1 else say.MEANT_LIKELY
        return said.format(meaning=meaning, sure=percent(sense.weight))


def _meaningless(word: Word) -> str:
    if word.weight == LEAST:  # what `bot.matching.features.read` makes of wrapping
        return say.WRAPPING_WORD
    return say.EVERYDAY_WORD if zipf(word.text) >= EVERYDAY else say.UNKNOWN_WORD


def _part(sense: Sense, typed: str) -> str:
    """The beginning or end of a word that has the stem of a sense, else empty."""
    cuts = range(1, len(typed))
    pieces = chain((typed[:cut] for cut in reversed(cuts)), (typed[cut:] for cut in cuts))
    found = (piece for piece in pieces if [stem(word) for word in words(piece)] == [sense.stem])
    return next(found, "")
