"""How well what somebody is typing fits a word: the beginning of it is enough, and slips happen."""

from collections.abc import Collection, Sequence

from rapidfuzz.distance import OSA

from bot.matching.text import readable, words

WHOLE, BEGUN, NEARLY = 1.0, 0.8, 0.5
"""How well: the very word, its beginning, or either with a slip."""
MOST_WORDS = 12
_SHORTEST_BEGINNING = 5
"""Letters from which a beginning may hold a slip too; a shorter one is like everything."""


def typed(text: str) -> tuple[str, ...]:
    """The folded words of what somebody typed, the first of them where there are many."""
    return tuple(words(readable(text))[:MOST_WORDS])


def fit(said: str, word: str) -> float:
    """How well a typed word fits another, both folded; 0 where it does not."""
    if said == word:
        return WHOLE
    if word.startswith(said):
        return BEGUN
    slips = _slips(said)
    if not slips or word[0] != said[0]:
        return 0.0
    long = range(len(said), len(said) + 2) if len(said) >= _SHORTEST_BEGINNING else ()
    forms = {word, *(word[:letters] for letters in long)}
    near = any(OSA.distance(said, form, score_cutoff=slips) <= slips for form in forms)
    return NEARLY if near else 0.0


def fit_all(said: Sequence[str], own: Collection[str]) -> float:
    """How well the worst of the typed words fits any of the ``own`` ones; 0 where one does not."""
    return min((max((fit(one, word) for word in own), default=0.0) for one in said), default=0.0)


def _slips(said: str) -> int:
    """How many letters may be wrong."""
    if len(said) < 4:
        return 0
    return 1 if len(said) < 7 else 2
