from contextlib import suppress
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.knowledge.offsets import LONGEST, Offset, Unit, parse_offset


@pytest.mark.parametrize(
    ("written", "count", "unit", "name"),
    [
        ("7 days", 7, Unit.DAYS, "7d"),
        ("1 day", 1, Unit.DAYS, "1d"),
        ("1 hour", 1, Unit.HOURS, "1h"),
        ("30 minutes", 30, Unit.MINUTES, "30m"),
        ("2 weeks", 2, Unit.WEEKS, "2w"),
        ("7 dage", 7, Unit.DAYS, "7d"),
        ("1 dag", 1, Unit.DAYS, "1d"),
        ("1 time", 1, Unit.HOURS, "1h"),
        ("2 timer", 2, Unit.HOURS, "2h"),
        ("30 minutter", 30, Unit.MINUTES, "30m"),
        ("1 minut", 1, Unit.MINUTES, "1m"),
        ("1 uge", 1, Unit.WEEKS, "1w"),
        ("2 uger", 2, Unit.WEEKS, "2w"),
        ("  14 Dage ", 14, Unit.DAYS, "14d"),
        ("14dage", 14, Unit.DAYS, "14d"),
        ("90 min", 90, Unit.MINUTES, "90m"),
        ("365 days", 365, Unit.DAYS, "365d"),
    ],
)
def test_what_a_secretary_writes_is_read(written: str, count: int, unit: Unit, name: str) -> None:
    offset = parse_offset(written)
    assert offset == Offset(count, unit)
    assert offset.name == name


@pytest.mark.parametrize(
    ("written", "sentence"),
    [
        ("", "Write a number and a unit, such as 7 days"),
        ("7", "a number and a unit"),
        ("days", "a number and a unit"),
        ("seven days", "a number and a unit"),
        ("-1 days", "a number and a unit"),
        ("1.5 hours", "a number and a unit"),
        ("7 dags", "a number and a unit"),
        ("7 days before", "a number and a unit"),
        ("٧ days", "a number and a unit"),
        ("1000000000 days", "a number and a unit"),
        ("0 days", "1 or more"),
        ("366 days", "365 days at most"),
        ("53 weeks", "365 days at most"),
        ("999999 minutes", "365 days at most"),
    ],
)
def test_anything_else_is_refused_with_a_sentence(written: str, sentence: str) -> None:
    with pytest.raises(ValueError, match=sentence):
        parse_offset(written)


def test_an_offset_beyond_all_counting_is_refused_as_any_other() -> None:
    with pytest.raises(ValueError, match="365 days at most"):
        Offset(10**30, Unit.WEEKS)


def test_days_are_counted_on_the_calendar_and_hours_in_time() -> None:
    assert [unit for unit in Unit if Offset(1, unit).calendar] == [Unit.DAYS, Unit.WEEKS]
    assert Offset(2, Unit.WEEKS).span == timedelta(days=14)
    assert Offset(90, Unit.MINUTES).span == timedelta(hours=1.5)


@given(st.integers(1, 365), st.sampled_from(Unit))
def test_a_name_reads_as_the_offset_it_names(count: int, unit: Unit) -> None:
    if count * timedelta(**{unit.value: 1}) <= LONGEST:
        offset = Offset(count, unit)
        assert parse_offset(offset.name) == offset
        assert parse_offset(f"{count} {unit.value}") == offset


@given(st.from_regex(r"\d{0,9} ?(minutes|hours|days|weeks|time|uger|x)?", fullmatch=True))
def test_any_text_is_an_offset_within_bounds_or_refused(text: str) -> None:
    with suppress(ValueError):
        assert timedelta(0) < parse_offset(text).span <= LONGEST
