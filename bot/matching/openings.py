"""Turns of phrase that questions are wrapped in: "hvem har styr på …", "who is in charge of …".

Their words say nothing of the thing asked about, rare as some of them are elsewhere.
"""

import re
from collections.abc import Sequence

_OPENING = re.compile(
    r"\b(?:"
    r"(?:har|have|faar|faa|har der) (?:godt |lidt |mest )?"
    r"(?:styr|check|tjek|hold|forstand|kendskab|indsigt|ansvar\w*) (?:paa|til|i|for)"
    r"|(?:ved|vide|kender) (?:noget |lidt |mest |alt |mere )?om"
    r"|(?:staar|sidder|er) (?:der )?(?:inde )?for|sidder med|tager? sig af|tage haand om"
    r"|(?:er |den )?ansvarlig\w* for"
    r"|(?:kan|skal|boer|maa) (?:jeg|vi|man|du|i) (?:lige )?"
    r"(?:spoerge|hoere|snakke med|tale med|kontakte|skrive til|ringe til|gaa til)"
    r"(?: om| vedr| vedroerende| angaaende)?"
    r"|(?:is|are|being) (?:in charge of|responsible for|the (?:right )?(?:person|one) for)"
    r"|(?:takes?|taking) care of|looks? after|deals? with|is behind"
    r"|knows? (?:anything |something |a lot |most |more )?about"
    r"|(?:should|can|could|do|may) (?:i|we|one) "
    r"(?:ask|contact|talk to|talk with|speak to|speak with|write to|call|turn to)"
    r"(?: about| regarding| on)?"
    r")\b"
)
_POLITE = frozenset(
    "hej hejsa hi hello hey goddag tak venligst please pls plz thanks thx mvh hilsen".split()  # noqa: SIM905 — read as a list of words
)
"""Said to whoever is asked, of nothing that is asked for."""
_FEWEST = 2
"""Words there have to be, for one to be left beside a turn of phrase."""


def wrapping(words: Sequence[str]) -> frozenset[int]:
    """The places of folded words that are but the wrapping of a question."""
    if len(words) < _FEWEST:
        return frozenset()
    text = " ".join(words)
    starts: dict[int, int] = {}
    at = 0
    for place, word in enumerate(words):
        starts[at] = place
        at += len(word) + 1
    found = {place for place, word in enumerate(words) if word in _POLITE}
    for match in _OPENING.finditer(text):
        first = starts[match.start()]
        found.update(range(first, first + match.group().count(" ") + 1))
    return frozenset(found) if len(found) < len(words) else frozenset()
