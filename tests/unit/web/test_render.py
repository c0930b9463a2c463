"""A reply as HTML."""

from datetime import UTC, date, datetime

import pytest

from bot.reply import (
    Action,
    AddToCalendar,
    Ask,
    Choose,
    EventCard,
    Events,
    Fact,
    Facts,
    Heading,
    Language,
    Listing,
    Note,
    OpenLink,
    Outcome,
    Paragraph,
    Part,
    People,
    PersonCard,
    Remind,
    Reply,
    StopReminding,
    WriteMail,
)
from bot.web.render import article, asked, problem
from tests.fakes.responder import NOON
from tests.unit.web.drawn import Drawn

HOSTILE = "\"'><img src=x onerror=alert(1)><script>alert(2)</script><!-- &lt; "
DAY = date(2023, 6, 21)
UNSAFE = [
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    " javascript:alert(1)",
    "java\nscript:alert(1)",
    "data:text/html,<script>alert(1)</script>",
    "vbscript:x",
    "//example.org",
    "/relative",
    "https://",
    "https://example.org/ onclick=alert(1)",
    "https://example.org/\u2028x",
    "file:///etc/passwd",
]


def reply(*parts: Part, actions: tuple[Action, ...] = ()) -> Reply:
    return Reply(Outcome.ANSWER, Language.DANISH, parts, actions)


def draw(*parts: Part, actions: tuple[Action, ...] = ()) -> Drawn:
    return Drawn(article(reply(*parts, actions=actions)))


@pytest.mark.parametrize(
    "part",
    [
        Heading(HOSTILE),
        Paragraph(HOSTILE),
        Note(HOSTILE),
        Listing((HOSTILE,)),
        Listing((HOSTILE,), numbered=True),
        People((PersonCard(HOSTILE, HOSTILE, HOSTILE, HOSTILE, HOSTILE),)),
        People((PersonCard("A", reach=HOSTILE),)),
        Facts((Fact(HOSTILE, HOSTILE, HOSTILE),)),
        Facts((Fact(HOSTILE, "", HOSTILE),)),
        Facts((Fact(HOSTILE, HOSTILE, "https://e.org/" + HOSTILE.replace(" ", "")),)),
        Events((EventCard(HOSTILE, *[HOSTILE] * 3, DAY, DAY, *[HOSTILE] * 3),)),
    ],
    ids=repr,
)
def test_hostile_text_in_a_part_stays_text(part: Part) -> None:
    drawn = draw(part)
    assert "LIVE[" not in drawn.shown
    assert "<script>alert(2)</script>" in drawn.shown


@pytest.mark.parametrize(
    "action",
    [
        OpenLink(HOSTILE, HOSTILE),
        OpenLink(HOSTILE, "https://example.org/"),
        WriteMail(HOSTILE, HOSTILE, HOSTILE),
        WriteMail(HOSTILE, "a@example.org", HOSTILE),
        Choose(HOSTILE, HOSTILE),
        Ask(HOSTILE, HOSTILE),
        Remind(HOSTILE, HOSTILE),
        StopReminding(HOSTILE, HOSTILE),
    ],
    ids=repr,
)
def test_hostile_text_in_an_action_stays_text(action: Action) -> None:
    drawn = draw(actions=(action,))
    assert "LIVE[" not in drawn.shown
    assert HOSTILE in drawn.shown


@pytest.mark.parametrize("url", UNSAFE)
def test_an_unsafe_address_leaves_its_label(url: str) -> None:
    event = EventCard("e", "E", "w", "p", DAY, DAY, url, url)
    facts = Facts((Fact("a", "the value", url), Fact("the label", "", url)))
    drawn = draw(facts, Events((event,)), actions=(OpenLink("press me", url),))
    assert drawn.links == ["/events/e.ics"]
    assert all(text in drawn.shown for text in ("the value", "the label", "press me"))


@pytest.mark.parametrize("address", ["no address", "a@b@c", "@", "a@\nb", ""])
def test_no_mail_link_to_what_is_no_address(address: str) -> None:
    assert draw(actions=(WriteMail("Skriv", address, "s"),)).links == []


def test_a_mail_address_cannot_add_headers() -> None:
    drawn = draw(actions=(WriteMail("Skriv", "a@b.dk?bcc=x", "Æ & ø?\nBcc: x"),))
    assert drawn.links == ["mailto:a@b.dk%3Fbcc%3Dx?subject=%C3%86%20%26%20%C3%B8%3F%0ABcc%3A%20x"]


def test_a_person_is_written_to_with_the_subject_of_the_offer() -> None:
    people = People((PersonCard("A", email="a@b.dk"), PersonCard("C", email="c@b.dk")))
    drawn = draw(people, actions=(WriteMail("Skriv til A", "a@b.dk", "Hej"),))
    assert drawn.links == [
        "mailto:a@b.dk?subject=Hej",
        "mailto:c@b.dk",
        "mailto:a@b.dk?subject=Hej",
    ]


def test_a_person_without_mail_shows_how_to_reach_them() -> None:
    assert "Ved skranken" in draw(People((PersonCard("A", reach="Ved skranken"),))).shown


def test_links_open_apart_and_tell_nobody_where_from() -> None:
    html = article(reply(actions=(OpenLink("Læs", "https://example.org/?a=1&b=2"),)))
    assert 'href="https://example.org/?a=1&amp;b=2"' in html
    assert 'target="_blank" rel="noopener noreferrer"' in html


def test_an_article_tells_its_language_and_outcome() -> None:
    html = article(Reply(Outcome.REFUSED, Language.ENGLISH, (Paragraph("No."),)))
    assert html.startswith('<article class="turn reply" lang="en" data-outcome="refused">')
    assert "The RAIN bot" in html


@pytest.mark.parametrize(
    ("starts", "machine", "day", "month"),
    [
        (date(2023, 10, 10), "2023-10-10", "10", "okt"),
        (datetime(2023, 5, 3, 22, tzinfo=UTC), "2023-05-03T22:00:00+00:00", "3", "maj"),
    ],
)
def test_an_event_is_dated_for_machines_and_for_the_eye(
    starts: date, machine: str, day: str, month: str
) -> None:
    html = article(reply(Events((EventCard("e", "E", "worded", "", starts, starts),))))
    assert f'<time datetime="{machine}">worded</time>' in html
    assert f'<span class="month">{month}</span><span class="number">{day}</span>' in html


def test_an_event_offers_registration_reading_and_the_calendar() -> None:
    card = EventCard("e-1", "E", "w", "p", DAY, DAY, "https://a.dk/l", "https://a.dk/r", "Aflyst")
    drawn = draw(Events((card,)))
    assert drawn.links == ["https://a.dk/r", "https://a.dk/l", "/events/e-1.ics"]
    assert "Aflyst" in drawn.shown


def test_every_event_link_says_which_event_it_belongs_to() -> None:
    card = EventCard("e", "Dagen", "w", "p", DAY, DAY, "https://a.dk/l", "https://a.dk/r")
    assert article(reply(Events((card,)))).count('<span class="unseen">: Dagen</span>') == 3


def test_an_event_identifier_cannot_leave_its_address() -> None:
    (link,) = draw(Events((EventCard("../a?b#c", "E", "w", "p", DAY, DAY),))).links
    assert link == "/events/..%2Fa%3Fb%23c.ics"


def test_choices_and_questions_are_buttons_with_and_without_scripts() -> None:
    drawn = draw(actions=(Choose("Centret", "the-centre"), Ask("Hvad?", "hvad sker der")))
    choice, question = drawn.buttons["Centret"], drawn.buttons["Hvad?"]
    assert (choice["data-entry"], choice["name"], choice["value"]) == (
        "the-centre",
        "entry",
        "the-centre",
    )
    assert (question["data-q"], question["name"], question["value"]) == (
        "hvad sker der",
        "q",
        "hvad sker der",
    )
    assert choice["form"] == question["form"] == "press"


@pytest.mark.parametrize(
    ("action", "name", "value"),
    [
        (Remind("Press", "e-1"), "remind", "e-1"),
        (StopReminding("Press", "e-1"), "stop", "e-1"),
        (StopReminding("Press"), "stop", ""),
    ],
    ids=repr,
)
def test_wishes_about_reminders_are_buttons_with_and_without_scripts(
    action: Action, name: str, value: str
) -> None:
    button = draw(actions=(action,)).buttons["Press"]
    assert (button["name"], button["value"], button[f"data-{name}"]) == (name, value, value)
    assert button["form"] == "press"


def test_the_small_print_stays_last() -> None:
    drawn = draw(Note("first"), Paragraph("text"), Note("source"), actions=(Ask("offer", "offer"),))
    order = [drawn.shown.index(text) for text in ("first", "text", "offer", "source")]
    assert order == sorted(order)


def test_empty_parts_draw_nothing() -> None:
    empty = article(reply(People(()), Facts(()), Events(()), Listing(()), Paragraph("")))
    assert empty == article(reply())


def test_a_question_and_a_problem_are_escaped() -> None:
    for html in (asked(HOSTILE, Language.DANISH), problem(HOSTILE, Language.ENGLISH)):
        assert "LIVE[" not in Drawn(html).shown
        assert HOSTILE in Drawn(html).shown


def test_the_calendar_is_offered_once() -> None:
    card = EventCard("temadag", "Temadag", "21. juni", "Odense", NOON, NOON)
    offer = AddToCalendar("Læg i kalender", "temadag")
    for parts, links in (((Events((card,)),), 1), ((), 1)):
        reply = Reply(Outcome.ANSWER, Language.DANISH, parts, (offer,))
        assert Drawn(article(reply)).links.count("/events/temadag.ics") == links
