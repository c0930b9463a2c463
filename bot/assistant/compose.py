"""From an entry to the parts of a reply: people first, then what to do, then the small print."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import singledispatchmethod

from bot.assistant.actions import actions
from bot.assistant.lookup import Lookup
from bot.events.card import event_card
from bot.knowledge.forms import Text, Texts
from bot.knowledge.model import (
    AnyEntry,
    Entry,
    Event,
    Organisation,
    Person,
    Project,
    Role,
    Service,
    Topic,
)
from bot.reply import (
    Action,
    Audience,
    Events,
    Fact,
    Facts,
    Heading,
    Language,
    Listing,
    Note,
    Paragraph,
    Part,
    People,
    PersonCard,
)
from bot.wording import assistant as say
from bot.wording.dates import day
from bot.wording.phrase import Phrase

MOST_PEOPLE = 8
LONGEST_HINT = 160
_BETWEEN_SENTENCES = re.compile(r"\. (?![a-zæøå])")
"""No such thing is the dot in "den 7. juni"."""


@dataclass(frozen=True, slots=True)
class Card:
    """An entry's answer before it is put into a reply; ``brief`` leaves out the lists."""

    parts: tuple[Part, ...]
    actions: tuple[Action, ...]

    @property
    def brief(self) -> tuple[Part, ...]:
        """The parts without points and steps, for an answer of several entries."""
        return tuple(part for part in self.parts if not isinstance(part, Listing))


class Composer:
    """Composes the answers of one knowledge base, in one language, for one moment.

    ``at`` is aware: it tells past from coming events and stale from fresh entries.
    """

    def __init__(self, lookup: Lookup, language: Language, at: datetime) -> None:
        self._lookup = lookup
        self.language = language
        self.at = at

    def card(self, entry: AnyEntry, *, alone: bool = True) -> Card:
        """The whole answer for an entry, ``alone`` or beside others, without its small print."""
        # An event's card bears its title.
        title = () if isinstance(entry, Event) else (Heading(entry.label(self.language)),)
        return Card(
            (*title, *(part for part in self._parts(entry) if part is not None)),
            actions(entry, self._lookup, self.language, self.at, alone=alone),
        )

    def small_print(self, entries: Sequence[AnyEntry]) -> tuple[Note, ...]:
        """Source and check date of what was said, and a doubt where a check is overdue."""
        notes = dict.fromkeys(self._source(entry) for entry in entries)
        due = [entry.due for entry in entries]
        if due and min(due) < self.at.date():
            notes[Note(say.STALE.say(self.language, day=day(min(due), self.language)))] = None
        return tuple(notes)

    def hint(self, entry: AnyEntry) -> str:
        """One line that tells an offered entry from its neighbours."""
        told: tuple[str, ...]
        match entry:
            case Person():
                roles = [role.label(self.language) for role in self._lookup.roles_of(entry)]
                card = self.person(entry)
                told = (card.role or "; ".join(roles[:1]), card.organisation)
            case Role():
                people = self._lookup.persons(self._lookup.answering(entry).people[:MOST_PEOPLE])
                told = tuple(person.name for person in people)
            case Event():
                event = event_card(entry, self.language, self.at)
                told = (event.when, event.where)
            case _:
                told = (first_sentence(self._text(entry.summary)),)
        return ", ".join(filter(None, told))

    def person(self, person: Person, role: str = "") -> PersonCard:
        """A person as a card; their title stands in where no role is given."""
        organisation = self._lookup.organisation(person.organisation)
        house = organisation.label(self.language) if organisation else ""
        title = role or (self._text(person.title) if person.title else "")
        return PersonCard(
            name=person.name,
            role=title,
            organisation="" if house in title else house,
            email=person.email or "",
            reach=self._text(person.reach) if person.reach else "",
        )

    # --- parts, kind by kind

    @singledispatchmethod
    def _parts(self, entry: AnyEntry) -> list[Part | None]:
        raise TypeError(type(entry))

    @_parts.register
    def _(self, entry: Organisation) -> list[Part | None]:
        above = self._lookup.entries.get(entry.part_of or "")
        facts = [
            (say.ALSO_CALLED, ", ".join(entry.aliases[:3])),
            (say.PART_OF, above.label(self.language) if above else ""),
        ]
        return [
            *self._contact(entry.contact),
            Paragraph(self._text(entry.summary)),
            self._listing(entry.points),
            self._facts(facts),
        ]

    @_parts.register
    def _(self, entry: Person) -> list[Part | None]:
        roles = [role.label(self.language) for role in self._lookup.roles_of(entry)]
        doings = [doing.label(self.language) for doing in self._lookup.doings_of(entry)]
        return [
            People((self.person(entry),)),
            self._facts(
                [
                    (say.TAKES_CARE_OF, "; ".join(roles)),
                    (say.TAKES_PART_IN, "; ".join(doings)),
                ]
            ),
        ]

    @_parts.register
    def _(self, entry: Role) -> list[Part | None]:
        return [
            *self._named(entry),
            Paragraph(self._text(entry.summary)),
            self._facts([(say.FOR_WHOM, self.audience(entry.audience))]),
        ]

    @_parts.register
    def _(self, entry: Service) -> list[Part | None]:
        provider = self._lookup.organisation(entry.provided_by)
        return [
            *self._contact(entry.contact),
            Paragraph(self._text(entry.summary)),
            self._listing(entry.steps, numbered=True),
            self._facts(
                [
                    (say.PROVIDED_BY, provider.label(self.language) if provider else ""),
                    (say.FOR_WHOM, self.audience(entry.audience)),
                ]
            ),
        ]

    @_parts.register
    def _(self, entry: Project) -> list[Part | None]:
        partners = [self._lookup.organisations[id_] for id_ in entry.organisations]
        names = [partner.label(self.language) for partner in partners]
        return [
            self._people(entry.people),
            *self._contact(entry.contact),
            Paragraph(self._text(entry.summary)),
            self._listing(entry.points),
            self._facts([(say.PARTNERS, ", ".join(names))]),
        ]

    @_parts.register
    def _(self, entry: Topic) -> list[Part | None]:
        return [
            *self._contact(entry.contact),
            Paragraph(self._text(entry.summary)),
            self._listing(entry.points),
        ]

    @_parts.register
    def _(self, entry: Event) -> list[Part | None]:
        organiser = self._lookup.organisation(entry.organiser)
        return [
            Events((event_card(entry, self.language, self.at),)),
            Paragraph(self._text(entry.summary)) if entry.summary else None,
            self._facts([(say.ORGANISER, organiser.label(self.language) if organiser else "")]),
            self._people(entry.people),
        ]

    # --- what the kinds share

    def _people(self, ids: Sequence[str]) -> People | None:
        cards = tuple(self.person(person) for person in self._lookup.persons(ids[:MOST_PEOPLE]))
        return People(cards) if cards else None

    def _contact(self, id_: str | None) -> list[Part]:
        return self._named(self._lookup.roles[id_]) if id_ else []

    def _named(self, role: Role) -> list[Part]:
        """The people of a role; where nobody is named that is said, with who stands in."""
        stand_in = self._lookup.answering(role)
        people = self._people(stand_in.people)
        told: list[Part] = [people] if people else []
        if not role.people:
            label = stand_in.label(self.language)
            told.insert(0, Paragraph(say.NOBODY_NAMED.say(self.language, role=label)))
        return told

    def _facts(self, facts: Sequence[tuple[Phrase, str]]) -> Facts | None:
        told = tuple(Fact(label.say(self.language), value) for label, value in facts if value)
        return Facts(told) if told else None

    def _listing(self, texts: Texts, *, numbered: bool = False) -> Listing | None:
        items = texts.say(self.language)
        return Listing(items, numbered=numbered) if items else None

    def audience(self, audience: Sequence[Audience]) -> str:
        """Whom something is for, in words; empty where it is for anyone."""
        if Audience.ANYONE in audience:
            return ""
        return ", ".join(say.AUDIENCES[one].say(self.language) for one in audience)

    def _text(self, text: Text) -> str:
        return text.say(self.language)

    def _source(self, entry: Entry) -> Note:
        source = self._lookup.sources[entry.source]
        checked = day(entry.checked, self.language)
        title = self._text(source.title)
        return Note(say.SOURCE.say(self.language, source=title, day=checked))


def first_sentence(text: str) -> str:
    """The first sentence of a text, shortened at a word where it is long."""
    sentence = _BETWEEN_SENTENCES.split(text, maxsplit=1)[0].rstrip(".")
    if len(sentence) <= LONGEST_HINT:
        return sentence
    return f"{sentence[:LONGEST_HINT].rsplit(' ', 1)[0]} …"
