"""Which known word a word is a slip of the finger away from."""

from collections.abc import Iterable

from rapidfuzz.distance import OSA


def slip_of(word: str, known: Iterable[str], most: int) -> str:
    """The word of ``known`` that is the fewest slips away, the first of several by the alphabet.

    Nothing where none is within ``most``: letters left out, put in, replaced or swapped.
    """
    near = ((OSA.distance(word, one, score_cutoff=most), one) for one in known)
    return min((one for one in near if one[0] <= most), default=(0, ""))[1]
