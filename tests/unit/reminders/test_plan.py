from datetime import UTC, date, time, timedelta
from typing import Any

import pytest

from bot.delivery.model import Kind
from bot.knowledge.forms import Text
from bot.knowledge.model import Status
from bot.reminders.model import Scope, ScopeKind
from bot.reminders.plan import Rules, plan, plans, to_come, wants
from tests.unit.reminders.base import RULES, SIGN_UP, at, event, local, offsets, planned, wall

TIMED: dict[str, Any] = {"starts": wall(2023, 6, 21, 15, 15), "ends": wall(2023, 6, 21, 16, 45)}
WHOLE: dict[str, Any] = {"starts": date(2023, 11, 8), "ends": date(2023, 11, 9)}


def test_an_event_with_a_time_is_announced_a_week_a_day_and_an_hour_before() -> None:
    assert local(planned(**TIMED)) == {
        "7d": "2023-06-14 09:00",
        "1d": "2023-06-20 09:00",
        "1h": "2023-06-21 14:15",
    }


def test_an_event_of_several_days_without_times_is_announced_before_the_first() -> None:
    assert local(planned(**WHOLE)) == {"7d": "2023-11-01 09:00", "1d": "2023-11-07 09:00"}


def test_each_reminder_is_of_use_until_the_next_and_the_last_until_the_start() -> None:
    week, day, hour = planned(**TIMED).occurrences
    assert [week.useless, day.useless] == [day.due, hour.due]
    assert hour.useless == at(2023, 6, 21, 15, 15) == planned(**TIMED).useless


def test_without_a_time_the_last_is_of_use_until_noon_of_the_first_day() -> None:
    assert planned(**WHOLE).occurrences[-1].useless == at(2023, 11, 8, 12)
    assert planned(**WHOLE).useless == at(2023, 11, 8, 12)


def test_what_the_plan_hinges_on() -> None:
    timed = planned(**TIMED, status=Status.MOVED, online=True)
    assert (timed.start, timed.place) == ("2023-06-21T13:15+00:00", "Odense og online")
    assert (timed.moved, timed.cancelled) == (True, False)
    assert planned(**WHOLE).start == "2023-11-08"


def test_a_cancelled_event_is_not_announced() -> None:
    cancelled = planned(**TIMED, status=Status.CANCELLED)
    assert cancelled.cancelled
    assert cancelled.occurrences == ()
    assert to_come(cancelled, at(2023, 1, 1)) == ()


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        # the week before contains the night in which the clocks go back, or forward
        (
            {"starts": wall(2023, 10, 30, 10)},
            {"7d": "2023-10-23 09:00", "1d": "2023-10-29 09:00", "1h": "2023-10-30 09:00"},
        ),
        (
            {"starts": wall(2024, 4, 1, 10)},
            {"7d": "2024-03-25 09:00", "1d": "2024-03-31 09:00", "1h": "2024-04-01 09:00"},
        ),
        # an hour before what begins right after the clocks moved
        ({"starts": wall(2023, 10, 29, 3, 30)}, {"1h": "2023-10-29 02:30"}),
        ({"starts": wall(2024, 3, 31, 3, 30)}, {"1h": "2024-03-31 01:30"}),
        # 02:30 exists twice: the first is meant
        ({"starts": wall(2023, 10, 29, 2, 30)}, {"1h": "2023-10-29 01:30"}),
        # 02:30 is skipped: 03:30 is meant
        ({"starts": wall(2024, 3, 31, 2, 30)}, {"1h": "2024-03-31 01:30"}),
        # the turn of the year and the leap day
        (
            {"starts": date(2024, 1, 1)},
            {"7d": "2023-12-25 09:00", "1d": "2023-12-31 09:00"},
        ),
        (
            {"starts": date(2024, 3, 1)},
            {"7d": "2024-02-23 09:00", "1d": "2024-02-29 09:00"},
        ),
        ({"starts": date(2023, 3, 1)}, {"7d": "2023-02-22 09:00", "1d": "2023-02-28 09:00"}),
        ({"starts": date(2024, 2, 29)}, {"7d": "2024-02-22 09:00", "1d": "2024-02-28 09:00"}),
        # other zones: the day before is the day before at home
        (
            {"starts": wall(2023, 6, 21, 21), "zone": "America/New_York"},
            {"7d": "2023-06-15 09:00", "1d": "2023-06-21 09:00", "1h": "2023-06-22 02:00"},
        ),
        (
            {"starts": wall(2023, 6, 22, 8), "zone": "Pacific/Auckland"},
            {"7d": "2023-06-14 09:00", "1d": "2023-06-20 09:00", "1h": "2023-06-21 21:00"},
        ),
        # a date is meant as written
        ({"starts": date(2023, 6, 22), "zone": "Pacific/Auckland"}, {"1d": "2023-06-21 09:00"}),
    ],
)
def test_when_people_are_reminded_by_the_clock_at_home(
    fields: dict[str, Any], told: dict[str, str]
) -> None:
    due = local(planned(**fields))
    assert {name: due[name] for name in told} == told


def test_across_a_change_of_clocks_the_hour_before_is_an_hour() -> None:
    for starts in (wall(2023, 10, 29, 3, 30), wall(2024, 3, 31, 3, 30)):
        made = planned(starts=starts)
        assert made.useless - made.occurrences[-1].due == timedelta(hours=1)


def test_a_reminder_at_a_skipped_time_comes_right_after_and_at_a_double_one_the_first_time() -> (
    None
):
    night = Rules(at=time(2, 30))
    (skipped,) = planned(night, starts=date(2024, 4, 1), reminders=offsets("1 day")).occurrences
    assert skipped.due == at(2024, 3, 31, 3, 30)
    (double,) = planned(night, starts=date(2023, 10, 30), reminders=offsets("1 day")).occurrences
    assert double.due.astimezone(UTC).isoformat() == "2023-10-29T00:30:00+00:00"


def test_of_an_event_added_the_day_before_only_what_still_makes_sense_comes() -> None:
    made = planned(**TIMED)
    assert [one.name for one in to_come(made, at(2023, 6, 20, 10))] == ["1h"]
    assert [one.name for one in to_come(made, at(2023, 6, 20, 8, 59))] == ["1d", "1h"]
    assert [one.name for one in to_come(made, at(2023, 6, 20, 9))] == ["1h"]
    assert to_come(made, at(2023, 6, 21, 14, 30)) == ()
    assert to_come(planned(**WHOLE), at(2023, 11, 7, 10)) == ()


def test_an_event_may_set_its_own_reminders() -> None:
    own = planned(**TIMED, reminders=offsets("2 hours", "14 dage", "30 minutes"))
    assert local(own) == {
        "14d": "2023-06-07 09:00",
        "2h": "2023-06-21 13:15",
        "30m": "2023-06-21 14:45",
    }


def test_without_a_time_of_day_hours_before_are_left_out() -> None:
    own = planned(**WHOLE, reminders=offsets("1 hour", "1 week"))
    assert local(own) == {"1w": "2023-11-01 09:00"}


def test_two_ways_of_saying_one_moment_make_one_reminder() -> None:
    rules = Rules(before=offsets("7 days", "1 week", "1 day", "24 hours"))
    assert list(local(planned(rules, starts=wall(2023, 6, 21, 9)))) == ["7d", "1d"]
    assert list(local(planned(rules, starts=wall(2023, 6, 21, 10)))) == ["7d", "1d", "24h"]


def test_plans_come_in_the_order_of_the_events() -> None:
    made = plans([event("b", **TIMED), event("a", **WHOLE)], RULES)
    assert [one.event for one in made] == ["b", "a"]
    assert made[0] == plan(event("b", **TIMED), RULES)


# --- deadlines


def deadlines(rules: Rules = RULES, **fields: Any) -> dict[str, str]:  # noqa: ANN401 - as a file has it
    made = planned(rules, **{**TIMED, "registration": SIGN_UP, **fields})
    due = local(made)
    return {one.name: due[one.name] for one in made.occurrences if one.kind is Kind.DEADLINE}


def test_the_day_before_registration_closes_people_are_told() -> None:
    assert deadlines(register_by=date(2023, 6, 14)) == {"register-1d": "2023-06-13 09:00"}
    closes = wall(2023, 6, 16, 12)
    assert deadlines(register_by=closes) == {"register-1d": "2023-06-15 09:00"}
    hourly = Rules(before_deadline=offsets("2 hours"))
    assert deadlines(hourly, register_by=closes) == {"register-2h": "2023-06-16 10:00"}
    assert deadlines(hourly, register_by=date(2023, 6, 16)) == {}


def test_a_deadline_is_of_use_until_it_passes() -> None:
    def useless(**fields: Any) -> object:  # noqa: ANN401 - as a file has it
        made = planned(**{**TIMED, "registration": SIGN_UP, **fields})
        return next(one.useless for one in made.occurrences if one.kind is Kind.DEADLINE)

    assert useless(register_by=date(2023, 6, 17)) == at(2023, 6, 18)
    assert useless(register_by=wall(2023, 6, 17, 12)) == at(2023, 6, 17, 12)
    hourly = offsets("1 hour")
    assert useless(register_by=date(2023, 6, 21), reminders=hourly) == at(2023, 6, 21, 15, 15)
    # midnight comes earlier at home than in New York, and later than in Tokyo
    west = {**WHOLE, "register_by": date(2023, 11, 3), "zone": "America/New_York"}
    assert useless(**west) == at(2023, 11, 4)
    east = {**WHOLE, "register_by": date(2023, 11, 3), "zone": "Asia/Tokyo"}
    assert useless(**east) == at(2023, 11, 3, 16)


def test_a_reminder_of_the_event_on_the_same_moment_says_the_deadline_too() -> None:
    assert deadlines(register_by=date(2023, 6, 21)) == {}
    assert deadlines(register_by=date(2023, 6, 15)) == {}


def test_a_reminder_gives_way_to_the_deadline_after_it() -> None:
    made = planned(**TIMED, registration=SIGN_UP, register_by=date(2023, 6, 17))
    assert list(local(made)) == ["7d", "register-1d", "1d", "1h"]
    assert made.occurrences[0].useless == made.occurrences[1].due


def test_where_there_is_nothing_to_register_nobody_is_told_of_a_deadline() -> None:
    assert deadlines(register_by=date(2023, 6, 14), registration=None) == {}
    assert deadlines() == {}


def test_a_deadline_is_not_told_at_the_start_even_where_it_is_wrongly_later() -> None:
    begins = wall(2023, 6, 21, 9)
    assert deadlines(starts=begins, ends=begins, register_by=date(2023, 6, 22)) == {}


def test_an_event_of_its_own_reminders_keeps_its_deadline_unless_it_wants_none_at_all() -> None:
    fields = {**TIMED, "registration": SIGN_UP, "register_by": date(2023, 6, 14)}
    assert list(local(planned(**fields, reminders=offsets("2 hours")))) == ["register-1d", "2h"]
    assert planned(**fields, reminders=()).occurrences == ()


# --- who wants what


def test_who_wants_an_event() -> None:
    made = planned(
        **WHOLE,
        place=Text(da="SDU, Odense", en="SDU, Odense"),
        tags=(Text(da="Netværk", en="Network"),),
    )
    wanted = [
        Scope(),
        Scope(ScopeKind.PLACE, "odense"),
        Scope(ScopeKind.PLACE, "fyn"),
        Scope(ScopeKind.TAG, "netvaerk"),
        Scope(ScopeKind.EVENT, "gathering"),
    ]
    assert all(wants(scope, made) for scope in wanted)
    unwanted = [
        Scope(ScopeKind.PLACE, "aarhus"),
        Scope(ScopeKind.PLACE, "online"),
        Scope(ScopeKind.TAG, "network"),
        Scope(ScopeKind.EVENT, "other"),
        Scope(ScopeKind.EVENT, "odense"),
    ]
    assert not any(wants(scope, made) for scope in unwanted)
