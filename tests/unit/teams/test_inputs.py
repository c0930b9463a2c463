"""What people fill in, and what comes back of it."""

from bot.reply import (
    TICKED,
    AskBox,
    Choose,
    Form,
    Heading,
    Intent,
    Option,
    Paragraph,
    PickField,
    Press,
    Setting,
    TextField,
    TickField,
    Wrong,
)
from bot.teams.card import draw, message
from bot.teams.pressing import Marks, read
from tests.contract.adapter_suite import FORM, FORM_SHOWN
from tests.fakes.teams_cards import buttons, inputs, shown
from tests.fakes.teams_schema import wrong_with
from tests.unit.teams.drawing import body, drawn, pressing, rows

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


def test_a_field_begins_with_no_more_than_may_be_typed() -> None:
    form = Form("T", (TextField("text", "Spørgsmål", "abcdef", longest=4),), "Send", Intent.ASK)
    assert inputs(drawn(form=form).card) == {"field-text": "abcd"}


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
