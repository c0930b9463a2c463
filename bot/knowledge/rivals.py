"""Finds entries that look alike: the same name, or the same words to ask for them."""

from collections.abc import Iterator

from bot.errors import Problem
from bot.knowledge.model import AnyEntry, Event, Knowledge, Source
from bot.knowledge.places import Places
from bot.knowledge.spelling import shown
from bot.reply import Language


def same_names(knowledge: Knowledge, places: Places) -> Iterator[Problem]:
    """Names and titles that an earlier entry has; sources are compared among themselves."""
    yield from _same(knowledge.sources, places)
    yield from _same(tuple(knowledge.entries()), places)


def _same(things: tuple[Source | AnyEntry, ...], places: Places) -> Iterator[Problem]:
    first: dict[tuple[str, str], str] = {}
    for thing in things:
        names = {name: field for field, name in _names(thing)}
        for name, field in names.items():
            rival = first.setdefault((name, _occasion(thing)), thing.id)
            if rival != thing.id:
                wrong = f"{shown(thing.id)} has the same name as {_told(rival, places)}."
                mend = "Merge the two, or add to the name what tells them apart."
                yield places[thing.id].warning(wrong, mend, field)
                break


def _names(thing: Source | AnyEntry) -> Iterator[tuple[str, str]]:
    for language in Language:
        if isinstance(thing, Source):
            yield "title", _plain(thing.title.say(language))
        else:
            field = "name" if hasattr(thing, "name") else "title"
            yield field, _plain(thing.label(language))


def _occasion(thing: Source | AnyEntry) -> str:
    """What else sets things of one name apart: a yearly event keeps its title."""
    return thing.starts.isoformat() if isinstance(thing, Event) else ""


def same_words(knowledge: Knowledge, places: Places) -> Iterator[Problem]:
    """`ask` phrases that an earlier entry has, whatever the language."""
    first: dict[str, str] = {}
    for entry in knowledge.entries():
        for language in Language:
            for position, phrase in enumerate(entry.ask.say(language)):
                rival = first.setdefault(_plain(phrase), entry.id)
                if rival != entry.id:
                    wrong = f"{shown(phrase)} also stands in `ask` of {_told(rival, places)}."
                    mend = "Keep it where the better answer is."
                    path = ("ask", language.value, position)
                    yield places[entry.id].warning(wrong, mend, *path)


def same_questions(knowledge: Knowledge, places: Places) -> Iterator[Problem]:
    """Questions that were heard for two entries."""
    first: dict[str, str] = {}
    for heard in knowledge.heard:
        for question in heard.questions:
            rival = first.setdefault(_plain(question), heard.entry)
            if rival != heard.entry:
                wrong = f"{shown(question)} is also `heard` for {_told(rival, places)}."
                yield places[heard.entry].warning(wrong, "Keep it where the better answer is.")


def _plain(words: str) -> str:
    return " ".join(words.casefold().split())


def _told(rival: str, places: Places) -> str:
    place = places[rival]
    return f"{shown(rival)} ({place.file}:{place.line})"
