import pytest

from bot.matching.name_words import tokens
from bot.matching.seats import Seats, who_sits

HOUSES = {
    "anne": ["Hospital North, Odense", "HN"],
    "kim": ["Data Office (DO)"],
    "mette": ["Data Office (DO)"],
}


@pytest.fixture(scope="module")
def seats() -> Seats:
    return Seats(HOUSES)


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("Anne from Hospital North", {"anne"}),
        ("anne fra hn", {"anne"}),
        ("i Odense", {"anne"}),
        ("the Data Office's Kim", {"kim", "mette"}),
        ("DO", {"kim", "mette"}),
    ],
)
def test_a_place_by_any_of_its_names(seats: Seats, text: str, people: set[str]) -> None:
    (seat,) = seats.find(tokens(text))
    assert seat.people == people


@pytest.mark.parametrize(
    "text",
    [
        "Which member of the unit is based at HN?",
        "Hvem i enheden sidder på HN?",
        "Er der nogen medarbejder ansat i Odense",
    ],
)
def test_who_of_the_staff_sits_there(seats: Seats, text: str) -> None:
    said = tokens(text)
    assert who_sits(said, seats.find(said)) == ("anne",)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "who works at HN",
        "Which member of the unit at HN knows about genetics?",
        "the unit at HN",
        "who of the unit sits at HN and in the Data Office",
    ],
)
def test_no_question_for_who_sits_there(seats: Seats, text: str) -> None:
    said = tokens(text)
    assert who_sits(said, seats.find(said)) == ()


def test_no_places_where_none_are_known() -> None:
    assert Seats({}).find(tokens("Anne fra Odense")) == []
