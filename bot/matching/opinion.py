"""A second opinion: what a text means, whatever its words, by a language model's sense of it.

It never stands alone. It moves the ranking a little and adds to the evidence, and where no
`Embedder` is installed there simply is none.
"""

import io
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from itertools import cycle

import numpy as np

from bot.matching.columns import Floats
from bot.matching.index import ELSEWHERE, Phrase
from bot.matching.keeping import DAMAGE
from bot.matching.respelling import respelt
from bot.ports import Embedder

MOST_PHRASES = 64
"""Terms of a label that are learnt from; more of them cost time and tell little more."""
MOST_ASKED = 24
"""Terms of a label that are also learnt in the turns of phrase that they are asked for with."""
ASKED = (
    "hvem har styr på {}?",
    "who do I ask about {}?",
    "hvem kan hjælpe med {}?",
    "who knows about {}?",
    "hvem er kontaktperson for {}?",
    "contact for {}",
    "spørgsmål om {}",
    "who can help with {}?",
    "hvem spørger jeg om {}?",
    "anything on {}?",
)
MOST_ELSEWHERE = 1500
LONGEST = 800
"""Characters of a question that are looked at."""
INVERSE_PENALTY = 20.0
_METHOD = f"1, {INVERSE_PENALTY}"
"""Changes with how an opinion is fitted."""


@dataclass(frozen=True, slots=True)
class Opinion:
    """A multinomial regression on embeddings: ``centre`` is taken from each, and it is scaled."""

    labels: tuple[str, ...]
    centre: Floats
    weights: Floats
    bias: Floats

    @classmethod
    def fit(cls, labels: Sequence[str], vectors: Floats) -> "Opinion":
        """Fit on the vectors of phrases and their labels, of which there are two or more."""
        from sklearn.linear_model import LogisticRegression  # noqa: PLC0415 — slow to import

        centre = vectors.mean(axis=0)
        model = LogisticRegression(C=INVERSE_PENALTY, max_iter=300)
        model.fit(_placed(vectors, centre), np.array(labels))
        weights, bias = model.coef_, model.intercept_
        if len(model.classes_) == 2:  # then there is one line, for the second
            weights, bias = np.vstack([-weights, weights]), np.concatenate([-bias, bias])
        found = tuple(str(label) for label in model.classes_)
        return cls(found, centre, weights.astype(np.float32), bias.astype(np.float32))

    def about(self, vector: Floats) -> dict[str, float]:
        """The log of each label's chance, for the vector of a text."""
        decision = self.weights @ _placed(vector[None, :], self.centre)[0] + self.bias
        decision = decision - decision.max()
        chances = decision - np.log(np.exp(decision).sum())
        return dict(zip(self.labels, chances.tolist(), strict=True))

    def among(self, labels: Collection[str]) -> "Opinion | None":
        """The opinion on no other labels than these; None where it knows not all of them."""
        if not set(labels) <= set(self.labels):
            return None
        at = [place for place, label in enumerate(self.labels) if label in labels]
        kept = tuple(self.labels[place] for place in at)
        return replace(self, labels=kept, weights=self.weights[at], bias=self.bias[at])

    def dump(self) -> bytes:
        """The opinion as bytes, for `load`."""
        file = io.BytesIO()
        labels = np.array(self.labels, dtype=np.str_)
        np.savez_compressed(
            file, labels=labels, centre=self.centre, weights=self.weights, bias=self.bias
        )
        return file.getvalue()

    @classmethod
    def load(cls, data: bytes) -> "Opinion":
        """The opinion that `dump` gave; raises ValueError for anything else."""
        try:
            with np.load(io.BytesIO(data), allow_pickle=False) as kept:
                labels = tuple(str(label) for label in kept["labels"])
                found = cls(labels, kept["centre"], kept["weights"], kept["bias"])
        except DAMAGE as error:
            raise ValueError("These bytes are no opinion.") from error
        count, wide = len(labels), found.centre.size
        if (found.weights.shape, found.bias.shape) != ((count, wide), (count,)):
            raise ValueError("The sizes do not fit.")
        return found


@dataclass(frozen=True, slots=True)
class Second:
    """An opinion with what it takes to ask for it."""

    opinion: Opinion
    embedder: Embedder

    def about(self, text: str) -> Mapping[str, float]:
        """The log of each label's chance, for a text."""
        return self.opinion.about(self.embedder.embed([respelt(text[:LONGEST])])[0])


def learning_key(given: Iterable[tuple[str, str]], embedder: str) -> str:
    """A key for the opinion that is fitted on labels and phrases, by the embedder of this name."""
    digest = sha256()
    for text in (_METHOD, embedder, *(text for pair in given for text in pair)):
        digest.update(f"{len(text)}:{text}".encode())
    return digest.hexdigest()


def learnt_from(phrases: Iterable[Phrase]) -> list[tuple[str, str]]:
    """The phrases, each behind its label, that an opinion is fitted on.

    All that was heard, for whole sentences tell most, and some of every label's terms, alone and
    as they are asked for: to whom nearly all questions are about nothing of ours, "who knows about"
    is a mark of those. Of what is about nothing of ours there are more, for there is more of it.
    """
    terms: dict[str, dict[str, None]] = {}
    heard: dict[tuple[str, str], None] = {}
    for phrase in phrases:
        if phrase.heard:
            heard[phrase.label, phrase.text] = None
        else:
            terms.setdefault(phrase.label, {})[phrase.text] = None
    some = [
        (label, text)
        for label, texts in terms.items()
        for text in _spread(list(texts), MOST_ELSEWHERE if label == ELSEWHERE else MOST_PHRASES)
    ]
    asked = [
        (label, turn.format(text))
        for label, texts in terms.items()
        if not label.startswith("~")
        for text, turn in zip(_spread(list(texts), MOST_ASKED), cycle(ASKED), strict=False)
    ]
    return [*some, *asked, *heard]


def _spread(texts: Sequence[str], most: int) -> list[str]:
    """At most so many, evenly from the whole length."""
    if len(texts) <= most:
        return list(texts)
    return [texts[round(place)] for place in np.linspace(0, len(texts) - 1, most)]


def _placed(vectors: Floats, centre: Floats) -> Floats:
    moved = vectors - centre
    lengths = np.maximum(np.linalg.norm(moved, axis=1, keepdims=True), 1e-9)
    return np.asarray(moved / lengths, dtype=np.float32)
