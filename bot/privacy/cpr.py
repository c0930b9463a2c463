"""Danish civil registration (CPR) numbers: found in any spelling, and masked.

A number is six digits of a date of birth (day + 60 in replacement numbers) and four more.
Modulus 11 is not asked for: numbers given out since 2007 need not pass it. When in doubt a number
counts as CPR, but dates, times, phone numbers and longer ids in their usual spelling do not.
"""

import re
import unicodedata
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass

MASK = "••••••-••••"
"""What stands where a number stood."""

_GROUP = re.compile(r"\d+")
_JOINT = re.compile(r"[\s./_*`-]{1,4}")
_UNSEEN = frozenset({"Cf", "Mn", "Me", "Cc"})
_FILLERS = frozenset("\u115f\u1160\u2800\u3164\uffa0")
_DASHES = frozenset("\u2212\u2043\u00af\u02d7")
_YEAR = re.compile(r"(?:19|20)\d\d")

_SIZES = {10: 1, 6: 2, 8: 2, 2: 4}
"""How many groups a number has, by the length of its first."""

_SPREAD = tuple(
    birthday + serial
    for birthday in ([6], [2, 2, 2], [1] * 6)
    for serial in ([4], [2, 2], [1] * 4)
    if (birthday, serial) not in (([6], [4]), ([2, 2, 2], [4]))
)
"""The lengths of the groups of a number that only counts where it stands alone."""


@dataclass(frozen=True, slots=True)
class _Plain:
    """A text in ASCII digits and dashes, each character with its place in the original."""

    text: str
    places: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class _Group:
    """Digits in a row, and what stands between them and the group before."""

    digits: str
    start: int
    end: int
    joint: str


def holds_cpr(text: str) -> bool:
    """Whether a CPR number stands somewhere in the text."""
    return next(_found(text), None) is not None


def masked(text: str) -> str:
    """The text with every CPR number replaced by `MASK`; everything else as it was."""
    # Again and again: a number taken away changes what its neighbours look like.
    while spans := list(_found(text)):
        text = _without(text, spans)
    return text


def _without(text: str, spans: list[tuple[int, int]]) -> str:
    """The text with the mask over each span; of overlapping spans, over the first."""
    pieces, end = [], 0
    for start, stop in sorted(spans):
        if start >= end:
            pieces += [text[end:start], MASK]
            end = stop
    return "".join([*pieces, text[end:]])


def _found(text: str) -> Iterator[tuple[int, int]]:
    """The stretches of the original text that hold a number, from and to."""
    plain = _plain(text)
    for chain in _chains(plain.text):
        for start, end in _numbers(chain):
            yield plain.places[start], plain.places[end - 1] + 1


def _plain(text: str) -> _Plain:
    pieces: list[str] = []
    places: list[int] = []
    for place, character in enumerate(text):
        piece = character if " " <= character <= "~" else _ascii(character)
        pieces.append(piece)
        places.extend([place] * len(piece))
    return _Plain("".join(pieces), tuple(places))


def _ascii(character: str) -> str:
    """Digits and dashes of any script in ASCII; nothing for what cannot be seen."""
    if character.isspace():
        return " "
    if unicodedata.category(character) in _UNSEEN or character in _FILLERS:
        return ""
    return "".join(_ascii_part(part) for part in unicodedata.normalize("NFKC", character))


def _ascii_part(part: str) -> str:
    if unicodedata.category(part) == "Pd" or part in _DASHES:
        return "-"
    value = unicodedata.decimal(part, None)
    return part if value is None else str(value)


def _chains(text: str) -> Iterator[list[_Group]]:
    """Groups of digits that nothing but spaces, dashes, dots and the like separates."""
    chain: list[_Group] = []
    for match in _GROUP.finditer(text):
        joint = text[chain[-1].end : match.start()] if chain else ""
        if chain and not _JOINT.fullmatch(joint):
            yield chain
            chain = []
        chain.append(_Group(match[0], match.start(), match.end(), joint if chain else ""))
    if chain:
        yield chain


def _numbers(chain: list[_Group]) -> Iterator[tuple[int, int]]:
    for i, first in enumerate(chain):
        # The first group's length tells how many may belong to it, and mostly that none do.
        size = _SIZES.get(len(first.digits), 0)
        groups = chain[i : i + size] if size else []
        if groups and len(groups) == size and _is_number(groups):
            yield first.start, groups[-1].end
    if len(chain) > 2 and _is_spread(chain):
        yield chain[0].start, chain[-1].end


def _is_number(groups: list[_Group]) -> bool:
    """Whether the groups are a CPR number even inside a longer row of numbers."""
    lengths = [len(group.digits) for group in groups]
    digits = "".join(group.digits for group in groups)
    if lengths in ([10], [6, 4]):
        return _possible(digits)
    if lengths == [8, 4]:  # with the century, as in "01021990-1234"; else a date and a time
        century = _YEAR.fullmatch(digits[4:8]) is not None
        return groups[1].joint == "-" and century and _possible(digits[:4] + digits[6:])
    return lengths == [2, 2, 2, 4] and _possible(digits) and not _is_date_span(groups)


def _is_date_span(groups: list[_Group]) -> bool:
    """Whether four groups are "08.-09.11.2023", which has the digits of a CPR number."""
    alike = groups[1].joint == groups[2].joint
    return not alike and _YEAR.fullmatch(groups[3].digits) is not None


def _is_spread(chain: list[_Group]) -> bool:
    """Whether a whole chain is one number in small groups: "01 02 03 12 34", "0 1 0 2 …"."""
    lengths = [len(group.digits) for group in chain]
    if lengths not in _SPREAD or not _possible("".join(group.digits for group in chain)):
        return False
    joints = {group.joint for group in chain[1:]}
    # "21.06.23 15.15" is a date and a time, which is told by its mixed separators.
    return lengths[-1] == 4 or len(joints) == 1 or chain[-1].joint.isspace()


def _possible(digits: str) -> bool:
    """Whether ten digits begin with a day that exists in some century."""
    day, month, year = int(digits[:2]), int(digits[2:4]), int(digits[4:6])
    if day > 60:
        day -= 60
    # 2000 and 1904 were leap years; which century is meant does not matter for the rest.
    return 1 <= month <= 12 and 1 <= day <= monthrange(2000 + year, month)[1]
