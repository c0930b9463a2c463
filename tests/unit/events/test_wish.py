from datetime import date

import pytest
from babel.dates import get_month_names
from hypothesis import given
from hypothesis import strategies as st

from bot.events.mending import mended
from bot.events.wish import Wish, wish

MONTHS = {language: get_month_names("wide", locale=language) for language in ("da", "en")}
TODAY = date(2023, 6, 21)
KNOWN = ("Odense", "København", "Campus Nord, Kløverstien 5")


def read(text: str, today: date = TODAY) -> Wish:
    return wish(text, today, KNOWN)


def days(first: str, last: str) -> tuple[date | None, date | None]:
    return tuple(date.fromisoformat(d) if d else None for d in (first, last))  # type: ignore[return-value]


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("hvad sker der i oktober?", "2023-10-01", "2023-10-31"),
        ("what's on in October", "2023-10-01", "2023-10-31"),
        ("konferencer i oktobr", "2023-10-01", "2023-10-31"),
        ("kommende arr. i okt.", "2023-10-01", "2023-10-31"),
        ("webinar til november", "2023-11-01", "2023-11-30"),
        ("events in may", "2024-05-01", "2024-05-31"),
        ("event i maj måned", "2024-05-01", "2024-05-31"),
        ("events in juni", "2023-06-01", "2023-06-30"),
        ("næste måned", "2023-07-01", "2023-07-31"),
        ("naeste maaned", "2023-07-01", "2023-07-31"),
        ("this month", "2023-06-01", "2023-06-30"),
        ("denne uge", "2023-06-19", "2023-06-25"),
        ("events this week", "2023-06-19", "2023-06-25"),
        ("er der noget i næste uge", "2023-06-26", "2023-07-02"),
        ("last week", "2023-06-12", "2023-06-18"),
        ("i morgen", "2023-06-22", "2023-06-22"),
        ("i dag", "2023-06-21", "2023-06-21"),
        ("anything on today?", "2023-06-21", "2023-06-21"),
        ("day after tomorrow", "2023-06-23", "2023-06-23"),
        ("på fredag", "2023-06-23", "2023-06-23"),
        ("this weekend", "2023-06-24", "2023-06-25"),
        ("efteråret", "2023-09-01", "2023-11-30"),
        ("anything in the autumn?", "2023-09-01", "2023-11-30"),
        ("til vinter", "2023-12-01", "2024-02-29"),
        ("events inden jul", "2023-06-21", "2023-12-23"),
        ("efter sommerferien", "2023-08-11", ""),
        ("after easter", "2024-04-02", ""),
        ("after the summer", "2023-09-01", ""),
        ("before autumn", "2023-06-21", "2023-08-31"),
        ("i år", "2023-01-01", "2023-12-31"),
        ("resten af året", "2023-06-21", "2023-12-31"),
        ("next year", "2024-01-01", "2024-12-31"),
        ("events in 2024", "2024-01-01", "2024-12-31"),
        ("oktober næste år", "2024-10-01", "2024-10-31"),
        ("onsdag den 21. juni", "2023-06-21", "2023-06-21"),
        ("21/6", "2023-06-21", "2023-06-21"),
        ("21.6.2023", "2023-06-21", "2023-06-21"),
        ("2023-06-21", "2023-06-21", "2023-06-21"),
        ("June 21st", "2023-06-21", "2023-06-21"),
        ("21 June", "2023-06-21", "2023-06-21"),
        ("den 8. nov kl. 10.10", "2023-11-08", "2023-11-08"),
        ("8.-9. november", "2023-11-08", "2023-11-09"),
        ("nov 8-9, 2023", "2023-11-08", "2023-11-09"),
        ("fra 1. juni til 30. september", "2023-06-01", "2023-09-30"),
        ("between June and October", "2023-06-01", "2023-10-31"),
        ("fra november til februar", "2023-11-01", "2024-02-29"),
        ("mellem 1. og 15. oktober", "2023-10-01", "2023-10-15"),
        ("events from October onwards", "2023-10-01", ""),
        ("events after 1 October", "2023-10-02", ""),
        ("events before October", "2023-06-21", "2023-09-30"),
        ("start november", "2023-11-01", "2023-11-10"),
        ("i slutningen af oktober", "2023-10-21", "2023-10-31"),
        ("in the next 3 months", "2023-06-21", "2023-09-19"),
        ("om to uger", "2023-07-03", "2023-07-09"),
        ("i uge 45", "2023-11-06", "2023-11-12"),
        ("Q4", "2023-10-01", "2023-12-31"),
        ("7. juni", "2023-06-07", "2023-06-07"),
        ("1. december", "2023-12-01", "2023-12-01"),
        ("last October", "2022-10-01", "2022-10-31"),
        ("hvad var der i maj", "2023-05-01", "2023-05-31"),
        ("hvad var det event i november", "2023-11-01", "2023-11-30"),
        ("næste event", "", ""),
        ("31. juni", "2023-06-01", "2023-06-30"),
        ("hvad foregår der den 23.?", "2023-06-23", "2023-06-23"),
        ("event on the 23rd", "2023-06-23", "2023-06-23"),
        ("the webinar on wednesday the 5th", "2023-07-05", "2023-07-05"),
        ("onsdag d. 5. er der noget?", "2023-07-05", "2023-07-05"),
        ("webinar 7th", "2023-07-07", "2023-07-07"),
        ("the 2nd floor", "", ""),
        ("den 3. patient", "", ""),
        ("events in the coming months", "2023-06-21", "2023-12-18"),
        ("inden for den næste måned", "2023-06-21", "2023-07-21"),
        ("within a week", "2023-06-21", "2023-06-28"),
        ("i det næste halve år", "2023-06-21", "2023-12-21"),
        ("in the next eight weeks", "2023-06-21", "2023-08-16"),
        ("andet halvår", "2023-07-01", "2023-12-31"),
        ("the second half of the year", "2023-07-01", "2023-12-31"),
        ("second half of the match", "", ""),
        ("the last quarter of the year", "2023-10-01", "2023-12-31"),
        ("sidste kvartal af 2023", "2023-10-01", "2023-12-31"),
        ("junis arrangementer", "2023-06-01", "2023-06-30"),
    ],
)
def test_periods(text: str, first: str, last: str) -> None:
    found = read(text)
    assert (found.first, found.last) == days(first, last)


@pytest.mark.parametrize(
    "text",
    [
        "hvem er Maj Kicki Kiehn",
        "skriv til Maj",
        "may I sign up?",
        "who knows the market",
        "er det et match?",
        "GPT 3.5 og 24/7 support",
        "WHINN",
        "hvem skriver jeg til, August eller June?",
    ],
)
def test_what_names_no_period(text: str) -> None:
    assert (read(text).first, read(text).last) == (None, None)


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("konference i Aalborg", ("aalborg",)),
        ("noget i Ålborg?", ("aalborg",)),
        ("events in Copenhagen", ("koebenhavn",)),
        ("arangementer i kobenhavn", ("koebenhavn",)),
        ("events i Odence", ("odense",)),
        ("er der noget i Berlin eller Odense", ("berlin", "odense")),
        ("webinar", ()),
        ("anything at Campus Nord?", ("campus nord",)),
        ("events in Germany", ("tyskland",)),
        ("kontakt Anders Lund", ()),
        ("odens november", ("odense",)),
        ("copenhagn october", ("koebenhavn",)),
        ("aahus juni", ()),  # the base knows no event in Aarhus
    ],
)
def test_places(text: str, places: tuple[str, ...]) -> None:
    assert read(text).places == places


@pytest.mark.parametrize(
    ("text", "places", "outside"),
    [
        ("events outside Odense", (), ("odense",)),
        ("arrangementer uden for Odense", (), ("odense",)),
        ("hvilke arrangementer er ikke i Aarhus?", (), ("aarhus",)),
        ("events that are not in Odense or Aarhus", (), ("odense", "aarhus")),
        ("elsewhere than Odense", (), ("odense",)),
        ("andre steder end på Fyn", (), ("fyn",)),
        ("events other than the one in Copenhagen", (), ("koebenhavn",)),
        ("alle arrangementer undtagen det i København", (), ("koebenhavn",)),
        ("I cannot travel to Copenhagen", (), ("koebenhavn",)),
        ("events in Jutland, not in Aarhus", ("jylland",), ("aarhus",)),
        ("not in October, but in Odense", ("odense",), ()),
        ("is there nothing in Odense?", ("odense",), ()),
    ],
)
def test_places_that_are_ruled_out(
    text: str, places: tuple[str, ...], outside: tuple[str, ...]
) -> None:
    assert (read(text).places, read(text).outside) == (places, outside)


@pytest.mark.parametrize(
    ("text", "online", "on_site"),
    [
        ("which events are online?", True, False),
        ("events I can follow on my computer", True, False),
        ("hvilke arrangementer er ikke online?", False, True),
        ("in-person events", False, True),
        ("fysiske arrangementer", False, True),
        ("conferences and webinars", False, False),
        ("webinars", True, False),
        ("skal jeg møde op?", False, False),
    ],
)
def test_the_form(text: str, online: bool, on_site: bool) -> None:
    assert (read(text).online, read(text).on_site) == (online, on_site)


@pytest.mark.parametrize(
    ("text", "length"),
    [
        ("two-day conferences", (2, 2)),
        ("hvilke arrangementer varer to dage?", (2, 2)),
        ("hvilke arrangementer varer kun en dag?", (1, 1)),
        ("events of more than one day", (2, 366)),
        ("events two days from now", None),
        ("hvor lang tid varer konferencen?", None),
    ],
)
def test_the_length(text: str, length: tuple[int, int] | None) -> None:
    wanted = read(text).length
    assert (wanted and (wanted.fewest, wanted.most)) == length


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("anything worth attending next week?", True),
        ("er der noget, jeg kan deltage i til oktober?", True),
        ("which of these can I watch from home?", True),
        ("where can I go in Odense to hear of AI?", True),
        ("what can I attend?", False),
        ("can I watch the match from home?", False),
        ("skal jeg møde op den 7. juni?", False),
    ],
)
def test_something_to_attend_is_an_event_with_a_day_a_place_or_a_form(
    text: str, asked: bool
) -> None:
    assert read(text).event_word is asked


@pytest.mark.parametrize(
    ("text", "final"),
    [
        ("hvad er årets sidste arrangement?", True),
        ("the last event of the year", True),
        ("last conference before Christmas", True),
        ("what was the last event of the year?", False),
        ("hvad var det sidste event", False),
        ("årets sidste frist", False),
    ],
)
def test_the_last_one_to_come(text: str, final: bool) -> None:
    found = read(text)
    assert found.final_one is final
    assert not (found.final_one and found.past)


@pytest.mark.parametrize(
    ("text", "asking"),
    [
        ("I collect stamps, so which events are there in June?", ()),
        ("Vi er glade for heste. Hvilke arrangementer er der om kirurgi?", ("kirurgi",)),
        ("Jeg samler frimærker", ("samler", "frimaerker")),
    ],
)
def test_what_leads_up_to_a_question_asks_for_nothing(text: str, asking: tuple[str, ...]) -> None:
    assert read(text).asking == asking
    assert set(asking) <= set(read(text).unread)


@pytest.mark.parametrize(
    ("text", "topics"),
    [
        ("any football events in Odense?", ("football",)),
        ("fodboldarrangementer", ("fodbold",)),
        ("events about jazz", ("jazz",)),
        ("koster webinaret noget?", ()),
        ("junikonference", ()),
        ("a good conference", ()),
    ],
)
def test_what_events_are_to_be_about(text: str, topics: tuple[str, ...]) -> None:
    assert read(text).topics == topics


@pytest.mark.parametrize(
    ("text", "mend"),
    [
        ("evnets", "events"),
        ("onlien webbinar", "online webinar"),
        ("arrangemnter", "arrangementer"),
        ("confrence", "conference"),
        ("webinaret", "webinaret"),
        ("comfort", "comfort"),
    ],
)
def test_event_words_are_mended(text: str, mend: str) -> None:
    assert mended(text) == mend


@pytest.mark.parametrize(
    ("text", "flags"),
    [
        ("næste event", {"next_one", "event_word"}),
        ("what is the next event in Odense", {"next_one", "event_word"}),
        ("hvad er det næste RAIN-møde", {"next_one", "event_word"}),
        ("events next week", {"event_word", "listing"}),
        ("hvad var det sidste event", {"next_one", "past", "event_word"}),
        ("tidligere arrangementer", {"past", "listing", "event_word"}),
        ("past events", {"past", "listing", "event_word"}),
        ("hvad skete der i sidste måned", {"past"}),
        ("webinar i oktober", {"online", "event_word"}),
        ("virtuelle møder i oktober", {"online", "event_word", "listing"}),
        ("hvordan tilmelder jeg mig WHINN", {"registration"}),
        ("how do I sign up", {"registration"}),
        ("where can I register for WHINN", {"registration"}),
        ("hvornår er WHINN", {"when"}),
        ("hvornår var det nu WHINN er", {"when"}),
        ("hvor er WHINN", {"where"}),
        ("where is the conference", {"where", "event_word"}),
        ("hvor mange deltager", set()),
        ("sidste frist for tilmelding", {"registration"}),
        ("kalender", {"listing", "event_word"}),
        ("hvad sker der", {"listing", "event_word"}),
        ("what's happening", {"listing", "event_word"}),
        ("hvad sker der med mine data", {"listing"}),
        ("how long does the conference last", {"event_word"}),
        ("which events last longer", {"event_word", "listing"}),
        ("events last year", {"event_word", "listing", "past"}),
        ("adverse events in patients", {"listing"}),
        ("eventuelle spørgsmål", set()),
        ("book et møde med Kim", set()),
        ("kommende møder", {"listing", "event_word"}),
    ],
)
def test_what_is_asked(text: str, flags: set[str]) -> None:
    names = ["online", "next_one", "past", "registration", "when", "where", "listing", "event_word"]
    assert {name for name in names if getattr(read(text), name)} == flags


@pytest.mark.parametrize(
    ("text", "unread"),
    [
        ("When is WHINN 2023?", ("whinn", "2023")),
        ("hvornår er Nordic AI Meet i København?", ("nordic", "ai", "meet")),
        ("hvad sker der i oktober?", ()),
        ("kommende arrangementer i Odense i november", ()),
        ("hvordan tilmelder jeg mig onlineeventet om værdiskabelse", ("vaerdiskabelse",)),
        ("hvornår er RAIN-mødet", ("rain",)),
    ],
)
def test_what_is_left_for_titles(text: str, unread: tuple[str, ...]) -> None:
    assert read(text).unread == unread


FORMATS = ("{d}. {da} {y}", "den {d}. {da} {y}", "{d} {en} {y}", "{en} {d}, {y}", "{d}/{m}/{y}",
           "{d}.{m}.{y}", "{y}-{m:02}-{d:02}", "{d:02}-{m:02}-{y}", "{en} {d}th {y}")  # fmt: skip


@given(
    st.dates(date(1950, 1, 1), date(2080, 12, 31)),
    st.sampled_from(FORMATS),
    st.dates(TODAY, date(2030, 1, 1)),
)
def test_a_date_with_its_year_is_that_day_in_any_spelling(
    d: date, spelling: str, today: date
) -> None:
    names = {
        "da": MONTHS["da"][d.month],
        "en": MONTHS["en"][d.month],
    }
    text = spelling.format(d=d.day, m=d.month, y=d.year, **names)
    found = read(f"Hvad sker der {text}?", today)
    assert (found.first, found.last) == (d, d)
    assert found.unread == ()


@given(
    st.dates(date(2001, 1, 1), date(2080, 12, 31)), st.dates(date(2001, 1, 1), date(2080, 12, 31))
)
def test_a_date_without_a_year_is_within_a_year_of_today(d: date, today: date) -> None:
    found = read(f"event den {d.day}. {MONTHS['da'][d.month]}", today)
    assert found.first is not None
    assert found.first.month == d.month
    if (d.month, d.day) != (2, 29):
        assert -184 < (found.first - today).days < 184


@given(st.text(max_size=300), st.dates(date(1970, 1, 1), date(2199, 12, 31)))
def test_any_text_is_read(text: str, today: date) -> None:
    found = read(text, today)
    assert found.first is None or found.last is None or found.first <= found.last


PIECES = (
    "den", "31.", "2/30", "juni", "-", "til", "fra", "mellem", "og", "2023", "næste", "uge", "i",
    "år", "99", "første", "jul", "efter", "inden", "om", "0", "maj",
)  # fmt: skip


@given(st.lists(st.sampled_from(PIECES), max_size=12).map(" ".join))
def test_any_heap_of_calendar_words_is_read(text: str) -> None:
    found = read(text)
    assert found == read(text)
    assert isinstance(found.unread, tuple)
