"""Danish or English? From how common the words are in either, and how they are spelt.

The bot speaks these two. What is plainly in another language is neither.
"""

import re
from collections import Counter
from functools import cache, lru_cache
from math import log

from bot.matching.foreign import better_read
from bot.matching.name_words import given_names
from bot.matching.rarity import table
from bot.matching.text import fold, readable, words_as_typed
from bot.reply import Language

_SURE = 0.7
_MOST_WORDS = 60
_COMMON = 3.0
_NAME = re.compile(r"(?<![.!?:\n])(?<!^)\s+\S*[A-ZÆØÅ]\S*")
_FIRST = re.compile(r"\W*([^\W\d_]+)(?:['’]s)?")
_DANISH_LETTER = re.compile(r"[æøå]")


def language_of(text: str) -> Language | None:
    """The language of a text, or None where the words do not tell or are of another language.

    Names say nothing of the language of what is said about them and are passed over.
    """
    plain = _without_names(text)
    if _too_little(plain) or better_read(plain):
        return None
    score = 3.0 if _DANISH_LETTER.search(plain) else 0.0
    score += sum(_telling(word) for word in words_as_typed(plain)[:_MOST_WORDS] if word.isalpha())
    if abs(score) < _SURE:
        return None
    return Language.DANISH if score > 0 else Language.ENGLISH


def read_instead(text: str) -> Language | None:
    """What to answer a text in that is plainly in neither language; None for every other text.

    Danish for the Danish realm's other languages and its neighbours', English for all others.
    """
    return better_read(_without_names(text))


def _without_names(text: str) -> str:
    plain = readable(text)
    # Where all is in capitals they tell no names.
    plain = plain.lower() if _shouted(plain) else _NAME.sub(" ", plain)
    if (first := _FIRST.match(plain)) and fold(first.group(1)) in given_names():
        plain = plain[first.end() :]
    return plain


def _shouted(text: str) -> bool:
    return text.isupper() and len(text.split()) >= 3


def _too_little(text: str) -> bool:
    """Whether a text is one letter at most, however often: "a" is no English question."""
    return len(set(filter(str.isalpha, text.lower()))) < 2


@lru_cache(maxsize=10_000)
def _telling(word: str) -> float:
    """How much a word speaks for Danish (above 0) or for English."""
    danish, english = table("da").get(word, 0.0), table("en").get(word, 0.0)
    if max(danish, english) < _COMMON:
        return max(-1.0, min(1.0, 0.6 * _spelling(word)))
    return max(-2.5, min(2.5, 0.6 * (danish - english)))


def _spelling(word: str) -> float:
    """The mean log ratio of a word's letter triples in Danish against English words."""
    danish, english = _triples("da"), _triples("en")
    found = _cut(word)
    all_danish, all_english = danish.total(), english.total()
    return sum(
        log((danish[t] + 0.5) / all_danish) - log((english[t] + 0.5) / all_english) for t in found
    ) / len(found)


@cache
def _triples(language: str) -> Counter[str]:
    return Counter(triple for word in table(language) for triple in _cut(word))


def _cut(word: str) -> list[str]:
    padded = f"^{word}$"
    return [padded[i : i + 3] for i in range(len(padded) - 2)]
