"""Whom to turn to about what, as far as it concerns who is looking."""

from dataclasses import dataclass, replace
from functools import cached_property

from bot.assistant.compose import Composer
from bot.assistant.doors import excludes, once
from bot.assistant.informing import MOST_AREAS, areas
from bot.assistant.lookup import Door, Lookup
from bot.knowledge.model import AnyEntry, Role, Service
from bot.reply import (
    Audience,
    Command,
    Fact,
    Facts,
    Heading,
    Offers,
    Paragraph,
    Part,
    People,
    PersonCard,
)
from bot.wording import assistant as said
from bot.wording import commands
from bot.wording import home as say

MOST_PEOPLE = 20
MOST_OF_AN_AREA = 4
"""Its people stand in the order to try them."""
LONGEST_TITLES = 100
"""Characters of what one person is to be asked about."""


@dataclass(frozen=True)
class Contacts:
    """The areas of one knowledge base for an audience, for everybody where that is None."""

    lookup: Lookup
    composer: Composer
    audience: Audience | None

    @property
    def parts(self) -> tuple[Part, ...]:
        """The areas with their people, the asker's own entrance first."""
        language = self.composer.language
        parts: list[Part] = [Heading(say.CONTACTS.say(language))]
        if self.audience:
            whom = self.composer.audience((self.audience,))
            parts.append(Paragraph(say.CONTACTS_FOR.say(language, audience=whom)))
        people, doors = self._people(), self._doors()
        known = bool(self.audience)
        parts += [Facts(doors)] if doors and known else []
        parts += [People(people[:MOST_PEOPLE])] if people else []
        facts = (*(() if known else doors), *self._nameless())
        parts += [Facts(facts)] if facts else []
        return (*parts, *self._rest(len(people)))

    @property
    def entries(self) -> tuple[AnyEntry, ...]:
        """The entries that the parts rest on."""
        return (*self._forms, *self._areas[:MOST_AREAS])

    @cached_property
    def _areas(self) -> list[Role]:
        own = self._entrances
        found = areas(self.lookup)
        if self.audience:
            found = [role for role in found if not excludes(role, self.audience)]
        return sorted(found, key=lambda role: role not in own)

    @cached_property
    def _entrances(self) -> list[Door]:
        """The entrances to show: the asker's own one, or all."""
        doors = self.lookup.doors
        if self.audience:
            return [doors[self.audience]] if self.audience in doors else []
        return once(doors.values())

    @property
    def _forms(self) -> list[Service]:
        """Entrances that are no people but something to do."""
        return [door for door in self._entrances if isinstance(door, Service)]

    def _people(self) -> tuple[PersonCard, ...]:
        """Everybody once, with all that they are to be asked about."""
        asked: dict[str, list[str]] = {}
        for role in self._areas[:MOST_AREAS]:
            for person in role.people[:MOST_OF_AN_AREA]:
                asked.setdefault(person, []).append(role.label(self.composer.language))
        people = zip(self.lookup.persons(asked), asked.values(), strict=True)
        # Where they work is left out for brevity: they can be asked wherever that is.
        return tuple(
            replace(self.composer.person(person, _brief("; ".join(about))), organisation="")
            for person, about in people
        )

    def _doors(self) -> tuple[Fact, ...]:
        language = self.composer.language
        own = say.YOUR_DOOR.say(language)
        return tuple(
            Fact(
                own if self.audience else said.DOOR_FOR.say(language, audience=self._whom(door)),
                door.label(language),
                str(door.links[0].url) if door.links else "",
            )
            for door in self._forms
        )

    def _whom(self, door: Door) -> str:
        return self.composer.audience(door.audience)

    def _nameless(self) -> tuple[Fact, ...]:
        """Areas for which nobody is named, with who stands in."""
        return tuple(
            Fact(role.label(self.composer.language), self._stand_in(role))
            for role in self._areas[:MOST_AREAS]
            if not role.people
        )

    def _stand_in(self, role: Role) -> str:
        people = self.lookup.persons(self.lookup.answering(role).people)
        names = ", ".join(person.name for person in people)
        return commands.NOBODY_YET.say(self.composer.language, stand_in=names)

    def _rest(self, people: int) -> tuple[Part, ...]:
        """The way to those for whom there was no room."""
        if len(self._areas) <= MOST_AREAS and people <= MOST_PEOPLE:
            return ()
        return (Offers((Command(say.ALL_CONTACTS.say(self.composer.language), "who"),)),)


def _brief(titles: str) -> str:
    """The titles, cut at a word where they are long."""
    if len(titles) <= LONGEST_TITLES:
        return titles
    return f"{titles[:LONGEST_TITLES].rsplit(' ', 1)[0].rstrip(' ,;')} …"
