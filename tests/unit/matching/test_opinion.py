from math import exp

import numpy as np
import pytest

from bot.matching.index import Index, Phrase
from bot.matching.matcher import Matcher
from bot.matching.opinion import (
    MOST_ASKED,
    MOST_ELSEWHERE,
    MOST_PHRASES,
    Opinion,
    Second,
    learnt_from,
)
from tests.fakes.embedder import FakeEmbedder

PHRASES = [
    ("compute", "regnekraft"),
    ("compute", "gpu"),
    ("law", "jura"),
    ("law", "jurist"),
    ("~elsewhere", "regn og sol"),
    ("~elsewhere", "vejret i dag"),
]


@pytest.fixture
def second() -> Second:
    embedder = FakeEmbedder()
    vectors = embedder.embed([text for _, text in PHRASES])
    return Second(Opinion.fit([label for label, _ in PHRASES], vectors), embedder)


def likeliest(opinion: dict[str, float]) -> str:
    return max(opinion, key=lambda label: opinion[label])


@pytest.mark.parametrize(
    ("text", "label"),
    [("har I muskler nok?", "compute"), ("paragraffer", "law"), ("bliver det sol", "~elsewhere")],
)
def test_what_means_the_same_is_found_without_the_word(
    second: Second, text: str, label: str
) -> None:
    assert likeliest(dict(second.about(text))) == label


def test_chances_are_chances(second: Second) -> None:
    about = second.about("jura")
    assert sum(exp(value) for value in about.values()) == pytest.approx(1.0, abs=1e-4)


def test_of_a_long_text_the_beginning_is_looked_at(second: Second) -> None:
    assert isinstance(second.embedder, FakeEmbedder)
    second.about("jura " * 10_000)
    assert len(second.embedder.asked[-1]) <= 800


def test_two_labels_are_enough() -> None:
    embedder = FakeEmbedder()
    vectors = embedder.embed(["gpu", "jura"])
    about = Opinion.fit(["compute", "law"], vectors).about(embedder.embed(["jurist"])[0])
    assert likeliest(about) == "law"


def test_what_was_kept_says_the_same(second: Second) -> None:
    kept = Second(Opinion.load(second.opinion.dump()), second.embedder)
    assert kept.about("muskler") == second.about("muskler")


@pytest.mark.parametrize("damage", [b"", b"no opinion", b"PK\x03\x04"])
def test_anything_else_is_no_opinion(damage: bytes) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 — numpy words it in its own way
        Opinion.load(damage)


def test_of_every_label_some_phrases_are_learnt_from() -> None:
    many = [Phrase("a", f"gpu {n}") for n in range(500)]
    many += [Phrase("b", "jura"), Phrase("b", "jura")]
    many += [Phrase("~elsewhere", f"vejret {n}") for n in range(5000)]
    given = learnt_from(many)
    labels = [label for label, _ in given]
    assert labels.count("a") == MOST_PHRASES + MOST_ASKED
    assert labels.count("b") == 2
    assert labels.count("~elsewhere") == MOST_ELSEWHERE
    assert given == learnt_from(many)


def test_all_that_was_heard_is_learnt_from() -> None:
    heard = [Phrase("a", f"hvem låner os gpu {n}", heard=True) for n in range(500)]
    given = learnt_from([Phrase("a", "gpu"), *heard, *heard])
    assert given[2:] == [("a", phrase.text) for phrase in heard]


def test_terms_are_learnt_as_they_are_asked_for_too() -> None:
    given = learnt_from([Phrase("a", "gpu"), Phrase("a", "cpu"), Phrase("~talk", "hej")])
    assert given[:3] == [("a", "gpu"), ("a", "cpu"), ("~talk", "hej")]
    assert given[3:] == [("a", "hvem har styr på gpu?"), ("a", "who do I ask about cpu?")]


def test_it_moves_the_ranking_and_stands_in_the_evidence(second: Second) -> None:
    own = [Phrase(label, text) for label, text in PHRASES if not label.startswith("~")]
    index = Index.fit(own, ["regn og sol", "vejret i dag"])
    alone = Matcher(index).match("har I muskler?")
    both = Matcher(index, second=second).match("har I muskler?")
    assert both.evidence[0][0] == "compute"
    assert both.evidence[0][1].agrees == 1.0
    assert both.evidence[0][1].opinion > 0.0
    assert alone.evidence[0][1].opinion == 0.0
    assert np.isfinite(both.evidence[0][1].numbers()).all()
