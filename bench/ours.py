"""The bot's index as it is compared with others, and the one place that knows how to fit it."""

from collections.abc import Sequence
from functools import cache
from math import exp

from bench.peers import Answer, Fitted
from bot.matching.columns import Floats
from bot.matching.index import Index, Phrase, Ranked, Reading
from bot.matching.opinion import Opinion
from bot.matching.respelling import respelt
from bot.matching.style import SENTENCES
from bot.semantic.e5 import E5

LIKELIEST = 5
"""Labels of the second opinion that are looked at, whatever the words say of them."""


def index(phrases: Sequence[Phrase], background: Sequence[str] = ()) -> Index:
    """The bot's index as it is fitted for data that is not its own knowledge base."""
    return Index.fit(phrases, background, SENTENCES)


def confidence(reading: Reading, first: Ranked) -> float:
    """One number for how surely a question has an answer at all.

    The score, the less the more of the question is about something else than the label, and much
    the less the more is about nothing known.
    """
    return first.score * first.coverage * reading.covered**3


class Ours(Fitted):
    """The bot's index by itself: no confidence model, for that one was fitted on its own base."""

    def __init__(self, phrases: Sequence[Phrase], background: Sequence[str] = ()) -> None:
        self.index = index(phrases, background)

    def answer(self, question: str) -> Answer:
        """The first label of the reading."""
        reading = self.index.read(question)
        return Answer(reading[0].label, confidence(reading, reading[0]))


class Seconded(Fitted):
    """The same with a second opinion, which counts as much as the words."""

    def __init__(self, phrases: Sequence[Phrase]) -> None:
        self._index = index(phrases)
        vectors = _model().embed([phrase.text for phrase in phrases])
        self._opinion = Opinion.fit([phrase.label for phrase in phrases], vectors)

    def answer(self, question: str) -> Answer:
        """The label that both prefer."""
        (answer,) = self.answers([question])
        return answer

    def answers(self, questions: Sequence[str]) -> list[Answer]:
        """The labels, for all meanings at once."""
        vectors = _model().embed([respelt(text) for text in questions])
        return [self._answer(text, row) for text, row in zip(questions, vectors, strict=True)]

    def _answer(self, question: str, vector: Floats) -> Answer:
        chances = self._opinion.about(vector)
        likeliest = sorted(chances, key=lambda label: -chances[label])[:LIKELIEST]
        reading = self._index.read(question, likeliest)

        def preferred(one: Ranked) -> float:
            covering = SENTENCES.covering * one.coverage
            return one.odds + covering + chances[one.label]

        first = max(reading.ranked, key=preferred)
        return Answer(first.label, confidence(reading, first) * exp(chances[first.label]))


@cache
def _model() -> E5:
    return E5()
