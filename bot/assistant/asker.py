"""Who asks, where they say so: "vi er en startup", "I'm a PhD student at OUH".

Only a statement about oneself counts. Whoever is merely mentioned ("which company takes part?",
"do you know a researcher?") says nothing of who asks.
"""

import re
from collections.abc import Iterable
from functools import cache, lru_cache

from rapidfuzz.distance import OSA

from bot.assistant import asker_words as known
from bot.matching.lists import listed
from bot.matching.rarity import zipf
from bot.matching.text import readable, words
from bot.reply import Audience

_SELDOM = 2.5
"""Everyday frequency from which a word is no slip of the pen."""
_WINDOW = 8
"""Words after "I am" in which a place elsewhere is the asker's."""
_FORGET = frozenset(
    {
        ("glem", "mig"),
        ("glem", "mig", "igen"),
        ("glem", "hvem", "jeg", "er"),
        ("glem", "alt", "om", "mig"),
        ("forget", "me"),
        ("forget", "about", "me"),
        ("forget", "who", "i", "am"),
        ("forget", "everything", "about", "me"),
    }
)
_POLITE = frozenset({"please", "tak", "venligst", "bare", "just"})
_TOGETHER = (
    (r"\bph d\b", "phd"),
    (r"\bphd (?:studerende|stud|student|students|fellow|candidate)\b", "phd"),
    (r"\bpost doc\b", "postdoc"),
    (r"\bstart (up|ups)\b", r"start\1"),
    (r"\bscale up\b", "scaleup"),
    (r"^were\b", "we are"),
)
_IN = "paa|i|ved|hos|fra|at|in|of|for|from"


def asker(text: str) -> Audience | None:
    """What a text says its writer is: never `Audience.ANYONE`, None where it does not say."""
    said = mended(text)
    company, researcher, employee = _company(said), _researcher(said), _employee(said)
    if company:
        return None if researcher or employee else Audience.COMPANY
    if researcher:
        # CAI-X is for those at SDU and OUH; the region's other hospitals have the unit.
        regional = _at_hospital(said) and not _at_university(said)
        return Audience.EMPLOYEE if regional else Audience.RESEARCHER
    if employee and _at_university(said) and _researching(said):
        return Audience.RESEARCHER
    return Audience.EMPLOYEE if employee else None


def asks_to_forget(text: str) -> bool:
    """Whether a text is the wish to be forgotten and nothing else."""
    if len(text) > 60:
        return False
    return tuple(word for word in words(text) if word not in _POLITE) in _FORGET


def mended(text: str) -> str:
    """The folded words with slips mended, one space between."""
    said = " ".join(_mended(word) for word in words(readable(text)))
    for together, one in _TOGETHER:
        said = re.sub(together, one, said)
    return said


@lru_cache(maxsize=10_000)
def _mended(word: str) -> str:
    """The telling word that a word nobody uses is a slip away from, else the word itself."""
    if len(word) < 6 or zipf(word) >= _SELDOM or word in _telling() or word.endswith("isk"):
        return word  # "kardiologisk" is no misspelt cardiologist
    most = 1 if len(word) < 9 else 2
    near = (one for one in sorted(_telling()) if abs(len(one) - len(word)) <= most)
    slips = (one for one in near if OSA.distance(word, one, score_cutoff=most) <= most)
    return next(slips, word)


@cache
def _telling() -> frozenset[str]:
    return (known.COMPANY | known.SELLER | known.RESEARCHER | known.STAFF_ENDINGS) - known.BETWEEN


@cache
def _pattern(name: str) -> re.Pattern[str]:
    gap = rf"(?:(?:ansat hos|\w+ (?:based|baseret)|{_any(known.BETWEEN)}) ){{0,6}}"
    company, seller = _any(known.COMPANY), _any(known.COMPANY | known.SELLER)
    job = rf"(?:\w+ )?\w*(?:{_any(known.STAFF_ENDINGS)})"
    at = rf"(?:{_IN}) (?:(?:{_any(known.BETWEEN)}|{known.AT_PLACE}) ){{0,4}}"
    house = rf"(?:{_any(known.BETWEEN)}|{known.AT_PLACE})"
    region, towns = known.HOSPITALS, known.TOWNS
    researcher = _any(known.RESEARCHER)
    return re.compile(
        {
            "company": rf"\b(?:{known.SELF}) {gap}\w*(?:{seller})\b"
            rf"|\b(?:mit|min|vores|my|our) {gap}(?:{company})\b"
            rf"|^{gap}(?:som|as) {gap}(?:{seller})\b"
            rf"|\b(?:vi|jeg|os|we|us|i|me) (?:som|as) {gap}(?:{seller})\b"
            rf"|\b(?:som|as) {gap}(?:virksomhed|firma|startup|company|firm)$"
            rf"|^{gap}(?:{seller}) (?:her|here)\b"
            rf"|\b(?:vi|we|jeg|i) (?:har|have) {gap}startup\b"
            r"(?! (?:der|som|that|who|which)\b)",
            "researcher": rf"\b(?:{known.SELF}) {gap}(?:{researcher})\b"
            rf"|\b(?:mit|min|vores|my|our) (?:{_any(known.OWN_RESEARCH)})\b"
            rf"|^(?:som|as) {gap}(?:{researcher})\b"
            rf"|^{gap}(?:{researcher}) .{{0,20}}\b(?:her|here)\b"
            rf"|\b(?:vi|jeg|os|we|us|i|me) (?:som|as) {gap}(?:{researcher})\b"
            r"|\b(?:jeg|vi) forsker\b|\b(?:i|we) do research\b"
            rf"|\b(?:{known.SELF}) {gap}(?:sdu|syddansk universitet|university of southern)\b",
            "employee": rf"\b(?:{known.SELF}) {gap}{job} {at}(?:{region}|{towns})\b"
            rf"|\b(?:{known.SELF}) {at}(?:{region})\b"
            rf"|\b(?:{known.SELF}) (?:{_IN}) (?:{house} ){{0,2}}"
            rf"(?:sygehus|sygehuset|hospital|hospitalet|afdeling|afdelingen) (?:i|in) (?:{towns})\b"
            rf"|^(?:som|as) {gap}{job} {at}(?:{region}|{towns})\b"
            rf"|\b(?:vi|jeg|os|we|us|i|me) (?:som|as) {gap}{job} {at}(?:{region}|{towns})\b"
            rf"|^{gap}{job} {at}(?:{region}|{towns}) (?:her|here)\b",
        }[name]
    )


def _company(said: str) -> bool:
    return _pattern("company").search(said) is not None


def _researcher(said: str) -> bool:
    return _stated("researcher", said)


def _employee(said: str) -> bool:
    return _stated("employee", said)


def _stated(name: str, said: str) -> bool:
    """Whether it is said, and not of somewhere else."""
    found = _pattern(name).search(said)
    if not found:
        return False
    near = said[found.start() :].split()[: len(found.group().split()) + _WINDOW // 2]
    return not any(word in known.ELSEWHERE or word in listed("abroad.txt") for word in near)


def _at_university(said: str) -> bool:
    return re.search(rf"\b(?:{known.UNIVERSITY})\b", said) is not None


def _at_hospital(said: str) -> bool:
    return re.search(rf"\b(?:{known.HOSPITALS}|{known.TOWNS})\b", said) is not None


def _researching(said: str) -> bool:
    return any(word.startswith(known.RESEARCHING) for word in said.split())


def _any(found: Iterable[str]) -> str:
    return "|".join(sorted(found, key=len, reverse=True))
