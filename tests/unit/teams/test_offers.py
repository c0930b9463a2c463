"""What a reply offers, and what comes back when it is pressed."""

import pytest

from bot.reply import (
    Action,
    AddToCalendar,
    Ask,
    Choose,
    Intent,
    Language,
    More,
    Note,
    OpenLink,
    Others,
    Paragraph,
    Press,
    Pressable,
    Remind,
    Right,
    StopReminding,
    WriteMail,
    Wrong,
)
from bot.teams.pressing import Marks, Pressed
from tests.contract.adapter_suite import PRESSES
from tests.fakes.teams_cards import buttons, shown
from tests.unit.teams.drawing import drawn, kinds, pressing, rows


@pytest.mark.parametrize(
    "action",
    [
        *PRESSES,
        AddToCalendar("Kalender", "temadag"),
        StopReminding("Stop"),
        Ask("Spørg", "Hvem?"),
        More("Flere", "i *juni*", 2),
    ],
    ids=lambda action: type(action).__name__,
)
def test_whatever_is_pressed_comes_back_with_the_cards_marks(action: Pressable) -> None:
    own = Press(Intent.ASK, text="hvad?")
    made = drawn(Paragraph("Svar."), actions=(action,), marks=Marks("stamp", own))
    came = pressing(made, action.label)
    assert came == Pressed(Language.DANISH, action.press, "stamp", (own,))


def test_what_opens_something_is_opened_by_teams() -> None:
    offered = (OpenLink("Læs", "https://a.dk"), WriteMail("Skriv", "a@b.dk", "Om os"))
    made = drawn(actions=offered)
    assert buttons(made.card) == []
    assert shown(made.card) == "Læs https://a.dk\nSkriv mailto:a@b.dk?subject=Om%20os"


@pytest.mark.parametrize(
    "action",
    [
        WriteMail("Åbn", "no address", "x"),
        Choose("Åbn", ""),
        Remind("Åbn", ""),
        Ask("Åbn", " "),
        Others("Åbn", ("Not a slug!",)),
        Others("Åbn", tuple(f"entry-{n}" for n in range(11))),
    ],
    ids=str,
)
def test_an_offer_that_cannot_be_kept_is_said_in_words(action: Action) -> None:
    made = drawn(actions=(action,))
    assert kinds(made) == ["RichTextBlock"]
    assert shown(made.card) == "Åbn"


def test_the_thirtieth_button_is_said_in_words() -> None:
    made = drawn(actions=tuple(Choose(f"Valg {n}", f"valg-{n}") for n in range(30)))
    assert len(buttons(made.card)) == 25
    assert "Valg 29" in shown(made.card)


def test_no_row_has_more_buttons_than_teams_shows() -> None:
    made = drawn(actions=tuple(Choose(str(n), f"valg-{n}") for n in range(8)))
    assert rows(made) == [list("012345"), list("67")]


def test_long_words_have_a_row_to_themselves() -> None:
    long = "Et arrangement med et langt navn, der skal kunne læses"
    made = drawn(actions=(Choose("Kort", "a"), Choose(long, "b"), Choose("Andet", "c")))
    assert rows(made) == [["Kort", "Andet"], [long]]


def test_judging_stands_in_a_row_below() -> None:
    judging = (Right("Ja", ("a",)), Wrong("Nej", ("a",), "hvad?"), Others("Andre", ("b",)))
    made = drawn(actions=(*judging, Choose("Centret", "the-centre")))
    assert rows(made) == [["Centret"], ["Ja", "Nej", "Andre"]]


def test_a_card_in_anothers_place_leads_back_to_it() -> None:
    first, second = Press(Intent.ASK, text="hvad?"), Press(Intent.CHOICE, "a")
    made = drawn(Paragraph("Svar."), Note("Kilde"), marks=Marks("s", None, (first, second)))
    assert shown(made.card) == "Svar.\nTilbage\nKilde"
    assert pressing(made, "Tilbage") == Pressed(Language.DANISH, second, "s", (first,))


def test_a_card_in_no_others_place_does_not() -> None:
    assert buttons(drawn(Paragraph("Svar."), marks=Marks("s", Press(Intent.HELP))).card) == []
