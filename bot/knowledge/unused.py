"""Finds what nothing in the knowledge base leads to."""

from collections.abc import Iterator

from bot.errors import Problem
from bot.knowledge.model import Knowledge
from bot.knowledge.places import Places
from bot.knowledge.spelling import shown

_PEOPLE = ("people",)
_ORGANISATIONS = ("organisation", "organisations", "provided_by", "organiser", "part_of")


def unused(knowledge: Knowledge, places: Places) -> Iterator[Problem]:
    """People no role, event or project names; sources nothing names; idle organisations.

    An organisation is idle when nothing names it and nobody asks for it.
    """
    yield from _people(knowledge, places)
    yield from _organisations(knowledge, places)
    yield from _sources(knowledge, places)


def _people(knowledge: Knowledge, places: Places) -> Iterator[Problem]:
    named = _named(knowledge, _PEOPLE)
    for person in knowledge.people:
        if person.id not in named:
            wrong = f"No role, event or project names {shown(person.name)}."
            mend = "Name this person in one of them, or delete the entry."
            yield places[person.id].warning(wrong, mend)


def _organisations(knowledge: Knowledge, places: Places) -> Iterator[Problem]:
    named = _named(knowledge, _ORGANISATIONS)
    for organisation in knowledge.organisations:
        if organisation.id not in named and not organisation.ask:
            wrong = f"No other entry names the organisation {shown(organisation.name.en)}."
            mend = "Name it where it has a part, or delete the entry."
            yield places[organisation.id].warning(wrong, mend)


def _sources(knowledge: Knowledge, places: Places) -> Iterator[Problem]:
    named = _named(knowledge, ("source",))
    for source in knowledge.sources:
        if source.id not in named:
            wrong = f"No entry names the source {shown(source.title.en)}."
            yield places[source.id].warning(wrong, "Name it in `source`, or delete it.")


def _named(knowledge: Knowledge, fields: tuple[str, ...]) -> frozenset[str]:
    """The ids that entries name in these fields."""
    found: set[str] = set()
    for entry in knowledge.entries():
        for field in fields:
            value = getattr(entry, field, None) or ()
            found.update((value,) if isinstance(value, str) else value)
    return frozenset(found)
