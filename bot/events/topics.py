"""What kind of event is asked for: "football events", "event about jazz"."""

import re
from collections.abc import Iterator

from bot.events.calendar_words import MONTHS, SEASONS
from bot.events.event_words import NOUN
from bot.events.grammar_words import FUNCTION_WORDS

_HEADS = (
    r"(?:events?|arrangement|konference|kongres|webinar|seminar|symposi|foredrag|workshop|"
    r"temadag|moede)"
)
_COMPOUND = re.compile(rf"\b([^\W\d_]{{3,}}?)(?:e?s)?{_HEADS}\w*")
_BEFORE = re.compile(
    r"(?:^ *|\b(?:an?|the|any|some|no|which|what|all|every|other|more|er der|et|en|nogen|nogle|"
    r"hvilke[nt]?|alle|flere|andre) )([^\W\d_]+)[ -]+$"
)
_DEFINITE = re.compile(r"(?:et|en|ene|erne)s?$")
_ABOUT = re.compile(r"\b(?:about|regarding|concerning|om|vedroerende|angaaende) ([^\W\d_]+)")
_PLAIN = (
    "good great interesting relevant free cheap big small cool exciting fun local danish nordic "
    "useful professional scientific academic public open similar external internal major nice "
    "regional national international european annual yearly exact live digital physical person "
    "medical hybrid gode god stor store lille smaa spaendende gratis billige lokale danske "
    "nordiske faglige nyttige sjove offentlige aabne lignende eksterne interne regionale "
    "nationale internationale europaeiske aarlige digitale fysiske fysisk virtuelle virtuelt "
    "online onlines one single to two dages netvaerk fyraften tema medlem medlems info "
    "informations hjem gaa formiddag eftermiddag aften heldag halvdag fag hoved aar rain rains "
    "sundhed sundheds laege region health language teknologi technology newsletter nyhedsbrev "
    "nyhedsbrevets "
)
_ANY_KIND = frozenset(_PLAIN.split())
"""What says nothing of an event's subject, or no more than all here is about."""


def topics(rest: str) -> tuple[str, ...]:
    """The folded words that tell what the events are to be about, by where they stand.

    ``rest`` is the sheet's text without days and places. A word tells it in front of the noun,
    or in one word with it, or behind "about".
    """
    found = dict.fromkeys(_standing(rest))
    return tuple(word for word in found if not _says_nothing(word))


def _standing(rest: str) -> Iterator[str]:
    for noun in NOUN.finditer(rest):
        if compound := _COMPOUND.match(noun[0]):
            yield compound[1]
        # "Koster webinaret noget": what stands before a definite noun is no part of it.
        before = _BEFORE.search(rest[: noun.start()])
        if before and not _DEFINITE.search(noun[0]):
            yield before[1]
    for about in _ABOUT.finditer(rest):
        yield about[1]


def _says_nothing(word: str) -> bool:
    other = word in FUNCTION_WORDS or word in _ANY_KIND
    return other or len(word) < 3 or word in MONTHS or word in SEASONS
