"""How common a word is in everyday Danish and English.

Frequencies are those of the `wordfreq` library, on its Zipf scale: about 7 for "the", 3 for a
word met once in a million, 0 for one never met.
"""

from functools import lru_cache

from wordfreq import get_frequency_dict

from bot.matching.text import fold

UNSEEN = 0.0
COMMONEST = 7.0


@lru_cache(maxsize=2)
def table(language: str) -> dict[str, float]:
    """The Zipf frequency of every folded word of a language's everyday vocabulary."""
    from math import log10  # noqa: PLC0415 — used here alone, once a language

    frequencies: dict[str, float] = {}
    for word, frequency in get_frequency_dict(language, wordlist="small").items():
        folded = fold(word)
        frequencies[folded] = frequencies.get(folded, 0.0) + frequency
    return {word: log10(frequency) + 9 for word, frequency in frequencies.items()}


def zipf(word: str) -> float:
    """The Zipf frequency of a folded word in the language that knows it best."""
    return max(table("da").get(word, UNSEEN), table("en").get(word, UNSEEN))


def rarity(word: str) -> float:
    """From 0 for the commonest words to 1 for words nobody uses every day."""
    return min(1.0, max(0.0, (COMMONEST - max(zipf(word), 2.0)) / (COMMONEST - 2.0)))
