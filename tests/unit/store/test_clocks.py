from datetime import UTC, datetime, timedelta

from bot.store.clocks import SetClock, SystemClock
from tests.fakes.responder import NOON, FixedClock

ANOTHER_DAY = datetime(2026, 3, 1, 8, tzinfo=UTC)


def test_the_machines_clock_is_aware_and_does_not_run_backwards() -> None:
    clock = SystemClock()
    first, second = clock.now(), clock.now()
    assert first.utcoffset() == timedelta(0)
    assert first <= second


def test_a_set_clock_starts_where_it_was_set() -> None:
    assert SetClock(ANOTHER_DAY, FixedClock(NOON)).now() == ANOTHER_DAY


def test_a_set_clock_runs_on() -> None:
    real = FixedClock(NOON)
    clock = SetClock(ANOTHER_DAY, real)
    real.move(timedelta(minutes=90))
    assert clock.now() == ANOTHER_DAY + timedelta(minutes=90)
