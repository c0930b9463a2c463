"""A knowledge base with its references at hand."""

from collections.abc import Iterable
from functools import cached_property

from bot.knowledge.model import (
    AnyEntry,
    Event,
    Knowledge,
    Organisation,
    Person,
    Project,
    Role,
    Service,
    Source,
    Topic,
)
from bot.reply import Audience

Door = Role | Service
"""Where people of some audience are sent to begin."""


class Lookup:
    """Finds entries of a consistent knowledge base by id, and what refers to them."""

    def __init__(self, knowledge: Knowledge) -> None:
        self.knowledge = knowledge
        self.entries: dict[str, AnyEntry] = {entry.id: entry for entry in knowledge.entries()}
        self.sources: dict[str, Source] = {source.id: source for source in knowledge.sources}
        self.people = {person.id: person for person in knowledge.people}
        self.organisations = {o.id: o for o in knowledge.organisations}
        self.roles = {role.id: role for role in knowledge.roles}

    @cached_property
    def doors(self) -> dict[Audience, Door]:
        """Each audience's entrance, in the order of the audiences, as far as there is one."""
        marked: list[Door] = [*self.knowledge.roles, *self.knowledge.services]
        marked = [entry for entry in marked if entry.entrance]
        found = {audience: entry for entry in marked for audience in entry.audience}
        common = found.get(Audience.ANYONE)
        doors = {audience: found.get(audience, common) for audience in Audience}
        return {audience: entry for audience, entry in doors.items() if entry}

    @cached_property
    def entrance(self) -> Role:
        """Where to ask when the bot does not know: the first audience's that is a role."""
        return next(entry for entry in self.doors.values() if isinstance(entry, Role))

    def persons(self, ids: Iterable[str]) -> list[Person]:
        """The people with these ids, in order."""
        return [self.people[id_] for id_ in ids]

    def organisation(self, id_: str | None) -> Organisation | None:
        """The organisation, or None where none is named."""
        return self.organisations[id_] if id_ else None

    def answering(self, role: Role) -> Role:
        """The role itself, or the first fallback that names people."""
        while not role.people and role.fallback:
            role = self.roles[role.fallback]
        return role

    def contact(self, entry: AnyEntry) -> Role | None:
        """The role to turn to about an entry, a role itself; None where there is none."""
        match entry:
            case Role():
                return entry
            case Organisation() | Service() | Project() | Topic() if entry.contact:
                return self.roles[entry.contact]
            case _:
                return None

    def shown(self, entry: AnyEntry) -> list[Person]:
        """The people whom an entry's answer shows."""
        if isinstance(entry, Person):
            return [entry]
        own = entry.people if isinstance(entry, Project | Event) else ()
        contact = self.contact(entry)
        answering = self.answering(contact).people if contact else ()
        return self.persons(dict.fromkeys((*own, *answering)))

    def roles_of(self, person: Person) -> list[Role]:
        """What a person takes care of; a list of everybody around them is no such thing."""
        named = [role for role in self.knowledge.roles if person.id in role.people]
        return [
            role
            for role in named
            if not any(set(other.people) < set(role.people) for other in named)
        ]

    def doings_of(self, person: Person) -> list[Project | Event]:
        """The projects and events a person takes part in."""
        doings: list[Project | Event] = [*self.knowledge.projects, *self.knowledge.events]
        return [doing for doing in doings if person.id in doing.people]
