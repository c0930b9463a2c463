"""Questions for a particular that entries seldom tell: a licence, a vacancy, a company's number.

Like `bot.matching.particulars`, but a phrase may be several words, and people may be named: "can
Kim help us with the licence?" asks for Kim.
"""

from collections.abc import Iterator, Sequence
from functools import cache, lru_cache

from bot.matching.features import Word
from bot.matching.index import Reading
from bot.matching.lists import lines
from bot.matching.rarity import zipf
from bot.matching.slips import slip_of
from bot.matching.text import stem, words

_FILE = "untold.txt"
_LONG, _SELDOM = 7, 2.5
"""Letters and Zipf frequency of a word that may be a listed one misspelt."""
_FEW_WORDS = 16
"""Words up to which a particular is what is asked for; in a longer story it may stand aside."""

_Phrase = tuple[str, ...]


def untold_asked(reading: Reading, own: frozenset[str]) -> tuple[Word, ...]:
    """The words that ask for a particular of which the stems ``own`` of an entry do not speak."""
    if len(reading.words) > _FEW_WORDS:
        return ()
    found: list[Word] = []
    for phrase, place in _phrases(reading.words):
        group = _groups()[phrase]
        told = any(own.issuperset(map(stem, one)) for one in group)
        if not told:
            found += reading.words[place : place + len(phrase)]
    return tuple(found)


def _phrases(found: Sequence[Word]) -> Iterator[tuple[_Phrase, int]]:
    """The listed phrases that stand in a text, and where; what is a slip from ours is no other."""
    said = [word.text if word.senses else _listed(word.text) for word in found]
    for place, first in enumerate(said):
        for phrase in _beginning().get(first, ()):
            if tuple(said[place : place + len(phrase)]) == phrase:
                yield phrase, place


@lru_cache(maxsize=10_000)
def _listed(word: str) -> str:
    """The listed word that a word nobody uses is a slip away from, else the word itself."""
    if len(word) < _LONG or zipf(word) >= _SELDOM or word in _words():
        return word
    return slip_of(word, _words(), 1) or word


@cache
def _groups() -> dict[_Phrase, tuple[_Phrase, ...]]:
    """Each phrase with all that are for the same particular."""
    written = (tuple(tuple(words(one)) for one in line.split(",")) for line in lines(_FILE))
    return {phrase: group for group in written for phrase in group}


@cache
def _beginning() -> dict[str, list[_Phrase]]:
    """The phrases by their first word."""
    found: dict[str, list[_Phrase]] = {}
    for phrase in _groups():
        found.setdefault(phrase[0], []).append(phrase)
    return found


@cache
def _words() -> frozenset[str]:
    return frozenset(word for phrase in _groups() for word in phrase)
