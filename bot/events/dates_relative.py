"""Periods told from today: "i morgen", "næste uge", "the next 3 months", "i fjor"."""

import re
from calendar import monthrange
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from bot.events.calendar_words import NUMBERS
from bot.events.grammar_words import FUNCTION_WORDS
from bot.events.recurring import Span
from bot.events.sheet import Sheet

_NOW = r"(?:this|denne|dette|indevaerende|i)"
_NEXT = r"(?:next|naeste|kommende|coming|foelgende|following|upcoming)"
_LAST = r"(?:last|sidste|forrige|previous|past|seneste)"
_COUNT = rf"(\d{{1,2}}|{'|'.join(NUMBERS)})"
_UNIT = r"(days?|dage?n?|weeks?|uger?|months?|maaned(?:er)?)"

_UNITS = r"(dage|days|uger|weeks|maaneder|months)"
_THIS = r"(?:the|this|i|denne|dette)"
_WITHIN_ONE = (
    r"(?:within|inden for|over|in the course of|i loebet af) (?:the |den |det |de )?"
    rf"(?:{_NEXT}|a|en|et|one) (month|maaned|week|uge|year|aar)(?:en|et)?s?"
)
_HALF_AHEAD = (
    rf"(?:within |inden for |i |over |in )?(?:the |det )?{_NEXT} "
    r"(?:half[ -]year|half a year|halve aar|halvaar)"
)
_A_YEAR = 366
_NUMBER = r"(0?[1-9]|[12]\d|3[01])"
_A_DAY_OF_MONTH = (
    r"(?<!mon\d )(?<!mon\d\d )(?:(?:on|paa|by|before|inden|til) )?(?:dow(\d) ?,? ?)?"
    r"(?:(?:the|den|d\.?) "
    rf"{_NUMBER}(?:st|nd|rd|th|te|de)?|{_NUMBER}(?:st|nd|rd|th)(?! of\b))(?!\w|[.:/-]\w)"
)
"""A day whose month is left out: "on the 21st", "onsdag den 21."."""
_NO_DAY = (
    r"(?!\.? ?,? ?(?:(?:of |in |i )?(?:the )?(?:mon\d|dage?|days?|uger?|weeks?|maaned|months?|"
    r"aar|years?)|(?:-|til|to|og|and|eller|or) (?:the |den |d\. ?)?\d))"
    rf"(?=\.? *(?:$|,|(?<=[a-z])\.|dow\d|\d|(?:{'|'.join(sorted(FUNCTION_WORDS))})\b))"
)
"""What must not follow it: its month, or what the number counts ("the 2nd floor")."""
_WHOLE = r"(aaret|aar|year|maaneden|month|ugen|week)"
_BEFORE_YEAR = r"(?:in|i|of|for|til|from|fra|during|aar|aaret|year|events|arrangementer)"


@dataclass(frozen=True, slots=True)
class Told:
    """Where a relative period stands in the sheet, its span, and whether it is gone by."""

    start: int
    end: int
    span: Span
    past: bool = False


def relative_dates(sheet: Sheet, today: date) -> Iterator[Told]:
    """Every relative period in the sheet; what is read is taken from it."""
    for pattern, reader in _READERS:
        for match in sheet.takes(pattern):
            span = reader(match, today)
            yield Told(*match.span(), span, past=span[1] < today)


def week_of(day: date) -> Span:
    """Monday to Sunday around a day."""
    monday = day - timedelta(days=day.weekday())
    return monday, monday + timedelta(days=6)


def month_of(day: date, steps: int = 0) -> Span:
    """The month around a day, or the one ``steps`` months later."""
    year, month = divmod(day.year * 12 + day.month - 1 + steps, 12)
    length = monthrange(year, month + 1)[1]
    return date(year, month + 1, 1), date(year, month + 1, length)


def year_of(year: int) -> Span:
    """A whole year."""
    return date(year, 1, 1), date(year, 12, 31)


def _day(offset: int) -> Callable[[re.Match[str], date], Span]:
    return lambda _, today: (today + timedelta(days=offset), today + timedelta(days=offset))


def _week(offset: int) -> Callable[[re.Match[str], date], Span]:
    return lambda _, today: week_of(today + timedelta(weeks=offset))


def _weekend(offset: int) -> Callable[[re.Match[str], date], Span]:
    def of(_: re.Match[str], today: date) -> Span:
        sunday = week_of(today + timedelta(weeks=offset))[1]
        return sunday - timedelta(days=1), sunday

    return of


def _month(offset: int) -> Callable[[re.Match[str], date], Span]:
    return lambda _, today: month_of(today, offset)


def _year(offset: int) -> Callable[[re.Match[str], date], Span]:
    return lambda _, today: year_of(today.year + offset)


def _rest(match: re.Match[str], today: date) -> Span:
    whole = {"a": year_of(today.year), "y": year_of(today.year), "m": month_of(today)}
    return today, whole.get(match[1][0], week_of(today))[1]


def _ahead(match: re.Match[str], today: date) -> Span:
    return today, today + _length(match[1], match[2])


def _behind(match: re.Match[str], today: date) -> Span:
    return today - _length(match[1], match[2]), today - timedelta(days=1)


_FEW = {"d": "7", "u": "4", "w": "4", "m": "6"}
"""How many days, weeks and months "the coming ones" are where no number is given."""


def _coming_few(match: re.Match[str], today: date) -> Span:
    return today, today + _length(_FEW[match[1][0]], match[1])


def _within_one(match: re.Match[str], today: date) -> Span:
    return today, today + (timedelta(days=365) if match[1][0] in "ya" else _length("1", match[1]))


def _half_ahead(_: re.Match[str], today: date) -> Span:
    return today, today + timedelta(days=183)


def _day_of_month(match: re.Match[str], today: date) -> Span:
    """The next day of that number, on that weekday where one is named and there is such a day."""
    number, weekday = int(match[2] or match[3]), match[1]
    coming = (today + timedelta(days=n) for n in range(_A_YEAR))
    days = [day for day in coming if day.day == number]
    said = [day for day in days if weekday is None or day.weekday() == int(weekday)]
    # A wrong weekday is a slip: the number is what people look up.
    meant = days[0] if not said or said[0] > days[0] + timedelta(days=31) else said[0]
    return meant, meant


def _in(match: re.Match[str], today: date) -> Span:
    there = today + _length(match[1], match[2])
    if match[2].startswith("da"):
        return there, there
    return month_of(today, _count(match[1])) if match[2].startswith("m") else week_of(there)


def _weekday(match: re.Match[str], today: date) -> Span:
    coming = today + timedelta(days=(int(match[1]) - today.weekday()) % 7)
    return coming, coming


def _in_year(match: re.Match[str], today: date) -> Span:  # noqa: ARG001 — one shape for all
    return year_of(int(match[1]))


def _count(said: str) -> int:
    return int(said) if said.isdigit() else NUMBERS[said]


def _length(count: str, unit: str) -> timedelta:
    days = {"d": 1, "w": 7, "u": 7, "m": 30}[unit[0]]
    return timedelta(days=days * _count(count))


_READERS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str], date], Span]], ...] = tuple(
    (re.compile(rf"\b(?:{pattern})\b"), reader)
    for pattern, reader in (
        (r"i overmorgen|(?:the )?day after tomorrow", _day(2)),
        (r"i morgen|tomorrow", _day(1)),
        (r"i dag|today|tonight|i aften|this (?:evening|afternoon|morning)", _day(0)),
        (r"i gaar|yesterday", _day(-1)),
        (rf"(?:(?:i )?resten af|(?:the )?rest of)(?: {_THIS})? {_WHOLE}", _rest),
        (_WITHIN_ONE, _within_one),
        (_HALF_AHEAD, _half_ahead),
        (rf"(?:within |inden for |i |over |in )?(?:the |de )?{_NEXT} {_COUNT} {_UNIT}", _ahead),
        (rf"(?:within |over |i |in )?(?:the |de )?{_LAST} {_COUNT} {_UNIT}", _behind),
        (rf"(?:in |i )?(?:the |de )?{_NEXT} (?:few |par )?{_UNITS}", _coming_few),
        (rf"(?:om|in) {_COUNT} {_UNIT}", _in),
        (rf"(?:i |in |paa )?(?:the )?{_NEXT} weekend(?:en)?", _weekend(1)),
        (rf"(?:i |in |paa )?(?:the )?{_LAST} weekend(?:en)?", _weekend(-1)),
        (r"(?:i|this|denne|in the|on the|at the) weekend(?:en)?", _weekend(0)),
        (rf"(?:i |in |til )?(?:the |den )?{_NEXT} (?:week|uge)s?(?! \d)", _week(1)),
        (rf"(?:i |in |fra )?(?:the |den )?{_LAST} (?:week|uge)s?(?! \d)", _week(-1)),
        (rf"(?:i )?{_NOW} (?:week|uge)(?:s|n)?(?! \d)|later this week|ugens", _week(0)),
        (rf"(?:i |in |til )?(?:the |den )?{_NEXT} (?:month|maaned)s?", _month(1)),
        (rf"(?:i |in |fra )?(?:the |den )?{_LAST} (?:month|maaned)s?", _month(-1)),
        (rf"(?:i )?{_NOW} (?:month|maaned)(?:en)?s?|maanedens", _month(0)),
        (rf"(?:i |in |til )?(?:the |det )?{_NEXT} (?:year|aar)s?", _year(1)),
        (rf"(?:i |in |fra )?(?:the |det )?{_LAST} (?:year|aar)s?|i fjor", _year(-1)),
        (rf"(?:i )?{_NOW} (?:year|aar)s?|aarets|(?<!half )(?<!quarter )of the year", _year(0)),
        (rf"{_BEFORE_YEAR} ((?:19|20)\d\d)", _in_year),
        (rf"{_A_DAY_OF_MONTH}{_NO_DAY}", _day_of_month),
        (rf"(?:paa |on |til )?(?:{_NOW} |{_NEXT} |foerstkommende )?dow(\d)s?", _weekday),
    )
)
