"""When a question is one, and when it is several."""

import pytest

from bot.assistant.needs import needs, says_both


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Hvem hjælper med jura?", ()),
        ("", ()),
        ("law and data", ("law", "data")),
        ("law and !", ()),
        ("Hvem har data? Hvornår er mødet?", ("Hvem har data?", "Hvornår er mødet?")),
        ("Hej. Hvem har data?", ()),
        ("hvem har data og hvem kan jura", ("hvem har data", "hvem kan jura")),
        ("who has data, and who knows law", ("who has data", "who knows law")),
        ("Jeg er læge og ph.d. på OUH. Hvem har data fra før i tiden?", ()),
        (
            "I am a nurse and new here. Who has old data and who knows law?",
            ("Who has old data", "who knows law?"),
        ),
        ("Vi mangler GPU og jura. Hvem hjælper?", ("Vi mangler GPU", "jura. Hvem hjælper?")),
        ("vi søger regnekraft samt hjælp til jura", ("vi søger regnekraft", "hjælp til jura")),
    ],
)
def test_a_question_is_taken_apart_where_it_has_parts(text: str, parts: tuple[str, ...]) -> None:
    assert needs(text, covered=0.2) == parts


def test_what_one_entry_speaks_of_is_not_taken_apart() -> None:
    assert needs("help with law and help with security", covered=0.9) == ()


def test_questions_one_after_the_other_are_several_however_well_one_fits() -> None:
    assert len(needs("Hvem har data? Hvem kan jura?", covered=0.95)) == 2


def test_three_needs_are_enough() -> None:
    assert len(needs("Hvem er A? " * 10, covered=0.0)) == 3
    assert len(needs(" og ".join(["hvem har data"] * 10), covered=0.0)) == 3


@pytest.mark.parametrize("text", ["Både jura og data", "baade og", "we need both law and data"])
def test_some_questions_say_that_they_ask_for_two_things(text: str) -> None:
    assert says_both(text)
    assert not says_both("hvem har data og jura")
