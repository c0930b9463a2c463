"""The clauses of a question that ask, apart from what leads up to them.

"I'm new here and like music, so which events are there in June?": what is asked is in the second
half, and the music of the first says nothing of the events.
"""

import re

from bot.events.attending import ATTENDING
from bot.events.event_words import EVENT, LISTING, NOT_EVENT
from bot.events.sheet import spoken
from bot.matching.text import readable

_RELATIVE = (
    r"(?:som|der|at|hvis|jeg|man|vi|med|with|that)\b|hvor (?:man|jeg|vi|der|de)\b|"
    r"where (?:i|you|we|one|there)\b"
)
_BREAK = re.compile(
    rf"[;:!?\n]+|(?<!\d)\.(?= |$)|,(?! *(?:{_RELATIVE}))|"
    r" [-\u2013\u2014] |\b(?:so|saa|så|but|men)\b(?= \w+ \w+)",
    re.IGNORECASE,
)


def asking_words(text: str) -> frozenset[str]:
    """The folded words of the clauses that ask for events the most outspokenly.

    Several events ("which events") go before one ("the webinar"). All words where there is but
    one clause, or none that names events.
    """
    clauses = [said for clause in _BREAK.split(readable(text)) if (said := spoken(clause))]
    most = max(map(_outspoken, clauses), default=0)
    asking = [clause for clause in clauses if _outspoken(clause) == most]
    return frozenset(word for clause in asking for word in clause.split())


def _outspoken(clause: str) -> int:
    told = NOT_EVENT.sub(" ", clause)
    if EVENT.search(told):
        return 2 if LISTING.search(clause) else 1
    return 1 if ATTENDING.search(clause) else 0
