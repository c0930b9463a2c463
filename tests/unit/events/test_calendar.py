from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from hypothesis import given, settings
from hypothesis import strategies as st
from icalendar import Calendar
from pydantic import AnyHttpUrl

from bot.events.calendar import calendar_file
from bot.knowledge.forms import Link, Text
from bot.knowledge.model import Event, Status
from bot.reply import Language
from tests.unit.events.making import event, wall

STAMP = datetime(2023, 6, 21, 12, tzinfo=UTC)
HOME = ZoneInfo("Europe/Copenhagen")
TIMED = event("timed", starts=wall(2023, 6, 21, 15, 15), ends=wall(2023, 6, 21, 16, 45))


def parsed(*events: Event, language: Language = Language.DANISH) -> Calendar:
    made = Calendar.from_ical(calendar_file(events, language, stamp=STAMP))
    assert isinstance(made, Calendar)
    return made


def test_a_timed_event_names_its_zone_and_brings_its_rules() -> None:
    raw = calendar_file([TIMED], stamp=STAMP).decode()
    assert "DTSTART;TZID=Europe/Copenhagen:20230621T151500" in raw
    assert "DTEND;TZID=Europe/Copenhagen:20230621T164500" in raw
    calendar = Calendar.from_ical(raw)
    assert [str(zone["TZID"]) for zone in calendar.walk("VTIMEZONE")] == ["Europe/Copenhagen"]
    assert calendar.walk("VEVENT")[0].decoded("dtstart") == datetime(
        2023, 6, 21, 15, 15, tzinfo=HOME
    )


def test_dates_end_on_the_day_after_the_last() -> None:
    two_days = event(starts=date(2023, 11, 8), ends=date(2023, 11, 9))
    raw = calendar_file([two_days], stamp=STAMP).decode()
    assert "DTSTART;VALUE=DATE:20231108" in raw
    assert "DTEND;VALUE=DATE:20231110" in raw
    assert "VTIMEZONE" not in raw


def test_what_an_entry_tells() -> None:
    full = event(
        summary=Text(da="Om AI; alle, \\ er velkomne", en="On AI"),
        registration=AnyHttpUrl("https://example.org/tilmeld?a=1&b=2"),
        links=(Link(title=Text(da="Mere", en="More"), url=AnyHttpUrl("https://example.org/")),),
        year_inferred=True,
    )
    entry = parsed(full).walk("VEVENT")[0]
    assert str(entry["SUMMARY"]) == "Et træf"
    assert str(entry["LOCATION"]) == "Odense"
    assert str(entry["URL"]) == "https://example.org/"
    assert str(entry["DESCRIPTION"]) == (
        "Om AI; alle, \\ er velkomne\n\nTilmelding: https://example.org/tilmeld?a=1&b=2\n\n"
        "Årstallet står ikke i kilden; 2023 er udledt."
    )
    assert entry.decoded("dtstamp") == STAMP


def test_the_same_uid_over_exports_and_languages() -> None:
    later = STAMP.replace(year=2024)
    exports = (
        calendar_file([TIMED], stamp=STAMP),
        calendar_file([TIMED], Language.ENGLISH, stamp=later),
        calendar_file([event("timed", starts=date(2024, 1, 1))], stamp=later),
    )
    uids = {str(Calendar.from_ical(raw).walk("VEVENT")[0]["UID"]) for raw in exports}
    assert uids == {"timed@rain-bot"}


def test_the_same_events_and_stamp_make_the_same_file() -> None:
    assert calendar_file([TIMED], stamp=STAMP) == calendar_file([TIMED], stamp=STAMP)


def test_status() -> None:
    entries = parsed(TIMED, event("off", status=Status.CANCELLED)).walk("VEVENT")
    assert [str(entry["STATUS"]) for entry in entries] == ["CONFIRMED", "CANCELLED"]


def test_no_events_make_a_valid_empty_calendar() -> None:
    assert parsed().walk("VEVENT") == []


def test_a_start_without_length_has_no_end() -> None:
    entry = parsed(event(starts=wall(2023, 6, 21, 14))).walk("VEVENT")[0]
    assert "DTEND" not in entry


LINES = st.text(st.characters(exclude_categories=("C", "Z")), min_size=1, max_size=200)
WALLS = st.datetimes(datetime(1990, 1, 1), datetime(2050, 1, 1))  # noqa: DTZ001


@settings(max_examples=40, deadline=None)
@given(
    LINES,
    WALLS,
    st.integers(1, 10_000),
    st.sampled_from(("Europe/Copenhagen", "America/New_York", "UTC")),
)
def test_everything_comes_back(title: str, wall_: datetime, minutes: int, zone: str) -> None:
    starts = wall_.replace(microsecond=0)
    made = event(
        title=Text(da=title, en="A gathering"),
        starts=starts,
        ends=starts + timedelta(minutes=minutes, hours=2),
        zone=zone,
    )
    entry = parsed(made).walk("VEVENT")[0]
    assert str(entry["SUMMARY"]) == made.title.da
    aware = starts.replace(tzinfo=ZoneInfo(zone)).astimezone(UTC)
    assert entry.decoded("dtstart").astimezone(UTC) == aware
