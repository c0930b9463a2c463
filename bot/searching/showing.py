"""What was found: a line to tell it by, and a reply with what the knowledge base says of it."""

from collections.abc import Iterator

from bot.assistant.actions import actions
from bot.assistant.compose import Composer
from bot.assistant.lookup import Lookup
from bot.events.card import event_card
from bot.knowledge.model import AnyEntry, Event, Person, Role
from bot.ports import Found
from bot.reply import (
    Action,
    EntryRef,
    Fact,
    Facts,
    Heading,
    Outcome,
    Paragraph,
    Part,
    People,
    Reply,
)
from bot.searching.people import Hit
from bot.wording import assistant as said
from bot.wording import searching as say

MOST_ROLES = 3


class Showing:
    """Shows what was found in one knowledge base, in the composer's language and at its moment."""

    def __init__(self, lookup: Lookup, composer: Composer) -> None:
        self._lookup = lookup
        self._composer = composer
        self._language = composer.language

    def person(self, hit: Hit) -> Found:
        """A person with what each of their roles is for. Nothing more is claimed of them."""
        person, roles = hit.person, self._roles(hit)
        titles = "; ".join(role.label(self._language) for role in roles)
        card = self._composer.person(person, titles)
        parts: tuple[Part, ...] = (
            Heading(person.name),
            People((card,)),
            *self._stand_in(hit),
            *self._facts(person, roles),
            *self._composer.small_print([person, *roles]),
        )
        subtitle = " · ".join(filter(None, (card.role, card.organisation)))
        return self._found(person, subtitle, parts)

    def event(self, event: Event) -> Found:
        """An event."""
        drawn = event_card(event, self._language, self._composer.at)
        card, small_print = self._composer.card(event), self._composer.small_print([event])
        subtitle = " · ".join(filter(None, (drawn.when, drawn.where)))
        return self._found(event, subtitle, (*card.parts, *small_print))

    def _found(self, entry: AnyEntry, subtitle: str, parts: tuple[Part, ...]) -> Found:
        title = entry.label(self._language)
        reply = Reply(
            Outcome.ANSWER,
            self._language,
            parts,
            self._actions(entry),
            (EntryRef(entry.id, entry.kind, title, 1.0),),
            confidence=1.0,
        )
        return Found(entry.id, title, subtitle, reply)

    def _actions(self, entry: AnyEntry) -> tuple[Action, ...]:
        return actions(entry, self._lookup, self._language, self._composer.at)

    def _roles(self, hit: Hit) -> list[Role]:
        """The person's own roles, that by which they were found first."""
        own = self._lookup.roles_of(hit.person)
        return sorted(own, key=lambda role: role != hit.role)[:MOST_ROLES]

    def _stand_in(self, hit: Hit) -> Iterator[Paragraph]:
        """That they are only asked because nobody is named."""
        if hit.role and hit.person.id not in hit.role.people:
            instead = self._lookup.answering(hit.role).label(self._language)
            area = hit.role.label(self._language)
            yield Paragraph(say.NOBODY_FOR.say(self._language, area=area, role=instead))

    def _facts(self, person: Person, roles: list[Role]) -> Iterator[Facts]:
        language, doings = self._language, self._lookup.doings_of(person)
        facts = [Fact(role.label(language), role.summary.say(language)) for role in roles]
        if doings:
            told = "; ".join(one.label(language) for one in doings)
            facts.append(Fact(said.TAKES_PART_IN.say(language), told))
        if facts:
            yield Facts(tuple(facts))
