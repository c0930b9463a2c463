"""How common a word is in everyday Danish and English.

Frequencies are those of the `wordfreq` library, on its Zipf scale: about 7 for "the", 3 for a
word met once in a million, 0 for one never met.
"""

from functools import cache, lru_cache
from math import log10

from rapidfuzz.distance import OSA
from wordfreq import get_frequency_dict

from bot.matching.text import fold

UNSEEN = 0.0
COMMONEST = 7.0
_EVERY_OTHER_SENTENCE = 5.0
_SELDOM = 2.5


@lru_cache(maxsize=2)
def table(language: str) -> dict[str, float]:
    """The Zipf frequency of every folded word of a language's everyday vocabulary."""
    frequencies: dict[str, float] = {}
    for word, frequency in get_frequency_dict(language, wordlist="small").items():
        folded = fold(word)
        frequencies[folded] = frequencies.get(folded, 0.0) + frequency
    return {word: log10(frequency) + 9 for word, frequency in frequencies.items()}


def zipf(word: str) -> float:
    """The Zipf frequency of a folded word in the language that knows it best."""
    return max(table("da").get(word, UNSEEN), table("en").get(word, UNSEEN))


@cache
def _everyday() -> dict[int, list[str]]:
    """The words of every other sentence, by length."""
    found: dict[int, list[str]] = {}
    for language in ("da", "en"):
        for word, frequency in table(language).items():
            if frequency >= _EVERY_OTHER_SENTENCE and len(word) > 2:
                found.setdefault(len(word), []).append(word)
    return found


@lru_cache(maxsize=10_000)
def intended(word: str) -> str:
    """The everyday word that a word nobody uses is a slip away from, else the word itself."""
    if len(word) < 3 or zipf(word) >= _SELDOM:
        return word
    most = 1 if len(word) < 6 else 2
    near = (w for size in range(-most, most + 1) for w in _everyday().get(len(word) + size, ()))
    slips = [w for w in near if OSA.distance(word, w, score_cutoff=most) <= most]
    return max(slips, key=zipf, default=word)


def rarity(word: str) -> float:
    """From 0 for the commonest words to 1 for words nobody uses every day."""
    return min(1.0, max(0.0, (COMMONEST - max(zipf(word), 2.0)) / (COMMONEST - 2.0)))
