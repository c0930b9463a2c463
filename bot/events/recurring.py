"""Periods that come back every year, and which of them a question means.

"8.-9. november", "oktober", "sommerferien", "uge 45" name no year; the day of asking and the
tense of the question decide it.
"""

from calendar import monthrange
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

Span = tuple[date, date]
"""First and last day, both included."""

HALF_YEAR = timedelta(days=183)


@dataclass(frozen=True, slots=True)
class Recurring:
    """A period of the calendar.

    ``of`` gives its span in a year, None where that year has none (29 February, week 53).
    ``exact``: a single date, of which one that has lately passed is meant rather than the next.
    """

    of: Callable[[int], Span | None]
    year: int | None = None
    exact: bool = False

    def span(self, today: date, *, past: bool = False, not_before: date | None = None) -> Span:
        """The one that is meant: in its year where one is given, otherwise the nearest.

        ``past`` takes the latest that has begun, if that is no more than half a year ago: "what
        was it in November" may well be asked of the coming one. ``not_before`` takes the first
        that ends no earlier.
        """
        spans = self._spans(today)
        if not_before is not None:
            return _first([s for s in spans if s[1] >= not_before], spans)
        lately = [s for s in reversed(spans) if s[0] <= today <= s[1] + HALF_YEAR]
        if past and lately:
            return lately[0]
        earliest = today - HALF_YEAR if self.exact else today
        return _first([s for s in spans if s[1] >= earliest], spans)

    def latest(self, today: date) -> Span:
        """The latest that has begun, however long ago."""
        spans = self._spans(today)
        return _first([s for s in reversed(spans) if s[0] <= today], spans)

    def _spans(self, today: date) -> list[Span]:
        years = [self.year] if self.year else range(today.year - 8, today.year + 9)
        spans = [span for year in years if (span := self.of(year)) is not None]
        # A leap day in a year without one: better its neighbour than nothing.
        return spans or [(date(years[0], 2, 28), date(years[0], 2, 28))]


def in_month(month: int, first: int = 1, last: int | None = None) -> Callable[[int], Span | None]:
    """From one day of a month to another, its last where none is given."""

    def of(year: int) -> Span | None:
        length = monthrange(year, month)[1]
        if max(first, last or 1) > length:
            return None
        return date(year, month, first), date(year, month, last or length)

    return of


def over_months(first: int, last: int) -> Callable[[int], Span]:
    """Whole months, into the next year where the last comes before the first."""

    def of(year: int) -> Span:
        end = year if first <= last else year + 1
        return date(year, first, 1), date(end, last, monthrange(end, last)[1])

    return of


def between_days(first: tuple[int, int], last: tuple[int, int]) -> Callable[[int], Span]:
    """From one (month, day) to another, into the next year where the last comes first."""

    def of(year: int) -> Span:
        return date(year, *first), date(year if first <= last else year + 1, *last)

    return of


def iso_week(week: int) -> Callable[[int], Span | None]:
    """A numbered week, Monday to Sunday."""

    def of(year: int) -> Span | None:
        try:
            monday = date.fromisocalendar(year, week, 1)
        except ValueError:
            return None
        return monday, monday + timedelta(days=6)

    return of


def easter(year: int) -> Span:
    """Maundy Thursday to Easter Monday, by the Gregorian computation of Easter Sunday."""
    century, golden = year // 100, year % 19
    epact = (19 * golden + century - century // 4 - (8 * century + 13) // 25 + 15) % 30
    epact -= epact // 28 * (1 - 29 // (epact + 1) * ((21 - golden) // 11))
    weekday = (year + year // 4 + epact + 2 - century + century // 4) % 7
    offset = epact - weekday
    month = 3 + (offset + 40) // 44
    sunday = date(year, month, offset + 28 - 31 * (month // 4))
    return sunday - timedelta(days=3), sunday + timedelta(days=1)


def possible(month: int, *days: int) -> bool:
    """Whether a month has such days in any year."""
    return 1 <= month <= 12 and all(1 <= day <= monthrange(2024, month)[1] for day in days)


def _first(wanted: list[Span], otherwise: list[Span]) -> Span:
    return wanted[0] if wanted else otherwise[-1]
