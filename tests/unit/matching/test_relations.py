from time import perf_counter

import pytest

from bot.matching.relations import Relation, details, related


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
        "har @0 en kat derhjemme",
        "does @0 keep a dog",
        "@0s cv",
        "hvad har @0 skrevet speciale om",
        "title of the thesis by @0",
        "which degree does @0 hold",
        "@0 hvad var hendes tidligere stilling",
        "the former employer of @0",
        "@0s privatnummer",
        "hvor laenge har @0 vaeret i regionen",
        "has @0 published in english",
        "bor @0 i naerheden",
        "@0 er han bror til radiologen",
    ],
)
def test_a_particular_of_somebody(said: str) -> None:
    assert related(said) == {0: Relation.DETAIL}


@pytest.mark.parametrize(
    "said",
    ["er @0 paa ferie i naeste uge", "is @0 off sick", "@0 is not at the desk . is she ill today"],
)
def test_whether_somebody_is_away_is_told_by_nobody(said: str) -> None:
    assert related(said) == {0: Relation.UNTOLD}


@pytest.mark.parametrize(
    "said",
    [
        "maa jeg sende mit cv til @0",
        "i write my phd and would like to talk to @0",
        "jeg studerer medicin . hvad hedder @0s mail",
        "har @0 tid til et moede om vores studie",
        "where does @0 sit",
        "kan @0 hjaelpe med en afhandling",
        "jeg er syg . vil du sige det til @0",
    ],
)
def test_what_the_asker_tells_of_themselves_is_nothing_of_whom_they_name(said: str) -> None:
    assert related(said) == {}


def test_the_words_for_particulars_are_found() -> None:
    assert details("hvad er emnet for hendes phd") == {"phd"}
    assert details("hvor sidder hun") == frozenset()


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
