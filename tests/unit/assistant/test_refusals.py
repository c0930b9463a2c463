"""What is not taken in, whatever else the question is about."""

from collections.abc import Callable
from datetime import datetime

import pytest

from bot.desk import Desk
from bot.plain_text import plain_text
from bot.reply import Intent, Language, Outcome, Question, Reply

Asking = Callable[[str], Reply]


@pytest.mark.parametrize(
    ("number", "text"),
    [
        ("010203-1234", "Hvem har styr på historiske data om 010203-1234?"),
        ("0102031234", "0102031234"),
        ("010203 1234", "my patient is 010203 1234, who can help with data?"),
        ("010203-1234", "Kristian Kvist 010203-1234"),
        ("010203-1234", "næste arrangement 010203-1234"),
        ("010203-1234", "hej 010203-1234"),
    ],
)
def test_a_cpr_number_is_refused_and_not_repeated(ask: Asking, number: str, text: str) -> None:
    reply = ask(text)
    assert reply.outcome is Outcome.REFUSED
    assert reply.entries == ()
    assert reply.actions == ()
    for trace in (number, number[:6], number[-4:]):
        assert trace not in repr(reply)
        assert trace not in plain_text(reply)
    assert "CPR" in plain_text(reply)


@pytest.mark.parametrize("intent", list(Intent))
def test_a_cpr_number_is_refused_whatever_was_pressed(
    desk: Desk, early_june: datetime, intent: Intent
) -> None:
    asked = Question("010203-1234", early_june, intent, "cai-x", Language.ENGLISH)
    reply = desk.reply(asked)
    assert (reply.outcome, reply.entries) == (Outcome.REFUSED, ())


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Hvor meget morfin skal jeg give en patient med brystsmerter?", Language.DANISH),
        ("my patient has chest pain, what dose of morphine?", Language.ENGLISH),
    ],
)
def test_a_clinical_question_is_for_a_clinician(ask: Asking, text: str, language: Language) -> None:
    reply = ask(text)
    assert (reply.outcome, reply.language) == (Outcome.REFUSED, language)
    assert reply.entries == ()
    assert "112" in plain_text(reply)


def test_talk_of_patients_and_data_is_no_clinical_question(ask: Asking) -> None:
    assert ask("Hvem kan skaffe historiske patientdata?").outcome is not Outcome.REFUSED
