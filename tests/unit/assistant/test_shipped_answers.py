"""The answer of every entry of the shipped base: short, in order, with its source."""

from datetime import UTC, datetime, timedelta

import pytest

from bot.desk import Desk
from bot.plain_text import plain_text
from bot.reply import (
    AddToCalendar,
    Intent,
    Language,
    Note,
    OpenLink,
    Outcome,
    People,
    Question,
    Reply,
    WriteMail,
)

ABOUT_AS_LONG_AS_FITS = 1_600
"""Characters: about 1,500, and some more for the addresses of an event's pages."""
IN_REAL_LIFE = datetime(2026, 11, 23, 8, tzinfo=UTC)
BOTH = pytest.mark.parametrize("language", list(Language))


@pytest.fixture(scope="module")
def answers(desk: Desk, early_june: datetime) -> dict[tuple[str, Language], Reply]:
    """Every entry's answer in both languages, as picked from a choice."""
    return {
        (entry.id, language): desk.reply(
            Question("", early_june, Intent.CHOICE, entry.id, locale=language)
        )
        for entry in desk.lookup.knowledge.entries()
        for language in Language
    }


def test_a_picked_entry_is_answered(answers: dict[tuple[str, Language], Reply]) -> None:
    for (id_, language), reply in answers.items():
        assert reply.outcome is Outcome.ANSWER
        assert reply.language is language
        assert [(entry.id, entry.score) for entry in reply.entries] == [(id_, 1.0)]
        assert plain_text(reply).removeprefix("• ").startswith(reply.entries[0].title)


def test_every_answer_is_short(answers: dict[tuple[str, Language], Reply]) -> None:
    long = {
        key: len(plain_text(reply))
        for key, reply in answers.items()
        if len(plain_text(reply)) > ABOUT_AS_LONG_AS_FITS
    }
    assert long == {}


def test_every_answer_ends_with_source_and_check_date(
    answers: dict[tuple[str, Language], Reply],
) -> None:
    for (_, language), reply in answers.items():
        last = reply.parts[-1]
        assert isinstance(last, Note)
        assert {"da": "Sidst tjekket", "en": "Checked"}[language] in last.text
        assert not any(isinstance(part, Note) for part in reply.parts[:-1])


def test_whom_to_turn_to_comes_before_what_to_do(
    answers: dict[tuple[str, Language], Reply],
) -> None:
    for (id_, _), reply in answers.items():
        asks_for_people = reply.entries[0].kind in {"role", "person"}
        if asks_for_people and id_ != "contact-legal-security":  # where nobody is named
            assert isinstance(reply.parts[1], People), id_


def test_the_parts_and_offers_are_few(answers: dict[tuple[str, Language], Reply]) -> None:
    for key, reply in answers.items():
        assert len(reply.parts) <= 8, key
        assert len(reply.actions) <= 6, key
        assert len(set(reply.actions)) == len(reply.actions), key


def test_every_offer_leads_somewhere(answers: dict[tuple[str, Language], Reply]) -> None:
    for reply in answers.values():
        for action in reply.actions:
            match action:
                case OpenLink(label, url):
                    assert label
                    assert url.startswith(("https://", "http://"))
                case WriteMail(_, address, subject):
                    assert "@" in address
                    assert reply.entries[0].title in subject
                case AddToCalendar(_, entry):
                    assert reply.entries[0].id == entry
                case _:
                    pytest.fail(f"{action} does not belong to an answer")


def test_every_person_shown_can_be_reached(answers: dict[tuple[str, Language], Reply]) -> None:
    unreachable = {
        person.name
        for reply in answers.values()
        for part in reply.parts
        if isinstance(part, People)
        for person in part.people
        if not (person.email or person.reach)
    }
    assert unreachable == set()


@BOTH
def test_years_later_every_answer_says_it_may_be_out_of_date(
    desk: Desk, language: Language
) -> None:
    doubt = {"da": "kan være forældede", "en": "may be out of date"}[language]
    for entry in desk.lookup.knowledge.entries():
        due = entry.checked + timedelta(days=entry.check_every)
        if due < IN_REAL_LIFE.date():
            asked = Question("", IN_REAL_LIFE, Intent.CHOICE, entry.id, locale=language)
            last = desk.reply(asked).parts[-1]
            assert isinstance(last, Note)
            assert doubt in last.text, entry.id


@BOTH
def test_an_entry_that_is_gone_is_said_to_be(
    desk: Desk, early_june: datetime, language: Language
) -> None:
    asked = Question("", early_june, Intent.CHOICE, "long-gone", locale=language)
    reply = desk.reply(asked)
    assert reply.outcome is Outcome.UNKNOWN
    assert reply.language is language
    said = {"da": "står ikke længere", "en": "no longer in"}[language]
    assert said in plain_text(reply)
    assert any(isinstance(part, People) for part in reply.parts)


def test_whom_an_entry_is_for_is_said_once_where_other_ways_in_are_named(
    desk: Desk, early_june: datetime
) -> None:
    reply = desk.reply(Question("Hvordan starter man et projekt i CAI-X?", early_june))
    told = plain_text(reply)
    assert told.count("forskere og klinikere på SDU og OUH") == 1
    assert "Er du ikke det, er indgangen en anden" in told
