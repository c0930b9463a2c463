"""The period a question names, put together from its dates, connectors and prepositions."""

import re
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import pairwise

from bot.events.dates_named import named_dates
from bot.events.dates_relative import Told, relative_dates
from bot.events.recurring import Recurring, Span
from bot.events.sheet import Sheet

_A_DAY = timedelta(days=1)
_JOINED = re.compile(
    r"^[ .,]*(?:-|til|to|until|through|og|and|or|eller|,)?[ .,]*(?:med |den |the |i |in |d\. ?)*$"
)
_AFTER = re.compile(r"\b(?:after|efter|later than)(?: (?:the|den|d\.))? *$")
_SINCE = re.compile(r"\b(?:since|siden)(?: (?:the|den|d\.))? *$")
_FROM = re.compile(r"\b(?:from|fra|starting|as of|fra og med)(?: (?:the|den|d\.))? *$")
_ONWARDS = re.compile(r"\b(?:onwards?|og frem(?:efter)?|fremefter|and later|og senere)\b")
_BEFORE = re.compile(r"\b(?:before|inden|foer|prior to)(?: (?:the|den|d\.))? *$")
_UNTIL = re.compile(
    r"\b(?:by|until|till|senest|til og med|frem til|indtil|up to|op til)(?: (?:the|den|d\.))? *$"
)
_WITHIN = re.compile(
    r"\b(?:between|mellem|last|sidste|next|naeste|this|denne|on|in|i|paa|til|for|of|to|during)"
    r"(?: (?:the|den|d\.|dow\d))? *$"
)
_GONE_BY = re.compile(r"\b(?:last|sidste|forrige|previous)(?: (?:the|den|d\.))? *$")


@dataclass(frozen=True, slots=True)
class Period:
    """First and last day, both included, None where open; ``past`` where its words say so."""

    first: date | None = None
    last: date | None = None
    past: bool = False


@dataclass(frozen=True, slots=True)
class _Mark:
    start: int
    end: int
    what: Recurring | Told


def period(sheet: Sheet, today: date, *, past: bool) -> Period:
    """The period in the sheet, whose words are taken; ``past`` tells the question's tense."""
    marks = [_Mark(told.start, told.end, told) for told in relative_dates(sheet, today)]
    marks += [_Mark(start, end, what) for start, end, what in named_dates(sheet)]
    marks = _with_years(sorted(marks, key=lambda mark: mark.start))
    if not marks:
        return Period()
    first, last = _covered(marks, sheet, today, past=past)
    gone = isinstance(marks[0].what, Told) and marks[0].what.past
    if _GONE_BY.search(sheet.text[: marks[0].start]):
        first, last, gone = *_latest(marks[0], today), True
    return _bounded(Period(first, last, past or gone), sheet, marks[0].start, today)


def _with_years(marks: list[_Mark]) -> list[_Mark]:
    """Lend a named year: "oktober næste år" is one period, not two."""
    years = [mark for mark in marks if _is_year(mark)]
    open_ = [m for m in marks if isinstance(m.what, Recurring) and m.what.year is None]
    if not years or not open_:
        return marks
    lent = years[0].what.span[0].year if isinstance(years[0].what, Told) else None
    return [
        replace(mark, what=replace(mark.what, year=lent))
        if isinstance(mark.what, Recurring) and mark in open_
        else mark
        for mark in marks
        if mark not in years
    ]


def _is_year(mark: _Mark) -> bool:
    if not isinstance(mark.what, Told):
        return False
    first, last = mark.what.span
    return (first.month, first.day, last.month, last.day) == (1, 1, 12, 31)


def _covered(marks: list[_Mark], sheet: Sheet, today: date, *, past: bool) -> Span:
    """The first period, and on to the others that are joined to it."""
    first, last = _span(marks[0], today, past=past)
    for before, mark in pairwise(marks):
        if not _JOINED.match(sheet.text[before.end : mark.start]):
            break
        sheet.blank(before.end, mark.start)
        last = max(last, _span(mark, today, past=past, not_before=first)[1])
    return first, last


def _latest(mark: _Mark, today: date) -> Span:
    """The last such period that has begun: "last October"."""
    return mark.what.span if isinstance(mark.what, Told) else mark.what.latest(today)


def _span(mark: _Mark, today: date, *, past: bool, not_before: date | None = None) -> Span:
    if isinstance(mark.what, Told):
        return mark.what.span
    return mark.what.span(today, past=past, not_before=not_before)


def _bounded(whole: Period, sheet: Sheet, start: int, today: date) -> Period:
    """What the words before the period make of it: open at one end, or just that period."""
    if onwards := _ONWARDS.search(sheet.text):
        sheet.blank(*onwards.span())
        return replace(whole, last=None)
    before = sheet.text[:start].rstrip()
    for pattern, bound in _bounds(whole, today):
        match = pattern.search(before)
        if match:
            sheet.blank(*match.span())
            return bound
    return whole


def _bounds(whole: Period, today: date) -> list[tuple[re.Pattern[str], Period]]:
    if whole.first is None or whole.last is None:
        return []
    before = whole.first - _A_DAY
    one_period = whole.past or whole.first != whole.last
    return [
        (_AFTER, Period(whole.last + _A_DAY, None, whole.past)),
        (_SINCE, Period(whole.first, None, past=True)),
        (_FROM, whole if one_period else Period(whole.first, None, whole.past)),
        (_BEFORE, _up_to(before, whole, today)),
        (_UNTIL, _up_to(whole.last, whole, today)),
        (_WITHIN, whole),
    ]


def _up_to(last: date, whole: Period, today: date) -> Period:
    """From today, unless that is too late already."""
    return Period(None if whole.past or last < today else today, last, whole.past)
