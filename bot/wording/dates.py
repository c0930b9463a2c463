"""Moments in words: "onsdag den 21. juni 2023 kl. 15.15", "Wednesday 21 June 2023 at 15:15".

Times of day are said as they stand on the clock where the moment belongs (its own zone); a zone
other than Denmark's is named, since a reader would take any bare time for a Danish one.
"""

from datetime import UTC, date, datetime
from functools import lru_cache
from zoneinfo import ZoneInfo

from babel.dates import format_date, format_time, get_timezone_location

from bot.reply import Language
from bot.wording.phrase import Phrase

HOME = "Europe/Copenhagen"
"""The zone that readers take for granted."""

_LOCALES = {Language.DANISH: "da_DK", Language.ENGLISH: "en_GB"}
_DAY = Phrase(da="EEEE 'den' d. MMMM", en="EEEE d MMMM")
_DAY_IN_MONTH = Phrase(da="EEEE 'den' d.", en="EEEE d")
_AT = Phrase(da="{day} kl. {time}", en="{day} at {time}")
_HOURS = Phrase(da="{day} kl. {first}–{last}", en="{day}, {first}–{last}")
_FROM_TO = Phrase(da="{first} – {last}", en="{first} – {last}")
_ELSEWHERE = Phrase(da="{said} (tid i {zone})", en="{said} ({zone} time)")
_OFFSET = Phrase(da="{said} ({zone})", en="{said} ({zone})")


def day(d: date, language: Language) -> str:
    """A day with its weekday and year; of a datetime, the day in its own zone."""
    return _formatted(d, f"{_DAY.say(language)} y", language)


def moment(dt: datetime, language: Language) -> str:
    """A day and time of day; ``dt`` is aware.

    Raises ValueError for a naive datetime, whose zone nobody could name.
    """
    return _with_zone(
        _AT.say(language, day=day(dt, language), time=_time(dt, language)), dt, language
    )


def span(starts: date | datetime, ends: date | datetime, language: Language) -> str:
    """From a start to an end, saying shared months and years once.

    Both are dates (the last day included) or both aware datetimes; of a date and a datetime only
    the days are said. An end in another zone is told on the start's clock.
    """
    if isinstance(starts, datetime) and isinstance(ends, datetime):
        return _span_of_moments(starts, ends.astimezone(starts.tzinfo), language)
    first, last = _date(starts), _date(ends)
    if first == last:
        return day(first, language)
    opening = _formatted(first, _opening(first, last, language), language)
    return _FROM_TO.say(language, first=opening, last=day(last, language))


def _span_of_moments(starts: datetime, ends: datetime, language: Language) -> str:
    if starts == ends:
        return moment(starts, language)
    first, last = _time(starts, language), _time(ends, language)
    if starts.date() == ends.date():
        said = _HOURS.say(language, day=day(starts, language), first=first, last=last)
        return _with_zone(said, starts, language)
    year = "" if starts.year == ends.year else " y"
    opening = _formatted(starts, _DAY.say(language) + year, language)
    said = _FROM_TO.say(
        language,
        first=_AT.say(language, day=opening, time=first),
        last=_AT.say(language, day=day(ends, language), time=last),
    )
    return _with_zone(said, starts, language)


def _opening(first: date, last: date, language: Language) -> str:
    """The pattern of the first of two days, without what the second will say anyway."""
    if first.year != last.year:
        return f"{_DAY.say(language)} y"
    return (_DAY_IN_MONTH if first.month == last.month else _DAY).say(language)


def _with_zone(said: str, dt: datetime, language: Language) -> str:
    if dt.tzinfo is None:
        raise ValueError(f"a time of day without a zone: {dt!r}")
    name = getattr(dt.tzinfo, "key", None)
    if name == HOME:
        return said
    if name is None or "/" not in name:
        # A bare offset or UTC is no place that one could be "in".
        offset = "UTC" if dt.tzinfo in {UTC, ZoneInfo("UTC")} else dt.tzname() or ""
        return _OFFSET.say(language, said=said, zone=offset)
    city = get_timezone_location(ZoneInfo(name), locale=_LOCALES[language], return_city=True)
    return _ELSEWHERE.say(language, said=said, zone=str(city))


def _date(moment_: date | datetime) -> date:
    return moment_.date() if isinstance(moment_, datetime) else moment_


def _formatted(d: date, pattern: str, language: Language) -> str:
    return _worded(_date(d), pattern, language)


# Replies name the same few days over and over: when a source was checked, when an event is.
@lru_cache(maxsize=2_000)
def _worded(d: date, pattern: str, language: Language) -> str:
    return str(format_date(d, pattern, locale=_LOCALES[language]))


def _time(dt: datetime, language: Language) -> str:
    # Without the zone Babel would turn the time into UTC.
    return str(
        format_time(
            dt.replace(tzinfo=None),
            "HH.mm" if language is Language.DANISH else "HH:mm",
            locale=_LOCALES[language],
        )
    )
