"""Which events a question is answered with: by order, day, place, or none."""

from collections.abc import Callable
from datetime import UTC, datetime

import pytest

from bot.desk import Desk
from bot.plain_text import plain_text
from bot.reply import Ask, Events, Intent, Language, Outcome, Question, Reply
from bot.wording import assistant as say

Asking = Callable[[str], Reply]
ALL = ["ai-project-to-value-2023", "llm-online-event-2023", "nordic-ai-meet-2023", "whinn-2023"]
AFTER_THE_FIRST = datetime(2023, 6, 14, 7, tzinfo=UTC)
IN_REAL_LIFE = datetime(2026, 11, 23, 8, tzinfo=UTC)


def entries(reply: Reply) -> list[str]:
    return [entry.id for entry in reply.entries]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("kommende arrangementer", ALL),
        ("which events are coming up?", ALL),
        ("næste arrangement", ALL[:1]),
        ("When is the next event?", ALL[:1]),
        ("Hvad sker der i oktober?", ["nordic-ai-meet-2023"]),
        ("What is on in October?", ["nordic-ai-meet-2023"]),
        ("arrangementer i juni", ALL[:2]),
        ("events in November", ["whinn-2023"]),
        ("Hvad sker der i Odense?", ["whinn-2023"]),
        ("events in Copenhagen", ["nordic-ai-meet-2023"]),
        ("arrangementer i Århus", ["ai-project-to-value-2023"]),
        ("which events are online?", ["llm-online-event-2023"]),
        ("online arrangementer", ["llm-online-event-2023"]),
        ("Hvornår er WHINN?", ["whinn-2023"]),
        ("Which events take place outside Odense?", ALL[:3]),
        ("Hvilke arrangementer er ikke i Aarhus?", ALL[1:]),
        ("list the in-person events", [ALL[0], *ALL[2:]]),
        ("Which events does Danish Life Science Cluster arrange?", [ALL[0], ALL[3]]),
        ("Hvilke arrangementer står RAIN selv for?", ALL[1:2]),
        ("Hvilke arrangementer varer to dage?", ALL[2:]),
        ("What is the last event of the year?", ALL[3:]),
        ("Is anything worth attending next week?", ALL[:1]),
        ("I am at home with a child, which of these can I watch from home?", ALL[1:2]),
        ("I fetch the children on the 21st. Is the language model webinar over by then?", ALL[1:2]),
        ("My manager has money left for travel, so which AI events do you know of?", ALL),
        ("hvilke AI-arrangementer kommer der de næste måneder?", ALL),
    ],
)
def test_events_are_found_by_order_day_and_place(ask: Asking, text: str, found: list[str]) -> None:
    reply = ask(text)
    assert reply.outcome is Outcome.ANSWER
    assert entries(reply) == found
    assert all(entry.kind == "event" for entry in reply.entries)


def test_a_list_shows_the_cards_in_order(ask: Asking) -> None:
    reply = ask("kommende arrangementer")
    (shown,) = (part for part in reply.parts if isinstance(part, Events))
    assert [card.id for card in shown.events] == entries(reply)
    assert say.UPCOMING_TITLE.da in plain_text(reply)


@pytest.mark.parametrize("text", ["tidligere arrangementer", "past events"])
def test_past_events_are_shown_newest_first(desk: Desk, text: str) -> None:
    assert entries(desk.reply(Question(text, IN_REAL_LIFE))) == ALL[::-1]
    assert entries(desk.reply(Question(text, AFTER_THE_FIRST))) == ALL[:1]


@pytest.mark.parametrize("text", ["tidligere arrangementer", "past events"])
def test_before_the_first_event_nothing_is_said_to_be_past_or_missing(
    ask: Asking, text: str
) -> None:
    """All lie ahead: "no upcoming events" would be untrue, and an empty list no answer."""
    reply = ask(text)
    assert say.NONE_UPCOMING.say(reply.language) not in plain_text(reply)
    assert entries(reply) == []


def test_the_last_one_is_the_latest(desk: Desk) -> None:
    assert entries(desk.reply(Question("what was the latest event?", IN_REAL_LIFE))) == ALL[-1:]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("kommende arrangementer", Language.DANISH),
        ("næste arrangement", Language.DANISH),
        ("next event", Language.ENGLISH),
        ("What is on?", Language.ENGLISH),
    ],
)
def test_with_nothing_coming_that_is_said_and_the_latest_shown(
    desk: Desk, text: str, language: Language
) -> None:
    reply = desk.reply(Question(text, IN_REAL_LIFE))
    said = plain_text(reply)
    assert reply.language is language
    assert say.NONE_UPCOMING.say(language) in said
    assert entries(reply) == ["whinn-2023", "nordic-ai-meet-2023", "llm-online-event-2023"]
    assert {"da": "Har været afholdt", "en": "Already held"}[language] in said
    assert {"da": "kan være forældede", "en": "may be out of date"}[language] in said


def test_a_past_event_by_name_is_said_to_be_over(desk: Desk) -> None:
    reply = desk.reply(Question("When is WHINN?", IN_REAL_LIFE))
    assert entries(reply) == ["whinn-2023"]
    assert "Already held." in plain_text(reply)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Hvad sker der i Aalborg?", Language.DANISH),
        ("arrangementer i Berlin", Language.DANISH),
        ("Events in Berlin?", Language.ENGLISH),
        ("any events in Aalborg?", Language.ENGLISH),
        ("events in December", Language.ENGLISH),
    ],
)
def test_where_none_fits_the_rest_is_offered(
    desk: Desk, early_june: datetime, text: str, language: Language
) -> None:
    reply = desk.reply(Question(text, early_june))
    assert (reply.outcome, reply.language, reply.entries) == (Outcome.UNKNOWN, language, ())
    assert say.NO_EVENTS_FIT.say(language) in plain_text(reply)
    (offer,) = reply.actions
    assert isinstance(offer, Ask)
    rest = desk.reply(Question(offer.text, early_june))
    assert entries(rest) == ALL
    assert rest.language is language


@pytest.mark.parametrize(
    "text",
    [
        "Is there a football event in Aarhus?",
        "Er der et fodboldarrangement i Aarhus?",
        "concert in Odense",
        "sygeplejerskekongres i Odense i november",
        "What's coming up on Netflix this month?",
        "what am I doing next week?",
        "Har jeg noget den 21.?",
        "which TV series can I watch from home",
        "Where can I listen to jazz in Copenhagen in October?",
    ],
)
def test_what_others_arrange_is_not_answered_with_what_is_on_that_day(
    ask: Asking, text: str
) -> None:
    reply = ask(text)
    assert (reply.outcome, reply.entries) == (Outcome.UNKNOWN, ())


@pytest.mark.parametrize(
    ("text", "found"),
    [("", ALL), ("oktober", ["nordic-ai-meet-2023"]), ("Odense", ["whinn-2023"])],
)
@pytest.mark.parametrize("language", list(Language))
def test_the_events_command_can_be_narrowed(
    desk: Desk, early_june: datetime, text: str, found: list[str], language: Language
) -> None:
    reply = desk.reply(Question(text, early_june, Intent.EVENTS, locale=language))
    assert reply.language is language
    assert entries(reply) == found


def test_years_later_the_events_command_shows_the_past_on_demand(desk: Desk) -> None:
    reply = desk.reply(Question("past", IN_REAL_LIFE, Intent.EVENTS, locale=Language.ENGLISH))
    assert entries(reply) == ALL[::-1]


def test_who_to_contact_about_data_in_october_is_no_event_question(ask: Asking) -> None:
    reply = ask("Hvem kan give os historiske data i oktober?")
    assert "contact-historical-data" in entries(reply)
