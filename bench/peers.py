"""What one would take from the shelf.

Each is fitted on phrases and then gives every question a label and a score. The libraries that
only the bench needs are imported where they are used, so that the rest works without them.
"""

import re
from abc import ABC, abstractmethod
from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

import numpy as np
from rapidfuzz import process, utils

from bot.matching.index import Phrase

OUTSIDE = "~outside"
"""The label of a background sentence, for systems that know no other way to be given it."""
_WORD = re.compile(r"\w+")
_SHORTEST_FUZZY, _TWO_EDITS = 4, 8
"""Letters from which tantivy's query allows one edit, and two."""


class Answer(NamedTuple):
    """A label, and a score that is comparable within one system."""

    label: str
    score: float


class Fitted(ABC):
    """A system after fitting."""

    @abstractmethod
    def answer(self, question: str) -> Answer:
        """The best label for a question."""

    def answers(self, questions: Sequence[str]) -> list[Answer]:
        """The best labels for many, in order; the same as one by one, where possible faster."""
        return [self.answer(question) for question in questions]


class BestPhrase(Fitted):
    """The label of the phrase that is most like the question, by a scorer of rapidfuzz."""

    def __init__(self, phrases: Sequence[Phrase], scorer: Callable[..., float]) -> None:
        self._labels = [phrase.label for phrase in phrases]
        self._texts = [utils.default_process(phrase.text) for phrase in phrases]
        self._scorer = scorer

    def answer(self, question: str) -> Answer:
        """By `process.extractOne`."""
        asked = utils.default_process(question)
        found = process.extractOne(asked, self._texts, scorer=self._scorer)
        return Answer(self._labels[found[2]], found[1])

    def answers(self, questions: Sequence[str]) -> list[Answer]:
        """By `process.cdist`, on all cores."""
        asked = [utils.default_process(question) for question in questions]
        table = process.cdist(asked, self._texts, scorer=self._scorer, workers=-1)
        best = table.argmax(axis=1)
        return [Answer(self._labels[i], float(row[i])) for i, row in zip(best, table, strict=True)]


class Bm25s(Fitted):
    """The label of the first phrase by BM25."""

    def __init__(self, phrases: Sequence[Phrase]) -> None:
        from bm25s import BM25  # noqa: PLC0415 — in the extra

        self._labels = [phrase.label for phrase in phrases]
        self._found = BM25()
        self._found.index([plain_words(phrase.text) for phrase in phrases], show_progress=False)

    def answer(self, question: str) -> Answer:
        """By its scores for all phrases."""
        known = [word for word in plain_words(question) if word in self._found.vocab_dict]
        if not known:
            return Answer("", 0.0)
        scores = self._found.get_scores(known)
        best = int(np.argmax(scores))
        return Answer(self._labels[best], float(scores[best]))


class Tantivy(Fitted):
    """The label of the first phrase by BM25, or by words that are an edit or two away."""

    def __init__(self, phrases: Sequence[Phrase]) -> None:
        import tantivy  # noqa: PLC0415 — in the extra

        self._library: Any = tantivy
        self._labels = [phrase.label for phrase in phrases]
        builder = tantivy.SchemaBuilder()
        builder.add_text_field("text")
        builder.add_unsigned_field("place", stored=True)
        self._schema = builder.build()
        kept = tantivy.Index(self._schema)
        writer = kept.writer(50_000_000, 1)
        for place, phrase in enumerate(phrases):
            text = " ".join(plain_words(phrase.text))
            writer.add_document(tantivy.Document(text=[text], place=place))
        writer.commit()
        writer.wait_merging_threads()
        kept.reload()
        self._searcher = kept.searcher()

    def answer(self, question: str) -> Answer:
        """By a query of all words, each exactly or nearly."""
        query = self._library.Query.boolean_query(
            [
                (self._library.Occur.Should, part)
                for word in plain_words(question)
                for part in self._parts(word)
            ]
        )
        hits = self._searcher.search(query, 1).hits
        if not hits:
            return Answer("", 0.0)
        ((score, address),) = hits
        return Answer(self._labels[self._searcher.doc(address)["place"][0]], score)

    def _parts(self, word: str) -> list[Any]:
        make = self._library.Query
        parts = [make.term_query(self._schema, "text", word)]
        if len(word) >= _SHORTEST_FUZZY:
            edits = 1 if len(word) < _TWO_EDITS else 2
            parts.append(make.fuzzy_term_query(self._schema, "text", word, edits))
        return parts


class Svm(Fitted):
    """TF-IDF of the letters, and a linear support vector machine a label."""

    def __init__(self, phrases: Sequence[Phrase], background: Sequence[str] = ()) -> None:
        from sklearn.feature_extraction.text import TfidfVectorizer  # noqa: PLC0415 — slow
        from sklearn.pipeline import make_pipeline  # noqa: PLC0415
        from sklearn.svm import LinearSVC  # noqa: PLC0415

        letters = TfidfVectorizer(analyzer="char", ngram_range=(2, 5), sublinear_tf=True)
        texts = [*(phrase.text for phrase in phrases), *background]
        labels = [*(phrase.label for phrase in phrases), *[OUTSIDE] * len(background)]
        self._model = make_pipeline(letters, LinearSVC(random_state=0)).fit(texts, labels)
        self._labels = [str(label) for label in self._model.classes_]

    def answer(self, question: str) -> Answer:
        """By the largest distance."""
        return self.answers([question])[0]

    def answers(self, questions: Sequence[str]) -> list[Answer]:
        """By the largest distance that is not that of the background."""
        table = self._model.decision_function(questions)
        if table.ndim == 1:  # two labels have one distance between them
            table = np.stack([-table, table], axis=1)
        inside = [place for place, label in enumerate(self._labels) if label != OUTSIDE]
        best = table[:, inside].argmax(axis=1)
        top = table[np.arange(len(table)), np.array(inside)[best]]
        names = [self._labels[inside[place]] for place in best]
        return [Answer(name, float(score)) for name, score in zip(names, top, strict=True)]


def plain_words(text: str) -> list[str]:
    """The words of a text in lower case, for the systems that come with no way of reading."""
    return _WORD.findall(text.lower())
