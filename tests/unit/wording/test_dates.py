from datetime import UTC, date, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest
from babel.dates import get_month_names
from hypothesis import given
from hypothesis import strategies as st

from bot.reply import Language
from bot.wording.dates import day, moment, span

DA, EN = Language.DANISH, Language.ENGLISH
HOME = ZoneInfo("Europe/Copenhagen")
LANGUAGES = st.sampled_from(Language)
DATES = st.dates(date(1990, 1, 1), date(2090, 12, 31))


def at(*parts: int, zone: str = "Europe/Copenhagen") -> datetime:
    return datetime(*parts, tzinfo=ZoneInfo(zone))


def test_a_day() -> None:
    assert day(date(2023, 6, 21), DA) == "onsdag den 21. juni 2023"
    assert day(date(2023, 6, 21), EN) == "Wednesday 21 June 2023"


def test_a_moment() -> None:
    assert moment(at(2023, 6, 21, 15, 15), DA) == "onsdag den 21. juni 2023 kl. 15.15"
    assert moment(at(2023, 6, 21, 9, 5), EN) == "Wednesday 21 June 2023 at 09:05"


def test_a_moment_of_the_day_after_utc_is_told_on_its_own_clock() -> None:
    assert moment(at(2023, 6, 21, 0, 30), DA) == "onsdag den 21. juni 2023 kl. 00.30"


def test_hours_of_one_day() -> None:
    starts, ends = at(2023, 6, 21, 15, 15), at(2023, 6, 21, 16, 45)
    assert span(starts, ends, DA) == "onsdag den 21. juni 2023 kl. 15.15–16.45"
    assert span(starts, ends, EN) == "Wednesday 21 June 2023, 15:15–16:45"


@pytest.mark.parametrize(
    ("first", "last", "danish", "english"),
    [
        (
            date(2023, 11, 8),
            date(2023, 11, 9),
            "onsdag den 8. – torsdag den 9. november 2023",
            "Wednesday 8 – Thursday 9 November 2023",
        ),
        (
            date(2023, 6, 30),
            date(2023, 7, 1),
            "fredag den 30. juni – lørdag den 1. juli 2023",
            "Friday 30 June – Saturday 1 July 2023",
        ),
        (
            date(2023, 12, 31),
            date(2024, 1, 1),
            "søndag den 31. december 2023 – mandag den 1. januar 2024",
            "Sunday 31 December 2023 – Monday 1 January 2024",
        ),
    ],
)
def test_spans_of_days(first: date, last: date, danish: str, english: str) -> None:
    assert span(first, last, DA) == danish
    assert span(first, last, EN) == english


def test_hours_over_several_days() -> None:
    said = span(at(2023, 11, 8, 9), at(2023, 11, 9, 16), DA)
    assert said == "onsdag den 8. november kl. 09.00 – torsdag den 9. november 2023 kl. 16.00"
    said = span(at(2023, 12, 31, 22), at(2024, 1, 1, 2), EN)
    assert said == "Sunday 31 December 2023 at 22:00 – Monday 1 January 2024 at 02:00"


def test_other_zones_are_named() -> None:
    abroad = at(2023, 6, 21, 9, zone="America/New_York")
    assert moment(abroad, DA) == "onsdag den 21. juni 2023 kl. 09.00 (tid i New York)"
    assert moment(abroad, EN) == "Wednesday 21 June 2023 at 09:00 (New York time)"
    assert moment(datetime(2023, 6, 21, 9, tzinfo=UTC), EN).endswith("09:00 (UTC)")
    assert moment(at(2023, 6, 21, 9, zone="UTC"), EN).endswith("09:00 (UTC)")
    offset = timezone(timedelta(hours=2))
    assert moment(datetime(2023, 6, 21, 9, tzinfo=offset), DA).endswith("(UTC+02:00)")


def test_an_end_in_another_zone_is_told_on_the_clock_of_the_start() -> None:
    ends = at(2023, 6, 21, 10, 45, zone="America/New_York")
    assert span(at(2023, 6, 21, 15, 15), ends, EN) == "Wednesday 21 June 2023, 15:15–16:45"


def test_a_start_without_an_end() -> None:
    starts = at(2023, 6, 21, 15, 15)
    assert span(starts, starts, DA) == moment(starts, DA)


def test_naive_times_are_refused() -> None:
    with pytest.raises(ValueError, match="without a zone"):
        moment(datetime(2023, 6, 21, 15, 15), DA)  # noqa: DTZ001 — what is refused


@given(DATES, LANGUAGES)
def test_a_day_says_its_number_month_and_year(d: date, language: Language) -> None:
    said = day(d, language)
    assert f"{d.day}" in said
    assert get_month_names("wide", locale=language.value)[d.month] in said
    assert said.endswith(str(d.year))
    assert span(d, d, language) == said


@given(DATES, st.integers(1, 800), LANGUAGES)
def test_a_span_ends_with_its_last_day_and_repeats_no_year(
    first: date, length: int, language: Language
) -> None:
    last = first + timedelta(days=length)
    said = span(first, last, language)
    assert said.endswith(day(last, language))
    if first.year == last.year:
        assert said.count(str(first.year)) == 1
    assert f" {first.day}" in said.split("–", maxsplit=1)[0]


@given(st.datetimes(datetime(1990, 1, 1), datetime(2090, 1, 1)), LANGUAGES)  # noqa: DTZ001
def test_a_moment_says_the_clock_where_it_belongs(wall: datetime, language: Language) -> None:
    mark = "." if language is DA else ":"
    said = moment(wall.replace(tzinfo=HOME), language)
    assert said.endswith(f"{wall.hour:02}{mark}{wall.minute:02}")
