"""Made phrases for measuring time."""

from collections import Counter

from bench.crowd import crowd
from bot.matching.index import Phrase
from tests.bench.conftest import MADE

SOURCE = [Phrase(label, text) for label, texts in MADE.items() for text in texts]


def test_as_many_as_asked_for_all_different_and_spread_evenly() -> None:
    made = crowd(SOURCE, 200, 8)
    assert len({phrase.text for phrase in made}) == 200
    assert set(Counter(phrase.label for phrase in made).values()) == {25}
    assert len({phrase.label for phrase in made}) == 8


def test_of_known_words_only() -> None:
    known = {word for phrase in SOURCE for word in phrase.text.split()}
    assert {word for phrase in crowd(SOURCE, 50, 5) for word in phrase.text.split()} <= known


def test_the_same_seed_gives_the_same() -> None:
    assert crowd(SOURCE, 40, 4) == crowd(SOURCE, 40, 4) != crowd(SOURCE, 40, 4, seed=1)
