"""How each part, action and field of a reply is drawn, and that whatever is said stays inert."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.adapting.text import clean
from bot.reply import (
    TICKED,
    Action,
    AddToCalendar,
    Ask,
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
    More,
    Note,
    Offers,
    OpenLink,
    Option,
    Others,
    Outcome,
    Paragraph,
    Part,
    People,
    PersonCard,
    PickField,
    Press,
    Pressable,
    Remind,
    Reply,
    Right,
    Setting,
    StopReminding,
    TextField,
    TickField,
    WriteMail,
    Wrong,
)
from bot.teams.card import LARGEST, Drawn, draw, message, sentence
from bot.teams.pressing import Marks, Pressed, read
from tests.contract.adapter_suite import EVERYTHING, FORM, FORM_SHOWN, PRESSES, SHOWN
from tests.fakes.responder import NOON
from tests.fakes.teams_cards import LIVE, buttons, elements, inputs, pressed, shown
from tests.fakes.teams_schema import wrong_with

MARKS = Marks("stamp")
LONG = "ord " * 5000
MARKUP = (
    "**fed** _skrå_ `kode` ~~væk~~ [et](https://a.dk) ![to](https://a.dk/b)",
    "# Titel",
    "1. punkt",
    "- punkt",
    "+ punkt",
    "* punkt",
    "> citat",
    "    kode",
    "---",
    "a | b",
    "a\\*b",
    "&lt;b&gt; &amp; <b>fed</b> <at>Bo</at> <script>alert(1)</script>",
    "https://a.dk www.a.dk a@b.dk <https://a.dk>",
    "{{DATE(2017-02-14T06:00:00Z, SHORT)}} ${navn} {navn}",
    "{{TIME(2017-02-14T06:00:00Z)}}",
)


def reply(*parts: Part, actions: tuple[Action, ...] = (), form: Form | None = None) -> Reply:
    return Reply(Outcome.ANSWER, Language.DANISH, parts, actions, form=form)


def drawn(
    *parts: Part,
    actions: tuple[Action, ...] = (),
    form: Form | None = None,
    marks: Marks = MARKS,
) -> Drawn:
    made = draw(reply(*parts, actions=actions, form=form), marks)
    assert wrong_with(message(made)) == []
    return made


def body(made: Drawn) -> list[dict[str, Any]]:
    return list(elements(made.card))


def kinds(made: Drawn) -> list[str]:
    return [element["type"] for element in body(made)]


def told(*parts: Part, actions: tuple[Action, ...] = ()) -> str:
    return shown(drawn(*parts, actions=actions).card)


def rows(made: Drawn) -> list[list[str]]:
    return [
        [action["title"] for action in element["actions"]]
        for element in body(made)
        if element["type"] == "ActionSet"
    ]


def event(title: str = "Temadag", **more: Any) -> EventCard:  # noqa: ANN401 - an EventCard's
    return EventCard("temadag", title, "21. juni, 09:00–17:00", "Odense", NOON, NOON, **more)


def pressing(made: Drawn, title: str, filled: dict[str, str] | None = None) -> Pressed:
    found = read(pressed(made.card, title, filled or {}))
    assert found is not None
    return found


# --- the whole message


def test_every_part_and_action_is_drawn() -> None:
    made = draw(EVERYTHING, MARKS)
    assert wrong_with(message(made)) == []
    assert [text for text in SHOWN if text not in shown(made.card)] == []


def test_the_message_has_a_summary_and_no_text_beside_the_card() -> None:
    made = drawn(Heading("A & B"), Paragraph("<at>Bo</at>"), actions=(Choose("C", "c"),))
    assert message(made) == {
        "type": "message",
        "summary": "A & B\n\n<at>Bo</at>\n\n→ C",
        "attachments": [
            {
                "contentType": "application/vnd.microsoft.card.adaptive",
                "content": made.card,
            }
        ],
    }


def test_a_summary_is_short_and_free_of_control_characters() -> None:
    summary = drawn(Paragraph("\x07\u202e" + LONG)).summary
    assert summary.startswith("ord ord")
    assert summary.endswith("…")
    assert len(summary) <= 1000


@pytest.mark.parametrize("language", list(Language))
def test_a_card_tells_its_language_and_what_to_do_where_it_cannot_be_shown(
    language: Language,
) -> None:
    card = sentence("*Hej*", language).card
    assert card["lang"] == language
    assert card["version"] == "1.5"
    assert "Teams" in card["fallbackText"]
    assert "Hej" not in card["fallbackText"]


def test_a_sentence_is_shown_as_it_is() -> None:
    made = sentence("A & *B*", Language.ENGLISH)
    assert wrong_with(message(made)) == []
    assert (shown(made.card), made.summary) == ("A & *B*", "A & *B*")


def test_the_small_print_comes_after_the_buttons() -> None:
    made = drawn(Paragraph("Svar."), Note("Kilde"), actions=(Choose("C", "c"),))
    assert shown(made.card) == "Svar.\nC\nKilde"
    run = body(made)[-1]["inlines"][0]
    assert (run["size"], run["isSubtle"]) == ("Small", True)


# --- parts


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


# --- what is offered


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


# --- what is filled in

FULL = Form(
    "Send videre",
    (
        TextField("text", "Spørgsmål", "Hvem?", "Ingen CPR-numre", 500),
        PickField("area", "Til", (Option("a", "A"), Option("b", "B")), "b"),
        TickField("name", "Med navn", "De kan se, hvem du er"),
    ),
    "Send",
    Intent.FORWARDED,
    "t0ken",
)


def test_a_form_is_drawn_with_all_its_words() -> None:
    made = draw(FORM, Marks("stamp", None, (Press(Intent.HELP),)))
    assert wrong_with(message(made)) == []
    assert [text for text in FORM_SHOWN if text not in shown(made.card)] == []
    assert rows(made) == [["Send", "Tilbage"]]


def test_a_form_begins_as_it_is_to() -> None:
    made = drawn(form=FULL)
    assert inputs(made.card) == {"field-text": "Hvem?", "field-area": "b", "field-name": ""}
    text, area, name = (e for e in body(made) if e["type"].startswith("Input."))
    assert (text["maxLength"], text["isMultiline"], text["isRequired"]) == (500, True, True)
    assert [choice["title"] for choice in area["choices"]] == ["A", "B"]
    assert (name["title"], name["valueOn"], name["valueOff"]) == ("Med navn", TICKED, "")


def test_a_filled_in_form_comes_back() -> None:
    filled = {"field-text": "Hvad nu?", "field-area": "a", "field-name": TICKED}
    came = pressing(drawn(form=FULL), "Send", filled)
    assert came.press == Press(Intent.FORWARDED, "t0ken")
    assert came.fields == {"text": "Hvad nu?", "area": "a", "name": TICKED}
    assert came.stamp == "stamp"


def test_a_forms_title_is_said_once() -> None:
    made = drawn(Heading("Send videre"), Paragraph("Det her sendes."), form=FULL)
    assert shown(made.card).splitlines().count("Send videre") == 1


def test_other_buttons_of_a_form_need_nothing_filled_in() -> None:
    made = drawn(
        form=FULL, actions=(Choose("C", "c"),), marks=Marks("", None, (Press(Intent.HELP),))
    )
    assert pressing(made, "C").fields == {}
    assert pressing(made, "Tilbage").fields == {}


def test_what_is_chosen_and_no_option_is_not_chosen() -> None:
    form = Form(
        "T", (PickField("area", "Til", (Option("a", "A"),), "x"),), "Send", Intent.FORWARDED
    )
    assert inputs(drawn(form=form).card) == {"field-area": ""}


def test_a_question_in_the_box_comes_back_as_typed() -> None:
    made = drawn(AskBox("Hvad?", "For eksempel …", "Spørg"))
    came = pressing(made, "Spørg", {"field-typed": "hvem har *data*?"})
    assert came.press == Press(Intent.ASK, text="hvem har *data*?")
    assert came.fields == {}


def test_boxes_and_settings_of_one_card_do_not_mix() -> None:
    tongues = (Option("da", "Dansk"), Option("en", "Engelsk"))
    kinds_ = (Option("a", "Ansat"), Option("b", "Borger"))
    made = drawn(
        Setting("language", "Sprog", tongues, "da"),
        AskBox("Hvad?", "", "Spørg"),
        Setting("audience", "Hvem", kinds_, "b"),
        actions=(Wrong("Forkert", ("a",), "hvad?"),),
    )
    assert shown(made.card).count("Gem") == 2
    typed = {name: f"i {name}" for name in inputs(made.card)}
    assert len(typed) == 3
    came = [
        read({**data, **typed})  # even where a client sends all of them with every button
        for _, data in buttons(made.card)
    ]
    first, box, second = typed.values()
    assert [one.press if one else None for one in came] == [
        Press(Intent.SETTING, "language", first),
        Press(Intent.ASK, text=box),
        Press(Intent.SETTING, "audience", second),
        Press(Intent.WRONG, text="hvad?", entries=("a",)),
    ]
    assert all(one is not None and one.fields == {} for one in came)


# --- how much


def test_more_than_fits_ends_with_a_word_above_what_is_offered() -> None:
    made = drawn(
        *(Paragraph("x" * 2900) for _ in range(20)), Note("Kilde"), actions=(Choose("C", "c"),)
    )
    assert shown(made.card).splitlines()[-3:] == [
        "Svaret var for langt til Teams og er forkortet.",
        "C",
        "Kilde",
    ]
    assert LARGEST - 4000 < len(json.dumps(message(made)).encode()) <= LARGEST


def test_what_fits_is_not_cut() -> None:
    assert "forkortet" not in told(*(Paragraph("x" * 2900) for _ in range(9)))


def test_bytes_count_and_not_characters() -> None:
    assert "forkortet" in told(*(Paragraph("å" * 2900) for _ in range(9)))


def test_form_and_way_back_are_never_cut() -> None:
    back = Marks("s", None, (Press(Intent.ASK, text="å" * 300),) * 3)
    longest = TextField("text", "T" * 500, "🔭" * 2000, "h" * 500)
    many = PickField(
        "area", "Til", tuple(Option(f"area-{n}", "o" * 90) for n in range(30)), "area-3"
    )
    parts = [Paragraph("å" * 3000)] * 10
    offered = tuple(Ask("🔭" * 70, "å" * 1900) for n in range(20))
    form = Form("Titel", (longest, many, TickField("name", "Navn")), "Send", Intent.FORWARDED)
    made = drawn(*parts, actions=offered, form=form, marks=back)
    assert [title for title, _ in buttons(made.card)][-2:] == ["Send", "Tilbage"]
    assert set(inputs(made.card)) == {"field-text", "field-area", "field-name"}
    assert "forkortet" in shown(made.card)


# --- whatever it is

words = (
    st.text(max_size=400)
    | st.sampled_from(MARKUP)
    | st.text("*_[]()#-.1>`~|{}<&;\\ \n:/@aD", max_size=60)
)
links = words | st.sampled_from(["https://a.dk/?a=b&c", "mailto:a@b.dk", "javascript:x"])
options = st.lists(st.builds(Option, st.text(min_size=1, max_size=40), words), max_size=5)
some_actions = st.lists(
    st.one_of(
        st.builds(Choose, words, words),
        st.builds(Ask, words, words),
        st.builds(OpenLink, words, links),
        st.builds(WriteMail, words, words | st.just("a@b.dk"), words),
        st.builds(Wrong, words, st.just(("a",)), words),
    ),
    max_size=12,
)
some_parts = st.lists(
    st.one_of(
        st.builds(Heading, words),
        st.builds(Paragraph, words),
        st.builds(Note, words),
        st.builds(lambda texts: Listing(tuple(texts)), st.lists(words, max_size=30)),
        st.builds(lambda a, b, c: Facts((Fact(a, b, c),)), words, words, links),
        st.builds(lambda a, b, c: People((PersonCard(a, b, a, c, b),)), words, words, words),
        st.builds(
            lambda a, b, c, d: Events((event(a, note=b, url=c, actions=tuple(d)),) * 2),
            words,
            words,
            links,
            some_actions,
        ),
        st.builds(AskBox, words, words, words),
        st.builds(lambda a, b: Setting("s", a, tuple(b), "x"), words, options),
    ),
    max_size=20,
)
some_fields = st.lists(
    st.one_of(
        st.builds(TextField, st.just("text"), words, words, words, st.integers(1, 3000)),
        st.builds(lambda a, b, c: PickField("pick", a, tuple(b), c), words, options, words),
        st.builds(TickField, st.just("tick"), words, words),
    ),
    max_size=3,
    unique_by=lambda field: field.name,
)
some_forms = st.none() | st.builds(
    lambda a, b, c: Form(a, tuple(b), c, Intent.FORWARDED, "t0ken"), words, some_fields, words
)


@given(some_parts, some_actions, some_forms)
def test_whatever_is_said_teams_takes_it_and_it_stays_inert(
    parts: list[Part], actions: list[Action], form: Form | None
) -> None:
    made = draw(reply(Paragraph("Svar."), *parts, actions=tuple(actions), form=form), MARKS)
    assert wrong_with(message(made)) == []


@given(words)
def test_any_text_is_shown_as_it_is(text: str) -> None:
    lines = [line for line in clean(text).split("\n") if line.strip()][:20]
    card = drawn(*(Paragraph(line) for line in lines), Paragraph("Slut.")).card
    assert shown(card) == "\n".join([*lines, "Slut."]).replace("\u2060", "")


@given(words)
def test_any_heading_is_shown_as_it_is(text: str) -> None:
    title = " ".join(clean(text).split())[:150]
    card = drawn(Heading(title), Paragraph("Slut.")).card
    told_so = shown(card).removesuffix("Slut.").strip()
    assert told_so.removesuffix("…") == title.replace("\u2060", "").strip()[: len(told_so)]
    assert LIVE[:5] not in told_so
