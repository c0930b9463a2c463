"""Learning second opinions: what is known at once, and what takes minutes."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.matching.index import Index
from bot.matching.keeping import kept
from bot.matching.opinion import Opinion, Second, learning_key, learnt_from
from bot.ports import Embedder, IndexCache


@dataclass(frozen=True, slots=True)
class Learnt:
    """An opinion, and the key of what it was learnt from."""

    key: str
    opinion: Opinion


class Seconding:
    """Gives second opinions on the labels of an index, and learns them.

    ``embedder`` is for questions and keeps none of them; ``phrases`` for the knowledge base's own
    words, and may keep what it computed. Learning holds up whoever uses the same as ``phrases``.
    ``shipped`` is what others have learnt before.
    """

    def __init__(
        self,
        embedder: Embedder,
        phrases: Embedder,
        cache: IndexCache,
        shipped: Learnt | None = None,
    ) -> None:
        self._embedder = embedder
        self._phrases = phrases
        self._cache = cache
        self._latest = shipped

    def at_once(self, index: Index) -> Second | None:
        """What can be had without learning.

        Best is what was learnt from this very index. What was learnt from another serves for
        the time being, if it knows all labels: a text was edited, and most of it is as it was.
        """
        _, key = self._given(index)
        learnt = self._known(key)
        opinion = learnt.opinion.among(index.labels) if learnt else None
        return Second(opinion, self._embedder) if opinion else None

    def learn(self, index: Index) -> bool:
        """Learn from the index, which may take minutes; whether that was still to be done."""
        given, key = self._given(index)
        if (learnt := self._known(key)) and learnt.key == key:
            return False
        self._latest = learnt = Learnt(key, self._fitted(given))
        self._cache.save(key, learnt.opinion.dump())
        return True

    def _given(self, index: Index) -> tuple[Sequence[tuple[str, str]], str]:
        """What is learnt from, and its key."""
        given = learnt_from(index.phrases)
        return given, learning_key(given, self._embedder.name)

    def _fitted(self, given: Sequence[tuple[str, str]]) -> Opinion:
        vectors = self._phrases.embed([text for _, text in given])
        return Opinion.fit([label for label, _ in given], vectors)

    def _known(self, key: str) -> Learnt | None:
        """What was learnt under this key, or else what was learnt last."""
        if self._latest and self._latest.key == key:
            return self._latest
        if opinion := kept(self._cache, key, Opinion.load, "learnt"):
            self._latest = Learnt(key, opinion)
        return self._latest
