"""The words the knowledge base is written in, and which of them a typed word may mean.

A typed word is looked up exactly, by its stem, as a compound of known words, and, unless it is
an everyday word of its own, as a misspelling.
"""

from collections import Counter
from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain
from math import log

from rapidfuzz import process
from rapidfuzz.distance import OSA

from bot.matching.rarity import rarity, zipf
from bot.matching.text import stem, words

EVERYDAY = 3.6
"""Zipf frequency from which a word is taken as meant, not as a misspelling of another."""
SHORTEST_PART = 4
LONG = 9
"""Letters from which a word that is one slip from another is that one, whatever it is made of."""
SHORTEST_ABBREVIATION, LONGEST_ABBREVIATION = 3, 6
SMALLEST_SHARE, NEARLY_ALL = 0.5, 0.85
WHOLE, PARTLY = 0.9, 0.8
"""Certainty in the parts of a compound that is known nearly whole, or that is not."""
SWAPPED = 0.95
"""Likeness of a word whose letters are all there, two of them the other way round."""
_ENDINGS = ("s", "er", "en", "et", "erne", "ere", "ens", "ers", "ernes")
"""What is put behind a short name, the commonest first; only the first behind everyday words."""
_SEEN = 4.0
"""Zipf frequency below which a short word may be an abbreviation of something technical."""
_SHORT = 4
"""Letters up to which a word has endings that no stemmer finds."""
LEAST = 0.02
MOST_MEANINGS = 5
"""A beginning of more words than this is no abbreviation of any."""


@dataclass(frozen=True, slots=True)
class Sense:
    """What a typed word may mean: a known stem, how surely (0 to 1), and how it was found."""

    stem: str
    weight: float
    how: str


class Vocabulary:
    """Stems with their weights, and the spellings they were met in.

    ``weights`` say how much a stem is worth noticing, ``telling`` how well it tells labels apart;
    both from 0 to 1.
    """

    def __init__(
        self,
        weights: Mapping[str, float],
        spellings: Mapping[str, str],
        telling: Mapping[str, float] | None = None,
    ) -> None:
        self.weights = dict(weights)
        self.telling = dict(telling or weights)
        self.spellings = dict(spellings)
        self._by_length: dict[int, list[str]] = {}
        for word in self.spellings:
            self._by_length.setdefault(len(word), []).append(word)
        self.senses = lru_cache(maxsize=20_000)(self._senses)

    @classmethod
    def of(
        cls, texts: Sequence[Sequence[str]], background: Iterable[str], *, everyday: bool = True
    ) -> "Vocabulary":
        """The vocabulary of phrases grouped by what they belong to.

        A stem weighs more the fewer groups use it and the rarer it is in everyday language;
        what stands in many ``background`` sentences weighs less. Without ``everyday``, groups
        are told apart by what they say themselves alone.
        """
        groups = [dict.fromkeys(chain.from_iterable(map(words, group))) for group in texts]
        known = dict.fromkeys(chain.from_iterable(groups))
        spellings = {word: stem(_short_form(word, known) or word) for word in known}
        met = Counter(chain.from_iterable({spellings[word] for word in group} for group in groups))
        around: Counter[str] = Counter()
        count = 0
        for sentence in background:
            around.update({stem(word) for word in words(sentence)})
            count += 1
        common: dict[str, float] = {}
        for word, its_stem in spellings.items():
            common[its_stem] = min(common.get(its_stem, 1.0), rarity(word))
        specific = {s: log((1 + len(texts)) / (1 + met[s])) / log(1 + len(texts)) for s in met}
        seldom = {s: 1.0 / (1.0 + 25.0 * around[s] / max(count, 1)) for s in met}

        weights = {s: max(LEAST, 0.5 * (specific[s] + common[s]) * seldom[s]) for s in met}
        return cls(weights, spellings, weights if everyday else specific)

    def _senses(self, word: str) -> tuple[Sense, ...]:
        its_stem = stem(word)
        if its_stem in self.weights:
            return (Sense(its_stem, 1.0, "exact" if word in self.spellings else "form"),)
        plain = _short_form(word, self.spellings) or word.removesuffix("s")
        if plain in self.spellings:
            return (Sense(self.spellings[plain], 1.0, "form"),)
        typed = zipf(word) < EVERYDAY and len(word) >= SHORTEST_ABBREVIATION and word.isalpha()
        # "infomationssikkerhed" ends in a known word too, but is no compound of its own.
        slip = self._misspelt(word, most=1) if typed and len(word) >= LONG else ()
        return slip or self._made_of(word, typed=typed)

    def _made_of(self, word: str, *, typed: bool) -> tuple[Sense, ...]:
        """What a word is made of, or what it is a slip from, whichever accounts for more of it."""
        parts = self._compound(word)
        if not typed or (parts and parts[0].weight >= WHOLE):
            return parts
        # "feedbcak" begins as "feed" does, but is a slip from "feedback".
        slip = self._misspelt(word, most=2) if parts and len(word) > SHORTEST_PART + 2 else ()
        return slip or parts or self._mistyped(word)

    def _mistyped(self, word: str) -> tuple[Sense, ...]:
        if len(word) >= SHORTEST_PART and (misspelt := self._misspelt(word)):
            return misspelt
        return self._abbreviated(word)

    def _abbreviated(self, word: str) -> tuple[Sense, ...]:
        """What a beginning may stand for: "infra", "tekn", "proj"."""
        if len(word) > LONGEST_ABBREVIATION:
            return ()
        stems = {s for spelling, s in self.spellings.items() if spelling.startswith(word)}
        if len(stems) > MOST_MEANINGS:
            return ()
        return tuple(Sense(s, 0.7, f"short for {s}") for s in sorted(stems))

    def _misspelt(self, word: str, most: int = 3) -> tuple[Sense, ...]:
        allowed = min(most, 1 if len(word) < 7 else 2 if len(word) < 11 else 3)
        near = [
            spelling
            for length in range(len(word) - allowed, len(word) + allowed + 1)
            for spelling in self._by_length.get(length, ())
        ]
        found = process.extract(
            word, near, scorer=OSA.distance, score_cutoff=allowed, limit=4, processor=None
        )
        if not found:
            return ()
        best = min(distance for _, distance, _ in found)
        senses: dict[str, Sense] = {}
        for spelling, distance, _ in found:
            likeness = 1 - distance / max(len(word), len(spelling))
            if distance == 1 and sorted(word) == sorted(spelling):
                likeness = max(likeness, SWAPPED)
            if spelling[0] != word[0]:
                likeness -= 0.1
            if distance > best or likeness < 0.7:
                continue
            its_stem = self.spellings[spelling]
            senses.setdefault(its_stem, Sense(its_stem, likeness, f"typo of {spelling}"))
        return tuple(senses.values())

    def _compound(self, word: str) -> tuple[Sense, ...]:
        """A Danish compound's known parts: "lagerplads" holds "lager"."""
        if len(word) < 2 * SHORTEST_PART:
            return ()
        heads = [
            cut for cut in range(len(word) - 3, SHORTEST_PART - 1, -1) if self._known(word[:cut])
        ]
        tails = [
            cut
            for cut in range(SHORTEST_PART - 1, len(word) - SHORTEST_PART + 1)
            if self._known(word[cut:])
        ]
        head = heads[0] if heads else 0
        tail = (
            next((cut for cut in tails if cut >= head), len(word))
            if head
            else (tails[0] if tails else len(word))
        )
        parts = []
        if head:
            parts.append((word[:head], head))
        if tail < len(word):
            parts.append((word[tail:], len(word) - tail))
        told = sum(length for _, length in parts) / len(word)
        if told < SMALLEST_SHARE:
            return ()
        # What the rest of the word says is not known, and may turn its meaning around.
        weight = WHOLE if told >= NEARLY_ALL else told * PARTLY
        return tuple(Sense(stem(part), weight, f"part of {word}") for part, _ in parts)

    def _known(self, part: str) -> bool:
        return len(part) >= SHORTEST_PART and (
            part in self.spellings or (len(part) > 5 and stem(part) in self.weights)
        )


def _short_form(word: str, known: Container[str]) -> str:
    """The known word whose form this is where it is too short for the stemmers, else empty.

    "gpus", "gpuer", "llmerne". Everyday words have endings that the stemmers know: "skalere" is no
    form of "skal".
    """
    if zipf(word) < EVERYDAY:
        for ending in _ENDINGS:
            plain = word.removesuffix(ending)
            short = plain != word and 1 < len(plain) <= _SHORT
            if short and plain in known and zipf(plain) < _SEEN:
                return plain
    return ""
