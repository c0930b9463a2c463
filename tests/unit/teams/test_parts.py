"""How each part of a reply is drawn."""

import json

import pytest

from bot.reply import (
    AskBox,
    Choose,
    EventCard,
    Events,
    Fact,
    Facts,
    Form,
    Heading,
    Intent,
    Language,
    Listing,
    Note,
    Offers,
    OpenLink,
    Option,
    Outcome,
    Paragraph,
    Part,
    People,
    PersonCard,
    PickField,
    Remind,
    Reply,
    Setting,
    TextField,
    TickField,
    WriteMail,
)
from bot.teams.card import draw
from tests.fakes.responder import NOON
from tests.fakes.teams_cards import buttons, shown
from tests.unit.teams.drawing import (
    LONG,
    MARKS,
    MARKUP,
    body,
    drawn,
    event,
    reply,
    rows,
    told,
)


def test_headings_are_headings_to_screen_readers() -> None:
    (block,) = body(drawn(Heading("WHINN – »uge 45«: CAI-X & RAIN (Odense), 09:00")))
    assert (block["type"], block["style"], block["wrap"]) == ("TextBlock", "heading", True)


@pytest.mark.parametrize("markup", [markup for markup in MARKUP if markup == markup.strip()])
def test_a_heading_that_markdown_would_change_is_text_that_stands_out(markup: str) -> None:
    (block,) = body(drawn(Heading(markup)))
    assert block["type"] == "RichTextBlock"
    assert block["inlines"][0]["weight"] == "Bolder"


@pytest.mark.parametrize("markup", MARKUP)
def test_markup_is_shown_as_it_is_everywhere(markup: str) -> None:
    picks = (Option("a", markup), Option("b", "B"))
    made = drawn(
        Heading(markup),
        Paragraph(markup),
        People((PersonCard(markup, markup, markup), PersonCard("Bo", reach=markup))),
        Facts((Fact(markup, markup), Fact(markup, "", "https://a.dk"))),
        Events((event(markup, note=markup), event(markup))),
        Listing((markup,), numbered=True),
        Offers((Choose(markup, "a"),)),
        AskBox(markup, markup, markup),
        Setting("one", markup, picks, "a"),
        Note(markup),
        actions=(OpenLink(markup, "x:y"), OpenLink(markup, "https://a.dk")),
        form=Form(
            markup,
            (
                TextField("text", markup, markup, markup),
                PickField("area", markup, picks, "a"),
                TickField("name", markup, markup),
            ),
            markup,
            Intent.FORWARDED,
        ),
    )
    assert shown(made.card).count(markup.strip()) > 25


def test_paragraphs_keep_their_lines() -> None:
    made = drawn(Paragraph("Et\nTo\n\nTre"))
    assert shown(made.card) == "Et\nTo\nTre"
    assert [element.get("spacing") for element in body(made)] == [None, "None", None]


def test_a_text_of_many_lines_is_still_all_there() -> None:
    text = told(Paragraph("\n".join(map(str, range(100)))))
    assert text.split() == [str(number) for number in range(100)]


@pytest.mark.parametrize(
    "part",
    [
        Heading(""),
        Heading(" \x07"),
        Paragraph(""),
        Paragraph(" \n\n "),
        People(()),
        People((PersonCard(""),)),
        Facts(()),
        Events(()),
        Listing(()),
        Listing(("", " ")),
        Note(""),
        Offers(()),
    ],
    ids=str,
)
def test_what_says_nothing_is_not_drawn(part: Part) -> None:
    assert body(draw(reply(part), MARKS)) == []


@pytest.mark.parametrize(
    ("part", "start"),
    [
        (Heading(LONG), "ord ord"),
        (Paragraph(LONG), "ord ord"),
        (Note(LONG), "ord ord"),
        (People((PersonCard(LONG, "", "", "a@b.dk"),)), "ord ord"),
        (Facts((Fact("Frist", LONG),)), "Frist: ord"),
        (Events((event(LONG),)), "ord ord"),
        (Listing(("Først", LONG)), "• Først"),
    ],
    ids=lambda value: type(value).__name__,
)
def test_long_texts_are_cut_with_an_ellipsis(part: Part, start: str) -> None:
    text = told(part)
    assert text.startswith(start)
    assert "…" in text


@pytest.mark.parametrize(
    ("part", "more"),
    [
        (Listing(tuple(f"Punkt {n}" for n in range(30)), numbered=True), 5),
        (People(tuple(PersonCard(f"Person {n}") for n in range(26))), 1),
        (Facts(tuple(Fact(f"Ting {n}", "ja") for n in range(40))), 15),
        (Events(tuple(event(f"Dag {n}") for n in range(50))), 35),
    ],
    ids=lambda value: type(value).__name__,
)
def test_long_lists_say_how_many_more_there_are(part: Part, more: int) -> None:
    assert f"… og {more} mere" in told(part)


def test_numbered_lists_count_and_others_do_not() -> None:
    assert told(Listing(("Først", "Så"), numbered=True)) == "1. Først\n2. Så"
    assert told(Listing(("Først", "Så"))) == "• Først\n• Så"


def test_a_person_has_a_bold_name_and_a_mail_with_its_subject() -> None:
    card = PersonCard("Anna Ager", "Konsulent", "Centret", "anna@example.org")
    mail = WriteMail("Skriv til Anna", "anna@example.org", "Data & mere")
    made = drawn(People((card,)), actions=(mail,))
    assert shown(made.card) == (
        "Anna Ager, Konsulent, Centret\n"
        "anna@example.org mailto:anna@example.org?subject=Data%20%26%20mere "
    )
    assert body(made)[0]["inlines"][0]["weight"] == "Bolder"


def test_people_without_an_address_say_how_to_reach_them() -> None:
    text = told(People((PersonCard("Bo", "Sekretær", "", "", "Se https://a.dk og https://b.dk"),)))
    assert text == "Bo, Sekretær\nSe https://a.dk https://a.dk  og https://b.dk https://b.dk "


def test_a_person_is_not_named_again_below_their_name() -> None:
    text = told(Heading("Anna Ager"), People((PersonCard("Anna Ager", "Konsulent"),)))
    assert text == "Anna Ager\nKonsulent"


def test_a_fact_without_a_value_links_its_label() -> None:
    assert told(Facts((Fact("Skema", "", "https://a.dk"),))).strip() == "Skema https://a.dk"


def test_a_fact_that_a_button_leads_to_is_no_link() -> None:
    facts = Facts((Fact("Emne", "Centret", "https://a.dk"),))
    assert told(facts, actions=(Choose("Centret", "the-centre"),)) == "Emne: Centret\nCentret"


@pytest.mark.parametrize("url", ["javascript:alert(1)", "ftp://a.dk", "//a.dk", "x", "file:///etc"])
def test_odd_addresses_are_words(url: str) -> None:
    made = drawn(
        Facts((Fact("Odd", "værdi", url), Fact("Alene", "", url))),
        Events((event(url=url, registration=url),)),
        People((PersonCard("Bo", reach=url),)),
        actions=(OpenLink("Åbn", url),),
    )
    assert "Action.OpenUrl" not in json.dumps(made.card)


def test_events_offer_registration_and_more() -> None:
    card = EventCard(
        "e", "Dag", "i morgen", "", NOON, NOON, "https://a.dk/1", "https://a.dk/2", "Flyttet"
    )
    text = told(Events((card,)))
    assert text == "Dag\ni morgen\nFlyttet\nTilmelding https://a.dk/2  · Læs mere https://a.dk/1 "


def test_an_address_behind_a_button_is_not_linked_again() -> None:
    card = event(url="https://a.dk/1", registration="https://a.dk/2")
    text = told(Events((card,)), actions=(OpenLink("Mere", "https://a.dk/1"),))
    assert text.count("https://a.dk/1") == 1


def test_each_event_has_its_own_buttons_and_a_line_above() -> None:
    both = tuple(event(f"Dag {n}", actions=(Remind("Påmind mig", f"dag-{n}"),)) for n in "ab")
    made = drawn(Heading("To dage"), Events(both))
    assert rows(made) == [["Påmind mig"], ["Påmind mig"]]
    assert [data["rain"]["e"] for _, data in buttons(made.card)] == ["dag-a", "dag-b"]
    assert [element["inlines"][0]["text"] for element in body(made) if "separator" in element] == [
        "Dag b"
    ]


def test_the_page_has_a_line_above_its_headings() -> None:
    parts = (Heading("Et"), Paragraph("a"), Heading("To"), Paragraph("b"))
    made = draw(Reply(Outcome.HELP, Language.DANISH, parts, home=True), MARKS)
    assert [element["text"] for element in body(made) if "separator" in element] == ["To"]
