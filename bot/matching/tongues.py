"""What other languages are known by: their commonest words, their script, their spelling.

The bot speaks none of them. It tells them apart from Danish and English alone, so that nobody
is answered in the one of the two that a few look-alike words happened to point at.
"""

import re
import unicodedata
from functools import cache

from wordfreq import available_languages, read_cBpack

NORDIC = frozenset({"is", "nb", "sv"})
"""The listed languages whose readers mostly read Danish; Faroese is taken for Icelandic."""
_LISTED = (
    *("ca", "cs", "de", "es", "fi", "fil", "fr", "hu", "id", "it", "lt", "lv", "ms"),
    *("nl", "pl", "pt", "ro", "sh", "sk", "sl", "tr", "vi"),
    *sorted(NORDIC),
)
_LEAST = 4.6
"""Zipf frequency of the rarest words that are kept: some 2,000 a language, 7 MB for all."""

_GREENLANDIC_WORDS = frozenset(
    "aamma aap ajunngilaq illit imaluunniit inuit kalaallisut kia kiap kina naamik pillugu "  # noqa: SIM905 — read as a list of words
    "qanga qanoq qaqugu qujanaq soorlu sooq sumi sumut suna taanna tamanna uanga una".split()
)
_GREENLANDIC_LETTERS = re.compile(r"[aefgijklmnopqrstuv]{6,}")
_GREENLANDIC_Q = re.compile(r"q(?!u[aeio])")
_GREENLANDIC_PIECE = re.compile(r"ii|uu|nng|aa[lmnprst]|rp[aiu]|ss[aiu]|ll[au]|nn[ai]")
"""Sounds and endings Greenlandic is full of and other Latin spellings are poor in."""


@cache
def common_words() -> dict[str, dict[str, float]]:
    """The Zipf frequency of the commonest words of each listed language, as they are spelt.

    Read from the `wordfreq` library's files past its own caches, which would keep the rare
    words as well. Takes a quarter of a second, the first time.
    """
    files = available_languages("small")
    most = round(100 * (9 - _LEAST))
    return {
        tongue: {
            word: 9 - centibels / 100
            for centibels, words in enumerate(read_cBpack(files[tongue])[:most])
            for word in words
        }
        for tongue in _LISTED
    }


def in_another_script(word: str) -> bool:
    """Whether most letters of a word are not Latin ones: Arabic, Greek or Chinese, for instance."""
    letters = [character for character in word if character.isalpha()]
    latin = sum(unicodedata.name(letter, "").startswith("LATIN") for letter in letters)
    return 2 * latin < len(letters)


def looks_greenlandic(word: str) -> bool:
    """Whether a lower-case word is a common one of Greenlandic or spelt like its long ones."""
    if word in _GREENLANDIC_WORDS:
        return True
    if not _GREENLANDIC_LETTERS.fullmatch(word):
        return False
    return bool(_GREENLANDIC_Q.search(word)) or len(set(_GREENLANDIC_PIECE.findall(word))) >= 2
