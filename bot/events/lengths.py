"""How many days the events that are asked for take: "two-day events", "kun en dag"."""

import re
from dataclasses import dataclass

_TWO_OR_THREE = {"two": 2, "to": 2, "2": 2, "three": 3, "tre": 3, "3": 3}
_SEVERAL = re.compile(
    r"\b(?:(?:more than|mere end|over) (?:one|a|1|en|et|a single|en enkelt) (?:day|dag)|"
    r"(?:several|multiple|flere|many) (?:days|dage)|multi[ -]?day|flerdages?\w*)\b"
)
_ONE = re.compile(
    r"\b(?:(?:only|just|kun|bare|last|lasts|varer|tager|takes?|a single|en enkelt|hoejst|at most)"
    r"(?: \w+)? (?:one|1|a|en|single|enkelt) (?:day|dag)|"
    r"(?:one|1|single|en)[ -]?(?:day|dags)(?! (?:ago|when|in)\b)[ -]?\w*|endags\w*)\b"
)
_COUNTED = re.compile(
    r"\b(?:(?:last|lasts|varer|over|take|takes|tager|for) (two|to|2|three|tre|3) (?:days|dage)|"
    r"(two|to|2|three|tre|3)[ -]?(?:day|dages?)[ -]?(?!s\b)\w+)\b"
)


@dataclass(frozen=True, slots=True)
class Length:
    """The fewest and the most days an event may take, both included."""

    fewest: int
    most: int


def length(text: str) -> Length | None:
    """The length a folded text asks for; None where it asks for none."""
    if _SEVERAL.search(text):
        return Length(2, 366)
    if counted := _COUNTED.search(text):
        number = _TWO_OR_THREE[counted[1] or counted[2]]
        return Length(number, number)
    return Length(1, 1) if _ONE.search(text) else None
