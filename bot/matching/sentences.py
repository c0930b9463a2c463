"""The sentences the matcher is given beside the knowledge base's own words.

Plain files, one sentence a line: what is about nothing of ours, and small talk.
"""

import re
from functools import cache

from bot.matching.lists import lines
from bot.matching.text import words

SMALLTALK = "~"
"""Before a kind of small talk, its label: ``~greeting``."""


_ABOUT_THE_BOT = re.compile(
    r"^\W*(?:hej|hi|hello)?\W*(?:er du|are you) (?:en|et|a|an|human|real|ai|levende)\b.{0,60}$",
    re.IGNORECASE,
)


def about_the_bot(text: str) -> bool:
    """Whether a question is about the bot itself: "are you a machine?"."""
    return bool(_ABOUT_THE_BOT.match(text))


@cache
def _said() -> dict[tuple[str, ...], str]:
    return {tuple(words(sentence)): kind for kind, sentence in smalltalk()}


def said_as_small_talk(text: str) -> str:
    """The kind of small talk that a text is to the word, or about the bot itself, else empty."""
    if about_the_bot(text):
        return "who-are-you"
    return _said().get(tuple(words(text)), "")


@cache
def elsewhere() -> tuple[str, ...]:
    """Sentences such as hospital staff type that are about nothing of ours, Danish and English."""
    return (*lines("elsewhere.da.txt"), *lines("elsewhere.en.txt"))


@cache
def smalltalk() -> tuple[tuple[str, str], ...]:
    """Kinds of small talk, each with a sentence of it."""
    both = (*lines("smalltalk.da.txt"), *lines("smalltalk.en.txt"))
    return tuple((kind, sentence) for kind, sentence in (line.split("\t", 1) for line in both))
