"""When working days are over, by the calendar and the clock in Denmark."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from holidays import country_holidays

from bot.wording.dates import HOME

OPENS, CLOSES = time(9), time(16)
_HOME = ZoneInfo(HOME)
_DAY = timedelta(days=1)
_SATURDAY = 5
_PUBLIC = country_holidays("DK")


def is_working(day: date) -> bool:
    """Whether it is neither in a weekend nor a public holiday."""
    return day.weekday() < _SATURDAY and day not in _PUBLIC


def working_days_after(moment: datetime, days: int) -> datetime:
    """The same time of day so many working days later, in UTC; ``moment`` is aware.

    What happens outside working hours counts from when the next ones begin. So the result always
    lies in working hours.
    """
    begun = _in_working_hours(moment.astimezone(_HOME))
    day = begun.date()
    for _ in range(days):
        day = _working_from(day + _DAY)
    return _at(day, begun.time())


def _in_working_hours(local: datetime) -> datetime:
    """The moment itself, or when the next working hours begin."""
    day = _working_from(local.date())
    if day != local.date() or local.time() < OPENS:
        return datetime.combine(day, OPENS)
    if local.time() >= CLOSES:
        return datetime.combine(_working_from(day + _DAY), OPENS)
    return local.replace(tzinfo=None)


def _working_from(day: date) -> date:
    while not is_working(day):
        day += _DAY
    return day


def _at(day: date, clock: time) -> datetime:
    # Clocks never change in working hours: every such time of day comes once.
    return datetime.combine(day, clock, tzinfo=_HOME).astimezone(UTC)
