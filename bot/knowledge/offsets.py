"""How long before something: "7 days", "1 hour", "2 uger", as a secretary writes it."""

import re
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum

LONGEST = timedelta(days=365)
"""Nothing is counted back further than this."""

_MOST = LONGEST // timedelta(minutes=1)
_WRITTEN = re.compile(r"([0-9]{1,6})\s*([a-zæøå]+)")


class Unit(StrEnum):
    """What is counted; each is a keyword of `datetime.timedelta`."""

    MINUTES = "minutes"
    HOURS = "hours"
    DAYS = "days"
    WEEKS = "weeks"


_UNITS = {
    word: unit
    for unit, words in {
        Unit.MINUTES: "m min minute minutes minut minutter",
        Unit.HOURS: "h hour hours time timer",
        Unit.DAYS: "d day days dag dage",
        Unit.WEEKS: "w week weeks uge uger",
    }.items()
    for word in words.split()
}


@dataclass(frozen=True, slots=True)
class Offset:
    """A number of units, at least one and at most a year.

    Raises ValueError with a sentence for any other.
    """

    count: int
    unit: Unit

    def __post_init__(self) -> None:
        if self.count < 1:
            raise ValueError(f"{self.count} {self.unit} is no time before: write 1 or more.")
        if self.count > _MOST or self.span > LONGEST:
            most = f"{LONGEST.days} {Unit.DAYS}"
            raise ValueError(f"{self.count} {self.unit} is too long before: write {most} at most.")

    @property
    def name(self) -> str:
        """A short name, such as ``7d``, ``1h``, ``30m`` or ``2w``; `parse_offset` reads it too."""
        return f"{self.count}{self.unit.value[0]}"

    @property
    def calendar(self) -> bool:
        """Whether days on the calendar are counted, however long, rather than time that passes."""
        return self.unit in {Unit.DAYS, Unit.WEEKS}

    @property
    def span(self) -> timedelta:
        """How long it is; of days on the calendar, how many."""
        return timedelta(**{self.unit.value: self.count})


def parse_offset(text: str) -> Offset:
    """The offset that a text says, in English or Danish.

    Raises ValueError with a sentence that says what to write instead.
    """
    found = _WRITTEN.fullmatch(text.strip().lower())
    unit = _UNITS.get(found[2]) if found else None
    if found is None or unit is None:
        raise ValueError("Write a number and a unit, such as 7 days, 1 hour or 30 minutes.")
    return Offset(int(found[1]), unit)
