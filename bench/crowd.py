"""Made phrases in any number, from real ones: for measuring time and memory, not accuracy."""

from collections.abc import Sequence

import numpy as np

from bot.matching.index import Phrase

SUBJECTS = 3
"""Words that are a made label's own."""


def crowd(source: Sequence[Phrase], count: int, labels: int, seed: int = 0) -> list[Phrase]:
    """``count`` phrases that all differ, spread evenly over so many labels.

    A label takes the phrases of one intent and has three words of its own, drawn from all words
    there are; a phrase is one of the intent's with one word replaced by one of those, and with
    another word of any phrase behind it.
    """
    drawn = np.random.default_rng(seed)
    intents: dict[str, list[list[str]]] = {}
    for phrase in source:
        intents.setdefault(phrase.label, []).append(phrase.text.split())
    names = sorted(intents)
    known = sorted({word for texts in intents.values() for text in texts for word in text})
    made: dict[str, str] = {}
    label, own = "", [""]
    while len(made) < count:
        place = len(made) * labels // count
        if label != (label := f"{names[place % len(names)]} {place}"):
            own = [known[i] for i in drawn.integers(len(known), size=SUBJECTS)]
        texts = intents[names[place % len(names)]]
        text = list(texts[drawn.integers(len(texts))])
        text[drawn.integers(len(text))] = own[drawn.integers(SUBJECTS)]
        made.setdefault(" ".join([*text, known[drawn.integers(len(known))]]), label)
    return [Phrase(label, text) for text, label in made.items()]
