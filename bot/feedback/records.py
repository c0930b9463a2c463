"""From verdicts on answers to how each entry comes off."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from bot.feedback.ports import Record

_DOUBT = 2
"""Verdicts that none was wrong with which every entry begins, so that a single one says little."""


@dataclass(frozen=True, slots=True)
class Counted:
    """So many verdicts of one kind on one answer, the last on a day."""

    entries: Iterable[str]
    right: bool
    count: int
    last: date


def records(counted: Iterable[Counted]) -> tuple[Record, ...]:
    """How each entry comes off, the worst first: those with the largest share of wrong answers."""
    whole: dict[str, list[Counted]] = defaultdict(list)
    for one in counted:
        for entry in one.entries:
            whole[entry].append(one)
    return tuple(sorted((_record(*item) for item in whole.items()), key=_order))


def _record(entry: str, counted: list[Counted]) -> Record:
    return Record(
        entry,
        sum(one.count for one in counted if one.right),
        sum(one.count for one in counted if not one.right),
        max(one.last for one in counted),
    )


def _order(record: Record) -> tuple[float, int, str]:
    share = record.wrong / (record.right + record.wrong + _DOUBT)
    return -share, -record.wrong, record.entry
