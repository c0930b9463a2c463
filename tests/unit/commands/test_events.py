"""``events``: the list, as text, JSON and a calendar file."""

import json
from datetime import UTC, date, datetime

import icalendar
import pytest

from tests.unit.commands.conftest import Run

JUNE = ("--at", "2023-06-01")
ALL = ["ai-project-to-value-2023", "llm-online-event-2023", "nordic-ai-meet-2023", "whinn-2023"]
KEYS = {
    *("id", "title", "starts", "ends", "starts_at", "ends_at", "zone", "year_inferred", "place"),
    *("online", "status", "registration", "links", "source", "checked"),
}


def listed(run: Run, *arguments: str) -> list[str]:
    ran = run("events", "--json", *(arguments or JUNE))
    assert (ran.code, ran.err) == (0, "")
    return [event["id"] for event in json.loads(ran.out)]


def test_four_are_coming_up_in_june(run: Run) -> None:
    assert listed(run) == ALL
    text = run("events", *JUNE).out
    titles = ["værdiskabende", "sprogmodeller", "Nordic AI Meet", "WHINN"]
    assert sorted(titles, key=text.index) == titles
    assert text.count("•") == 4
    assert "onsdag den 21. juni 2023 kl. 15.15" in text


def test_the_list_speaks_the_language_asked_for(run: Run) -> None:
    text = run("events", *JUNE, "--lang", "en").out
    assert "Wednesday 21 June 2023, 15:15" in text
    assert "Copenhagen" in text
    (title,) = (
        e["title"] for e in json.loads(run("events", "--json", *JUNE, "--lang", "en").out)[1:2]
    )
    assert title == "RAIN online event: large language models in health care"


def test_json_has_dates_and_instants(run: Run) -> None:
    events = json.loads(run("events", "--json", *JUNE).out)
    assert all(event.keys() == KEYS for event in events)
    timed, whole = events[1], events[3]
    assert timed["starts"] == timed["starts_at"] == "2023-06-21T15:15:00+02:00"
    assert (timed["online"], timed["place"]) == (True, None)
    assert timed["registration"].startswith("https://")
    assert (whole["starts"], whole["ends"]) == ("2023-11-08", "2023-11-09")
    assert whole["starts_at"] == "2023-11-08T00:00:00+01:00"
    assert whole["ends_at"] == "2023-11-10T00:00:00+01:00"
    assert [event["year_inferred"] for event in events] == [True, False, True, False]


@pytest.mark.parametrize(
    ("arguments", "found"),
    [
        (("--from", "2023-06-20"), ALL[1:]),
        (("--to", "2023-06-21"), ALL[:2]),
        (("--from", "2023-06-21", "--to", "2023-06-21"), ALL[1:2]),
        (("--from", "2023-10-03", "--to", "2023-11-08"), ALL[2:]),
        (("--from", "2023-07-01", "--to", "2023-09-01"), []),
        (("--place", "Odense"), ALL[3:]),
        (("--place", "odense"), ALL[3:]),
        (("--place", "København"), ALL[2:3]),
        (("--place", "Copenhagen"), ALL[2:3]),
        (("--place", "Århus"), ALL[:1]),
        (("--place", "Aalborg"), []),
        (("--place", "Atlantis"), []),
        (("--place", "Fyn", "--from", "2023-06-20"), ALL[3:]),
        (("--past",), []),
    ],
)
def test_the_list_can_be_narrowed(run: Run, arguments: tuple[str, ...], found: list[str]) -> None:
    assert listed(run, *JUNE, *arguments) == found


def test_what_is_over_is_listed_when_asked_for_newest_first(run: Run) -> None:
    later = ("--at", "2023-10-20")
    assert listed(run, *later) == ALL[3:]
    assert listed(run, *later, "--past") == ALL[2::-1]
    assert "Har været afholdt" in run("events", *later, "--past").out
    assert listed(run, *later, "--past", "--place", "Aarhus") == ALL[:1]


def test_years_later_nothing_is_coming_up(run: Run) -> None:
    assert listed(run, "--at", "2026-11-23") == []
    assert "•" not in run("events", "--at", "2026-11-23").out


def test_the_calendar_file_is_one(run: Run) -> None:
    calendar = icalendar.Calendar.from_ical(run("events", "--ics", *JUNE).out)
    events = calendar.walk("VEVENT")
    assert len(events) == 4
    starts = [event["DTSTART"].dt for event in events]
    assert starts[0] == date(2023, 6, 7)
    assert starts[1] == datetime(2023, 6, 21, 13, 15, tzinfo=UTC)
    assert events[3]["DTEND"].dt == date(2023, 11, 10), "the day after the last"
    assert len({str(event["UID"]) for event in events}) == 4


def test_an_empty_calendar_file_is_one(run: Run) -> None:
    out = run("events", "--ics", "--at", "2026-11-23").out
    assert icalendar.Calendar.from_ical(out).walk("VEVENT") == []


@pytest.mark.parametrize("option", ["--from", "--to", "--at"])
@pytest.mark.parametrize("day", ["soon", "2023-02-30", "8.11.2023"])
def test_a_day_that_is_none_is_an_error(run: Run, option: str, day: str) -> None:
    assert repr(day) in run("events", option, day).complaint


@pytest.mark.parametrize("option", ["--from", "--to"])
@pytest.mark.parametrize("day", ["0001-01-01T00:00+14:00", "9999-12-31T23:00-12:00"])
def test_the_ends_of_time_are_listed_or_refused(run: Run, option: str, day: str) -> None:
    assert run("events", option, day).code in {0, 2}


def test_one_output_at_a_time(run: Run) -> None:
    assert "--ics" in run("events", "--json", "--ics").complaint
