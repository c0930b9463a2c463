from dataclasses import replace

import pytest

from bot.matching.index import Index, Phrase
from bot.matching.style import SENTENCES, TERMS, Style
from bot.matching.text import stem
from tests.unit.matching import base

ASKED = {
    "when": ("when is it", "when does it begin", "when will it end"),
    "where": ("where is it", "where does it begin", "where will it end"),
    "who": ("who is it", "who does it begin with", "who will end it"),
}


@pytest.mark.parametrize("style", [TERMS, SENTENCES])
def test_a_style_has_runs_of_letters_and_lengths(style: Style) -> None:
    assert list(style.runs) == sorted(set(style.runs))
    assert min(style.runs) > 1
    assert min(style.meaning, style.inside, style.across) > 0


@pytest.mark.parametrize("question", ["hvem ved noget om gpu'er", "lagerplds", "ehtics aproval"])
def test_either_style_does_for_a_base_of_terms(index: Index, question: str) -> None:
    sentences = Index.fit(base.phrases(), base.ELSEWHERE, SENTENCES)
    assert sentences.read(question)[0].label == index.read(question)[0].label


def test_everyday_words_tell_whole_questions_apart() -> None:
    given = [Phrase(label, text) for label, texts in ASKED.items() for text in texts]
    told = Index.fit(given, style=SENTENCES)
    assert [told.read(f"{word} does it end")[0].label for word in ASKED] == list(ASKED)
    telling = told.vocabulary.telling
    passed_over = Index.fit(given, style=replace(SENTENCES, everyday=True)).vocabulary.telling
    for word in map(stem, ASKED):
        assert telling[word] > 1.4 * passed_over[word]
        assert telling[word] > telling["it"] == 0.0


def test_a_style_says_what_a_text_is_read_for(index: Index) -> None:
    other = Index.fit(base.phrases(), base.ELSEWHERE, replace(TERMS, across=0.0))
    assert other.read("regnekraft")[0].score != index.read("regnekraft")[0].score
    assert other.read("regnekraft").words == index.read("regnekraft").words


def test_a_style_may_prefer_what_speaks_of_all_of_a_question() -> None:
    phrases = [
        Phrase("a", "book a table for dinner"),
        Phrase("a", "reserve a table tonight"),
        Phrase("b", "book a flight to paris"),
        Phrase("b", "reserve a flight tonight"),
    ]
    plain = Index.fit(phrases, (), replace(SENTENCES, covering=0.0)).read("flight for dinner table")
    covering = Index.fit(phrases, (), replace(SENTENCES, covering=50.0)).read(plain.text)
    coverages = [one.coverage for one in covering.ranked]
    assert coverages == sorted(coverages, reverse=True)
    assert {one.label: one.score for one in covering.ranked} == {
        one.label: one.score for one in plain.ranked
    }
