"""Two working days, by the clock in Denmark."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bot.passing.working_days import CLOSES, OPENS, is_working, working_days_after
from tests.unit.events.making import wall

HOME = ZoneInfo("Europe/Copenhagen")
MOMENTS = st.datetimes(wall(2020, 1, 1), wall(2040, 1, 1), timezones=st.just(UTC))


def at(written: str) -> datetime:
    return datetime.fromisoformat(written).replace(tzinfo=HOME)


def after(written: str) -> str:
    return working_days_after(at(written), 2).astimezone(HOME).strftime("%a %Y-%m-%d %H:%M")


@pytest.mark.parametrize(
    ("asked", "over"),
    [
        ("2026-11-30 10:15", "Wed 2026-12-02 10:15"),
        ("2026-11-26 15:59", "Mon 2026-11-30 15:59"),  # a weekend lies between
        ("2026-11-27 10:00", "Tue 2026-12-01 10:00"),
        ("2026-11-28 13:00", "Wed 2026-12-02 09:00"),  # asked on a Saturday
        ("2026-11-27 16:00", "Wed 2026-12-02 09:00"),  # and on a Friday evening
        ("2026-11-30 06:30", "Wed 2026-12-02 09:00"),  # before anybody is there
        ("2026-04-01 12:00", "Wed 2026-04-08 12:00"),  # Easter: Thursday to Monday
        ("2026-12-23 11:00", "Mon 2026-12-28 11:00"),  # Christmas Eve is an ordinary day, by law
        ("2026-12-31 09:00", "Tue 2027-01-05 09:00"),
        ("2023-05-04 10:00", "Tue 2023-05-09 10:00"),  # the last Great Prayer Day but none,
        ("2024-04-25 10:00", "Mon 2024-04-29 10:00"),  # and no more since
        ("2026-03-27 14:00", "Tue 2026-03-31 14:00"),  # clocks go forward in between
        ("2026-10-23 14:00", "Tue 2026-10-27 14:00"),  # and back
    ],
)
def test_two_working_days(asked: str, over: str) -> None:
    assert after(asked) == over


def test_the_length_of_the_day_on_which_clocks_change_is_no_matter() -> None:
    asked = at("2026-03-27 14:00")
    assert working_days_after(asked, 2) - asked.astimezone(UTC) == timedelta(days=4, hours=-1)


@pytest.mark.parametrize("day", ["2026-05-14", "2026-05-25", "2026-12-25", "2026-12-26"])
def test_public_holidays_are_no_working_days(day: str) -> None:
    assert not is_working(date.fromisoformat(day))


@given(MOMENTS)
@example(at("2026-03-29 02:30"))
@example(at("2026-10-25 02:30"))
def test_it_is_always_in_working_hours(moment: datetime) -> None:
    over = working_days_after(moment, 2).astimezone(HOME)
    assert is_working(over.date())
    assert OPENS <= over.time() < CLOSES


@given(MOMENTS, st.integers(0, 20))
def test_just_so_many_working_days_lie_between(moment: datetime, days: int) -> None:
    begun = working_days_after(moment, 0).astimezone(HOME)
    over = working_days_after(moment, days).astimezone(HOME)
    between = (begun.date() + timedelta(days=n) for n in range((over - begun).days + 1))
    passed = [day for day in between if is_working(day) and day != over.date()]
    assert len(passed) == days
    assert begun.time() == over.time()
    assert begun >= moment


@given(MOMENTS, MOMENTS)
def test_who_asks_later_is_not_nudged_for_earlier(one: datetime, other: datetime) -> None:
    earlier, later = sorted([one, other])
    assert working_days_after(earlier, 2) <= working_days_after(later, 2)


@given(MOMENTS, st.sampled_from([HOME, ZoneInfo("Asia/Tokyo"), ZoneInfo("America/New_York")]))
def test_it_is_the_instant_that_counts(moment: datetime, zone: ZoneInfo) -> None:
    assert working_days_after(moment.astimezone(zone), 2) == working_days_after(moment, 2)
