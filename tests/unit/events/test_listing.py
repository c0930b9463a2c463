from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.events.listing import (
    days,
    end_instant,
    find,
    is_over,
    latest_past,
    start_instant,
    upcoming,
)
from bot.events.wish import Wish, wish
from bot.knowledge.forms import Text
from bot.knowledge.model import Event, Status
from tests.unit.events.making import event, wall

NOW = datetime(2023, 6, 21, 12, tzinfo=UTC)
ANY = Wish(
    first=None,
    last=None,
    places=(),
    online=False,
    next_one=False,
    past=False,
    registration=False,
    when=False,
    where=False,
    listing=False,
    event_word=False,
    unread=(),
)
COPENHAGEN = Text(da="Bella Center, København", en="Bella Center, Copenhagen")
EVENTS = (
    event("autumn", starts=date(2023, 11, 8), ends=date(2023, 11, 9)),
    event("spring", starts=date(2023, 3, 1)),
    event(
        "today",
        starts=wall(2023, 6, 21, 15, 15),
        ends=wall(2023, 6, 21, 16, 45),
        place=None,
        online=True,
    ),
    event("capital", starts=date(2023, 10, 2), ends=date(2023, 10, 3), place=COPENHAGEN),
    event("early", starts=date(2023, 6, 7)),
)


def ids(events: tuple[Event, ...]) -> list[str]:
    return [e.id for e in events]


def asked(text: str, events: tuple[Event, ...] = EVENTS) -> tuple[list[str], bool]:
    found = find(events, NOW, wish(text, date(2023, 6, 21), ("Odense",)))
    return ids(found.events), found.past


def test_upcoming_by_start_and_past_newest_first() -> None:
    assert ids(upcoming(EVENTS, NOW)) == ["today", "capital", "autumn"]
    assert ids(latest_past(EVENTS, NOW, 5)) == ["early", "spring"]
    assert ids(latest_past(EVENTS, NOW, 1)) == ["early"]


@pytest.mark.parametrize(
    ("text", "expected", "past"),
    [
        ("upcoming events", ["today", "capital", "autumn"], False),
        ("næste event", ["today"], False),
        ("hvad sker der i oktober", ["capital"], False),
        ("events in Copenhagen", ["capital"], False),
        ("events i København eller online", ["today", "capital"], False),
        ("events in Denmark", ["capital", "autumn"], False),
        ("webinar", ["today"], False),
        ("events i Aalborg", [], False),
        ("past events", ["early", "spring"], True),
        ("hvad var det sidste event", ["early"], True),
        ("events 7. juni", ["early"], True),
        ("hvad var der i marts", ["spring"], True),
        ("events i august", [], True),
        ("i dag", ["today"], False),
        ("events after 3 October", ["autumn"], False),
        ("9 november", ["autumn"], False),
    ],
)
def test_what_is_asked_is_found(text: str, expected: list[str], past: bool) -> None:
    found, over = asked(text)
    assert found == expected
    if expected:
        assert over is past


def test_a_date_alone_lasts_until_local_midnight() -> None:
    dated = event(starts=date(2023, 6, 21))
    assert end_instant(dated) == datetime(2023, 6, 21, 22, tzinfo=UTC)
    assert not is_over(dated, datetime(2023, 6, 21, 21, 59, 59, tzinfo=UTC))
    assert is_over(dated, datetime(2023, 6, 21, 22, tzinfo=UTC))


def test_a_time_lasts_until_its_end() -> None:
    timed = event(starts=wall(2023, 6, 21, 15, 15), ends=wall(2023, 6, 21, 16, 45))
    assert not is_over(timed, datetime(2023, 6, 21, 14, 44, tzinfo=UTC))
    assert is_over(timed, datetime(2023, 6, 21, 14, 45, tzinfo=UTC))


def test_a_start_without_length_is_upcoming_until_it_is_there() -> None:
    timed = event(starts=wall(2023, 6, 21, 14), ends=wall(2023, 6, 21, 14))
    assert not is_over(timed, NOW)
    assert is_over(timed, NOW + timedelta(seconds=1))


def test_a_time_that_the_clocks_skip_is_pushed_forward() -> None:
    skipped = event(starts=wall(2023, 3, 26, 2, 30), ends=wall(2023, 3, 26, 4))
    start = start_instant(skipped)
    assert (start.hour, start.minute) == (3, 30)
    assert end_instant(skipped) - start == timedelta(minutes=30)


def test_midnight_that_the_clocks_skip_is_pushed_forward() -> None:
    day = event(starts=date(2023, 4, 28), zone="Africa/Cairo")
    assert start_instant(day).hour == 1


def test_days() -> None:
    assert days(event(starts=date(2023, 11, 8), ends=date(2023, 11, 9))) == (
        date(2023, 11, 8),
        date(2023, 11, 9),
    )
    night = event(starts=wall(2023, 6, 21, 20), ends=wall(2023, 6, 22))
    assert days(night) == (date(2023, 6, 21),)


def test_cancelled_events_are_listed_but_never_the_next_one() -> None:
    events = (event("off", starts=date(2023, 6, 22), status=Status.CANCELLED), *EVENTS[:1])
    assert ids(find(events, NOW, ANY).events) == ["off", "autumn"]
    assert ids(find(events, NOW, replace(ANY, next_one=True)).events) == ["autumn"]


@given(
    st.lists(
        st.tuples(st.dates(date(2020, 1, 1), date(2026, 1, 1)), st.integers(0, 40)), max_size=12
    ),
    st.datetimes(datetime(2020, 1, 1), datetime(2026, 1, 1), timezones=st.just(UTC)),  # noqa: DTZ001
)
def test_every_event_is_either_upcoming_or_past(
    spans: list[tuple[date, int]], at: datetime
) -> None:
    events = tuple(
        event(f"event-{n}", starts=first, ends=first + timedelta(days=length))
        for n, (first, length) in enumerate(spans)
    )
    coming, over = upcoming(events, at), latest_past(events, at, len(events))
    assert sorted(ids(coming) + ids(over)) == sorted(ids(events))
    assert all(end_instant(e) > at for e in coming)
    assert all(end_instant(e) <= at for e in over)
    assert [e.starts for e in coming] == sorted(e.starts for e in coming)
    assert [e.starts for e in over] == sorted((e.starts for e in over), reverse=True)
    assert all(len(days(e)) == (e.ends - e.starts).days + 1 for e in events)
