"""Questions for who holds an office: "who is head of radiology?".

An organisation's name in such a question says nothing of who directs it, so an entry that does
not speak of the office itself is no answer, however well the rest fits.
"""

from collections.abc import Sequence
from functools import lru_cache

from rapidfuzz.distance import OSA

from bot.matching.features import Word
from bot.matching.index import Reading
from bot.matching.lists import listed
from bot.matching.rarity import zipf

_ASKING = frozenset(
    {"hvem", "hvad", "navn", "navnet", "mail", "mailen", "email", "mailadresse", "kontakt", "fat"}
    | {"who", "whom", "whos", "name", "contact", "reach", "phone", "number", "telefon", "nummer"}
    | {"telefonnummer", "tlf", "call"}
)
_ONES_OWN = frozenset(
    ["jeg", "min", "mit", "mine", "vores", "som", "i", "im", "my", "our", "am", "being"]
)
_LONG = 7
_SELDOM = 2.5
"""Letters and Zipf frequency of a word that may be an office misspelt."""
_NEAR = 5
_OF = frozenset(["of", "for", "at", "in", "paa", "i", "hos", "af", "til"])
_TELLING = 0.25
"""Weight from which a word says whose office it is."""


def offices_asked(reading: Reading, own: frozenset[str]) -> tuple[Word, ...]:
    """The offices asked for that the stems ``own`` of an entry do not speak of.

    The office of something else counts too: "the hospital director" where they speak of another.
    """
    said = [word.text for word in reading.words]
    found = []
    for place, word in enumerate(reading.words):
        if _is_office(word.text) and (
            word.stem not in own or _of_another(reading.words, place, own)
        ):
            before = said[max(0, place - _NEAR) : place]
            if not _ASKING.isdisjoint(before) and _ONES_OWN.isdisjoint(before):
                found.append(word)
    return tuple(found)


def asks_for_office(reading: Reading, own: frozenset[str]) -> bool:
    """Whether there are `offices_asked`."""
    return bool(offices_asked(reading, own))


@lru_cache(maxsize=10_000)
def _is_office(word: str) -> bool:
    """Whether a word is an office, or a slip from one: "dierktør"."""
    offices = listed("offices.txt")
    if word in offices:
        return True
    slip = len(word) >= _LONG and zipf(word) < _SELDOM
    return slip and any(OSA.distance(word, one, score_cutoff=1) <= 1 for one in offices)


def _of_another(found: Sequence[Word], place: int, own: frozenset[str]) -> bool:
    """Whether the office at a place is said to be of something that ``own`` does not speak of."""
    beside = [found[place - 1]] if place else []
    after = found[place + 1 : place + 4]
    if after and after[0].text in _OF:
        beside += [word for word in after[1:] if word.weight >= _TELLING][:1]
    return any(
        word.weight >= _TELLING and word.stem not in own and not word.means(own)
        for word in beside
        if word.text not in _ASKING
    )
