"""What the matcher is told of the knowledge base beside its words."""

from collections.abc import Iterator

from bot.assistant.lookup import Lookup
from bot.knowledge.forms import Part
from bot.knowledge.model import AnyEntry, Organisation, Person
from bot.matching.houses import Houses
from bot.matching.subjects import Subjects
from bot.matching.text import stem, words
from bot.reply import Language


def subjects(lookup: Lookup) -> Subjects:
    """What the entries of a knowledge base stand for."""
    return Subjects(
        families=families(lookup),
        people=names(lookup),
        contacts=contacts(lookup),
        houses=houses(lookup),
        titles=titles(lookup),
        bodies=frozenset(organisation.id for organisation in lookup.knowledge.organisations),
        above=frozenset(entry.part_of for entry in lookup.knowledge.entries() if entry.part_of),
        happenings=frozenset(event.id for event in lookup.knowledge.events),
        shown=shown(lookup),
        general=general(lookup),
        areas={p.id: tuple(r.id for r in lookup.roles_of(p)) for p in lookup.knowledge.people},
        seats=seats(lookup),
        posted=posted(lookup),
        told=told(lookup),
    )


def families(lookup: Lookup) -> dict[str, str]:
    """Each entry's family: the topmost entry it is part of that is no organisation."""
    found = {}
    for entry in lookup.knowledge.entries():
        top = entry
        while (above := lookup.entries.get(top.part_of or "")) and above.kind != "organisation":
            top = above
        found[entry.id] = top.id
    return found


def names(lookup: Lookup) -> dict[str, tuple[str, ...]]:
    """Each person's names."""
    return {person.id: (person.name, *person.aliases) for person in lookup.knowledge.people}


def seats(lookup: Lookup) -> dict[str, tuple[str, ...]]:
    """What each person's organisation is called, as far as it is known."""
    people = lookup.knowledge.people
    houses = ((person.id, lookup.organisation(person.organisation)) for person in people)
    return {person: called(house) for person, house in houses if house}


def posted(lookup: Lookup) -> frozenset[str]:
    """The people who sit elsewhere than in the organisation that they hold a role for."""
    return frozenset(
        person.id
        for person in lookup.knowledge.people
        for role in lookup.roles_of(person)
        if person.organisation and role.organisation not in (None, person.organisation)
    )


def contacts(lookup: Lookup) -> frozenset[str]:
    """The entries that name whom to turn to."""
    roles = (role.id for role in lookup.knowledge.roles)
    return frozenset(roles) | frozenset(person.id for person in lookup.knowledge.people)


def shown(lookup: Lookup) -> dict[str, frozenset[str]]:
    """The people that the answer of each entry names."""
    entries = lookup.knowledge.entries()
    return {entry.id: frozenset(p.id for p in lookup.shown(entry)) for entry in entries}


def told(lookup: Lookup) -> dict[str, frozenset[str]]:
    """The stems of every text of each entry."""
    return {
        entry.id: frozenset(stem(word) for text in _texts(entry) for word in words(text))
        for entry in lookup.knowledge.entries()
    }


def _texts(part: Part) -> Iterator[str]:
    """The texts in an entry, however deep."""
    for _, value in part:
        inside = value if isinstance(value, tuple) else (value,)
        yield from (one for one in inside if isinstance(one, str))
        for one in inside:
            if isinstance(one, Part):
                yield from _texts(one)


def general(lookup: Lookup) -> frozenset[str]:
    """The entrance, and the roles that name everybody around others."""
    roles = lookup.knowledge.roles
    around = (r.id for r in roles if any(set(o.people) < set(r.people) for o in roles if o.people))
    return frozenset(around) | {lookup.entrance.id}


def houses(lookup: Lookup) -> Houses:
    """The organisations that offer services or roles, and what belongs to each."""
    knowledge = lookup.knowledge
    offering = {service.provided_by for service in knowledge.services}
    of = {}
    for entry in knowledge.entries():
        above: AnyEntry | None = entry
        while above and above.id not in offering:
            above = lookup.entries.get(above.part_of or "")
        if above:
            of[entry.id] = above.id
    of |= {service.id: service.provided_by for service in knowledge.services}
    return Houses(of)


def titles(lookup: Lookup) -> dict[str, tuple[str, ...]]:
    """What each entry but people is called."""
    entries = lookup.knowledge.entries()
    return {entry.id: called(entry) for entry in entries if not isinstance(entry, Person)}


def called(entry: AnyEntry) -> tuple[str, ...]:
    """The names of an entry in both languages, and an organisation's other names."""
    labels = dict.fromkeys(entry.label(language) for language in Language)
    return (*labels, *(entry.aliases if isinstance(entry, Organisation) else ()))
