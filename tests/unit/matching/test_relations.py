from time import perf_counter

import pytest

from bot.matching.relations import Relation, related


@pytest.mark.parametrize(
    ("said", "base"),
    [
        ("hvem er @0s naermeste kollega", 0),
        ("who are the colleagues of @0", 0),
        ("vikar for @0", 0),
        ("who besides @0 knows about data", 0),
        ("kan en anden end @0 hjaelpe", 0),
        ("who has the same role as @0", 0),
        ("hvem laver det samme som @0", 0),
        ("hvem arbejder sammen med @0", 0),
        ("who can stand in for @0", 0),
        ("@0 er paa ferie . hvem saa", 0),
        ("@0 doesn t answer . anyone i can ask", 0),
        ("jeg kan ikke faa fat i @0 hvem saa", 0),
        ("who do i ask if not @0", 0),
        ("har @0 en makker", 0),
        ("@0 er syg hvem er hans stedfortraeder", 0),
        ("not @0 but the other one @1", 0),
        ("mail til @0 @1s kollega", 1),
        ("@0 who works with @1", 1),
    ],
)
def test_others_than_whom_it_names(said: str, base: int) -> None:
    assert related(said) == {base: Relation.OTHERS}


@pytest.mark.parametrize(
    "said",
    [
        "hvem er @0s chef",
        "manager of @0",
        "who is the secretary of @0",
        "whom does @0 report to",
        "hvem refererer @0 til",
        "hvem har @0 som leder",
        "@0 hvem er hendes naermeste leder",
        "how old is @0",
        "hvad tjener @0",
        "who is @0 married to",
        "who hired @0",
    ],
)
def test_what_nobody_tells(said: str) -> None:
    assert related(said) == {0: Relation.UNTOLD}


@pytest.mark.parametrize(
    "said",
    [
        "",
        "hvem er @0",
        "mail til @0 og @1",
        "min kollega bad mig skrive til @0",
        "min chef bad mig skrive til @0",
        "my team would like to talk with @0",
        "hvem kan saette mig i forbindelse med @0",
        "er det ikke @0 der har styr paa servere",
        "@0 er paa ferie",
        "is @0 the leader of the centre",
        "which department does @0 work for",
        "@0s rolle som leder",
    ],
)
def test_the_person_is_asked_for(said: str) -> None:
    assert related(said) == {}


def test_everybody_who_is_named_where_it_asks_who_else_there_is() -> None:
    both = {0: Relation.OTHERS, 1: Relation.OTHERS}
    assert related("jeg kender @0 og @1 hvem er der ellers") == both


def test_a_long_text_takes_little_time() -> None:
    start = perf_counter()
    related(" ".join(f"@{place} hans ikke the same who" for place in range(150)))
    assert perf_counter() - start < 1.0
