"""Recognises questions that only make sense after another: "hendes mail?", "what about legal?".

Strict on purpose: what holds a single word of its own subject is a question of its own.
"""

import re
from collections.abc import Collection
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, lru_cache

from rapidfuzz.distance import OSA

from bot.assistant.follow_words import (
    ASKED_OF_IT,
    BESIDE_ELSE,
    CLOSERS,
    DANISH,
    ELSE,
    GLUE,
    HER,
    ITSELF,
    OPENERS,
    PEOPLE,
    PERSON,
    SUBJECTLESS,
    THING,
    Wanted,
)
from bot.matching.rarity import zipf
from bot.matching.text import readable, words

_LONGEST = 80
_MOST_WORDS = 9
_MOST_OF_REST = 8
_SELDOM = 2.5
"""Everyday frequency from which a word is no slip of the pen."""
_ALSO = re.compile(
    r"^\W*(?:(?:ok|okay|ja|fint|super|tak|yes|great|thanks)\b\W*)?(?:"
    r"(?:(?:og|men|så|saa|and|but|so)\W+)?"
    r"(?:(?:hvad|hva)\s+(?:så\s+|saa\s+)?med|(?:what|how)\s+about)|og|men|and|but"
    r")\s+(?P<rest>\S.*)$",
    re.IGNORECASE | re.DOTALL,
)


class Kind(StrEnum):
    """How a question goes on from the one before."""

    OF_IT = "of it"  # something about the same thing
    OTHERS = "others"  # who else there is
    ALSO = "also"  # the same of another thing


@dataclass(frozen=True, slots=True)
class FollowUp:
    """A question that goes on.

    ``wanted`` is what it asks of the thing before, ``person`` whether it says "he" or "she" and
    ``people`` whether "they". ``leaning`` is whether a word points back, so that it cannot stand
    alone. ``rest`` is what follows "what about".
    """

    kind: Kind
    wanted: Wanted = Wanted.MORE
    person: bool = False
    people: bool = False
    leaning: bool = True
    rest: str = ""


def follow_up(text: str) -> FollowUp | None:
    """How a text goes on from the question before; None where it stands on its own."""
    said = readable(text)
    if len(said) > _LONGEST:
        return None
    found = [_mended(word) for word in words(said)]
    if len(found) <= _MOST_WORDS and (going_on := _others(found) or _of_it(found)):
        return going_on
    also = _ALSO.match(said)
    if also and words(also["rest"]) and len(words(also["rest"])) <= _MOST_OF_REST:
        return FollowUp(Kind.ALSO, rest=also["rest"])
    return None


def _others(found: list[str]) -> FollowUp | None:
    """Who else there is: "hvem ellers?", "anyone else I can ask?"."""
    told = [word for word in found if word in ELSE]
    if not told or not _within(found, ELSE, BESIDE_ELSE, OPENERS, CLOSERS, PEOPLE):
        return None
    people = not {"hvad", "what"}.intersection(found)
    return FollowUp(Kind.OTHERS) if people else None


def _of_it(found: list[str]) -> FollowUp | None:
    """What is asked of the thing before: "hendes mail?", "where is it?", "link?"."""
    person = not PERSON.isdisjoint(found) or _her(found)
    people = not PEOPLE.isdisjoint(found)
    pointing = person or people or not THING.isdisjoint(found)
    her = frozenset({HER}) if person else frozenset[str]()
    pointers = PERSON | PEOPLE | THING | her
    if pointing and _within(found, pointers, ITSELF, OPENERS, CLOSERS):
        asks = not {"hvad", "hvem", "who", "what"}.isdisjoint(found)
        return FollowUp(Kind.OF_IT, Wanted.MORE, person, people) if asks else None
    wanted = next((kind for kind in Wanted if not _asking(kind).isdisjoint(found)), None)
    if wanted is None or not _within(found, pointers, _all_asking(), GLUE, OPENERS, CLOSERS):
        return None
    pointing = pointing or wanted is Wanted.MORE or not SUBJECTLESS.isdisjoint(found)
    leaning = pointing or found[0] in OPENERS or found[-1] in CLOSERS
    return FollowUp(Kind.OF_IT, wanted, person, people, leaning)


def _her(found: list[str]) -> bool:
    return HER in found and DANISH.isdisjoint(found)


def _within(found: list[str], *known: Collection[str]) -> bool:
    return all(any(word in some for some in known) for word in found)


@cache
def _asking(wanted: Wanted) -> frozenset[str]:
    return frozenset(ASKED_OF_IT[wanted].split())


@cache
def _all_asking() -> frozenset[str]:
    return frozenset(word for kind in Wanted for word in _asking(kind))


@lru_cache(maxsize=10_000)
def _mended(word: str) -> str:
    """The word of ours that a word nobody uses is a slip away from, else the word itself."""
    ours = _all_asking() | PERSON | ELSE
    if len(word) < 5 or word in ours or zipf(word) >= _SELDOM:
        return word
    slips = (one for one in sorted(ours) if len(one) > 3 and OSA.distance(word, one) <= 1)
    return next(slips, word)
