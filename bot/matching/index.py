"""The fitted index: which labels a text is about.

One logistic regression a label, each against all other phrases and against sentences that are
about nothing of ours. Everything here is pure: the same phrases give the same index.
"""

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import astuple, dataclass
from functools import cached_property
from hashlib import sha256
from itertools import chain
from math import log
from pathlib import Path

import numpy as np

from bot.matching.columns import Floats
from bot.matching.features import Word, features, read
from bot.matching.fitting import fit
from bot.matching.keeping import Fitted, dump, load
from bot.matching.nearest import MEANT, Nearest
from bot.matching.rarity import rarity
from bot.matching.style import TERMS, Style
from bot.matching.text import readable, sentences, stem, words
from bot.matching.vocabulary import Vocabulary

ELSEWHERE = "~elsewhere"
"""The label of what is about nothing of ours."""
_TINY = 1e-6
HEARD = 0.5
"""How much a question that was heard counts where a term counts once: a term was chosen."""
MOST_RANKED = 12
"""Labels that a reading tells of."""
_EITHER_END = 6
"""Sentences at either end of a text that are also read alone: questions stand there."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """A phrase that stands for a label; ``label``s that start with ``~`` are no entries.

    One that was ``heard`` is how somebody asked for the label: it tells what such questions are
    like, but its words are not the label's own.
    """

    label: str
    text: str
    heard: bool = False


@dataclass(frozen=True, slots=True)
class Ranked:
    """A label with its score (0 to 1, comparable within one question) and its coverage.

    ``coverage`` is the share of the question's weight that the label's own words account for,
    ``near`` how like the question is to the label's nearest phrases, from 0 to 1.
    """

    label: str
    score: float
    coverage: float
    near: float = 0.0

    @property
    def odds(self) -> float:
        """The log odds of the score."""
        return log(self.score + _TINY) - log(1 - self.score + _TINY)


@dataclass(frozen=True, slots=True)
class Reading:
    """What was made of a text: its words, and the labels from likely to unlikely.

    ``elsewhere`` is the score of being about nothing of ours, ``nothing`` the likeness to the
    nearest such sentence, ``covered`` the share of the weight in words of ours, ``theme`` how
    much a word of it is a mark of all that is ours, such as "AI".
    """

    text: str
    words: tuple[Word, ...]
    ranked: tuple[Ranked, ...]
    elsewhere: float
    covered: float
    nothing: float = 0.0
    theme: float = 0.0

    def __getitem__(self, place: int) -> Ranked:
        return self.ranked[place]


class Index:
    """Fitted on phrases; ranks labels for a text."""

    def __init__(self, labels: Sequence[str], fitted: Fitted, phrases: Sequence[Phrase]) -> None:
        self.labels = tuple(labels)
        self.vocabulary = fitted.vocabulary
        self.phrases = tuple(phrases)
        self._fitted = fitted
        self._elsewhere = self.labels.index(ELSEWHERE) if ELSEWHERE in self.labels else None

    @classmethod
    def fit(
        cls, phrases: Sequence[Phrase], elsewhere: Sequence[str] = (), style: Style = TERMS
    ) -> "Index":
        """Fit on phrases, and on sentences that are about nothing of ours.

        What was heard adds no words to the vocabulary: "my boss" in one such question would be
        a word of ours from then on.
        """
        groups: dict[str, list[str]] = {}
        for phrase in phrases:
            if not phrase.heard:
                groups.setdefault(phrase.label, []).append(phrase.text)
        own = [texts for label, texts in groups.items() if not label.startswith("~")]
        vocabulary = Vocabulary.of(own or list(groups.values()), elsewhere, everyday=style.everyday)
        known = (*phrases, *(Phrase(ELSEWHERE, text) for text in elsewhere))
        rows = (
            features(read(phrase.text, vocabulary, wrapped=style.everyday), vocabulary, style)
            for phrase in known
        )
        counts = [HEARD if phrase.heard else 1.0 for phrase in known]
        ordered, weights = fit(rows, [phrase.label for phrase in known], counts)
        nearest = Nearest.of(((p.label, p.text) for p in known), vocabulary, wrapped=style.everyday)
        return cls(ordered, Fitted(vocabulary, style, weights, nearest), known)

    def read(self, text: str, also: Collection[str] = ()) -> Reading:
        """What a text is about: the likely labels, and those ``also`` to be told of, in order."""
        kept = readable(text)
        whole = self.words(kept)
        scores = self._scores(whole)
        parts = sentences(kept)
        if len(parts) > 1:
            ends = (*parts[:_EITHER_END], *parts[_EITHER_END:][-_EITHER_END:])
            each = [self._scores(self.words(part)) for part in ends]
            scores = 0.5 * scores + 0.5 * np.max(each, axis=0)
        elsewhere = 0.0 if self._elsewhere is None else float(scores[self._elsewhere])
        order = np.argsort(-scores, kind="stable")[:MOST_RANKED]
        labels = [self.labels[i] for i in order if self.labels[i] != ELSEWHERE]
        covers, near = self._covers(whole), self._near(whole)
        by_label = dict(zip(self.labels, scores.tolist(), strict=True))
        missing = set(also).difference(labels, {ELSEWHERE})
        labels += sorted(missing, key=lambda label: (-by_label[label], label))
        ranked = [Ranked(one, by_label[one], covers(one), near(one)) for one in labels]
        if covering := self._fitted.style.covering:
            ranked.sort(key=lambda one: -one.odds - covering * one.coverage)
        covered = sum(w.weight * max((s.weight for s in w.senses), default=0) for w in whole)
        return Reading(
            text=kept,
            words=tuple(whole),
            ranked=tuple(ranked),
            elsewhere=elsewhere,
            covered=covered / _total(whole),
            nothing=near(ELSEWHERE),
            theme=self._theme(whole),
        )

    def carried(self, reading: Reading, label: str) -> str:
        """The label's phrase that is most like a text, or nothing where no word is shared."""
        nearest = self._fitted.nearest
        found = nearest.best(label, nearest.likeness(reading.words, self.vocabulary))
        return self.phrases[found].text if found is not None else ""

    def words(self, text: str) -> list[Word]:
        """The words of a text with what they may mean, for whoever needs no ranking."""
        return read(text, self.vocabulary, wrapped=self._fitted.style.everyday)

    def _scores(self, found: Sequence[Word]) -> Floats:
        fitted = self._fitted
        return fitted.weights.scores(features(found, fitted.vocabulary, fitted.style))

    def _theme(self, found: Sequence[Word]) -> float:
        senses = chain.from_iterable(word.senses for word in found)
        return max((s.weight * self._themes.get(s.stem, 0.0) for s in senses), default=0.0)

    @cached_property
    def _themes(self) -> dict[str, float]:
        """How much each stem marks what is ours: the labels that use it, if others seldom do."""
        own = [stems for label, stems in self.stems.items() if not label.startswith("~")]
        used = Counter(chain.from_iterable(own))
        seldom: dict[str, float] = {}
        for word, its_stem in self.vocabulary.spellings.items():
            seldom[its_stem] = min(seldom.get(its_stem, 1.0), rarity(word))
        return {s: count / len(own) * seldom.get(s, 0.0) for s, count in used.items()}

    def _near(self, found: Sequence[Word]) -> Callable[[str], float]:
        nearest = self._fitted.nearest
        likeness = nearest.likeness(found, self.vocabulary)

        def near(label: str) -> float:
            return nearest.of_label(label, likeness, 1 if label == ELSEWHERE else MEANT)

        return near

    def _covers(self, found: Sequence[Word]) -> Callable[[str], float]:
        total = _total(found)

        def covers(label: str) -> float:
            own = self.stems.get(label, frozenset[str]())
            return sum([word.hit(own) for word in found]) / total

        return covers

    @cached_property
    def stems(self) -> dict[str, frozenset[str]]:
        """Each label's own stems."""
        found: dict[str, set[str]] = {}
        for phrase in self.phrases:
            if phrase.label == ELSEWHERE:
                continue
            own = found.setdefault(phrase.label, set())
            if not phrase.heard:
                own.update(stem(w) for w in words(phrase.text))
        return {label: frozenset(stems) for label, stems in found.items()}

    def dump(self) -> bytes:
        """The index as bytes, for `load`."""
        return dump(self.labels, [astuple(p) for p in self.phrases], self._fitted)

    @classmethod
    def load(cls, data: bytes) -> "Index":
        """The index that `dump` gave; raises ValueError for anything else."""
        labels, phrases, fitted = load(data)
        return cls(labels, fitted, [Phrase(*pair) for pair in phrases])


def fingerprint(phrases: Iterable[Phrase], elsewhere: Iterable[str]) -> str:
    """A key for what `Index.fit` makes of these: it changes with them and with this code."""
    digest = sha256()
    for module in sorted(Path(__file__).parent.glob("*.py")):
        digest.update(module.read_bytes())
    for phrase in phrases:
        digest.update(f"{phrase.label}\0{phrase.text}\0{phrase.heard}\0".encode())
    for text in elsewhere:
        digest.update(f"{text}\0".encode())
    return digest.hexdigest()


def _total(found: Iterable[Word]) -> float:
    return sum(word.weight for word in found) or 1.0
