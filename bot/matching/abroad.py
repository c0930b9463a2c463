"""Questions for what is abroad, or in another part of the country: "the Norwegian guideline".

A foreign word alone tells little: a Swedish company may ask for our door. So it has to stand
where it says whose the thing is that is asked for, or who is asked about, and the entry must not
speak of the place itself.
"""

import re
from collections.abc import Iterator
from functools import cache

from bot.matching.index import Reading
from bot.matching.lists import listed
from bot.matching.text import fold, stem, words

_WORD = r"(?:[^\W_]+)"
_REGION = (
    r"(?:region (?:nordjylland|midtjylland|midt|hovedstaden|sjaelland|nord|north|zealand)"
    r"|(?:central|north|capital) (?:denmark )?region|capital region"
    r"|(?:aarhus|aalborg|roskilde|koebenhavns?|copenhagen|lund|uppsala|oslo) universitet\w*"
    r"|(?:aarhus|aalborg|roskilde|lund|uppsala|copenhagen) university(?: hospital)?)"
)
_OTHERS = (
    r"(?:virksomhed\w*|firma\w*|leverandoer\w*|start ?ups?|kolleg\w*|samarbejd\w*|partner\w*"
    r"|forsk\w*|studerende|laege\w*|borger\w*|delegation\w*|gaest\w*|besoeg\w*|hospital\w*"
    r"|compan(?:y|ies)|firms?|vendors?|suppliers?|manufacturers?|producers?|colleagues?"
    r"|research\w*|students?|doctors?|citizens?|visitors?|postdocs?|civil|law|lov\w*|friends?"
    r"|med(?:tech|ical)?|device\w*|sprog\w*|language|bornholm\w*|text\w*|tekst\w*|version\w*"
    r"|and|or|og|eller|servers?|serverne|cloud|collaborators?|translation|oversaettelse"
    r"|patient\w*|data\w*|wom[ae]n|kvind\w*|m[ae]nd|speak\w*|modeller)"
)
"""What comes to us from abroad, and is not asked about."""
_KINDS = frozenset(
    {"region", "universitet", "universitets", "universitetet", "university", "hospital", "denmark"}
)
"""Words of such names that tell no place."""
_ONES = re.compile(
    r"\b(?:jeg|vi|min|mit|mine|vores|we|my|our|im|ive|were|us|os|mig|me"
    r"|i (?:am|m|ve|have|work|live|run|was|need|want|come|came|would|d|moved|heard|do|can|sit))\b"
)
"""Whoever speaks of themselves may well say where they come from; a Danish "i" is no "I"."""
_SENTENCE = re.compile(r"[.!?;]+(?:\s|$)")
_SUBJECT = (
    r"(?:har|have|has|does|do|did|mener|siger|goer|bruger|anbefaler|says?|thinks?|uses?"
    r"|recommends?|is there|er der|findes der)"
)
_ASKED = re.compile(
    r"\b(?:er der|findes der|is there|are there|hvem|who|hvilke[tn]?|which|contact|kontakt\w*"
    r"|name|navn|address|adresse|a center|et center)\b"
)
_AT = r"(?:i|in|at|ved|hos|paa|for|of)"


def places_asked(reading: Reading, own: frozenset[str]) -> tuple[str, ...]:
    """The other places whose things are asked for, and of which the stems ``own`` do not speak."""
    return tuple(place for place in _places(reading.text) if own.isdisjoint(_stems(place)))


def _stems(place: str) -> Iterator[str]:
    """What tells a place from others, with and without the genitive."""
    for word in words(place):
        if word not in _KINDS:
            yield stem(word)
            yield stem(word.removesuffix("s"))


def _places(text: str) -> Iterator[str]:
    """What the text asks for as another place's."""
    for sentence in _SENTENCE.split(fold(text)):
        said = " ".join(words(sentence))
        yield from (match["whose"] for match in _whose().finditer(said))
        if _ONES.search(said):
            continue
        yield from (match["place"] for match in _subject().finditer(said))
        if _ASKED.search(said):
            yield from (match["place"] for match in _there().finditer(said))


def _any(*names: str) -> str:
    return "|".join(sorted(re.escape(word) for name in names for word in listed(name)))


def _place() -> str:
    return rf"(?P<place>{_REGION}|{_any('abroad.txt', 'countries.txt')})"


@cache
def _whose() -> re.Pattern[str]:
    """A nation before what is its own: "the Dutch institute", but not "a Dutch company"."""
    return re.compile(
        rf"(?<!\ba )(?<!\ban )(?<!\ben )(?<!\bet )\b(?P<whose>{_any('nations.txt')}|{_REGION}s)"
        rf" (?!{_OTHERS}\b){_WORD}"
    )


@cache
def _subject() -> re.Pattern[str]:
    """A place of which it is asked what it does or has: "does Norway have …"."""
    return re.compile(rf"\b{_SUBJECT} {_place()}\b")


@cache
def _there() -> re.Pattern[str]:
    """A place where something is to be found: "a centre in Oslo"."""
    return re.compile(rf"\b{_AT} {_place()}\b")
