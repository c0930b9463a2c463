"""Questions for a particular of a thing: what it costs, where to sleep, what somebody earns.

Whoever asks for the price of a thing is not helped by being told of the thing, so an entry that
does not speak of the particular is no answer, however well the rest fits.
"""

from collections.abc import Sequence

from bot.matching.features import Word
from bot.matching.index import Reading
from bot.matching.rarity import intended
from bot.matching.text import stem

_SUMS = (
    "koster kostede kosta cost costs",
    "budget budgettet omsaetning overskud turnover revenue profit",
    "gigabyte gigabytes terabyte terabytes megabyte",
)
_HOW_MUCH = frozenset({"hvad", "hva", "meget", "mange", "what", "whats", "much", "many"})
"""Before one of `_SUMS` they make it a question: not "cost-benefit", not "a small budget"."""
_NEAR = 8
_PARTICULARS = (
    "pris prisen priser priserne timepris gebyr kontingent takst takster price prices pricing fee",
    "hotel hoteller hotellet hotels overnatning overnatte accommodation lodging hostel",
    "parkering parkere parkerer parkeringsplads parkeringspladser parking",
    "loen loennen loenniveau maanedsloen salary salaries wage wages earn earns",
    "aabningstid aabningstider aabningstiderne besoegstid besoegstider",
    "jobopslag stillingsopslag vacancy vacancies hiring",
)
"""Words for the same particular, in both languages, since an entry is written in both."""


def _groups(written: Sequence[str]) -> dict[str, frozenset[str]]:
    """Each word with all that are for the same particular."""
    return {word: frozenset(group.split()) for group in written for word in group.split()}


_SUMMED, _LISTED = _groups(_SUMS), _groups(_PARTICULARS)


def particulars_asked(reading: Reading, own: frozenset[str]) -> tuple[Word, ...]:
    """The words that ask for a particular of which the stems ``own`` of an entry do not speak."""
    found = []
    for place, word in enumerate(reading.words):
        asked = _asked(intended(word.text), reading.words[max(0, place - _NEAR) : place])
        if asked and own.isdisjoint(stem(one) for one in asked) and not word.means(own):
            found.append(word)
    return tuple(found)


def asks_for_particular(reading: Reading, own: frozenset[str]) -> bool:
    """Whether there are `particulars_asked`."""
    return bool(particulars_asked(reading, own))


def _asked(word: str, before: Sequence[Word]) -> frozenset[str]:
    """All words for what a word asks for, none where it asks for no particular."""
    if word in _SUMMED:
        said = {intended(one.text) for one in before}
        return frozenset() if _HOW_MUCH.isdisjoint(said) else _SUMMED[word]
    return _LISTED.get(word, frozenset())
