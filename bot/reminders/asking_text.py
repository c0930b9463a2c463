"""A short text as requests about reminders are read in it."""

import re
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz.distance import OSA

from bot.matching.language import language_of
from bot.matching.rarity import zipf
from bot.matching.text import fold, readable
from bot.reminders import asking_words as known
from bot.reply import Language

_MOST_WORDS = 40
_SELDOM = 2.5
"""Everyday frequency from which a word is no slip of the pen."""
_TOKEN = re.compile(r"[^\W_]+(?:['’`´][^\W_]+)*")
_QUOTED = re.compile(r"»(.+)«|“(.+)”|\"(.+)\"", re.DOTALL)
_QUOTE = "citat"
"""What stands for the words between quotation marks while the others are read."""


@dataclass(frozen=True, slots=True)
class Said:
    """A text as it is read: ``plain`` holds its folded words, a blank behind each.

    What stands between quotation marks is one word of it. ``spans`` are where each word stands in
    ``text``.
    """

    text: str
    plain: str
    spans: tuple[tuple[int, int], ...]
    quoted: str

    @classmethod
    def of(cls, text: str) -> "Said | None":
        """The text read; None where it says nothing or is too long for a request."""
        whole = readable(text)
        quote = _QUOTED.search(whole)
        quoted = next(filter(None, quote.groups())) if quote else ""
        if quote:
            whole = f"{whole[: quote.start()]} {_QUOTE} {whole[quote.end() :]}"
        found = list(_TOKEN.finditer(whole))
        plain = [_mended(fold(re.sub(r"['’`´]", "", token[0]))) for token in found]
        if not plain or len(plain) > _MOST_WORDS or any(" " in word for word in plain):
            return None
        spans = tuple(token.span() for token in found)
        return cls(whole, "".join(f"{word} " for word in plain), spans, quoted)

    def rest(self, match: re.Match[str]) -> str:
        """The rest of the text that says about what, as it was typed."""
        start, end = self._rest(match)
        stretch = self.text[start:end]
        return stretch.replace(_QUOTE, self.quoted).strip() if self.quoted else stretch

    def request(self, match: re.Match[str]) -> "Said":
        """The text without its rest."""
        start, end = self._rest(match)
        return Said.of(f"{self.text[:start]} {self.text[end:]}") or Said("", "", (), "")

    @property
    def language(self) -> Language | None:
        """The language of the text, told by the words for reminding where they are in it."""
        words = frozenset(self.plain.split())
        if words & known.IN_DANISH:
            return Language.DANISH
        return Language.ENGLISH if words & known.IN_ENGLISH else language_of(self.text)

    def _rest(self, match: re.Match[str]) -> tuple[int, int]:
        """Where the rest begins and ends in the text; both 0 where there is none."""
        if not match["rest"]:
            return 0, 0
        first = self.plain[: match.start("rest")].count(" ")
        last = first + match["rest"].count(" ") - 1
        return self.spans[first][0], self.spans[last][1]


@lru_cache(maxsize=10_000)
def _mended(word: str) -> str:
    """The word of ours that a word nobody uses is a slip away from, else the word itself."""
    if len(word) < 5 or word in known.REMINDING or zipf(word) >= _SELDOM:
        return word
    most = 1 if len(word) < 9 else 2
    slips = [one for one in known.MISSPELT if OSA.distance(word, one, score_cutoff=most) <= most]
    return min(slips, key=lambda one: OSA.distance(word, one), default=word)
