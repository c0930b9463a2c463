"""What a question wants of whom it names: that person, those beside them, or what nobody tells.

"Kim's colleagues", "who else than Kim" and "Kim is on holiday, who then?" ask for others;
"Kim's boss", "how old is Kim" and "is Kim on holiday?" for what no entry tells. A question is
read here with a mark in place of each name: "who is @0s boss".
"""

import re
from collections.abc import Iterable
from enum import Enum

from bot.matching.relation_words import (
    ABSENT,
    AWAY,
    DETAIL,
    DETAIL_OF,
    ELSE,
    OTHERS_OF,
    SOMEBODY,
    UNTOLD_OF,
)

_MARK = re.compile(r"@(\d+)")


class Relation(Enum):
    """How what is asked for stands to somebody who is named."""

    OTHERS = "others"  # who does the same, or stands in
    UNTOLD = "untold"  # a superior, a spouse, an age, a salary
    DETAIL = "detail"  # a thesis, an earlier job: seldom told


def _compiled(written: Iterable[str]) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(pattern) for pattern in written)


_OTHERS, _UNTOLD = _compiled(OTHERS_OF), _compiled(UNTOLD_OF)
_AWAY, _ABSENT = _compiled(AWAY), _compiled(ABSENT)
_DETAIL_OF, _DETAIL = _compiled(DETAIL_OF), re.compile(rf"\b{DETAIL}\b")
_ELSE, _SOMEBODY = re.compile(ELSE), re.compile(SOMEBODY)


def related(said: str) -> dict[int, Relation]:
    """Whose others, or what of whom, a marked text asks for, by the number of the name.

    Names that are asked for themselves are left out.
    """
    if found := (
        _stated(_DETAIL_OF, said, Relation.DETAIL)
        | _stated(_OTHERS, said, Relation.OTHERS)
        | _stated(_UNTOLD, said, Relation.UNTOLD)
    ):
        return found
    if _ELSE.search(said):
        marks = (int(mark) for mark in _MARK.findall(said))
        return dict.fromkeys(marks, Relation.OTHERS)
    if _SOMEBODY.search(said):
        return _stated(_AWAY, said, Relation.OTHERS)
    return _stated(_ABSENT, said, Relation.UNTOLD)


def details(said: str) -> frozenset[str]:
    """The words of a folded text for particulars of a person."""
    return frozenset(word for match in _DETAIL.finditer(said) for word in match.group().split())


def _stated(patterns: Iterable[re.Pattern[str]], said: str, how: Relation) -> dict[int, Relation]:
    return {int(match["base"]): how for one in patterns for match in one.finditer(said)}
