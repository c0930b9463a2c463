"""What was pressed, and what is told of the bot itself, with a small base and the shipped one."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from bot.assistant.compose import Composer
from bot.assistant.happenings import MOST_LISTED, Happenings
from bot.assistant.informing import areas
from bot.assistant.lookup import Lookup
from bot.desk import Desk
from bot.events.wish import wish
from bot.plain_text import plain_text
from bot.reply import (
    AddToCalendar,
    Ask,
    Choose,
    Events,
    Facts,
    Intent,
    Language,
    Listing,
    More,
    OpenLink,
    Outcome,
    Question,
    Reply,
)
from tests.unit.assistant.base import LOOKUP

AT = datetime(2023, 6, 1, 9, tzinfo=UTC)
NEVER = datetime(2030, 1, 1, tzinfo=UTC)


def pressed(desk: Desk, intent: Intent, at: datetime = AT, **given: object) -> Reply:
    return desk.reply(replace(Question("", at, intent, locale=Language.DANISH), **given))


def test_an_event_comes_with_its_file_and_links(desk: Desk) -> None:
    reply = pressed(desk, Intent.CALENDAR, entry="whinn-2023")
    (file,) = reply.files
    assert (file.name, file.media) == ("whinn-2023.ics", "text/calendar")
    assert b"BEGIN:VEVENT" in file.content
    assert b"UID:whinn-2023@rain-bot" in file.content
    links = [action for action in reply.actions if isinstance(action, OpenLink)]
    assert [link.label for link in links] == ["Outlook", "Google"]
    assert reply.private


@pytest.mark.parametrize("at", [NEVER])
def test_what_is_over_is_in_no_calendar(desk: Desk, at: datetime) -> None:
    reply = pressed(desk, Intent.CALENDAR, at, entry="whinn-2023")
    assert (reply.files, reply.actions) == ((), ())
    assert "overstået" in plain_text(reply)


@pytest.mark.parametrize(
    ("intent", "given"),
    [
        (Intent.CALENDAR, {"entry": "no-such-thing"}),
        (Intent.CALENDAR, {"entry": "cai-x"}),
        (Intent.CHOICE, {"entry": "no-such-thing"}),
        (Intent.OTHERS, {"entries": ("no-such-thing", "nor-this")}),
        (Intent.OTHERS, {}),
    ],
    ids=str,
)
def test_what_is_gone_is_said_to_be(desk: Desk, intent: Intent, given: dict[str, object]) -> None:
    reply = pressed(desk, intent, **given)
    assert reply.outcome is Outcome.UNKNOWN
    assert "ikke længere" in plain_text(reply)


def test_an_events_answer_offers_the_calendar_while_it_is_to_come(desk: Desk) -> None:
    offered = [AddToCalendar("Læg i kalender", "whinn-2023")]
    for at, expected in ((AT, offered), (NEVER, [])):
        reply = pressed(desk, Intent.CHOICE, at, entry="whinn-2023")
        assert [a for a in reply.actions if isinstance(a, AddToCalendar)] == expected


def test_the_others_are_to_pick_from(desk: Desk) -> None:
    entries = ("contact-historical-data", "gone", "peace", "contact-historical-data")
    reply = pressed(desk, Intent.OTHERS, entries=entries)
    assert reply.outcome is Outcome.CHOOSE
    picks = [action.entry for action in reply.actions if isinstance(action, Choose)]
    assert picks == ["contact-historical-data", "peace"]


def test_an_answer_knows_what_came_second(desk: Desk) -> None:
    reply = desk.reply(Question("hvem hjælper med jura og data?", AT))
    known = set(desk.lookup.entries)
    assert set(reply.others) <= known
    assert set(reply.others).isdisjoint(entry.id for entry in reply.entries)


def test_whom_there_is_to_ask(desk: Desk) -> None:
    reply = pressed(desk, Intent.WHO)
    (facts,) = [part for part in reply.parts if isinstance(part, Facts)]
    told = {fact.label: fact.value for fact in facts.facts}
    assert "Kristian Kvist" in told["Historiske data"]
    assert "Kristian Fjordside Nielsen" in told["Jura og informationssikkerhed"]
    assert "ingen er nævnt" in told["Jura og informationssikkerhed"]
    assert "Medarbejderne i AI-kompetenceenheden" not in told
    assert {a.entry for a in reply.actions if isinstance(a, Choose)} == {
        role.id for role in areas(desk.lookup)
    }


@pytest.mark.parametrize("language", list(Language))
def test_what_becomes_of_what_one_writes(language: Language, desk: Desk) -> None:
    reply = desk.reply(Question("", AT, Intent.PRIVACY, locale=language))
    (points,) = [part for part in reply.parts if isinstance(part, Listing)]
    assert any("CPR" in point for point in points.items)
    (forget,) = reply.actions
    assert isinstance(forget, Ask)


# Many events


def many(count: int) -> Lookup:
    knowledge = LOOKUP.knowledge
    (first, *_) = knowledge.events
    made = tuple(
        first.model_copy(
            update={
                "id": f"day-{n:02}",
                "starts": date(2023, 7, n + 1),
                "ends": date(2023, 7, n + 1),
            }
        )
        for n in range(count)
    )
    return Lookup(knowledge.model_copy(update={"events": made}))


def page(lookup: Lookup, number: int) -> Reply:
    return Happenings(lookup, Language.DANISH, AT).listing(
        wish("", AT.date(), frozenset()), "alt", number
    )


def shown(reply: Reply) -> list[str]:
    return [card.id for part in reply.parts if isinstance(part, Events) for card in part.events]


def test_a_long_list_comes_a_page_at_a_time() -> None:
    lookup = many(25)
    pages = [page(lookup, number) for number in range(3)]
    assert [len(shown(one)) for one in pages] == [MOST_LISTED, MOST_LISTED, 5]
    assert [id_ for one in pages for id_ in shown(one)] == [f"day-{n:02}" for n in range(25)]
    offers = [[a for a in one.actions if isinstance(a, More)] for one in pages]
    assert offers == [
        [More("Vis de næste 10", "alt", 1)],
        [More("Vis de næste 5", "alt", 2)],
        [],
    ]
    assert "Nr. 11–20 af 25" in plain_text(pages[1])


def test_behind_the_last_page_is_the_last() -> None:
    lookup = many(25)
    assert shown(page(lookup, 99)) == shown(page(lookup, 2))


def test_a_short_list_is_whole() -> None:
    reply = page(many(MOST_LISTED), 0)
    assert (len(shown(reply)), reply.actions) == (MOST_LISTED, ())


def test_small_print_of_an_area_is_there(desk: Desk) -> None:
    composer = Composer(desk.lookup, Language.DANISH, AT)
    assert composer.small_print(areas(desk.lookup))
