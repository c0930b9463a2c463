"""What goes on from the question before, and what stands on its own."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.assistant.follow_words import Wanted
from bot.assistant.followups import Kind, follow_up


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("hendes mail?", Wanted.WRITE),
        ("mailen?", Wanted.WRITE),
        ("hans adresse", Wanted.WHERE),
        ("hvem kontakter jeg så?", Wanted.WRITE),
        ("telefonnummer?", Wanted.CALL),
        ("og hendes telefonnumer?", Wanted.CALL),
        ("link?", Wanted.LINK),
        ("har du et link", Wanted.LINK),
        ("hvornår er det?", Wanted.WHEN),
        ("hvor er det henne", Wanted.WHERE),
        ("where is it?", Wanted.WHERE),
        ("how do I sign up", Wanted.SIGN_UP),
        ("hvor tilmelder jeg mig?", Wanted.SIGN_UP),
        ("tell me more", Wanted.MORE),
        ("who is she?", Wanted.MORE),
        ("What's her email?", Wanted.WRITE),
        ("how can i reach him", Wanted.WRITE),
    ],
)
def test_something_of_the_same_thing(text: str, wanted: Wanted) -> None:
    found = follow_up(text)
    assert found
    assert (found.kind, found.wanted) == (Kind.OF_IT, wanted)


@pytest.mark.parametrize(
    "text",
    ["hvem ellers", "og hvem ellers?", "who else", "andre?", "anyone else", "er der andre?",
     "who else can I ask?", "hvem kan jeg ellers skrive til?", "nogen andre jeg kan spørge"],
)  # fmt: skip
def test_who_else(text: str) -> None:
    found = follow_up(text)
    assert found
    assert (found.kind, found.leaning) == (Kind.OTHERS, True)


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("og hvad med jura?", "jura?"),
        ("hvad så med GPU", "GPU"),
        ("What about legal?", "legal?"),
        ("ok, how about data", "data"),
        ("og GPU?", "GPU?"),
        ("and for companies?", "for companies?"),
    ],
)
def test_the_same_of_another_thing(text: str, rest: str) -> None:
    found = follow_up(text)
    assert found
    assert (found.kind, found.rest) == (Kind.ALSO, rest)


@pytest.mark.parametrize(
    "text",
    ["hvem har styr på GPU?", "who helps with law?", "hvad koster det at køre en model?",
     "hvornår er WHINN?", "what is MAS-AI?", "hvem er Kristian?", "hvad kan du?", "hej", "tak", "",
     "hvem ellers arbejder med GPU?", "mail til Kristian", "er der andre arrangementer?",
     "hvordan kommer jeg i gang?", "kontrakt?", "hvad ellers?",
     "og " + "et meget langt spørgsmål om mange forskellige ting " * 3],
)  # fmt: skip
def test_a_question_of_its_own(text: str) -> None:
    assert follow_up(text) is None


@pytest.mark.parametrize(
    ("text", "person", "people", "leaning"),
    [
        ("hendes mail?", True, False, True),
        ("her email?", True, False, True),
        ("hvem er her?", False, False, False),
        ("deres mail?", False, True, True),
        ("hvem kontakter jeg?", False, False, False),
        ("hvem kontakter jeg så?", False, False, True),
        ("hvordan tilmelder jeg mig?", False, False, False),
        ("hvornår?", False, False, False),
    ],
)
def test_whom_it_points_back_to(text: str, person: bool, people: bool, leaning: bool) -> None:
    found = follow_up(text)
    if not (person or people or leaning) and found is None:
        return
    assert found
    assert (found.person, found.people, found.leaning) == (person, people, leaning)


@given(st.text(max_size=200))
def test_any_text(text: str) -> None:
    follow_up(text)
