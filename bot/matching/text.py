"""From what a person typed to words that can be compared.

One alphabet for all: lower case, accents and the Danish letters folded (æ ø å as ae oe aa, the
way people type them on foreign keyboards), so that "sprøjte" and "sproejte" are one word.
"""

import re
import unicodedata
from functools import lru_cache

import snowballstemmer

MOST_CHARACTERS = 2000
"""What is read of a text; of a longer one the beginning and the end, where questions stand."""

_DANISH_LETTERS = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa", "ß": "ss", "œ": "oe"})
_APOSTROPHE_ENDING = re.compile(r"(?<=\w)['’`´](?:erne|ere|er|ene|en|et|ne|s|e)?\b")
_TOKEN = re.compile(r"[^\W_]+")
_SENTENCE_END = re.compile(r"(?<=[.!?])\s+|\n+")
_danish = snowballstemmer.stemmer("danish")
_english = snowballstemmer.stemmer("english")


def readable(text: str) -> str:
    """The text without what no word is made of, and no longer than is read."""
    composed = unicodedata.normalize(
        "NFKC",
        text[: 4 * MOST_CHARACTERS] + text[-MOST_CHARACTERS:]
        if len(text) > 5 * MOST_CHARACTERS
        else text,
    )
    kept = "".join(c if unicodedata.category(c)[0] != "C" else " " for c in composed)
    kept = " ".join(kept.split())
    if len(kept) <= MOST_CHARACTERS:
        return kept
    half = MOST_CHARACTERS // 2
    return f"{kept[:half]} {kept[-half:]}"


def fold(text: str) -> str:
    """The text in the one alphabet that everything is compared in."""
    lowered = unicodedata.normalize("NFKC", text).lower().translate(_DANISH_LETTERS)
    decomposed = unicodedata.normalize("NFKD", lowered)
    return "".join(c for c in decomposed if not unicodedata.combining(c))


def words(text: str) -> list[str]:
    """The folded words of a text, without Danish apostrophe endings ("GPU'er" is "gpu")."""
    return _TOKEN.findall(_APOSTROPHE_ENDING.sub("", fold(text)))


@lru_cache(maxsize=50_000)
def stem(word: str) -> str:
    """A folded word's stem: Danish endings first, then English ones, since people mix both."""
    if len(word) < 4 or not word.isalpha():
        return word
    return str(_english.stemWord(_danish.stemWord(word)))


def sentences(text: str) -> list[str]:
    """The sentences of a longer text, in order, empty ones left out."""
    return [part for raw in _SENTENCE_END.split(text) if (part := raw.strip())]
