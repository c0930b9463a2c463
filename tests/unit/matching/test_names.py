from time import perf_counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.matching.name_words import given_names
from bot.matching.names import Named, Names
from bot.matching.text import fold

PEOPLE = {
    "mette": ("Mette Skovgaard", "MSK"),
    "kim": ("Kim Bang Thygesen",),
    "anne-w": ("Anne Wolff",),
    "anne-k": ("Anne Kirkeby",),
    "maj": ("Maj Rolskov",),
    "soeren": ("Søren Ågård Hjort",),
    "bo": ("Bo Lind",),
    "peter": ("Peter Nielsen",),
}
NOBODY = Named()


@pytest.fixture(scope="module")
def names() -> Names:
    return Names(PEOPLE)


@pytest.mark.parametrize(
    ("text", "person"),
    [
        ("Mette Skovgaard", "mette"),
        ("hvem er mette skovgaard", "mette"),
        ("MAIL TIL METTE SKOVGAARD", "mette"),
        ("Skovgaard, Mette", "mette"),
        ("Kim Bang Thygesen", "kim"),
        ("Kim Thygesen", "kim"),
        ("Anne Wolff", "anne-w"),
        ("Søren Ågård Hjort", "soeren"),
        ("soeren aagaard hjort", "soeren"),
        ("Soren Hjort", "soeren"),
        ("Mete Skovgard", "mette"),
        ("Kim Thygessen", "kim"),
        ("Anne Krikeby", "anne-k"),
        ("Mette Skovgaards mail", "mette"),
        ("Anne Wolff's telefon", "anne-w"),
        ("hvad er Kim Thygesen’s nummer", "kim"),
        ("Bo Lind", "bo"),
        ("Maj Rolskov", "maj"),
        ("Peter Nielsen", "peter"),
    ],
)
def test_a_full_name(names: Names, text: str, person: str) -> None:
    named = names.read(text)
    assert named.people == (person,)
    assert not named.alone
    assert not named.stranger


@pytest.mark.parametrize("text", ["hvem er peter nielsen", "kontakt peter"])
def test_a_name_in_lower_case_that_is_a_very_common_word(names: Names, text: str) -> None:
    named = names.read(text)
    assert named.people == ("peter",)
    assert not named.stranger


@pytest.mark.parametrize("text", ["Anne-Mette Bagger", "Anne Mette Bagger", "hvem er Anne-Mette?"])
def test_a_hyphenated_name(text: str) -> None:
    assert Names({"am": ["Anne-Mette Bagger"]}).read(text).people == ("am",)


def test_two_full_names(names: Names) -> None:
    named = names.read("Kender Anne Wolff og Kim Thygesen hinanden?")
    assert set(named.people) == {"anne-w", "kim"}
    assert not named.alone


def test_two_people_by_their_first_names(names: Names) -> None:
    assert set(names.read("Kontakt Kim og Mette").people) == {"kim", "mette"}


@pytest.mark.parametrize("text", ["Anne", "hvem er Anne?", "Annes mail", "hvad laver anne"])
def test_a_first_name_that_fits_two_means_either(names: Names, text: str) -> None:
    named = names.read(text)
    assert set(named.people) == {"anne-w", "anne-k"}
    assert named.alone


def test_those_who_share_a_name_keep_their_order() -> None:
    many = {f"anne-{surname}": [f"Anne {surname}"] for surname in "qwxzvkhtpr"}
    assert Names(many).read("hvem er Anne?").people == tuple(many)


@pytest.mark.parametrize("text", ["Mette", "hvem er Mette?", "mettes mail", "Hej Mette"])
def test_a_common_first_name_alone(names: Names, text: str) -> None:
    named = names.read(text)
    assert named.people == ("mette",)
    assert named.alone


@pytest.mark.parametrize("text", ["Thygesen", "hvem er thygesen", "Tygesen", "Rolskov"])
def test_a_rare_name_is_telling(names: Names, text: str) -> None:
    named = names.read(text)
    assert len(named.people) == 1
    assert not named.alone


def test_a_rare_name_of_two_is_not_telling() -> None:
    named = Names({"a": ["Ida Rolskov"], "b": ["Per Rolskov"]}).read("hvem er Rolskov")
    assert set(named.people) == {"a", "b"}
    assert named.alone


@pytest.mark.parametrize(
    "text",
    [
        "Mette Kvist",
        "hvem er Mette Bruun?",
        "Peter Skovgaard",
        "Anne Hegelund",
        "Jens Thygesen",
        "hvad er mailen til Lone Hjort",
        "Kim Wolff",
        "Anne Skovgaard",
    ],
)
def test_half_a_strangers_name_is_a_stranger(names: Names, text: str) -> None:
    assert names.read(text) == Named(stranger=True)


@pytest.mark.parametrize("text", ["kathrine rolskov", "Kathrine Rolskov", "katrine rolskow"])
def test_a_given_name_spelt_another_way_is_no_stranger(text: str) -> None:
    assert Names({"k": ["Katrine Rolskov"]}).read(text).people == ("k",)


@pytest.mark.parametrize("text", ["Karen Rolskov", "Kathrine Madsen"])
def test_a_like_given_name_is_another_person(text: str) -> None:
    assert Names({"k": ["Kristian Rolskov"]}).read(text).people == ()


@pytest.mark.parametrize("text", ["hvem er Lars Jensen?", "Ulla Hegelund", "Kontakt Jens Bruun"])
def test_a_stranger(names: Names, text: str) -> None:
    assert names.read(text) == Named(stranger=True)


@pytest.mark.parametrize(
    "text",
    [
        "hvad sker der i maj",
        "events in maj 2024",
        "den 5. maj",
        "kan patienterne bo her",
        "hvor skal vi bo under kurset",
    ],
)
def test_common_words_that_are_names_too(names: Names, text: str) -> None:
    assert names.read(text) == NOBODY


@pytest.mark.parametrize(("text", "person"), [("hvem er Maj?", "maj"), ("Hvem er Bo?", "bo")])
def test_the_same_words_with_a_capital_are_names(names: Names, text: str, person: str) -> None:
    named = names.read(text)
    assert named.people == (person,)
    assert named.alone


@pytest.mark.parametrize("text", ["der lød et stort bang", "is there a big bang effect"])
def test_an_everyday_word_in_lower_case_is_no_surname(names: Names, text: str) -> None:
    assert names.read(text) == NOBODY


@pytest.mark.parametrize(
    "text",
    [
        "",
        "???",
        "hvem ved noget om GPU",
        "Hvem Kan Hjælpe Med Data",
        "who knows about machine learning",
        "my storage is full",
        "12345 😀",
    ],
)
def test_nobody_is_named(names: Names, text: str) -> None:
    assert names.read(text) == NOBODY


def test_a_word_beside_a_full_name_is_no_trouble(names: Names) -> None:
    assert names.read("Anne Wolff fra Odense").people == ("anne-w",)
    assert set(names.read("arbejder Anne i Odense").people) == {"anne-w", "anne-k"}


def test_the_words_used_are_told(names: Names) -> None:
    assert names.read("mail til Mete Skovgaards kontor").words == {"mete", "skovgaards"}


def test_nobody_is_named_where_nobody_is_known() -> None:
    assert Names({}).read("Mette Skovgaard") == Named(stranger=True)
    assert Names({}).read("regnekraft") == NOBODY


@given(text=st.text(max_size=200))
@settings(deadline=None, max_examples=60)
def test_any_text_can_be_read(names: Names, text: str) -> None:
    named = names.read(text)
    assert set(named.people) <= PEOPLE.keys()
    assert not (named.people and named.stranger)
    assert named.words or not named.people


@given(
    person=st.sampled_from(["mette", "kim", "anne-k", "soeren"]),
    before=st.sampled_from(["", "hvem er ", "kontakt ", "do you know "]),
    case=st.sampled_from([str, str.upper, fold]),
)
@settings(deadline=None)
def test_a_person_is_found_however_the_name_is_written(
    names: Names, person: str, before: str, case: type[str]
) -> None:
    assert names.read(before + case(PEOPLE[person][0])).people == (person,)


def test_a_very_long_text_takes_little_time(names: Names) -> None:
    start = perf_counter()
    names.read("Mette Anne Kim " * 7_000)
    assert perf_counter() - start < 2.0


def test_given_names_are_folded() -> None:
    assert {"soeren", "joergen", "mette"} <= given_names()
    assert all(fold(name) == name for name in given_names())
