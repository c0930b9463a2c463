"""People and events looked up in a small base."""

from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.assistant.understanding import Understanding
from bot.assistant.vocabulary import phrases, talk
from bot.matching.index import Index
from bot.matching.sentences import elsewhere
from bot.plain_text import plain_text
from bot.ports import Found, Sought
from bot.reply import Language, Note, OpenLink, WriteMail
from bot.searching.search import Search
from tests.unit.assistant.base import LONG_AFTER, LOOKUP, SOON

INDEX = Index.fit((*phrases(LOOKUP), *talk()), elsewhere())
SEARCH = Search(LOOKUP, Understanding(LOOKUP, INDEX))
AFTER = SOON + timedelta(days=60)


def people(text: str, language: Language = Language.ENGLISH) -> tuple[Found, ...]:
    return SEARCH.find(text, Sought.PEOPLE, language, SOON, 10)


def events(text: str, at: datetime = SOON) -> list[str]:
    return [one.id for one in SEARCH.find(text, Sought.EVENTS, Language.ENGLISH, at, 10)]


def named(text: str) -> list[str]:
    return [one.title for one in people(text)]


@pytest.mark.parametrize(
    "text", ["a", "Ann", "anna", "ANNA HANSEN", "hansen anna", "  anna ", "Anna Hasnen"]
)
def test_a_person_is_found_while_their_name_is_typed(text: str) -> None:
    assert named(text) == ["Anna Hansen"]


@pytest.mark.parametrize("text", ["Anna Berg", "Mette Hansen", "bechmann", "!?", "xyzzy"])
def test_nobody_is_found_for_a_strangers_name(text: str) -> None:
    assert named(text) == []


def test_nothing_typed_finds_everybody_there_is_to_ask() -> None:
    assert named("") == ["Bo Berg", "Anna Hansen"]  # the entrance's, in its order
    assert [one.title for one in SEARCH.find("", Sought.PEOPLE, Language.DANISH, SOON, 1)] == [
        "Bo Berg"
    ]


def test_a_person_is_shown_with_what_their_role_is_for() -> None:
    (found,) = people("bo berg")
    assert (found.id, found.subtitle) == ("bo-berg", "The entrance · The network")
    text = plain_text(found.reply)
    assert "Call the switchboard" in text
    assert "The entrance: Ask here." in text
    assert "Source: The letter. Checked Thursday 1 June 2023." in text


def test_a_persons_mail_is_a_link() -> None:
    (found,) = people("anna")
    (mail,) = [one for one in found.reply.actions if isinstance(one, WriteMail)]
    assert mail.address == "anna@example.dk"


def test_who_stands_in_is_not_said_to_be_the_one() -> None:
    first = people("law")[0]
    text = plain_text(first.reply)
    assert first.title == "Bo Berg"
    assert "names nobody in particular for “Law”. Ask instead: The entrance." in text
    assert "Nobody is mentioned" not in text
    assert first.subtitle == "The entrance · The network"


def test_the_language_is_the_readers() -> None:
    (found,) = people("bo", Language.DANISH)
    assert found.subtitle == "Indgangen · Netværket"
    assert found.reply.language is Language.DANISH


@pytest.mark.parametrize(
    "text",
    ["", "g", "gath", "gathering", "træffet", "june", "juni", "jun", "odense", "Odens", "i juni",
     "events in Odense", "next", "the network", "2023", "events", "arrangementer"],
)  # fmt: skip
def test_an_event_is_found_by_title_time_and_place(text: str) -> None:
    assert events(text) == ["gathering"]


@pytest.mark.parametrize("text", ["july", "events in Aarhus", "bechmann", "?", "last year"])
def test_no_event_is_found_where_none_fits(text: str) -> None:
    assert events(text) == []


def test_what_is_over_is_found_only_where_it_is_named() -> None:
    assert events("", AFTER) == []
    assert events("events", AFTER) == []
    assert events("gath", AFTER) == ["gathering"]
    (found,) = SEARCH.find("gath", Sought.EVENTS, Language.ENGLISH, AFTER, 10)
    assert "Already held." in plain_text(found.reply)


def test_an_event_is_shown_with_its_source_and_its_registration() -> None:
    (found,) = SEARCH.find("gath", Sought.EVENTS, Language.ENGLISH, SOON, 10)
    assert (found.title, found.subtitle) == (
        "The gathering",
        "Wednesday 21 June 2023, 15:15–16:45 · Odense",
    )
    assert isinstance(found.reply.parts[-1], Note)
    assert OpenLink("Registration", "https://example.dk/tilmelding") in found.reply.actions


def test_an_overdue_check_is_said() -> None:
    (found,) = SEARCH.find("bo", Sought.PEOPLE, Language.ENGLISH, LONG_AFTER, 10)
    assert "may be out of date" in plain_text(found.reply)


@pytest.mark.parametrize("text", ["010190-1234", "anna 010190 1234", "0101901234 gathering"])
@pytest.mark.parametrize("sought", Sought)
def test_nothing_is_found_where_a_cpr_number_is_typed(text: str, sought: Sought) -> None:
    assert SEARCH.find(text, sought, Language.DANISH, SOON, 10) == ()


@given(st.text(max_size=60), st.sampled_from(Sought), st.sampled_from(Language), st.integers(0, 3))
def test_any_text_finds_at_most_so_much_each_once_and_with_its_source(
    text: str, sought: Sought, language: Language, most: int
) -> None:
    found = SEARCH.find(text, sought, language, SOON, most)
    assert len(found) <= most
    assert len({one.id for one in found}) == len(found)
    for one in found:
        assert one.title
        assert "letter" in plain_text(one.reply) or "Brevet" in plain_text(one.reply)


@given(st.sampled_from(["Anna Hansen", "Bo Berg"]), st.integers(1, 11))
def test_any_beginning_of_a_name_finds_its_owner(name: str, letters: int) -> None:
    assert name in named(name[:letters])
