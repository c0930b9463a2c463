from datetime import UTC, date, datetime
from urllib.parse import parse_qs, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.events.calendar_links import calendar_links
from bot.knowledge.forms import Text
from bot.knowledge.model import Event
from bot.reply import Language
from tests.unit.events.making import event, wall

LINKS = ("Outlook", "Google")


def read(made: Event, language: Language = Language.DANISH) -> dict[str, dict[str, str]]:
    links = dict(calendar_links(made, language))
    assert tuple(links) == LINKS
    assert all(url.startswith("https://") for url in links.values())
    return {
        name: {key: value[0] for key, value in parse_qs(urlsplit(url).query).items()}
        for name, url in links.items()
    }


def test_times_are_in_utc() -> None:
    links = read(event(starts=wall(2023, 6, 21, 15, 15), ends=wall(2023, 6, 21, 16, 45)))
    assert links["Google"]["dates"] == "20230621T131500Z/20230621T144500Z"
    outlook = links["Outlook"]
    assert (outlook["startdt"], outlook["enddt"]) == (
        "2023-06-21T13:15:00Z",
        "2023-06-21T14:45:00Z",
    )
    assert outlook["allday"] == "false"


def test_winter_time_counts() -> None:
    links = read(event(starts=wall(2023, 11, 8, 9), ends=wall(2023, 11, 8, 10)))
    assert links["Google"]["dates"] == "20231108T080000Z/20231108T090000Z"


def test_whole_days_end_on_the_day_after_the_last() -> None:
    links = read(event(starts=date(2023, 10, 2), ends=date(2023, 10, 3)))
    assert links["Google"]["dates"] == "20231002/20231004"
    assert (links["Outlook"]["startdt"], links["Outlook"]["enddt"]) == ("2023-10-02", "2023-10-04")
    assert links["Outlook"]["allday"] == "true"


@pytest.mark.parametrize("language", list(Language))
def test_titles_stay_whole(language: Language) -> None:
    made = event(title=Text(da="Æ & ø? #1", en="A & b? #1"))
    links = read(made, language)
    assert links["Google"]["text"] == links["Outlook"]["subject"] == made.label(language)


@given(st.datetimes(wall(2020, 1, 1), wall(2030, 1, 1)))
def test_both_calendars_begin_at_the_same_instant(starts: datetime) -> None:
    starts = starts.replace(second=0, microsecond=0)
    links = read(event(starts=starts))
    google = links["Google"]["dates"].partition("/")[0]
    outlook = links["Outlook"]["startdt"]
    assert datetime.strptime(google, "%Y%m%dT%H%M%SZ").replace(tzinfo=UTC) == (
        datetime.fromisoformat(outlook)
    )


@given(st.dates(date(2000, 1, 1), date(2100, 1, 1)))
def test_a_day_is_a_day_long(day: date) -> None:
    first, last = read(event(starts=day))["Google"]["dates"].split("/")
    assert (date.fromisoformat(last) - date.fromisoformat(first)).days == 1
