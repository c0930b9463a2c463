"""A reply as text: nothing lost, nothing escaped, the small print last."""

from datetime import UTC, date, datetime

import pytest

from bot.plain_text import plain_text
from bot.reply import (
    Action,
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
    Reply,
    WriteMail,
)

FULL_EVENT = EventCard(
    id="gathering",
    title="A gathering",
    when="Wednesday 21 June 2023, 15:15–16:45",
    where="Odense",
    starts=datetime(2023, 6, 21, 13, 15, tzinfo=UTC),
    ends=datetime(2023, 6, 21, 14, 45, tzinfo=UTC),
    url="https://example.dk/about",
    registration="https://example.dk/sign-up",
    note="Moved.",
)
FULL_EVENT_SAID = """\
• A gathering
  Wednesday 21 June 2023, 15:15–16:45, Odense
  Moved.
  https://example.dk/about
  https://example.dk/sign-up"""
BARE_EVENT = EventCard("fair", "A fair", "8 November", "", date(2023, 11, 8), date(2023, 11, 9))


def text(*parts: Part, actions: tuple[Action, ...] = ()) -> str:
    return plain_text(Reply(Outcome.ANSWER, Language.ENGLISH, parts, actions))


@pytest.mark.parametrize(
    ("part", "said"),
    [
        (Heading("Legal help"), "Legal help"),
        (Paragraph("Ask <us> & *them*."), "Ask <us> & *them*."),
        (Note("Source: newsletter."), "Source: newsletter."),
        (
            People((PersonCard("Anna Hansen", "Lawyer", "RAIN", "anna@example.dk"),)),
            "• Anna Hansen, Lawyer, RAIN: anna@example.dk",
        ),
        (People((PersonCard("Bo", reach="Ring"), PersonCard("Ida"))), "• Bo: Ring\n• Ida"),
        (
            Facts(
                (
                    Fact("Place", "Odense"),
                    Fact("Page", "RAIN", "https://example.dk"),
                    Fact("More", "", "https://example.dk/more"),
                )
            ),
            "Place: Odense\nPage: RAIN (https://example.dk)\nMore (https://example.dk/more)",
        ),
        (
            Events((FULL_EVENT,)),
            FULL_EVENT_SAID,
        ),
        (Events((BARE_EVENT,)), "• A fair\n  8 November"),
        (Listing(("one", "two")), "• one\n• two"),
        (Listing(("first", "then"), numbered=True), "1. first\n2. then"),
    ],
    ids=lambda value: type(value).__name__ if not isinstance(value, str) else "",
)
def test_every_part_is_said(part: Part, said: str) -> None:
    assert text(part) == said


@pytest.mark.parametrize(
    ("action", "said"),
    [
        (OpenLink("Read", "https://example.dk/x"), "→ Read: https://example.dk/x"),
        (Choose("CAI-X", "cai-x"), "→ CAI-X"),
        (Ask("Show all", "upcoming events"), "→ Show all"),
    ],
)
def test_every_offer_is_named(action: Action, said: str) -> None:
    assert text(Heading("Title"), actions=(action,)) == f"Title\n\n{said}"


def test_a_mail_is_not_offered_twice() -> None:
    """The address already stands with its person."""
    mail = WriteMail("Write to Anna", "anna@example.dk", "Question")
    assert text(Heading("Title"), actions=(mail,)) == "Title"


def test_the_small_print_stays_last() -> None:
    said = text(
        Note("A doubt in between."),
        Paragraph("Words."),
        Note("Source."),
        Note("Out of date."),
        actions=(Choose("A", "a"), Choose("B", "b")),
    )
    assert said.split("\n\n") == [
        "A doubt in between.",
        "Words.",
        "→ A\n→ B",
        "Source.",
        "Out of date.",
    ]


@pytest.mark.parametrize("empty", [People(()), Facts(()), Events(()), Listing(()), Paragraph("")])
def test_an_empty_part_leaves_no_gap(empty: Part) -> None:
    assert text(Heading("Title"), empty, Paragraph("End.")) == "Title\n\nEnd."


def test_an_empty_part_does_not_move_the_small_print() -> None:
    said = text(Events(()), Paragraph("Words."), Note("Source."), actions=(Choose("A", "a"),))
    assert said == "Words.\n\n→ A\n\nSource."


def test_nothing_is_nothing() -> None:
    assert text() == ""
