"""The fitted index: which labels a text is about.

One logistic regression a label, each against all other phrases and against sentences that are
about nothing of ours. Everything here is pure: the same phrases give the same index.
"""

import io
import json
import zlib
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256
from itertools import chain
from pathlib import Path
from zipfile import BadZipFile

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from bot.matching.features import Word, features, read
from bot.matching.text import readable, sentences, stem, words
from bot.matching.vocabulary import Vocabulary

ELSEWHERE = "~elsewhere"
"""The label of what is about nothing of ours."""
_INVERSE_PENALTY = 12.0
_TOLERANCE = 0.02
_NEGLIGIBLE = 1e-3
_DAMAGE = (AttributeError, EOFError, KeyError, OSError, TypeError, BadZipFile, zlib.error)
"""What reading half a file, or another one, ends in."""

Floats = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Phrase:
    """A phrase that stands for a label; ``label``s that start with ``~`` are no entries."""

    label: str
    text: str


@dataclass(frozen=True, slots=True)
class Ranked:
    """A label with its score (0 to 1, comparable within one question) and its coverage.

    ``coverage`` is the share of the question's weight that the label's own words account for.
    """

    label: str
    score: float
    coverage: float


@dataclass(frozen=True, slots=True)
class Reading:
    """What was made of a text: its words, and the labels from likely to unlikely."""

    text: str
    words: tuple[Word, ...]
    ranked: tuple[Ranked, ...]
    elsewhere: float
    covered: float

    def __getitem__(self, place: int) -> Ranked:
        return self.ranked[place]


@dataclass(frozen=True, slots=True)
class Model:
    """What was fitted: a weight for each column and label, and each label's constant."""

    labels: tuple[str, ...]
    columns: tuple[str, ...]
    matrix: Floats
    bias: Floats


class Index:
    """Fitted on phrases; ranks labels for a text."""

    def __init__(self, vocabulary: Vocabulary, model: Model, phrases: Sequence[Phrase]) -> None:
        self.labels = model.labels
        self.vocabulary = vocabulary
        self.phrases = tuple(phrases)
        self._columns = {name: place for place, name in enumerate(model.columns)}
        self._matrix = model.matrix
        self._bias = model.bias
        self._elsewhere = self.labels.index(ELSEWHERE) if ELSEWHERE in self.labels else None

    @classmethod
    def fit(cls, phrases: Sequence[Phrase], elsewhere: Sequence[str] = ()) -> "Index":
        """Fit on phrases, and on sentences that are about nothing of ours."""
        from sklearn.linear_model import LogisticRegression  # noqa: PLC0415 — slow to import
        from sklearn.multiclass import OneVsRestClassifier  # noqa: PLC0415

        groups: dict[str, list[str]] = {}
        for phrase in phrases:
            groups.setdefault(phrase.label, []).append(phrase.text)
        own = [texts for label, texts in groups.items() if not label.startswith("~")]
        vocabulary = Vocabulary.of(own or list(groups.values()), elsewhere)
        columns: dict[str, int] = {}
        texts = [phrase.text for phrase in phrases] + list(elsewhere)
        labels = [phrase.label for phrase in phrases] + [ELSEWHERE] * len(elsewhere)
        rows = [features(read(text, vocabulary), vocabulary) for text in texts]
        for name in _worth_keeping(rows):
            columns.setdefault(name, len(columns))
        solver = LogisticRegression(
            C=_INVERSE_PENALTY, solver="liblinear", dual=True, tol=_TOLERANCE, random_state=0
        )
        model = OneVsRestClassifier(solver).fit(_matrix(rows, columns), labels)
        weights = np.vstack([one.coef_ for one in model.estimators_]).T.astype(np.float32)
        bias = np.array([one.intercept_[0] for one in model.estimators_], dtype=np.float32)
        if len(model.classes_) == 2:  # then there is one estimator, for the second
            weights, bias = np.hstack([-weights, weights]), np.hstack([-bias, bias])
        labelled = tuple(str(c) for c in model.classes_)
        fitted = Model(labelled, tuple(columns), _as_kept(weights), bias)
        return cls(vocabulary, fitted, phrases)

    def read(self, text: str) -> Reading:
        """What a text is about: all labels, likely ones first."""
        kept = readable(text)
        whole = read(kept, self.vocabulary)
        scores = self._scores(whole)
        parts = sentences(kept)
        if len(parts) > 1:
            each = [self._scores(read(part, self.vocabulary)) for part in parts[:12]]
            scores = 0.5 * scores + 0.5 * np.max(each, axis=0)
        elsewhere = 0.0 if self._elsewhere is None else float(scores[self._elsewhere])
        order = np.argsort(-scores, kind="stable")
        total = sum(word.weight for word in whole) or 1.0
        ranked = tuple(
            Ranked(self.labels[i], float(scores[i]), self._coverage(whole, self.labels[i], total))
            for i in order[:12]
            if self.labels[i] != ELSEWHERE
        )
        covered = sum(w.weight * max((s.weight for s in w.senses), default=0) for w in whole)
        return Reading(kept, tuple(whole), ranked, elsewhere, covered / total)

    def _scores(self, found: Sequence[Word]) -> Floats:
        row = features(found, self.vocabulary)
        known = [(self._columns[name], v) for name, v in row.items() if name in self._columns]
        if not known:
            return np.asarray(1 / (1 + np.exp(-self._bias)), dtype=np.float32)
        places, values = zip(*known, strict=True)
        decision = np.array(values, dtype=np.float32) @ self._matrix[list(places)] + self._bias
        return np.asarray(1 / (1 + np.exp(-decision)), dtype=np.float32)

    @cached_property
    def stems(self) -> dict[str, frozenset[str]]:
        """Each label's own stems."""
        found: dict[str, set[str]] = {}
        for phrase in self.phrases:
            found.setdefault(phrase.label, set()).update(stem(w) for w in words(phrase.text))
        return {label: frozenset(stems) for label, stems in found.items()}

    def _coverage(self, found: Sequence[Word], label: str, total: float) -> float:
        own = self.stems.get(label, frozenset())
        return sum(word.hit(own) for word in found) / total

    # --- keeping

    def dump(self) -> bytes:
        """The index as bytes, for `load`."""
        about = {
            "labels": self.labels,
            "columns": list(self._columns),
            "weights": self.vocabulary.weights,
            "spellings": self.vocabulary.spellings,
            "phrases": [(p.label, p.text) for p in self.phrases],
        }
        file = io.BytesIO()
        np.savez_compressed(
            file,
            about=np.frombuffer(json.dumps(about).encode(), dtype=np.uint8),
            matrix=self._matrix.astype(np.float16),
            bias=self._bias,
        )
        return file.getvalue()

    @classmethod
    def load(cls, data: bytes) -> "Index":
        """The index that `dump` gave; raises ValueError for anything else."""
        try:
            return cls._loaded(data)
        except _DAMAGE as error:
            raise ValueError("These bytes are no index.") from error

    @classmethod
    def _loaded(cls, data: bytes) -> "Index":
        with np.load(io.BytesIO(data), allow_pickle=False) as kept:
            about = json.loads(kept["about"].tobytes())
            model = Model(
                tuple(about["labels"]),
                tuple(about["columns"]),
                kept["matrix"].astype(np.float32),
                kept["bias"],
            )
        labels, columns = len(model.labels), len(model.columns)
        if model.matrix.shape != (columns, labels) or model.bias.shape != (labels,):
            raise ValueError("The sizes do not fit.")
        vocabulary = Vocabulary(about["weights"], about["spellings"])
        return cls(vocabulary, model, [Phrase(*pair) for pair in about["phrases"]])


def fingerprint(phrases: Iterable[Phrase], elsewhere: Iterable[str]) -> str:
    """A key for what `Index.fit` makes of these: it changes with them and with this code."""
    digest = sha256()
    for module in sorted(Path(__file__).parent.glob("*.py")):
        digest.update(module.read_bytes())
    for phrase in phrases:
        digest.update(f"{phrase.label}\0{phrase.text}\0".encode())
    for text in elsewhere:
        digest.update(f"{text}\0".encode())
    return digest.hexdigest()


def _as_kept(weights: Floats) -> Floats:
    """The weights as `Index.dump` keeps them, so that a fresh index answers as a kept one."""
    pruned = np.where(np.abs(weights) < _NEGLIGIBLE, 0, weights)
    return pruned.astype(np.float16).astype(np.float32)


def _worth_keeping(rows: Sequence[dict[str, float]]) -> Iterable[str]:
    """The features to fit on: letters that stand in one phrase alone tell less than they cost."""
    met = Counter(chain.from_iterable(rows))
    return (name for name, count in met.items() if count > 1 or name[0] == "w")


def _matrix(rows: Sequence[dict[str, float]], columns: dict[str, int]) -> sparse.csr_matrix:
    kept = [{name: value for name, value in row.items() if name in columns} for row in rows]
    lengths = np.cumsum([0, *(len(row) for row in kept)])
    places = np.fromiter((columns[name] for row in kept for name in row), dtype=np.int32)
    values = np.fromiter((value for row in kept for value in row.values()), dtype=np.float64)
    return sparse.csr_matrix((values, places, lengths), shape=(len(rows), len(columns)))
