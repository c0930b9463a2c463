"""The evidence for an entry in words: what spoke for it and what against it, against what is usual.

The confidence is a weighted sum, so each number adds its weight times what it is above the number
that questions have on average. Many of the numbers say nearly the same, and the weight of some
only takes back what others say too loudly: "a word is unknown" may weigh a little for an entry.
Those would puzzle a reader and are not told.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields
from enum import StrEnum
from math import exp

from bot.matching.confidence import Line
from bot.matching.evidence import Evidence
from bot.wording import explaining as say

MOST_SPOKEN = 3
"""Numbers told for an entry, and so many against it."""
LEAST_SPOKEN = 0.1
"""What a number adds to the log odds, from which it is worth telling."""
_MANY = 1000


class Shown(StrEnum):
    """How a number reads."""

    SHARE = "share"  # from 0 to 1: "63 %"
    MARGIN = "margin"  # from -1 to 1: "12 % less"
    WEIGHT = "weight"  # "0.63"
    ODDS = "odds"  # log odds: the chance, "63 %"
    LOG = "log"  # the log of a share: "63 %"
    TIMES = "times"  # the log of a ratio: "3.2 times"
    FLAG = "flag"  # 0 or not: words alone


@dataclass(frozen=True, slots=True)
class Usual:
    """What a number is on average, and how it reads.

    ``speaks`` is 1 where more of it says that the entry is meant, -1 where it says that it is not,
    and 0 where it may say either.
    """

    number: float
    shown: Shown
    speaks: int


USUAL: Mapping[str, Usual] = {
    "score": Usual(0.7, Shown.ODDS, 1),
    "lead": Usual(3.4, Shown.TIMES, 1),
    "ahead": Usual(3.3, Shown.TIMES, 1),
    "elsewhere": Usual(0.0, Shown.ODDS, -1),
    "talk": Usual(-8.8, Shown.ODDS, -1),
    "coverage": Usual(0.69, Shown.SHARE, 1),
    "known": Usual(0.90, Shown.SHARE, 1),
    "family": Usual(-0.9, Shown.LOG, 1),
    "unknown": Usual(0.16, Shown.WEIGHT, -1),
    "uncovered": Usual(0.39, Shown.WEIGHT, -1),
    "abroad": Usual(0.01, Shown.FLAG, -1),
    "key": Usual(0.63, Shown.WEIGHT, 1),
    "mass": Usual(1.73, Shown.WEIGHT, 1),
    "rest": Usual(0.95, Shown.WEIGHT, -1),
    "called": Usual(0.05, Shown.FLAG, 1),
    "body": Usual(0.09, Shown.FLAG, 1),
    "other": Usual(0.22, Shown.FLAG, -1),
    "strange": Usual(0.01, Shown.FLAG, -1),
    "near": Usual(0.56, Shown.SHARE, 1),
    "nothing": Usual(0.41, Shown.SHARE, -1),
    "clearer": Usual(0.22, Shown.MARGIN, 1),
    "theme": Usual(0.19, Shown.SHARE, 1),
    "contact": Usual(0.26, Shown.FLAG, 0),
    "happening": Usual(0.05, Shown.FLAG, 0),
    "apart": Usual(5.1, Shown.TIMES, 1),
    "contact_near": Usual(0.13, Shown.SHARE, 1),
    "contact_coverage": Usual(0.17, Shown.SHARE, 1),
    "outdone": Usual(0.09, Shown.SHARE, -1),
    "close": Usual(2.1, Shown.TIMES, 1),
    "opinion": Usual(-1.5, Shown.ODDS, 1),
    "opinion_lead": Usual(1.6, Shown.TIMES, 1),
    "opinion_elsewhere": Usual(-2.5, Shown.LOG, -1),
    "agrees": Usual(0.73, Shown.FLAG, 1),
}
"""By the names of `Evidence`: the means over the questions that the confidence is fitted on."""


@dataclass(frozen=True, slots=True)
class Spoken:
    """What a number of the evidence added to the log odds, above what is usual, and its words."""

    added: float
    said: str


def spoken(given: Evidence, line: Line, word: Callable[[str], str]) -> tuple[Spoken, ...]:
    """What each number says, from what speaks most for the entry to what speaks most against it.

    ``word`` gives the word of the question that a number rests on, by the number's name. Numbers
    that hardly count, those that only correct others and those without words of ours, are left out.
    """
    found = []
    for name, weight, number in zip(_names(), line.weights, given.numbers(), strict=True):
        usual = USUAL.get(name)
        if usual and weight * usual.speaks >= 0:
            added = weight * (number - usual.number)
            if abs(added) >= LEAST_SPOKEN:
                found.append(Spoken(added, _said(name, number, usual, word)))
    return tuple(sorted(found, key=lambda one: -one.added))


def percent(share: float) -> str:
    """A share from 0 to 1 as a percentage."""
    return f"{round(100 * share)} %"


def _names() -> tuple[str, ...]:
    return tuple(field.name for field in fields(Evidence))


def _said(name: str, number: float, usual: Usual, word: Callable[[str], str]) -> str:
    if not number and name in say.ABSENT:
        return say.ABSENT[name]
    said = say.NUMBERS[name].format(value=_shown(number, usual.shown), word=word(name))
    if usual.shown is Shown.FLAG:
        return said
    return say.USUALLY.format(said=said, usual=_shown(usual.number, usual.shown))


def _shown(number: float, how: Shown) -> str:
    match how:
        case Shown.ODDS:
            return percent(1 / (1 + exp(-number)))
        case Shown.LOG:
            return percent(min(1.0, exp(number)))
        case Shown.TIMES:
            return _times(exp(number))
        case Shown.SHARE:
            return percent(number)
        case Shown.MARGIN:
            return (say.MORE if number >= 0 else say.LESS).format(share=percent(abs(number)))
        case _:
            return f"{number:.2f}"


def _times(ratio: float) -> str:
    if ratio > _MANY:
        return say.MANY_TIMES.format(times=_MANY)
    return say.TIMES.format(times=f"{ratio:.0f}" if ratio >= 10 else f"{ratio:.2g}")
