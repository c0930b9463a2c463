"""Which events somebody means, and that what they are called is read as the same again."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.events.places import TOWNS_AND_COUNTRIES
from bot.knowledge.forms import Text
from bot.reminders.model import EVERYTHING, Scope
from bot.reminders.reminding_names import named, short
from bot.reminders.reminding_subject import Subjects
from bot.reply import Language
from tests.unit.reminders.reminding_base import (
    CONFERENCES,
    EARLY,
    LOOKUP,
    Named,
    event,
    lookup,
    place,
    single,
)

SUBJECTS = Subjects(LOOKUP, Named())
FAIR_OVER = EARLY.replace(month=12)


def meant(text: str, *before: str) -> tuple[Scope, ...]:
    return SUBJECTS.of(text, EARLY, before)


@pytest.mark.parametrize(
    "text",
    [
        *("", "alle", "all", "all events", "alle arrangementer", "arrangementer", "events"),
        *("kommende arrangementer", "RAIN-arrangementer", "alle RAIN events", "alt", "everything"),
        *("arangementer", "the calendar"),
    ],
)
def test_nothing_that_narrows_means_all(text: str) -> None:
    assert meant(text) == (EVERYTHING,)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Odense", "odense"),
        ("arrangementer i Odense", "odense"),
        ("odnese", "odense"),
        ("noget i København", "koebenhavn"),
        ("events in Copenhagen", "koebenhavn"),
        ("arrangementer på Fyn", "fyn"),
        ("on Funen", "fyn"),
        ("Lund", "lund"),
        ("online", "online"),
        ("onlinearrangementer", "online"),
        ("online events", "online"),
        ("virtuelle møder", "online"),
    ],
)
def test_a_place_is_meant(text: str, name: str) -> None:
    assert meant(text) == (place(name),)


def test_several_places_are_a_choice() -> None:
    assert meant("arrangementer i Odense og Aarhus") == (place("odense"), place("aarhus"))


@pytest.mark.parametrize(
    "text",
    ["konferencer", "konference", "conferences", "alle konferencer", "events tagged “conference”"],
)
def test_a_tag_of_the_events_is_meant_in_either_language(text: str) -> None:
    assert meant(text) == (CONFERENCES,)


def test_a_tag_that_no_event_has_is_none() -> None:
    assert Subjects(lookup(event()), Named()).of("konferencer", EARLY) == ()


@pytest.mark.parametrize(
    ("text", "id_"),
    [
        ("messen", "fair"),
        ("Hvad kan store modeller?", "talk"),
        ("nordic meet", "meet"),
        ("THE GREAT FAIR", "fair"),
        ("næste arrangement", "talk"),
    ],
)
def test_an_event_is_named_or_called_by_its_title(text: str, id_: str) -> None:
    assert meant(text) == (single(id_),)


@pytest.mark.parametrize(
    "text",
    ["medicin til patienter", "det forsvundne", "at", "onlineeventet", "konferencer i Vejle"],
)
def test_what_is_no_event_is_not_understood(text: str) -> None:
    assert meant(text) == ()


@pytest.mark.parametrize(
    "text", ["", "det", "it", "this", "the event", "arrangementet", "konferencen", "the conference"]
)
def test_what_was_spoken_of_last_is_pointed_at(text: str) -> None:
    assert meant(text, "somebody", "fair") == (single("fair"),)


def test_several_that_were_spoken_of_are_a_choice_where_they_are_pointed_at() -> None:
    assert meant("dem", "fair", "meet") == (single("fair"), single("meet"))
    assert meant("", "fair", "meet") == (EVERYTHING,)


def test_what_was_held_is_not_pointed_at() -> None:
    assert SUBJECTS.of("det", FAIR_OVER, ("fair",)) == ()


def test_the_only_webinar_is_meant_before_what_was_spoken_of() -> None:
    assert meant("foredraget", "fair") == (single("talk"),)


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize(
    "scope",
    [
        EVERYTHING,
        CONFERENCES,
        *(single(event.id) for event in LOOKUP.knowledge.events),
        *(place(name) for name in sorted({*TOWNS_AND_COUNTRIES, "online"})),
    ],
    ids=str,
)
def test_what_a_scope_is_called_means_the_scope(scope: Scope, language: Language) -> None:
    assert meant(named(scope, LOOKUP, language)) == (scope,)


@pytest.mark.parametrize("language", Language)
def test_a_venue_is_called_as_the_events_spell_it(language: Language) -> None:
    held = event(place=Text(da="SDU, Campusvej 55", en="SDU, Campusvej 55"))
    name = named(place("sdu"), lookup(held), language)
    assert "SDU" in name
    assert Subjects(lookup(held), Named()).of(name, EARLY) == (place("sdu"),)


def test_an_event_that_is_gone_is_called_so() -> None:
    assert named(single("nowhere"), LOOKUP, Language.ENGLISH) == (
        "an event that is no longer in my knowledge base"
    )


@given(st.text(max_size=100))
def test_any_text_means_something_or_nothing(text: str) -> None:
    assert isinstance(meant(text, "fair"), tuple)


@given(st.text(max_size=600))
def test_a_short_title_fits_on_a_button(title: str) -> None:
    assert len(short(title)) <= 42
