from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.reminders.message_when import until_day, until_moment
from bot.reply import Language
from tests.unit.reminders.base import HOME, at

DA, EN = Language.DANISH, Language.ENGLISH
START = datetime(2023, 6, 21, 15, 15, tzinfo=HOME)


@pytest.mark.parametrize(
    ("now", "danish", "english"),
    [
        (at(2023, 6, 14, 9), "om 7 dage", "in 7 days"),
        (at(2023, 6, 19, 23, 59), "om 2 dage", "in 2 days"),
        (at(2023, 6, 20, 0, 0), "i morgen kl. 15.15", "tomorrow at 15:15"),
        (at(2023, 6, 20, 23, 59), "i morgen kl. 15.15", "tomorrow at 15:15"),
        (at(2023, 6, 21, 0, 0), "i dag kl. 15.15", "today at 15:15"),
        (at(2023, 6, 21, 13, 14, 59), "i dag kl. 15.15", "today at 15:15"),
        (at(2023, 6, 21, 13, 15), "om to timer, kl. 15.15", "in two hours, at 15:15"),
        (at(2023, 6, 21, 13, 16), "om 119 minutter, kl. 15.15", "in 119 minutes, at 15:15"),
        (at(2023, 6, 21, 14, 15), "om en time, kl. 15.15", "in one hour, at 15:15"),
        (at(2023, 6, 21, 14, 15, 20), "om en time, kl. 15.15", "in one hour, at 15:15"),
        (at(2023, 6, 21, 14, 15, 40), "om 59 minutter, kl. 15.15", "in 59 minutes, at 15:15"),
        (at(2023, 6, 21, 14, 55), "om 20 minutter, kl. 15.15", "in 20 minutes, at 15:15"),
        (at(2023, 6, 21, 15, 14), "om et minut, kl. 15.15", "in one minute, at 15:15"),
        (at(2023, 6, 21, 15, 14, 50), "nu, kl. 15.15", "now, at 15:15"),
    ],
)
def test_how_long_it_is_to_a_quarter_past_three(now: datetime, danish: str, english: str) -> None:
    assert until_moment(START, now, DA) == danish
    assert until_moment(START, now, EN) == english


@pytest.mark.parametrize(
    ("now", "danish", "english"),
    [
        (at(2023, 6, 14, 9), "om 7 dage", "in 7 days"),
        (at(2023, 6, 20, 23, 59), "i morgen", "tomorrow"),
        (at(2023, 6, 21, 0, 0), "i dag", "today"),
    ],
)
def test_how_long_it_is_to_a_day(now: datetime, danish: str, english: str) -> None:
    assert until_day(date(2023, 6, 21), now, DA) == danish
    assert until_day(date(2023, 6, 21), now, EN) == english


def test_the_day_is_the_one_at_home_whatever_the_zone_of_now() -> None:
    late = datetime(2023, 6, 20, 22, 30, tzinfo=UTC)
    assert until_day(date(2023, 6, 21), late, DA) == "i dag"
    assert until_moment(START, late, DA) == "i dag kl. 15.15"


def test_minutes_are_counted_across_midnight_and_across_a_change_of_clocks() -> None:
    past_midnight = datetime(2023, 6, 22, 0, 10, tzinfo=HOME)
    assert until_moment(past_midnight, at(2023, 6, 21, 23, 50), DA) == "om 20 minutter, kl. 00.10"
    # from the first 02:30 to 03:30 it is two hours, by the clock one
    after = datetime(2023, 10, 29, 3, 30, tzinfo=HOME)
    assert until_moment(after, at(2023, 10, 29, 2, 30), DA) == "om to timer, kl. 03.30"
    # from 01:30 to 03:30 it is one hour, by the clock two
    skipped = datetime(2024, 3, 31, 3, 30, tzinfo=HOME)
    assert until_moment(skipped, at(2024, 3, 31, 1, 30), EN) == "in one hour, at 03:30"


def test_of_another_zone_the_day_and_time_at_home_are_said() -> None:
    start = datetime(2023, 6, 21, 19, tzinfo=ZoneInfo("America/New_York"))
    said = until_moment(start, at(2023, 6, 21, 9), DA)
    assert said == "i morgen: torsdag den 22. juni 2023 kl. 01.00 dansk tid"
    said = until_moment(start, at(2023, 6, 22, 0, 40), EN)
    assert said == "in 20 minutes: Thursday 22 June 2023 at 01:00 Danish time"


@given(st.timedeltas(timedelta(seconds=1), timedelta(days=400)), st.sampled_from(Language))
def test_what_is_said_is_never_more_than_half_a_minute_or_a_day_off(
    left: timedelta, language: Language
) -> None:
    now = START.astimezone(UTC) - left
    said = until_moment(START, now, language)
    days = (START.date() - now.astimezone(HOME).date()).days
    counted = [int(word) for word in said.split() if word.isdigit()]
    if "minut" in said and counted:
        assert abs(left - timedelta(minutes=counted[0])) <= timedelta(seconds=30)
    elif counted:
        assert counted == [days]
    assert ("i morgen" in said or "tomorrow" in said) == (days == 1 and left > timedelta(hours=2))
    assert ("15.15" in said or "15:15" in said) == (days < 2)
