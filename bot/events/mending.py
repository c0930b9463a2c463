"""The words of event questions, mended where they are misspelt."""

import re
from functools import lru_cache

from bot.matching.rarity import zipf
from bot.matching.slips import slip_of

_WORDS = (
    "event events arrangement arrangementer konference konferencer conference conferences "
    "webinar  webinarer webinars seminar seminarer kongres workshop foredrag online virtuelt "
    "virtual  upcoming coming kommende hjemmefra tilmelding registration month months maaned "
    "maaneder  weekend efteraar efteraaret autumn summer sommer "
)
_VOCABULARY = tuple(_WORDS.split())
_LEAST_LETTERS, _LONG = 6, 9
_USED = 2.0
"""How common a word is from which it is one of its own (`bot.matching.rarity.zipf`)."""
_LETTERS = re.compile(r"[^\W\d_]+")


def mended(text: str) -> str:
    """The folded text with each word that nobody uses turned into the event word it is a slip of.

    One slip for words of six letters, two from nine.
    """
    return _LETTERS.sub(lambda word: _meant(word[0]), text)


@lru_cache(maxsize=10_000)
def _meant(word: str) -> str:
    inflected = word.startswith(_VOCABULARY)
    if len(word) < _LEAST_LETTERS or inflected or zipf(word) >= _USED:
        return word
    most = 1 if len(word) < _LONG else 2
    # Slips seldom touch the first letter.
    return slip_of(word, (one for one in _VOCABULARY if one[0] == word[0]), most) or word
