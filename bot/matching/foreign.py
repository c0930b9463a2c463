"""Texts in neither Danish nor English, and which of the two their readers rather have.

A text is in another language where that is plain from several words. A few foreign words in a
Danish or English question leave it what it is, and so does one word alone.
"""

import re

from bot.matching.rarity import table
from bot.matching.text import fold
from bot.matching.tongues import NORDIC, common_words, in_another_script, looks_greenlandic
from bot.reply import Language

_MOST_WORDS = 60
_WORD = re.compile(r"[^\W\d_]+")
_NO_LETTER_OF_OURS = re.compile(r"[^a-zæøåéäöü]")
_NO_WORD_OF_OURS = re.compile(r"[^a-zæøåé]")
_KNOWN = 4.0
"""Zipf frequency of words that a Danish or an English text is made of."""
_RARE = 3.0
"""Zipf frequency given to words that a language does not know: they shall not decide."""
_AT_HOME = 5.4
"""Mean Zipf frequency of the words from which a text is Danish or English and no list is read."""
_LEAST_LEAD = 2.5
"""What a text must score more, in Zipf, as one in another language than as one in ours."""
_LEAD_OF_ONE = 4.5
"""The lead from which a single telling word of a short text will do ("Was kostet das?")."""
_LEAST_WORDS = 2
_WORDS_FOR_ONE_AGAINST = 3


def better_read(text: str) -> Language | None:
    """The one of our languages that fits the readers of a text in another language.

    Danish for Greenlandic, Faroese, Icelandic, Norwegian and Swedish, English for all others;
    None where the text is Danish or English, or too little to tell. ``text`` is without names.
    """
    words = _WORD.findall(text.lower())[:_MOST_WORDS]
    if not words:
        return None
    ours = [_in_ours(word) for word in words]
    if _in_another_script(words, ours):
        return Language.ENGLISH
    danish, english = (
        sum(max(_RARE, each) for each in column) for column in zip(*ours, strict=True)
    )
    best = max(danish, english)
    if best / len(words) >= _AT_HOME:
        return None
    known = [max(pair) for pair in ours]
    if tongue := _tongue(words, known, best):
        return Language.DANISH if tongue in NORDIC else Language.ENGLISH
    return Language.DANISH if _greenlandic(words, known) else None


def _in_ours(word: str) -> tuple[float, float]:
    """How common a word is in Danish and in English."""
    if _NO_WORD_OF_OURS.search(word):
        return 0.0, 0.0
    folded = fold(word)
    return table("da").get(folded, 0.0), table("en").get(folded, 0.0)


def _in_another_script(words: list[str], ours: list[tuple[float, float]]) -> bool:
    """Whether words in another script outnumber those of Danish and English."""
    others = [word for word in words if in_another_script(word)]
    return sum(map(len, others)) >= 2 and len(others) > sum(max(pair) >= _KNOWN for pair in ours)


def _tongue(words: list[str], known: list[float], ours: float) -> str | None:
    """The listed language that a text is plainly in. ``ours`` is what it scores as one of ours."""
    odd = [bool(_NO_LETTER_OF_OURS.search(word)) for word in words]
    strange = {word for word, is_odd in zip(words, odd, strict=True) if is_odd}
    best: tuple[float, str] | None = None
    for tongue, common in common_words().items():
        theirs = [max(_RARE, common.get(word, 0.0)) for word in words]
        lead = sum(theirs) + len(strange) - ours
        if lead < _LEAST_LEAD or (best and lead <= best[0]):
            continue
        both = list(zip(words, theirs, known, strict=True))
        telling = {word for word, their, our in both if their - max(our, _RARE) >= 1} | strange
        against = sum(our - their >= 1 for _, their, our in both)
        least = 1 if lead >= _LEAD_OF_ONE and len(words) >= 3 else _LEAST_WORDS
        if len(telling) >= max(least, _WORDS_FOR_ONE_AGAINST * against):
            best = lead, tongue
    return best[1] if best else None


def _greenlandic(words: list[str], known: list[float]) -> bool:
    """Whether a text is spelt like Greenlandic, with at most a word of ours for three of its."""
    found = {word: our for word, our in zip(words, known, strict=True) if looks_greenlandic(word)}
    against = sum(
        our >= _KNOWN for word, our in zip(words, known, strict=True) if word not in found
    )
    if all(our >= _KNOWN for our in found.values()):
        return False
    return len(found) >= max(_LEAST_WORDS, _WORDS_FOR_ONE_AGAINST * against)
