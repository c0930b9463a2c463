from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy.dialects.sqlite import dialect

from bot.store.columns import MILLISECOND, Instant

SQLITE = dialect()
MOMENTS = st.datetimes(timezones=st.timezones())


def there_and_back(moment: datetime) -> datetime | None:
    kept = Instant().process_bind_param(moment, SQLITE)
    assert isinstance(kept, int)
    return Instant().process_result_value(kept, SQLITE)


@given(MOMENTS)
def test_a_moment_comes_back_in_utc_to_the_millisecond(moment: datetime) -> None:
    back = there_and_back(moment)
    assert back is not None
    assert back.tzinfo is UTC
    assert timedelta(0) <= moment - back < MILLISECOND


@given(MOMENTS, MOMENTS)
def test_numbers_are_in_the_order_of_the_moments(one: datetime, other: datetime) -> None:
    first, second = (Instant().process_bind_param(at, SQLITE) for at in (one, other))
    assert first is not None
    assert second is not None
    if first < second:
        assert one < other


def test_the_number_is_that_of_utc() -> None:
    noon = datetime(2023, 10, 29, 12, tzinfo=timezone(timedelta(hours=1)))
    assert Instant().process_bind_param(noon, SQLITE) == 1_698_577_200_000


def test_nothing_stays_nothing() -> None:
    assert Instant().process_bind_param(None, SQLITE) is None
    assert Instant().process_result_value(None, SQLITE) is None


def test_a_moment_without_a_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="time zone"):
        Instant().process_bind_param(datetime(2023, 6, 1), SQLITE)  # noqa: DTZ001 — that is it
