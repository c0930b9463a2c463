"""Towns and what they lie in, so that a place is known as one even where no event is held there.

All names are folded (`bot.matching.text.fold`). Danish towns whose names are everyday words
("Vejen", "Them", "Ry") are left out: they would be found in every other sentence.
"""

import re
from collections.abc import Collection, Iterator, Mapping
from functools import lru_cache
from itertools import chain
from types import MappingProxyType

from rapidfuzz.distance import OSA

from bot.events.sheet import Sheet
from bot.matching.text import words

_REGIONS = {
    "fyn": "odense svendborg nyborg middelfart assens kerteminde faaborg bogense",
    "jylland": "nordjylland midtjylland soenderjylland vestjylland aarhus esbjerg kolding vejle "
    "horsens fredericia soenderborg aabenraa haderslev toender billund varde ribe silkeborg "
    "viborg herning randers skive holstebro "
    "grindsted brande ikast skanderborg skejby",
    "nordjylland": "aalborg hjoerring frederikshavn thisted",
    "sjaelland": "koebenhavn roskilde naestved slagelse koege hilleroed helsingoer holbaek "
    "ringsted lyngby ballerup hvidovre herlev glostrup gentofte frederiksberg",
    "bornholm": "roenne",
}
_COUNTRIES = {
    "danmark": "fyn jylland sjaelland bornholm",
    "sverige": "stockholm goeteborg malmoe lund uppsala linkoeping",
    "norge": "oslo bergen trondheim stavanger tromsoe",
    "finland": "helsinki tampere turku oulu",
    "island": "reykjavik",
    "tyskland": "berlin hamborg muenchen frankfurt koeln leipzig dresden stuttgart kiel "
    "flensborg hannover heidelberg bremen",
    "storbritannien": "london manchester edinburgh glasgow birmingham oxford cambridge leeds "
    "liverpool bristol",
    "nederlandene": "amsterdam rotterdam utrecht eindhoven leiden groningen maastricht",
    "belgien": "bruxelles antwerpen gent leuven",
    "frankrig": "paris lyon marseille strasbourg toulouse",
    "schweiz": "zuerich geneve basel lausanne",
    "oestrig": "wien graz innsbruck salzburg",
    "spanien": "madrid barcelona valencia sevilla",
    "portugal": "lissabon porto",
    "italien": "rom milano torino bologna firenze venedig napoli",
    "irland": "dublin",
    "polen": "warszawa krakow gdansk",
    "tjekkiet": "prag brno",
    "ungarn": "budapest",
    "graekenland": "athen",
    "estland": "tallinn tartu",
    "letland": "riga",
    "litauen": "vilnius",
    "luxembourg": "",
}
_ALIASES = {
    "koebenhavn": "copenhagen kobenhavn kopenhagen kopenhavn kbenhavn kbh cph hovedstaden",
    "aarhus": "arhus", "aalborg": "alborg", "soenderborg": "sonderborg", "toender": "tonder",
    "aabenraa": "abenra", "hilleroed": "hillerod", "helsingoer": "elsinore helsingor",
    "koege": "koge", "roenne": "ronne", "faaborg": "faborg",
    "fyn": "funen", "jylland": "jutland", "nordjylland": "nordjyllands",
    "sjaelland": "zealand",
    "danmark": "denmark", "sverige": "sweden", "norge": "norway", "island": "iceland",
    "tyskland": "germany", "storbritannien": "england uk britain skotland scotland",
    "nederlandene": "netherlands holland", "belgien": "belgium", "frankrig": "france",
    "schweiz": "switzerland", "oestrig": "austria", "spanien": "spain", "italien": "italy",
    "irland": "ireland", "polen": "poland", "tjekkiet": "czechia", "ungarn": "hungary",
    "graekenland": "greece", "estland": "estonia", "letland": "latvia", "litauen": "lithuania",
    "goeteborg": "gothenburg goteborg", "malmoe": "malmo", "linkoeping": "linkoping",
    "tromsoe": "tromso", "helsinki": "helsingfors", "hamborg": "hamburg",
    "muenchen": "munich munchen", "koeln": "cologne koln", "flensborg": "flensburg",
    "bruxelles": "brussels", "antwerpen": "antwerp", "gent": "ghent", "geneve": "geneva genf",
    "zuerich": "zurich", "basel": "basle", "wien": "vienna", "lissabon": "lisbon",
    "rom": "rome", "milano": "milan", "torino": "turin", "firenze": "florence",
    "venedig": "venice", "napoli": "naples", "sevilla": "seville", "warszawa": "warsaw",
    "krakow": "cracow", "prag": "prague", "athen": "athens",
}  # fmt: skip

CANONICAL: Mapping[str, str] = MappingProxyType(
    {other: name for name, others in _ALIASES.items() for other in others.split()}
)
"""Other spellings and languages' names, to the one name a place is kept under."""

WITHIN: Mapping[str, str] = MappingProxyType(
    {
        part: whole
        for whole, parts in chain(_REGIONS.items(), _COUNTRIES.items())
        for part in parts.split()
    }
)
"""What each place lies directly in."""

TOWNS_AND_COUNTRIES: frozenset[str] = frozenset(WITHIN) | frozenset(_COUNTRIES)
"""Every place known without the knowledge base."""

_ALSO_OTHERWISE = frozenset(
    [
        "lund",
        "gent",
        "rom",
        "ribe",
        "brande",
        "island",
        "kiel",
        "prag",
        "holland",
        "uk",
        "varde",
        "thisted",
        "assens",
        "turku",
        "porto",
        "bergen",
        "bremen",
        "paris",
        "london",
        "berlin",
    ]
)
"""Places that are also surnames or words: they need a preposition."""

_NO_PLACES = frozenset(["online", "virtuelt", "virtuel", "virtual", "digitalt"])
_NOT_MISSPELT = frozenset(["odenses", "herring", "randen"])
_WORD = re.compile(r"[^\W_]+")
_PREPOSITION = re.compile(r"\b(?:i|in|at|near|ved|naer|paa|fra|from|around|omkring|to|til) +$")

_NEAR = 40
"""Letters before a place among which its preposition stands, if there is one."""

MOST_WORDS = 4
"""The longest place name that is looked for."""


def canonical(place: str) -> str:
    """The one folded name of a place: "Copenhagen" and "København" are both "koebenhavn"."""
    name = " ".join(words(place))
    return CANONICAL.get(name, name)


@lru_cache(maxsize=1000)
def places_in(text: str) -> frozenset[str]:
    """Every canonical name under which the place that a text names may be asked for.

    "SDU, Odense" is asked for as "sdu", "odense", "sdu odense", "fyn" and "danmark".
    """
    said = words(text)
    names = {canonical(" ".join(said[i:j])) for i, j in _stretches(len(said))}
    for name in tuple(names):
        whole = WITHIN.get(name)
        while whole:
            names.add(whole)
            whole = WITHIN.get(whole)
    return frozenset(names)


def names_of(known: Collection[str]) -> frozenset[str]:
    """The canonical names to look for, where the base's own places are ``known``.

    Of a place with an address ("SDU, Campusvej 55") each part between commas is a name.
    """
    return _names_of(frozenset(known))


@lru_cache(maxsize=8)
def _names_of(known: frozenset[str]) -> frozenset[str]:
    parts = {canonical(part) for place in known for part in [place, *place.split(",")]}
    return TOWNS_AND_COUNTRIES | {part for part in parts if part and not part.isdigit()}


def take_places(sheet: Sheet, known: Collection[str]) -> tuple[str, ...]:
    """The places named in a sheet, canonical, in order; their words are taken from it.

    ``known`` are the base's own places as they stand there.
    """
    found: list[str] = []
    names = names_of(known) - _NO_PLACES
    for size in range(MOST_WORDS, 0, -1):
        for name, start, end in _named(sheet.text, names, size):
            sheet.blank(start, end)
            found.append(name)
    return tuple(dict.fromkeys(found))


def _named(text: str, names: frozenset[str], size: int) -> Iterator[tuple[str, int, int]]:
    said = list(_WORD.finditer(text))
    beginnings = _beginnings(names)
    for first, last in zip(said, said[size - 1 :], strict=False):
        located = _PREPOSITION.search(text, max(0, first.start() - _NEAR), first.start())
        if not located and first.group() not in beginnings:
            continue  # nearly all there is: the rest takes longer
        stretch = text[first.start() : last.end()]
        name = name_in(stretch, names, misspelt=bool(located))
        if name and (located or name not in _ALSO_OTHERWISE):
            yield name, located.start() if located else first.start(), last.end()


def name_in(stretch: str, names: frozenset[str], *, misspelt: bool = True) -> str:
    """The canonical one of ``names`` that a stretch is, ``misspelt`` or not; "" if none."""
    name = canonical(stretch)
    if name in names or not misspelt:
        return name if name in names else ""
    near = _nearest(name)
    return near if near in names else ""


@lru_cache(maxsize=8)
def _beginnings(names: frozenset[str]) -> frozenset[str]:
    """The first words of names, under every spelling."""
    return frozenset(words(name)[0] for name in (*names, *CANONICAL) if words(name))


def _nearest(word: str) -> str:
    """The town that a longer word is a slip of; "" if of none."""
    if len(word) < 6 or word in _NOT_MISSPELT:
        return ""
    spellings = (*TOWNS_AND_COUNTRIES, *CANONICAL)
    near = [name for name in spellings if name[0] == word[0] and OSA.distance(word, name) == 1]
    return canonical(min(near)) if near else ""


def _stretches(count: int) -> list[tuple[int, int]]:
    return [(i, j) for i in range(count) for j in range(i + 1, min(count, i + MOST_WORDS) + 1)]
