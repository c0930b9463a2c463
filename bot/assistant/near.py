"""What stands near an entry: its house, whom else to ask."""

from collections.abc import Iterable, Sequence

from bot.assistant.lookup import Lookup
from bot.knowledge.model import AnyEntry, Event, Person, Role, Service
from bot.matching.subjects import Subjects

MOST_OTHERS = 3


class Near:
    """Finds what is near the entries of one knowledge base."""

    def __init__(self, lookup: Lookup, subjects: Subjects) -> None:
        self._lookup = lookup
        self._families = subjects.families
        self._houses = subjects.houses.of

    def contact_above(self, entry: AnyEntry) -> Role | None:
        """The nearest contact of what an entry belongs to."""
        return next((role for role in map(self._lookup.contact, self._above(entry)) if role), None)

    def house(self, entry: AnyEntry) -> str:
        """The organisation that offers an entry, by id, else empty; a person's by their roles."""
        if isinstance(entry, Person):
            held = (self._houses.get(role.id, "") for role in self._lookup.roles_of(entry))
            return next(filter(None, held), "")
        return self._houses.get(entry.id, "")

    def akin(self, label: str, entry: AnyEntry) -> bool:
        """Whether the entry with the id ``label`` is of the same family or house as ``entry``."""
        if self._families.get(label) == self._families.get(entry.id):
            return True
        return bool(self.house(entry)) and self._houses.get(label) == self.house(entry)

    def others(self, shown: Sequence[AnyEntry]) -> list[AnyEntry]:
        """Whom to ask beside those whom the answers for ``shown`` named, nearest first."""
        seen = {person.id for entry in shown for person in self._lookup.shown(entry)}
        found: dict[str, AnyEntry] = {}
        for entry in shown:
            for other in self._beside(entry):
                people = {person.id for person in self._lookup.shown(other)}
                if people and seen.isdisjoint(people):
                    found.setdefault(other.id, other)
        return list(found.values())[:MOST_OTHERS]

    def _beside(self, entry: AnyEntry) -> Iterable[AnyEntry]:
        roles = self._lookup.roles_of(entry) if isinstance(entry, Person) else []
        if isinstance(entry, Person):
            yield from (one for role in roles for one in self._lookup.persons(role.people))
        contact = self._lookup.contact(entry)
        for role in (*roles, *([contact] if contact else [])):
            if role.fallback:
                yield self._lookup.roles[role.fallback]
        for above in self._above(entry):
            if nearest := self._lookup.contact(above):
                yield nearest
        if house := self.house(entry):
            yield from (r for r in self._lookup.roles.values() if self._houses.get(r.id) == house)

    def _above(self, entry: AnyEntry) -> Iterable[AnyEntry]:
        """What an entry belongs to, nearest first."""
        above = _belongs_to(entry)
        while above and (found := self._lookup.entries.get(above)):
            yield found
            above = found.part_of


def _belongs_to(entry: AnyEntry) -> str | None:
    match entry:
        case Person():
            return entry.organisation
        case Event():
            return entry.part_of or entry.organiser
        case Role():
            return entry.part_of or entry.organisation
        case Service():
            return entry.part_of or entry.provided_by
        case _:
            return entry.part_of
