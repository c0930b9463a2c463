"""The message around a card, and how much one message holds."""

import json

import pytest

from bot.reply import (
    Ask,
    Choose,
    Form,
    Heading,
    Intent,
    Language,
    Note,
    Option,
    Paragraph,
    PickField,
    Press,
    TextField,
    TickField,
)
from bot.teams.card import LARGEST, draw, message, sentence
from bot.teams.pressing import Marks
from tests.contract.adapter_suite import EVERYTHING, SHOWN
from tests.fakes.teams_cards import buttons, inputs, shown
from tests.fakes.teams_schema import wrong_with
from tests.unit.teams.drawing import (
    LONG,
    MARKS,
    body,
    drawn,
    told,
)


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


def test_more_than_fits_ends_with_a_word_above_what_is_offered() -> None:
    made = drawn(
        *(Paragraph("x" * 2900) for _ in range(10)), Note("Kilde"), actions=(Choose("C", "c"),)
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
