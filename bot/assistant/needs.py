"""The parts of a question that asks for several things."""

import re

from bot.matching.text import readable, sentences, words

MOST_NEEDS = 3
_IN_FULL = 5
"""Words from which a sentence asks for something by itself, unlike "who can help?"."""
_WHOLE = 0.75
"""Coverage from which one entry speaks of all there is: "law and information security"."""
_JOINED = re.compile(r",?\s+(?:og|samt|and|plus|as well as)\s+", re.IGNORECASE)

_BOTH = re.compile(r"\b(?:både|baade|both)\b", re.IGNORECASE)


def says_both(text: str) -> bool:
    """Whether a question says itself that it asks for two things."""
    return _BOTH.search(text) is not None


def needs(text: str, covered: float) -> tuple[str, ...]:
    """The parts to be understood on their own; none where the question is one.

    Questions one after the other are parts; what "and" joins is only where no entry speaks of
    most of it (``covered``, from 0 to 1).
    """
    asked = [part for part in sentences(readable(text)) if part.endswith("?")]
    if len(asked) > 1:
        return tuple(asked[:MOST_NEEDS])
    if covered >= _WHOLE:
        return ()
    # What leads up to a question says why it is asked: "I am a nurse and …. Who can …?"
    whole = asked[0] if asked and len(words(asked[0])) >= _IN_FULL else readable(text)
    parts = [part for part in _JOINED.split(whole) if words(part)]
    return tuple(parts[:MOST_NEEDS]) if len(parts) > 1 else ()
