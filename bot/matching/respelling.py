"""Danish letters typed on foreign keyboards, put back for whoever reads words as they are written.

The index folds letters and needs none of this.
"""

import re
from functools import cache

from wordfreq import get_frequency_dict

from bot.matching.rarity import UNSEEN, table
from bot.matching.text import fold

_TYPED = re.compile(r"\b[^\W\d_]*(?:ae|oe|aa)[^\W\d_]*\b", re.IGNORECASE)
_LETTERS = re.compile("[æøå]")


def respelt(text: str) -> str:
    """The text with everyday Danish words in their own letters: "laege" as "læge".

    Words that are commoner in English stay: "does".
    """
    return _TYPED.sub(lambda found: _respelt(found[0]), text)


def _respelt(word: str) -> str:
    folded = fold(word)
    english, danish = (table(language).get(folded, UNSEEN) for language in ("en", "da"))
    return word if english > danish else _spellings().get(folded, word)


@cache
def _spellings() -> dict[str, str]:
    """The commonest spelling of each folded word, where that has letters of its own."""
    frequencies = get_frequency_dict("da", wordlist="small")
    commonest: dict[str, str] = {}
    for word in sorted(frequencies, key=lambda word: frequencies[word]):
        commonest[fold(word)] = word
    return {folded: word for folded, word in commonest.items() if _LETTERS.search(word)}
