"""How long it is, in words that are true at the moment they are written: "i morgen kl. 15.15".

Days are those on the calendar at home, whatever the time of day.
"""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from bot.reply import Language
from bot.wording import reminders as say
from bot.wording.dates import HOME, moment
from bot.wording.phrase import Phrase

_HOME = ZoneInfo(HOME)
_SOON = timedelta(hours=2)
_A_MINUTE = timedelta(minutes=1)
_MINUTES: dict[int, Phrase] = {
    0: say.NOW,
    1: say.IN_ONE_MINUTE,
    60: say.IN_ONE_HOUR,
    120: say.IN_TWO_HOURS,
}
_DAYS: dict[int, Phrase] = {0: say.TODAY, 1: say.TOMORROW}


def until_day(day: date, now: datetime, language: Language) -> str:
    """How many days it is to a day that is not over: "i dag", "i morgen", "om 7 dage"."""
    count = (day - now.astimezone(_HOME).date()).days
    return _DAYS.get(count, say.IN_DAYS).say(language, count=count)


def until_moment(instant: datetime, now: datetime, language: Language) -> str:
    """How long it is to an instant in its own zone, which is to come: in minutes where it is near.

    The clock is said for the coming two days. Of an instant in another zone, whose own time
    stands on the card, it says the day and time at home.
    """
    local = instant.astimezone(_HOME)
    left = instant.astimezone(UTC) - now.astimezone(UTC)
    soon = left <= _SOON
    when = _minutes(left, language) if soon else until_day(local.date(), now, language)
    if instant.tzinfo != _HOME:
        return say.DANISH_TIME.say(language, when=when, moment=moment(local, language))
    if not soon and local.date() - now.astimezone(_HOME).date() > timedelta(days=1):
        return when
    clock = say.SOON_BY_THE_CLOCK if soon else say.BY_THE_CLOCK
    return clock.say(language, when=when, hour=local.hour, minute=local.minute)


def _minutes(left: timedelta, language: Language) -> str:
    count = round(left / _A_MINUTE)
    return _MINUTES.get(count, say.IN_MINUTES).say(language, count=count)
