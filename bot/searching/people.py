"""People looked up by their names, and by what the roles they have are about."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.assistant.informing import areas
from bot.assistant.lookup import Lookup
from bot.assistant.understanding import Understanding, Understood
from bot.knowledge.model import AnyEntry, Event, Person, Role
from bot.matching.decision import Verdict
from bot.matching.text import words
from bot.reply import Language
from bot.searching.fitting import BEGUN, fit_all, typed

_SHORTEST = 3
"""Letters from which the beginning of a word tells an area."""
_TELLING = 0.5
"""Share of all areas; what more of them speak of tells none."""


@dataclass(frozen=True, slots=True)
class Hit:
    """A person, and the role they were found by, None where it was their name."""

    person: Person
    role: Role | None = None


class PeopleSearch:
    """Looks people up in one version of the knowledge base."""

    def __init__(self, lookup: Lookup, understanding: Understanding) -> None:
        self._lookup = lookup
        self._understanding = understanding
        self._names = {person.id: _names(person) for person in lookup.knowledge.people}
        doors = list(lookup.doors.values())
        self._areas = sorted(areas(lookup), key=lambda role: role not in doors)
        self._titles = {role.id: _spoken([role]) for role in self._areas}
        self._asked = {role.id: _spoken(self._about(role), asked=True) for role in self._areas}

    def find(self, text: str, at: datetime) -> list[Hit]:
        """Who fits, each once, best first; everybody there is to ask where nothing is typed."""
        said = typed(text)
        if not said:
            return [] if text.strip() else _once(self._in(self._areas))
        close, near = self._named(said)
        if close:
            return [Hit(person) for person in close]
        understood = self._understanding.understand(text, at)
        meant = [*map(Hit, near), *self._meant(understood)]
        sure = understood.verdict is Verdict.ANSWER and bool(meant)
        return _once(meant if sure else [*meant, *self._begun(said)])

    def _named(self, said: Sequence[str]) -> tuple[list[Person], list[Person]]:
        """Those of whose names all that is typed may be part, and those with a slip in it."""
        fits = {person: fit_all(said, names) for person, names in self._names.items()}
        ranked = sorted((one for one in fits if fits[one]), key=lambda one: -fits[one])
        close = [one for one in ranked if fits[one] >= BEGUN]
        near = [one for one in ranked if fits[one] < BEGUN]
        return self._lookup.persons(close), self._lookup.persons(near)

    def _meant(self, understood: Understood) -> Iterator[Hit]:
        """Those whom the bot would name, or offer, if this were a question."""
        if understood.verdict is Verdict.UNKNOWN:
            return
        for candidate in understood.candidates:
            entry = self._lookup.entries[candidate.label]
            if isinstance(entry, Person):
                yield Hit(entry)
            elif not isinstance(entry, Event) and (role := self._lookup.contact(entry)):
                yield from self._in([role])

    def _begun(self, said: Sequence[str]) -> Iterator[Hit]:
        """Those of the areas that speak of words that begin like this, in titles first."""
        said = [one for one in said if len(one) >= _SHORTEST]
        for spoken in (self._titles, self._asked):
            found = [role for role in self._areas if fit_all(said, spoken[role.id])]
            if len(found) <= _TELLING * len(self._areas):
                yield from self._in(found)

    def _in(self, roles: Iterable[Role]) -> Iterator[Hit]:
        """Those who answer for the roles, in their order."""
        for role in roles:
            people = self._lookup.answering(role).people
            yield from (Hit(person, role) for person in self._lookup.persons(people))

    def _about(self, role: Role) -> list[AnyEntry]:
        """The role, and the help for which people turn to it."""
        services = self._lookup.knowledge.services
        return [role, *(service for service in services if service.contact == role.id)]


def _once(hits: Iterable[Hit]) -> list[Hit]:
    """The first hit of each person."""
    found: dict[str, Hit] = {}
    for hit in hits:
        found.setdefault(hit.person.id, hit)
    return list(found.values())


def _names(person: Person) -> frozenset[str]:
    return frozenset(word for name in (person.name, *person.aliases) for word in words(name))


def _spoken(entries: Iterable[AnyEntry], *, asked: bool = False) -> frozenset[str]:
    """The words of the entries' titles, and with ``asked`` those that people use for them."""
    texts = [text for entry in entries for text in _texts(entry, asked=asked)]
    return frozenset(word for text in texts for word in words(text) if len(word) >= _SHORTEST)


def _texts(entry: AnyEntry, *, asked: bool) -> Iterator[str]:
    yield from (entry.label(language) for language in Language)
    if asked:
        yield from (*entry.ask.da, *entry.ask.en)
