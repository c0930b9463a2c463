import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.matching.features import read
from bot.matching.nearest import MEANT, Likeness, Nearest
from bot.matching.vocabulary import Vocabulary
from tests.unit.matching.base import ELSEWHERE, PHRASES

GIVEN = [(label, text) for label, texts in PHRASES.items() for text in texts]
ALL = [*GIVEN, *(("~elsewhere", text) for text in ELSEWHERE)]
CLOSE = 2e-3
"""Values are kept with eleven bits."""


@pytest.fixture(scope="module")
def nearest(vocabulary: Vocabulary) -> Nearest:
    return Nearest.of(ALL, vocabulary)


def like(text: str, nearest: Nearest, vocabulary: Vocabulary) -> Likeness:
    return nearest.likeness(read(text, vocabulary), vocabulary)


@pytest.mark.parametrize(("label", "phrase"), GIVEN)
def test_a_labels_nearest_phrase_is_the_one_asked_for(
    nearest: Nearest, vocabulary: Vocabulary, label: str, phrase: str
) -> None:
    likeness = like(phrase, nearest, vocabulary)
    best = nearest.best(label, likeness)
    assert best is not None
    assert ALL[best] == (label, phrase)
    assert likeness[best] == pytest.approx(1.0, abs=CLOSE)
    assert likeness.max() <= likeness[best] + CLOSE


@pytest.mark.parametrize(
    ("text", "label", "phrase"),
    [
        ("hvem ved noget om knoglebrud?", "xray", "knoglebrud på røntgen"),
        ("where can I get disk space", "storage", "disk space"),
        ("regnekarft til at træne modeller", "compute", "regnekraft til træning af modeller"),
        ("etisk godkendlse", "ethics", "etisk godkendelse"),
        ("a compute clster for us", "compute", "compute cluster"),
    ],
)
def test_the_nearest_phrase_shares_what_is_asked_for(
    nearest: Nearest, vocabulary: Vocabulary, text: str, label: str, phrase: str
) -> None:
    best = nearest.best(label, like(text, nearest, vocabulary))
    assert best is not None
    assert ALL[best] == (label, phrase)


@pytest.mark.parametrize("text", ["", "?!", "xqzvwk", "blodforgiftning"])
def test_where_no_word_is_shared_no_phrase_is_near(
    nearest: Nearest, vocabulary: Vocabulary, text: str
) -> None:
    likeness = like(text, nearest, vocabulary)
    assert nearest.best("law", likeness) is None
    assert nearest.of_label("law", likeness) == 0.0


def test_a_label_without_phrases_is_near_nothing(nearest: Nearest, vocabulary: Vocabulary) -> None:
    likeness = like("regnekraft", nearest, vocabulary)
    assert nearest.best("unheard of", likeness) is None
    assert nearest.of_label("unheard of", likeness) == 0.0


@given(text=st.text(max_size=120))
@settings(deadline=None)
def test_likeness_is_between_nought_and_one(
    nearest: Nearest, vocabulary: Vocabulary, text: str
) -> None:
    likeness = like(text, nearest, vocabulary)
    assert likeness.shape == (len(ALL),)
    assert ((likeness >= 0.0) & (likeness <= 1.0 + CLOSE)).all()
    for label in PHRASES:
        near = nearest.of_label(label, likeness)
        assert 0.0 <= near <= nearest.of_label(label, likeness, 1) <= 1.0 + CLOSE
        assert (nearest.best(label, likeness) is None) == (near == 0.0)


@given(data=st.data())
@settings(deadline=None)
def test_words_in_another_order_are_as_near(
    nearest: Nearest, vocabulary: Vocabulary, data: st.DataObject
) -> None:
    # What is one name only in this order, "artificial intelligence", is another thing turned.
    _, phrase = data.draw(st.sampled_from([one for one in GIVEN if "ntellig" not in one[1]]))
    turned = " ".join(data.draw(st.permutations(phrase.split())))
    assert like(turned, nearest, vocabulary) == pytest.approx(like(phrase, nearest, vocabulary))


def test_the_nearest_few_count_and_no_more(nearest: Nearest) -> None:
    likeness = np.zeros(len(ALL))
    own = [number for number, (label, _) in enumerate(ALL) if label == "compute"]
    likeness[own] = [0.1, 0.9, 0.2, 0.8, 0.3, 0.7]
    assert len(own) > MEANT
    assert nearest.of_label("compute", likeness) == pytest.approx(0.8)
    assert nearest.of_label("compute", likeness, 1) == pytest.approx(0.9)
    assert nearest.of_label("compute", likeness, 99) == pytest.approx(0.5)
    assert nearest.best("compute", likeness) == own[1]


def test_more_shared_words_are_nearer_and_strange_ones_lead_away(
    nearest: Nearest, vocabulary: Vocabulary
) -> None:
    whole, half, more = (
        nearest.of_label("storage", like(text, nearest, vocabulary), 1)
        for text in ("lagerplads til forskningsdata", "lagerplads", "lagerplads til xqzvwk blorf")
    )
    assert whole > half > more > 0.0


def test_a_misspelt_word_is_less_near(nearest: Nearest, vocabulary: Vocabulary) -> None:
    right, wrong = (
        nearest.of_label("law", like(text, nearest, vocabulary), 1)
        for text in ("data processing agreement", "data procesing agreemnt")
    )
    # Each word is less sure, but all of them alike: what they mean together is nearly the same.
    assert right >= wrong > 0.9


def test_a_word_that_only_sentences_about_something_else_use_leads_to_them(
    nearest: Nearest, vocabulary: Vocabulary
) -> None:
    assert "pancakes" not in vocabulary.spellings
    likeness = like("pancakes", nearest, vocabulary)
    best = nearest.best("~elsewhere", likeness)
    assert best is not None
    assert ALL[best][1] == "a recipe for pancakes"
    assert max(nearest.of_label(label, likeness) for label in PHRASES) == 0.0


def test_of_phrases_alike_the_first_is_given(vocabulary: Vocabulary) -> None:
    twice = Nearest.of([("a", "jura"), ("b", "GPU"), ("b", "gpu'er")], vocabulary)
    assert twice.best("b", like("GPU", twice, vocabulary)) == 1


def test_without_phrases_nothing_is_near(vocabulary: Vocabulary) -> None:
    none = Nearest.of([], vocabulary)
    likeness = like("regnekraft", none, vocabulary)
    assert likeness.tolist() == []
    assert none.best("a", likeness) is None
    assert none.of_label("a", likeness) == 0.0
