"""Text on its way into cards.

Teams reads Markdown in `TextBlock` and in facts, and its clients disagree about it: on telephones a
backslash before a bracket or a number escapes nothing, and stays to be seen. So nothing is escaped.
Text stands in text runs, in which no client reads Markdown. Where only a `TextBlock` will do, for a
heading that screen readers can jump to, it stands there if nothing in it could be Markdown.
"""

import re

from bot.adapting.text import clean, cut

_FORMULA = re.compile(r"\{(?=\{)")
_WORD_JOINER = "\u2060"
_PLAIN = re.compile(r"[^\W_][\w ,.:;?!%'\"«»“”„’()…–—&/-]*")
_SUSPECT = re.compile(
    r"^\d+[.)]"  # a list
    r"|_|\s\s|\s$"  # emphasis, spaces that vanish
    r"|&\S"  # a character reference
    r"|//|[^\W\d][.:][^\W\d]"  # an address
)


def inert(text: str, limit: int) -> str:
    """Text for a run, a label or a button, at most ``limit`` characters.

    Control characters and writing-direction overrides go. Double braces, which begin a date that
    Teams computes, are broken up invisibly.
    """
    return cut(_FORMULA.sub("{" + _WORD_JOINER, clean(text)), limit)


def unmarked(text: str) -> bool:
    """Whether no client finds any Markdown in the text, so that it is shown as it is."""
    return _PLAIN.fullmatch(text) is not None and _SUSPECT.search(text) is None
