"""Dates, months, seasons and holidays named in a question: "8.-9. november", "efter påske"."""

import re
from collections.abc import Callable, Iterator

from bot.events.calendar_words import SEASONS
from bot.events.recurring import (
    Recurring,
    between_days,
    easter,
    in_month,
    iso_week,
    over_months,
    possible,
)
from bot.events.sheet import Sheet

Mark = tuple[int, int, Recurring]
"""Where a period stands in the sheet, from and to, and what it is."""

_DAY = r"(\d{1,2})(?:\.|st\b|nd\b|rd\b|th\b|te\b|de\b)? ?"
_LEAD = r"\b(?:dow\d ?,? ?)?(?:(?:den|the|d\.?) )?(?<![\d.:])"
_MONTH = r"(?:of )?mon(\d{1,2})\b"
_YEAR = r"(?:[ ,.]{1,3}((?:19|20)\d\d)\b)?"
_TO = r"(?:-|til |to |og |and )(?:den |the |d\. ?)?"
_THIRD = (
    r"(?:(primo|start|starten af|begyndelsen af|early(?: in)?|beginning of|start of)|"
    r"(medio|midt|midten af|mid|middle of)|(ultimo|slut|slutningen af|late(?: in)?|end of))"
)
_SEASON = "|".join(SEASONS)
_LAST_QUARTER = (
    r"\b(?:i |in )?(?:the )?(?:(?:last|final) quarter of(?: the year\b| {3,}| *$)|"
    r"sidste kvartal (?:af|i)\b(?: aaret| aar)?|(?:fourth|fjerde) (?:quarter|kvartal)\b)"
)
_HALF = (
    r"\b(?:i |in )?(?:the )?(?:(first|foerste|1\.)|(?:second|latter|andet|anden|2\.)) "
    r"(?:half of(?: the year\b| {3,}| *$)|halvaar|halve aar|halvdel af aaret)(?: (?:i|af)(?= ))?"
)
_BESIDE = r"(?<=\bafter )|(?<=\bbefore )|(?<=\buntil )|(?<=\bsince )"
_WHICH = r"(?:i|til|in|this|denne|dette|next|naeste|sidste|last|during|for|kommende|coming)"


def _iso(m: re.Match[str]) -> Recurring | None:
    return _on(m[2], m[3], year=m[1])


def _numeric(m: re.Match[str]) -> Recurring | None:
    year = m[3] if len(m[3]) == 4 else f"20{m[3]}"
    return _on(m[2], m[1], year=year)


def _day_and_month(m: re.Match[str]) -> Recurring | None:
    return None if m[0].strip() == "24/7" else _on(m[2], m[1])


def _days_of_month(m: re.Match[str]) -> Recurring | None:
    return _on(m[3], m[1], m[2], year=m[4])


def _month_and_days(m: re.Match[str]) -> Recurring | None:
    return _on(m[1], m[2], m[3], year=m[4])


def _day_of_month(m: re.Match[str]) -> Recurring | None:
    return _on(m[2], m[1], year=m[3])


def _month_and_day(m: re.Match[str]) -> Recurring | None:
    return _on(m[1], m[2], year=m[3])


def _third_of_month(m: re.Match[str]) -> Recurring:
    first, last = (1, 10) if m[1] else (11, 20) if m[2] else (21, None)
    return Recurring(in_month(int(m[4]), first, last), _year(m[5]))


def _whole_month(m: re.Match[str]) -> Recurring:
    return Recurring(in_month(int(m[1])), _year(m[2]))


def _season(m: re.Match[str]) -> Recurring:
    return Recurring(over_months(*SEASONS[m[1]]), _year(m[2]))


def _quarter(m: re.Match[str]) -> Recurring:
    last = 3 * int(m[1] or m[2])
    return Recurring(over_months(last - 2, last), _year(m[3]))


def _half(m: re.Match[str]) -> Recurring:
    return Recurring(over_months(1, 6) if m[1] else over_months(7, 12), _year(m[2]))


def _last_quarter(m: re.Match[str]) -> Recurring:
    return Recurring(over_months(10, 12), _year(m[1]))


def _week(m: re.Match[str]) -> Recurring | None:
    week = int(m[1])
    if not 1 <= week <= 53:
        return None
    return Recurring(iso_week(week), _year(m[2]), exact=True)


def _holiday(recurring: Recurring) -> Callable[[re.Match[str]], Recurring | None]:
    return lambda _: recurring


_READERS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], Recurring | None]], ...] = tuple(
    (re.compile(pattern), reader)
    for pattern, reader in (
        (r"\b((?:19|20)\d\d)-(\d{1,2})-(\d{1,2})\b", _iso),
        (rf"{_LEAD}(\d{{1,2}})[./-](\d{{1,2}})[./-]((?:19|20)\d\d|\d\d)\b", _numeric),
        (rf"{_LEAD}(\d{{1,2}})/(\d{{1,2}})(?![\d/])", _day_and_month),
        (
            r"\b(?:dow\d )?(?:den|d\.?|fra|til|efter|inden) (\d{1,2})\.(\d{1,2})\b\.?",
            _day_and_month,
        ),
        (rf"{_LEAD}{_DAY}{_TO}{_DAY}{_MONTH}{_YEAR}", _days_of_month),
        (rf"{_LEAD}mon(\d{{1,2}}) {_DAY}{_TO}{_DAY}(?!\d|\.\d){_YEAR}", _month_and_days),
        (rf"{_LEAD}{_DAY}{_MONTH}{_YEAR}", _day_of_month),
        (rf"{_LEAD}mon(\d{{1,2}}) (?:the )?{_DAY}(?!\d|\.\d){_YEAR}", _month_and_day),
        (rf"\b(?:in |i )?(?:the )?{_THIRD}[ -]mon(\d{{1,2}})\b{_YEAR}", _third_of_month),
        (rf"\bmon(\d{{1,2}})\b(?: (?:maaned|month))?{_YEAR}", _whole_month),
        (
            r"\b(?:sommerferien?|summer (?:holidays?|vacation|break))\b",
            _holiday(Recurring(between_days((7, 1), (8, 10)))),
        ),
        (r"\b(?:efteraarsferien?|autumn (?:holidays?|break))\b", _holiday(Recurring(iso_week(42)))),
        (r"\b(?:vinterferien?|winter (?:holidays?|break))\b", _holiday(Recurring(iso_week(7)))),
        (
            r"\b(?:juleferien?|christmas (?:holidays?|break))\b",
            _holiday(Recurring(between_days((12, 23), (1, 1)))),
        ),
        (
            r"\b(?:jul|julen|christmas|xmas)\b",
            _holiday(Recurring(between_days((12, 24), (12, 26)))),
        ),
        (
            r"\b(?:nytaar|aarsskiftet|new years?)\b",
            _holiday(Recurring(between_days((12, 31), (12, 31)))),
        ),
        (r"\b(?:paasken?|paaskeferien?|easter)\b", _holiday(Recurring(easter))),
        (rf"\b(?:{_WHICH} )(?:the )?(?:{_WHICH} )?({_SEASON})(?:en|et|s)?\b{_YEAR}", _season),
        (rf"(?:{_BESIDE})(?:the )?({_SEASON})\b{_YEAR}", _season),
        (rf"\b(foraar|sommer|efteraar|vinter)(?:en|et)s?\b{_YEAR}", _season),
        (rf"\b(?:q([1-4])|([1-4])\. kvartal)\b{_YEAR}", _quarter),
        (rf"{_LAST_QUARTER}{_YEAR}", _last_quarter),
        (rf"{_HALF}{_YEAR}", _half),
        (rf"\b(?:i |in )?(?:uge|week) (\d{{1,2}})\b{_YEAR}", _week),
    )
)


def named_dates(sheet: Sheet) -> Iterator[Mark]:
    """Every date and calendar period in the sheet; what is read is taken from it."""
    for pattern, reader in _READERS:
        # An impossible date ("31. juni") stays; searching goes on behind it.
        for match in list(pattern.finditer(sheet.text)):
            recurring = reader(match)
            if recurring is not None:
                sheet.blank(*match.span())
                yield match.start(), match.end(), recurring


def _on(
    month: str, first: str, last: str | None = None, *, year: str | None = None
) -> Recurring | None:
    m, days = int(month), [int(first), int(last or first)]
    if not possible(m, *days) or days[0] > days[-1]:
        return None
    return Recurring(in_month(m, *days), _year(year), exact=True)


def _year(said: str | None) -> int | None:
    return int(said) if said else None
