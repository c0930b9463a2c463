"""An entry's answer: what stands in it, and in which order."""

from datetime import UTC, datetime

import pytest

from bot.assistant.compose import first_sentence
from bot.reply import (
    Events,
    Fact,
    Facts,
    Heading,
    Language,
    Listing,
    Note,
    OpenLink,
    Paragraph,
    Part,
    People,
    WriteMail,
)
from bot.wording import assistant as say
from tests.unit.assistant.base import LONG_AFTER, LOOKUP, SOON, composer

BOTH = pytest.mark.parametrize("language", list(Language))


def parts(entry: str, language: Language = Language.ENGLISH) -> tuple[Part, ...]:
    return composer(language).card(LOOKUP.entries[entry]).parts


def names(entry: str) -> list[str]:
    """The people of an answer, in order."""
    found = (part for part in parts(entry) if isinstance(part, People))
    return [person.name for part in found for person in part.people]


def facts(entry: str, language: Language = Language.ENGLISH) -> dict[str, str]:
    found = (part for part in parts(entry, language) if isinstance(part, Facts))
    return {fact.label: fact.value for part in found for fact in part.facts}


@BOTH
@pytest.mark.parametrize("entry", LOOKUP.entries)
def test_every_kind_begins_with_its_name(entry: str, language: Language) -> None:
    first, *rest = parts(entry, language)
    name = LOOKUP.entries[entry].label(language)
    if isinstance(first, Events):  # an event's card carries its title
        assert [card.title for card in first.events] == [name]
    else:
        assert first == Heading(name)
    assert rest


@pytest.mark.parametrize("entry", ["front-desk", "anna-hansen", "bo-berg"])
def test_whom_to_turn_to_stands_first(entry: str) -> None:
    assert isinstance(parts(entry)[1], People)


def test_a_role_names_its_people_in_their_order_and_whom_it_is_for() -> None:
    assert names("front-desk") == ["Bo Berg", "Anna Hansen"]
    assert Paragraph("Ask here.") in parts("front-desk")
    assert facts("front-desk") == {"For": "employees of Region Syddanmark, companies"}
    assert facts("front-desk", Language.DANISH) == {
        "For": "ansatte i Region Syddanmark, virksomheder"
    }


def test_a_person_is_shown_with_address_or_the_way_to_reach_them() -> None:
    (anna,) = next(part for part in parts("anna-hansen") if isinstance(part, People)).people
    assert (anna.role, anna.organisation, anna.email) == ("Lawyer", "The unit", "anna@example.dk")
    (bo,) = next(part for part in parts("bo-berg") if isinstance(part, People)).people
    assert (bo.role, bo.email, bo.reach) == ("", "", "Call the switchboard")


def test_a_person_is_shown_with_what_they_do() -> None:
    assert facts("anna-hansen") == {
        "Takes care of": "The entrance",
        "Takes part in": "Scanning; The gathering",
    }


def test_an_organisation_says_what_it_belongs_to() -> None:
    assert facts("unit")["Part of"] == "The network"
    assert facts("rain")["Also called"] == "RAIN, Regional AI"
    assert Listing(("The first", "The second")) in parts("unit")
    assert names("unit") == ["Bo Berg", "Anna Hansen"]


def test_a_service_tells_the_steps_in_order() -> None:
    assert Listing(("Write", "Come"), numbered=True) in parts("advice")
    assert facts("advice") == {"Provided by": "The unit"}
    assert names("advice") == ["Bo Berg", "Anna Hansen"]


def test_a_project_names_its_partners_and_people() -> None:
    assert facts("scan") == {"Partners": "The network, The unit"}
    assert names("scan") == ["Anna Hansen"]
    assert Listing(("A point",)) in parts("scan")


def test_a_topic_tells_its_points() -> None:
    assert parts("ruling") == (
        Heading("The ruling"),
        Paragraph("It fell."),
        Listing(("That is why",)),
    )


def test_an_event_is_a_card_with_its_organiser() -> None:
    (card,) = next(part for part in parts("gathering") if isinstance(part, Events)).events
    assert card.id == "gathering"
    assert card.starts == datetime(2023, 6, 21, 13, 15, tzinfo=UTC)
    assert card.registration == "https://example.dk/tilmelding"
    assert facts("gathering") == {"Organiser": "The network"}
    assert names("gathering") == ["Anna Hansen"]


def test_where_nobody_is_named_the_next_who_is_stands_in() -> None:
    """Down the whole chain of fallbacks."""
    sentence = Paragraph(say.NOBODY_NAMED.say(Language.ENGLISH, role="The entrance"))
    assert sentence in parts("legal")
    assert names("legal") == ["Bo Berg", "Anna Hansen"]


def test_a_service_whose_contact_names_nobody_says_so() -> None:
    sentence = Paragraph(say.NOBODY_NAMED.say(Language.ENGLISH, role="The entrance"))
    assert sentence in parts("legal-advice")
    assert names("legal-advice") == ["Bo Berg", "Anna Hansen"]
    assert sentence not in parts("advice")


@BOTH
def test_source_and_check_date_are_told_in_the_language(language: Language) -> None:
    (note,) = composer(language).small_print([LOOKUP.entries["rain"]])
    assert {"da": "Brevet", "en": "The letter"}[language] in note.text
    assert {"da": "1. juni 2023", "en": "1 June 2023"}[language] in note.text


def test_the_same_source_is_told_once() -> None:
    entries = [LOOKUP.entries[id_] for id_ in ("rain", "unit", "advice")]
    assert len(composer().small_print(entries)) == 1


@BOTH
def test_an_overdue_check_is_admitted(language: Language) -> None:
    (_, doubt) = composer(language, LONG_AFTER).small_print([LOOKUP.entries["rain"]])
    expected = {"da": "28. november 2023", "en": "28 November 2023"}[language]
    assert isinstance(doubt, Note)
    assert expected in doubt.text


@pytest.mark.parametrize(("day", "stale"), [(30, False), (1, False), (2, True)])
def test_an_entry_is_stale_after_its_own_interval(day: int, stale: bool) -> None:
    at = datetime(2023, 6 if day == 30 else 7, day, 12, tzinfo=UTC)
    notes = composer(at=at).small_print([LOOKUP.entries["ruling"]])
    assert len(notes) == (2 if stale else 1)
    assert len(composer(at=at).small_print([LOOKUP.entries["rain"]])) == 1


def test_mails_are_offered_to_those_with_an_address() -> None:
    offers = composer().card(LOOKUP.entries["front-desk"]).actions
    assert offers == (
        WriteMail("Write to Anna Hansen", "anna@example.dk", offers[0].subject),  # type: ignore[union-attr]
    )
    assert "The entrance" in offers[0].subject  # type: ignore[union-attr]


def test_links_come_after_mails() -> None:
    mail, link = composer().card(LOOKUP.entries["advice"]).actions
    assert isinstance(mail, WriteMail)
    assert link == OpenLink("The page", "https://example.dk/sparring")


def test_signing_up_is_offered_until_it_is_over() -> None:
    event = LOOKUP.entries["gathering"]
    sign_up = "https://example.dk/tilmelding"
    before = composer(at=SOON).card(event).actions
    after = composer(at=LONG_AFTER).card(event).actions
    assert sign_up in [offer.url for offer in before if isinstance(offer, OpenLink)]
    assert sign_up not in [offer.url for offer in after if isinstance(offer, OpenLink)]


def test_among_several_the_lists_are_left_out() -> None:
    card = composer().card(LOOKUP.entries["advice"])
    assert not any(isinstance(part, Listing) for part in card.brief)
    assert [part for part in card.parts if not isinstance(part, Listing)] == list(card.brief)


@pytest.mark.parametrize(
    ("entry", "hint"),
    [
        ("anna-hansen", "Lawyer, The unit"),
        ("bo-berg", "The entrance, The network"),
        ("front-desk", "Bo Berg, Anna Hansen"),
        ("legal", "Bo Berg, Anna Hansen"),
        ("gathering", "Wednesday 21 June 2023, 15:15–16:45, Odense"),
        ("advice", "Help to begin"),
        ("rain", "A network"),
    ],
)
def test_a_hint_tells_neighbours_apart(entry: str, hint: str) -> None:
    assert composer().hint(LOOKUP.entries[entry]) == hint


def test_a_day_of_the_month_ends_no_sentence() -> None:
    assert (
        first_sentence("Messen er den 7. juni i Odense. Kom.") == "Messen er den 7. juni i Odense"
    )


def test_a_house_that_the_title_names_is_not_named_again() -> None:
    card = composer().person(LOOKUP.people["anna-hansen"], "Head of The unit")
    assert (card.role, card.organisation) == ("Head of The unit", "")


def test_a_long_first_sentence_is_cut_at_a_word() -> None:
    assert first_sentence("Short. And more.") == "Short"
    cut = first_sentence("words " * 100)
    assert len(cut) <= 162
    assert cut.endswith("words …")


def test_facts_without_a_value_are_left_out() -> None:
    for entry in LOOKUP.entries:
        for part in parts(entry):
            assert not isinstance(part, Facts) or part.facts
            assert not isinstance(part, Facts) or all(
                isinstance(f, Fact) and f.value for f in part.facts
            )
