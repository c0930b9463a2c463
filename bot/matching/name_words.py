"""A text's words as names are read from them: how each is written, and which are like names."""

import re
from dataclasses import dataclass
from functools import lru_cache

from bot.matching.lists import listed
from bot.matching.rarity import zipf
from bot.matching.text import fold

WORD = re.compile(r"[^\W\d_]+(?:['’]s)?")
_GENITIVE = re.compile(r"(?:['’]s|['’])$")
_SURNAME = re.compile(r"^[a-z]{2,}(?:sen|gaard|lund|quist|holm)$")
_NUMBER_BEFORE, _NUMBER_AFTER = re.compile(r"\d\.?$"), re.compile(r"\s*(?:\d|måned|maaned)")
_TITLE = re.compile(
    r"^(?:dr|doktor|doctor|hr|herr|fru|froeken|mr|mrs|ms|miss|prof|phd|collega|kollega|colleague"
    r"|kollegaen|medarbejder\w*|employee|teammate|coworker|makker|mail\w*|e?mail|kontakt|contact"
    r"|\w*(?:laege|laegen|leder|lederen|chef|chefen|konsulent|konsulenten|sygeplejerske|ingenioer"
    r"|direktoer|forsker|jurist|arkitekt|udvikler))$"
)
SELDOM = 3.2
"""Zipf frequency below which a word is hardly anything but a name."""


@dataclass(frozen=True, slots=True)
class Token:
    """A folded word of a text with how it was written.

    ``first`` is whether it begins a sentence, so that a capital tells nothing; ``genitive``
    whether an apostrophe says that something is its; ``initial`` whether it stands for a name by
    its first letter ("K.", "F", but not "I" or the end of "CAI-X"); ``dated`` whether a number
    stands beside it.
    """

    text: str
    capital: bool
    first: bool
    start: int
    end: int
    genitive: bool = False
    initial: bool = False
    dated: bool = False


def tokens(text: str) -> list[Token]:
    """The words of a text, in order."""
    found = []
    for match in WORD.finditer(text):
        raw = _GENITIVE.sub("", match.group())
        before = text[: match.start()].rstrip()
        after = text[match.end() : match.end() + 2]
        found.append(
            Token(
                fold(raw),
                raw[:1].isupper(),
                not before or before[-1] in ".!?:–-",
                match.start(),
                match.end(),
                raw != match.group() or after[:1] in {"'", "’"},
                _is_initial(raw, text[: match.start()], after),
                bool(_NUMBER_BEFORE.search(before) or _NUMBER_AFTER.match(text, match.end())),
            )
        )
    return found


def _is_initial(raw: str, before: str, after: str) -> bool:
    if len(raw) != 1 or not raw.isupper() or before[-1:] in {"-", "\u2010"}:
        return False
    return after[:1] == "." or raw not in "AI"


def beside(left: Token, right: Token) -> bool:
    """Whether one follows the other with but a space or a hyphen between."""
    return left.end + 1 == right.start


def is_name(token: Token, by: str) -> bool:
    """Whether a word reads as somebody's name, next to the word ``by`` that is part of one."""
    if token.text in given_names() or like_a_surname(token.text):
        return True
    if not token.capital or token.first or len(token.text) < 3 or is_title(token.text):
        return False
    return by in given_names() or zipf(token.text) < SELDOM


def like_a_surname(word: str) -> bool:
    """Whether a folded word ends as Danish surnames do."""
    return bool(_SURNAME.search(word))


@lru_cache(maxsize=10_000)
def is_title(word: str) -> bool:
    """Whether a folded word is what somebody is rather than what they are called: "overlæge"."""
    return bool(_TITLE.match(word)) or word in listed("offices.txt")


def given_names() -> frozenset[str]:
    """Given names common in Denmark, folded."""
    return listed("given_names.txt")
