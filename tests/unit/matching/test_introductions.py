import pytest

from bot.matching.introductions import introduced
from bot.matching.name_words import tokens

KNOWN = {"kristian", "kvist", "anders"}


def asked(text: str) -> str:
    """What is left of a text without the asker's name."""
    said = tokens(text)
    own = introduced(said, KNOWN)
    return " ".join(token.text for place, token in enumerate(said) if place not in own)


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Jeg hedder Lars Jensen og mangler GPU", "jeg og mangler gpu"),
        ("My name is Kristian Kvist, I need storage", "is i need storage"),
        ("jeg er Kim fra OUH", "jeg er fra ouh"),
        ("I'm Anders and need help", "i m and need help"),
        ("Hvem har data? Mvh Sune", "hvem har data"),
        ("Who has data? Best regards, Kathrine Holm", "who has data best"),
    ],
)
def test_an_asker_by_name(text: str, left: str) -> None:
    assert asked(text) == left


@pytest.mark.parametrize(
    "text",
    [
        "jeg er leder",
        "I am looking for Kristian Kvist",
        "jeg er Kristian Kvists kollega",
        "I am Kristian Kvist's student",
        "hilsen til Kristian fra os",
        "Kristian",
        "",
    ],
)
def test_nobody_tells_a_name(text: str) -> None:
    assert asked(text) == " ".join(token.text for token in tokens(text))
