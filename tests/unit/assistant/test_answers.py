"""Questions in people's own words, answered from the shipped base."""

from collections.abc import Callable
from datetime import datetime

import pytest

from bot.desk import Desk
from bot.plain_text import plain_text
from bot.reply import (
    Ask,
    Choose,
    Heading,
    Intent,
    Language,
    Listing,
    Note,
    Outcome,
    Paragraph,
    People,
    Question,
    Reply,
)
from bot.wording import assistant as say

Asking = Callable[[str], Reply]
CONTACTS = {"person", "role"}


def entries(reply: Reply) -> list[str]:
    return [entry.id for entry in reply.entries]


def people(reply: Reply) -> dict[str, str]:
    """The people shown with their addresses."""
    found = (part for part in reply.parts if isinstance(part, People))
    return {person.name: person.email for part in found for person in part.people}


# --- people


def test_who_has_historical_data_gets_three_names_with_addresses(ask: Asking) -> None:
    reply = ask("hvem har styr på historiske data?")
    assert (reply.outcome, reply.language) == (Outcome.ANSWER, Language.DANISH)
    assert people(reply) == {
        "Sune Welling Hansen": "swh@rsyd.dk",
        "Anders Wang Maarbjerg": "Anders.Maarbjerg@rsyd.dk",
        "Kristian Kvist": "kgk@rsyd.dk",
    }


@pytest.mark.parametrize(
    "text",
    [
        "hvem har styr paa historiske data",
        "HVEM HAR STYR PÅ HISTORISKE DATA",
        "hvm har styr på historiskke data?",
    ],
)
def test_spelling_does_not_matter(ask: Asking, text: str) -> None:
    assert "contact-historical-data" in entries(ask(text))


def test_a_first_name_of_two_people_offers_both(ask: Asking) -> None:
    reply = ask("Kristian?")
    assert reply.outcome is Outcome.CHOOSE
    both = {"kristian-kvist", "kristian-fjordside-nielsen"}
    assert set(entries(reply)) == both
    assert {action.entry for action in reply.actions if isinstance(action, Choose)} == both
    assert Paragraph(say.CHOOSE_PERSON.say(reply.language)) in reply.parts


def test_a_full_name_is_that_person(ask: Asking) -> None:
    reply = ask("Hvordan får jeg fat i Kristian Kvist?")
    assert reply.outcome is Outcome.ANSWER
    assert entries(reply) == ["kristian-kvist"]
    assert reply.confidence > 0.9


@pytest.mark.parametrize(
    "text",
    [
        "who is head of radiology?",
        "hvem er chef for radiologisk afdeling?",
        "Hvem er Mette Frederiksen?",
        "what is the phone number of the hospital director?",
    ],
)
def test_nobody_is_passed_off_as_somebody_else(ask: Asking, text: str) -> None:
    reply = ask(text)
    assert reply.outcome is not Outcome.ANSWER
    assert not any(entry.kind in CONTACTS for entry in reply.entries)


@pytest.mark.parametrize(
    "text",
    [
        "Wer leitet die Radiologie?",
        "Wer ist für rechtliche Fragen zuständig?",
        "من هو رئيس قسم الأشعة؟",
        "Qui est le chef du service informatique ?",
        "谁负责放射科？",
    ],
)
def test_another_language_gets_no_wrong_person(ask: Asking, text: str) -> None:
    reply = ask(text)
    assert reply.outcome in {Outcome.UNKNOWN, Outcome.HELP, Outcome.REFUSED}
    assert reply.entries == ()


# --- not sure, and not known


def test_choices_are_told_apart_and_can_be_picked(desk: Desk, ask: Asking) -> None:
    reply = ask("Kristian?")
    (hints,) = (part for part in reply.parts if isinstance(part, Listing))
    assert len(hints.items) == len(reply.entries) == len(reply.actions)
    for hint, entry in zip(hints.items, reply.entries, strict=True):
        title, _, difference = hint.partition(" – ")
        assert title == entry.title
        assert difference
    assert len({hint.partition(" – ")[2] for hint in hints.items}) == len(hints.items)
    assert isinstance(reply.parts[-1], Note)
    for action in reply.actions:
        assert isinstance(action, Choose)
        assert action.entry in desk.lookup.entries


def test_a_choice_is_between_two_and_four(desk: Desk, early_june: datetime, ask: Asking) -> None:
    first_names = {p.name.split()[0] for p in desk.lookup.knowledge.people}
    words = [*first_names, "projekt", "CAI-X", "data", "jura", "kursus", "AI", "rapport"]
    offered = [reply for text in words if (reply := ask(text)).outcome is Outcome.CHOOSE]
    assert offered
    for reply in offered:
        assert 2 <= len(reply.entries) <= 4
        assert len(set(entries(reply))) == len(reply.entries)
        picks = [
            desk.reply(Question("", early_june, Intent.CHOICE, id_, reply.language))
            for id_ in entries(reply)
        ]
        assert {pick.outcome for pick in picks} == {Outcome.ANSWER}


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Hvad koster en billet til letbanen?", Language.DANISH),
        ("Where can I buy a second-hand bicycle?", Language.ENGLISH),
    ],
)
def test_what_is_not_known_is_said_and_somebody_is_named(
    ask: Asking, text: str, language: Language
) -> None:
    reply = ask(text)
    assert (reply.outcome, reply.language) == (Outcome.UNKNOWN, language)
    assert reply.entries == ()
    assert reply.parts[0] == Heading(say.UNKNOWN_TITLE.say(language))
    assert people(reply) == {"Kristian Fjordside Nielsen": "kfn@rsyd.dk"}
    assert reply.confidence < 0.6


# --- several needs


def test_two_questions_get_two_answers(ask: Asking) -> None:
    reply = ask("Who looks after historical data? When is WHINN?")
    assert reply.outcome is Outcome.ANSWER
    assert entries(reply) == ["contact-historical-data", "whinn-2023"]
    assert reply.parts[0] == Paragraph(say.SEVERAL.say(Language.ENGLISH))
    assert "Sune Welling Hansen" in people(reply)
    assert isinstance(reply.parts[-1], Note)


def test_needs_joined_by_and_get_an_answer_each(ask: Asking) -> None:
    reply = ask("Hvem har styr på historiske data, og hvem hjælper med jura?")
    assert reply.outcome is Outcome.ANSWER
    assert "contact-historical-data" in entries(reply)
    assert {"legal-security-help", "contact-legal-security"} & set(entries(reply))


def test_a_question_torn_between_two_needs_gets_both(ask: Asking) -> None:
    reply = ask("Vi mangler både journaldata fra tidligere år og en kraftig server til modellen")
    assert entries(reply) == ["contact-historical-data", "processing-power"]


def test_what_leads_up_to_a_question_is_no_need(ask: Asking) -> None:
    text = "I am a nurse and new to GPUs. Who looks after historical data from past years?"
    assert entries(ask(text)) == ["contact-historical-data"]


def test_a_first_name_of_two_gives_way_to_what_is_asked(ask: Asking) -> None:
    assert entries(ask("where are Kristian's slides on the unit?")) == ["competence-unit-slides"]


def test_an_and_inside_one_need_does_not_split_it(ask: Asking) -> None:
    assert len(entries(ask("Who helps with law and information security?"))) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Hvem har historiske data? Hvornår er WHINN? Hvad er PEACE? Hvad er CAI-X? Er RAIN nyt?",
        "Kristian Kvist, Sune Welling Hansen, Henrik Johansen, Kim Værgman, Anne Skovlund",
    ],
)
def test_an_answer_rests_on_three_entries_at_most(ask: Asking, text: str) -> None:
    reply = ask(text)
    assert len(reply.entries) <= 3
    assert len(reply.actions) <= 6
    assert len(plain_text(reply)) <= 2_000


# --- small talk


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("hej", "Hej!"),
        ("godmorgen", "Hej!"),
        ("good morning", "Hello!"),
        ("mange tak", "Det var så lidt."),
        ("tak", "Det var så lidt."),
        ("tak for hjælpen", "Det var så lidt."),
        ("thanks", "You are welcome."),
        ("thank you very much!", "You are welcome."),
        ("farvel", "På gensyn."),
        ("hvad kan du?", "Jeg finder den rette"),
        ("what can you do?", "I find the right person"),
        ("who are you?", "I am a bot"),
        ("hjælp", "Jeg finder den rette"),
        ("help", "I find the right person"),
    ],
)
def test_small_talk_is_answered_in_kind(ask: Asking, text: str, said: str) -> None:
    reply = ask(text)
    assert reply.outcome is Outcome.HELP
    assert reply.entries == ()
    assert plain_text(reply).startswith(said)


@pytest.mark.parametrize(
    "text", ["", " \n\t ", "😀", "😀👍🏽 🇩🇰", "\x00\x01\x02", "\u200b\u200e", "???", "…", "<>&*_~`"]
)
def test_nothing_that_can_be_read_gets_help(ask: Asking, text: str) -> None:
    reply = ask(text)
    assert reply.outcome is Outcome.HELP
    assert say.EMPTY.da in plain_text(reply)
    assert reply.actions


def test_the_examples_of_the_help_are_answered(desk: Desk, early_june: datetime) -> None:
    for language in Language:
        asked = Question("", early_june, Intent.HELP, locale=language)
        reply = desk.reply(asked)
        assert (reply.outcome, reply.language) == (Outcome.HELP, language)
        examples = [action for action in reply.actions if isinstance(action, Ask)]
        assert len(examples) == 4
        for example in examples:
            answer = desk.reply(Question(example.text, early_june))
            assert answer.outcome is Outcome.ANSWER, example.text
            assert answer.language is language, example.text


# --- language


@pytest.mark.parametrize(
    ("text", "locale", "language"),
    [
        ("Who looks after historical data?", None, Language.ENGLISH),
        ("Who looks after historical data?", Language.DANISH, Language.ENGLISH),
        ("Hvem har styr på historiske data?", Language.ENGLISH, Language.DANISH),
        ("CAI-X", None, Language.DANISH),
        ("CAI-X", Language.ENGLISH, Language.ENGLISH),
        ("CAI-X", Language.DANISH, Language.DANISH),
        ("", Language.ENGLISH, Language.ENGLISH),
        ("😀", None, Language.DANISH),
        ("Kristian Kvist", Language.ENGLISH, Language.ENGLISH),
    ],
)
def test_the_reply_speaks_the_askers_language(
    desk: Desk, early_june: datetime, text: str, locale: Language | None, language: Language
) -> None:
    assert desk.reply(Question(text, early_june, locale=locale)).language is language
