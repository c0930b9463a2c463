"""From what a person typed to words that can be compared.

One alphabet for all: lower case, accents and the Danish letters folded (æ ø å as ae oe aa, the
way people type them on foreign keyboards), so that "sprøjte" and "sproejte" are one word.
"""

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache

import snowballstemmer

MOST_CHARACTERS = 2000
"""What is read of a text; of a longer one the beginning and the end, where questions stand."""
LONGEST_WORD = 48
"""Letters of a word that are read; no word of Danish or English needs more."""

_DANISH_LETTERS = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa", "ß": "ss", "œ": "oe"})
_APOSTROPHE_ENDING = re.compile(r"(?<=\w)['’`](?:erne|ere|er|ene|en|et|ne|s|e)?\b")
_TOKEN = re.compile(r"[^\W_]+")
_SHORT_ACRONYM = re.compile(r"^\w{1,3}gst$")
"""Danish "-gst" is an ending ("tidligst"), but "Digst" is an agency and not "dig"."""
_LONE_LETTER = re.compile(
    r"\b([^\W\d_]{2,5})(?:[-\u2010]([b-df-hj-np-tv-xz])|(?<!\bfor) (x))\b"
    r"(?![-\u2010 ](?:ray|straal))"
)
"""The last letter of a name that some write apart: "CAI-X", "cai x", but not "on x-ray"."""
_AI = re.compile(r"\b(?:kunst\w{1,4}|art[ie]fi\w{2,5}) int[ea]l+[ie]g[ea]n[sc]e?(?:r|n|ns)?\b")
"""The name that "AI" is short for, in both languages and misspelt."""
_MANY, _AGAIN = 40, 10
"""Words from which, each said so often in the mean, a text is babble."""
_JOINED = re.compile(r"(?<=[^\W\d_])[.:;=_|\\(){}\[\]]+(?=[^\W\d_])")
_ADDRESS = re.compile(r"\S*(?:@|www\.|https?:)\S*")
_FEW = 2
_SENTENCE_END = re.compile(r"(?<=[.!?])\s+|\n+")


def readable(text: str) -> str:
    """The text without what no word is made of, and no longer than is read."""
    composed = unicodedata.normalize("NFKC", _ends(text, 4 * MOST_CHARACTERS))
    # What is printable holds no control and nothing unseen: nearly every line that is typed.
    plain = composed.isprintable()
    kept = composed if plain else "".join(_visible(character) for character in composed)
    lines = (" ".join(line.split()) for line in kept.split("\n"))
    return _ends("\n".join(line for line in lines if line), MOST_CHARACTERS)


def _visible(character: str) -> str:
    """The character, a space for a control, nothing for what is only there to be unseen."""
    category = unicodedata.category(character)
    if character == "\n" or category[0] != "C":
        return character
    return "" if category == "Cf" else " "


def _ends(text: str, most: int) -> str:
    """The text, or its two ends where it is longer than ``most`` characters."""
    return text if len(text) <= most else f"{text[: most // 2]} {text[-(most // 2) :]}"


def fold(text: str) -> str:
    """The text in the one alphabet that everything is compared in."""
    if text.isascii():
        return text.lower()  # nothing of what follows would change it
    lowered = (
        unicodedata.normalize("NFKC", text.replace("´", "'")).lower().translate(_DANISH_LETTERS)
    )
    decomposed = unicodedata.normalize("NFKD", lowered)
    return "".join(c for c in decomposed if not unicodedata.combining(c))


def words(text: str) -> list[str]:
    """The folded words of a text, without Danish apostrophe endings ("GPU'er" is "gpu").

    Artificial intelligence is "ai", in either language.
    """
    return _words(_AI.sub("ai", _plain(text)))


def words_as_typed(text: str) -> list[str]:
    """The folded words of a text, names of things as they were written: they tell its language."""
    return _words(_plain(text))


def _plain(text: str) -> str:
    return _LONE_LETTER.sub(r"\1\2\3", _APOSTROPHE_ENDING.sub("", fold(text)))


def _words(plain: str) -> list[str]:
    return [word[:LONGEST_WORD] for word in _TOKEN.findall(plain)]


@lru_cache(maxsize=50_000)
def stem(word: str) -> str:
    """A folded word's stem: Danish endings first, then English ones, since people mix both."""
    if len(word) < 4 or not word.isalpha() or _SHORT_ACRONYM.search(word):
        return word
    # New ones each time: a stemmer holds the word it works on, and answers are given in threads.
    danish, english = snowballstemmer.stemmer("danish"), snowballstemmer.stemmer("english")
    return str(english.stemWord(danish.stemWord(word)))


def sentences(text: str) -> list[str]:
    """The sentences of a longer text, in order, empty ones left out."""
    return [part for raw in _SENTENCE_END.split(text) if (part := raw.strip())]


def code(text: str) -> bool:
    """Whether a text is for machines: a third of its words are joined by signs, as no prose is."""
    joined = len(_JOINED.findall(_ADDRESS.sub(" ", text)))
    return joined >= _FEW and 3 * joined >= len(words(text))


def babble(said: Sequence[str]) -> bool:
    """Whether words say nothing: lone letters, or the same few again and again."""
    different = {word for word in said if len(word) > 1}
    return not different or (len(said) >= _MANY and len(different) * _AGAIN <= len(said))
