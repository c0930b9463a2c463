"""The words by which each entry of the knowledge base is known to the matcher."""

from collections.abc import Iterator
from itertools import chain

from bot.assistant.lookup import Lookup
from bot.assistant.subjects import called
from bot.knowledge.forms import Text
from bot.knowledge.model import AnyEntry, Event, Person
from bot.matching.index import Phrase
from bot.matching.sentences import SMALLTALK, smalltalk


def phrases(lookup: Lookup) -> list[Phrase]:
    """Every phrase of every entry, each once, in the base's order, and then what was heard.

    Points and steps are left out: an overview lists its neighbours there, and would win theirs.
    """
    found: dict[Phrase, None] = {}
    entries = (e for e in lookup.knowledge.entries() if not isinstance(e, Person))
    for entry in entries:  # people are found by their names alone
        for text in _texts(entry, lookup):
            found[Phrase(entry.id, text)] = None
    for heard in lookup.knowledge.heard:
        for question in heard.questions:
            found[Phrase(heard.entry, question, heard=True)] = None
    return list(found)


def talk() -> list[Phrase]:
    """The phrases of small talk."""
    return [Phrase(f"{SMALLTALK}{kind}", sentence) for kind, sentence in smalltalk()]


def _texts(entry: AnyEntry, lookup: Lookup) -> Iterator[str]:
    yield from called(entry)
    yield from chain(entry.ask.da, entry.ask.en)
    yield from _below(entry, lookup)
    summary = getattr(entry, "summary", None)
    if isinstance(summary, Text):
        yield from chain(_clauses(summary.da), _clauses(summary.en))
    if isinstance(entry, Event) and entry.place:
        yield from (f"{title} {entry.place.da}" for title in called(entry))


def _below(entry: AnyEntry, lookup: Lookup) -> Iterator[str]:
    """The entry's titles behind what it belongs to: "CAI-X matchmaking"."""
    above = lookup.entries.get(entry.part_of or "")
    if above is None:
        return
    for name in called(above):
        for title in called(entry):
            yield f"{name} {title}"


def _clauses(text: str) -> Iterator[str]:
    yield from text.split(". ")
