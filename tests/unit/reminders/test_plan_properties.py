from datetime import UTC, datetime, time, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from bot.delivery.model import Kind
from bot.knowledge.model import Event
from bot.reminders.plan import Rules, plan, to_come
from bot.reminders.plan_moments import last_moment
from tests.unit.reminders.base import ANY_RULES, HOME, RULES, event, events

INSTANTS = st.datetimes(datetime(2022, 1, 1), datetime(2026, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001 - the zone stands beside it


@given(events(), ANY_RULES, INSTANTS)
def test_nothing_comes_that_was_due_before_now(made: Event, rules: Rules, now: datetime) -> None:
    planned = plan(made, rules)
    coming = to_come(planned, now)
    assert all(one.due > now for one in coming)
    assert set(planned.occurrences) - set(coming) == {
        one for one in planned.occurrences if one.due <= now
    }


@given(events(), ANY_RULES)
def test_everything_comes_before_the_start_and_is_of_use_until_then_at_most(
    made: Event, rules: Rules
) -> None:
    start = last_moment(made, rules.home)
    for one in plan(made, rules).occurrences:
        assert one.due < one.useless <= start
        assert one.due.utcoffset() == one.useless.utcoffset() == timedelta(0)


@given(events(), ANY_RULES)
def test_each_name_and_each_moment_is_there_once_and_in_order(made: Event, rules: Rules) -> None:
    occurrences = plan(made, rules).occurrences
    assert len({one.name for one in occurrences}) == len(occurrences)
    due = [one.due for one in occurrences]
    assert due == sorted(set(due))


@given(events(), ANY_RULES)
def test_only_one_reminder_is_of_use_at_a_time_and_the_last_until_the_start(
    made: Event, rules: Rules
) -> None:
    planned = plan(made, rules)
    reminders = [one for one in planned.occurrences if one.kind is Kind.REMINDER]
    for one, following in pairwise(reminders):
        assert one.useless <= following.due
    if planned.occurrences and planned.occurrences[-1].kind is Kind.REMINDER:
        assert planned.occurrences[-1].useless == planned.useless


@given(events(), st.permutations(RULES.before))
def test_the_order_of_the_rules_makes_no_difference(made: Event, before: list[object]) -> None:
    rules = Rules(before=tuple(one for one in before if one in RULES.before))
    due = [one.due for one in plan(made, rules).occurrences]
    assert due == [one.due for one in plan(made, RULES).occurrences]


@given(
    st.datetimes(datetime(2022, 12, 1), datetime(2025, 1, 31)),  # noqa: DTZ001 - a wall clock
    st.integers(1, 400),
)
def test_an_event_moved_by_days_is_announced_that_many_days_later(
    starts: datetime, days: int
) -> None:
    # At noon no clock ever changes, so that the hour before is the same one on any day.
    noon = starts.replace(hour=12)
    there = plan(event(starts=noon), RULES).occurrences
    moved = plan(event(starts=noon + timedelta(days=days)), RULES).occurrences
    shifted = {one.name: on_the_wall(one.due) + timedelta(days=days) for one in there}
    assert {one.name: on_the_wall(one.due) for one in moved} == shifted
    assert all(one.due > other.due for one, other in zip(moved, there, strict=True))


@given(events(), ANY_RULES)
def test_planning_twice_gives_the_same(made: Event, rules: Rules) -> None:
    assert plan(made, rules) == plan(made.model_copy(), rules)


@given(st.datetimes(datetime(2022, 12, 1), datetime(2025, 1, 31)))  # noqa: DTZ001 - a wall clock
def test_whole_days_before_come_at_nine_on_that_day(starts: datetime) -> None:
    rules = Rules(before=tuple(one for one in RULES.before if one.calendar))
    made = plan(event(starts=starts), rules)
    day = on_the_wall(made.useless).date()
    due = [on_the_wall(one.due) for one in made.occurrences]
    assert due == [datetime.combine(day - timedelta(days=n), time(9)) for n in (7, 1)]


def on_the_wall(instant: datetime) -> datetime:
    return instant.astimezone(HOME).replace(tzinfo=None)
