"""The bot's index as it is compared with others, and the one place that knows how to fit it."""

from collections.abc import Sequence

from bench.peers import Answer, Fitted
from bot.matching.index import Index, Phrase, Reading
from bot.matching.style import SENTENCES


def index(phrases: Sequence[Phrase], background: Sequence[str] = ()) -> Index:
    """The bot's index as it is fitted for data that is not its own knowledge base."""
    return Index.fit(phrases, background, SENTENCES)


def confidence(reading: Reading) -> float:
    """One number for how surely a question has an answer at all.

    The score, the less the more of the question is about something else than the label, or about
    nothing known.
    """
    return reading[0].score * reading[0].coverage * reading.covered


class Ours(Fitted):
    """The bot's index by itself: no confidence model, for that one was fitted on its own base."""

    def __init__(self, phrases: Sequence[Phrase], background: Sequence[str] = ()) -> None:
        self.index = index(phrases, background)

    def answer(self, question: str) -> Answer:
        """The first label of the reading."""
        reading = self.index.read(question)
        return Answer(reading[0].label, confidence(reading))
