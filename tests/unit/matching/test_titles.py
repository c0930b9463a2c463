import pytest

from bot.matching.titles import Titles
from bot.matching.vocabulary import Vocabulary
from tests.unit.matching import base
from tests.unit.matching.base import stems

NAMES = {
    "peace": ["PEACE: pre-admission evaluation"],
    "meet": ["Nordic AI Meet 2023", "Nordisk AI-møde (Nordic AI Meet)"],
    "cai-x": ["CAI-X", "Centre for Clinical Artificial Intelligence"],
    "power": ["Processing power (CPU/GPU) for algorithms"],
    "report": ["The status report (February 2023)"],
    "ruling": ["AI in colonoscopy (CADe): not recommended"],
    "spring": ["Research day – spring"],
    "autumn": ["Research day – autumn"],
}


@pytest.fixture(scope="module")
def titles() -> Titles:
    return Titles(NAMES)


@pytest.fixture(scope="module")
def spelt() -> Vocabulary:
    return Vocabulary.of(list(NAMES.values()), base.ELSEWHERE)


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("what is PEACE?", {"peace"}),
        ("hvornår er Nordic AI Meet", {"meet"}),
        ("nordic ai meet 2023", {"meet"}),
        ("nordisk ai-møde", {"meet"}),
        ("what does CAI-X do", {"cai-x"}),
        ("cai x", {"cai-x"}),
        ("CAIX", {"cai-x"}),
        ("PEACE og CAI-X", {"peace", "cai-x"}),
        ("research day autumn", {"autumn"}),
        ("what is pre-admission evaluation", {"peace"}),
        ("processing power", {"power"}),
        ("cpu/gpu", {"power"}),
        ("processing power for algorithms", {"power"}),
        ("patient data for algorithms", set()),
        ("the status report", {"report"}),
        ("a meeting in February", set()),
        ("what is CADe", {"ruling"}),
        ("AI in colonoscopy", {"ruling"}),
        ("meet nordic ai", set()),
        ("nordic meet", set()),
        ("centre for artificial intelligence", set()),
        ("hvem ved noget om 2023", set()),
        ("", set()),
    ],
)
def test_names_whole_and_in_order(
    titles: Titles, spelt: Vocabulary, text: str, named: set[str]
) -> None:
    assert titles.named(base.reading(text, spelt)) == named


def test_a_name_that_two_share_is_nobodys(titles: Titles, spelt: Vocabulary) -> None:
    assert titles.named(base.reading("the research day", spelt)) == frozenset()


def test_a_misspelt_name_is_that_name(titles: Titles, spelt: Vocabulary) -> None:
    assert titles.named(base.reading("what about Nordisc AI Meet", spelt)) == {"meet"}


def test_without_titles_nothing_is_named(spelt: Vocabulary) -> None:
    assert Titles({}).named(base.reading("PEACE", spelt)) == frozenset()
    assert Titles({"a": ["", "–", "2023"]}).named(base.reading("PEACE 1", spelt)) == frozenset()


def test_who_speaks_of_what_is_named(titles: Titles) -> None:
    told = {
        "meet": stems("Nordic AI Meet 2023"),
        "talks": stems("talks at the meet on Nordic AI"),
        "network": stems("Nordic network on AI"),
        "cai-x": stems("CAI-X"),
    }
    assert titles.speaking({"meet"}, told) == {"meet", "talks"}
    assert titles.speaking({"meet", "cai-x"}, told) == {"meet", "talks", "cai-x"}
    assert titles.speaking((), told) == set()
    assert titles.speaking({"peace"}, told) == set()


def test_the_last_letter_of_a_name_may_stand_apart_in_what_speaks_of_it(titles: Titles) -> None:
    told = {"one": stems("help from CAI-X"), "two": stems("help from cai x"), "no": stems("x")}
    assert titles.speaking({"cai-x"}, told) == {"one", "two"}


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("what is PEACE?", "peace"),
        ("Everybody talks of PEACE at lunch. What on earth is it?", "peace"),
        ("Alle nævner PEACE. Hvad er det egentlig?", "peace"),
        ("I work on PEACE. What is the budget?", ""),
        ("I work on PEACE. Who is it?", ""),
        ("fortæl mig om cai x", "cai-x"),
        ("CAI-X", "cai-x"),
        ("what does CAI-X cost", ""),
        ("PEACE og CAI-X", ""),
        ("hej", ""),
    ],
)
def test_asked_for_itself_and_nothing_more(
    titles: Titles, spelt: Vocabulary, text: str, label: str
) -> None:
    whole = base.reading(text, spelt)
    assert titles.itself(whole, titles.named(whole)) == label
