"""Every system finds what is plain to see, and one by one is the same as all at once."""

from collections.abc import Sequence

import pytest

from bench.peers import OUTSIDE, Bm25s, Tantivy
from bench.systems import OURS, SVM, SYSTEMS, System, with_background
from bot.matching.index import Phrase
from tests.bench.conftest import MADE

PHRASES = [Phrase(label, text) for label, texts in MADE.items() for text in texts]
ASKED = ["bicycle parking garage", "the vegetarian lunch", "a door key"]


@pytest.fixture(params=SYSTEMS, ids=lambda system: system.name)
def system(request: pytest.FixtureRequest) -> System:
    found: System = request.param
    pytest.importorskip(found.needs)
    return found


def test_the_right_label_comes_first(system: System) -> None:
    fitted = system.fit(PHRASES)
    if system.name == "rapidfuzz WRatio":
        pytest.skip("it prefers whatever is short")
    assert [fitted.answer(text).label for text in ASKED] == ["parking", "lunch", "keys"]


def test_all_at_once_is_the_same(system: System) -> None:
    fitted = system.fit(PHRASES)
    assert_same(fitted.answers(ASKED), [fitted.answer(text) for text in ASKED])


def assert_same(found: Sequence[tuple[str, float]], other: Sequence[tuple[str, float]]) -> None:
    assert [label for label, _ in found] == [label for label, _ in other]
    assert [score for _, score in found] == pytest.approx([score for _, score in other], rel=1e-5)


def test_two_labels_are_enough(system: System) -> None:
    fitted = system.fit([Phrase("x", "yellow submarine"), Phrase("y", "purple haze")])
    assert fitted.answer("the purple haze").label == "y"
    assert fitted.answer("a yellow submarine").label == "x"


@pytest.mark.parametrize(("kind", "needs"), [(Bm25s, "bm25s"), (Tantivy, "tantivy")])
def test_a_question_of_unknown_words_has_no_answer(kind: type, needs: str) -> None:
    pytest.importorskip(needs)
    fitted = kind(PHRASES)
    assert fitted.answer("qqqqq zzzzz") == ("", 0.0)
    assert fitted.answer("?!") == ("", 0.0)


def test_tantivy_forgives_a_typo() -> None:
    pytest.importorskip("tantivy")
    assert Tantivy(PHRASES).answer("vegetarain").label == "lunch"


def test_the_background_is_never_the_answer() -> None:
    told = with_background(["tell me about volcanoes", "sing me something"], "other things")
    assert [system.name.partition(" + ")[0] for system in told] == [SVM.name, OURS.name]
    for system in told:
        label, _ = system.fit(PHRASES).answer("tell me about volcanoes")
        assert label in MADE
        assert label != OUTSIDE


def test_a_system_without_its_library_is_not_usable() -> None:
    assert not System("x", OURS.fit, "a_library_that_nobody_wrote").usable
    assert OURS.usable
