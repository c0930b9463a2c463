"""The replies there are: an answer, a choice, "I don't know", a refusal."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from bot.assistant.compose import Card, Composer
from bot.assistant.doors import once
from bot.assistant.length import shortened
from bot.assistant.lookup import Door, Lookup
from bot.assistant.smalltalk import people_of_role
from bot.events.calendar import calendar_file
from bot.events.calendar_links import calendar_links
from bot.events.card import event_card
from bot.events.listing import is_coming
from bot.knowledge.model import AnyEntry, Event, Role
from bot.reply import (
    Action,
    Audience,
    Choose,
    EntryRef,
    Events,
    Fact,
    Facts,
    File,
    Heading,
    Listing,
    Note,
    OpenLink,
    Outcome,
    Paragraph,
    Part,
    Reply,
)
from bot.wording import assistant as say
from bot.wording.phrase import Phrase

MOST_CHARACTERS = 1500
MOST_ACTIONS = 6

Found = Sequence[tuple[AnyEntry, float]]
"""Entries with the chance that they were meant."""


class Replies:
    """Puts replies together from one knowledge base, in the composer's language."""

    def __init__(self, lookup: Lookup, composer: Composer) -> None:
        self._lookup = lookup
        self._composer = composer
        self._language = composer.language

    def answer(self, found: Found, opening: str = "") -> Reply:
        """The answer of an entry, or the short ones of several."""
        entries = [entry for entry, _ in found]
        alone = len(entries) == 1
        cards = [self._composer.card(entry, alone=alone) for entry in entries]
        if len(cards) > 1 and not opening:
            opening = say.SEVERAL.say(self._language)
        parts: list[Part] = [Paragraph(opening)] if opening else []
        for card in cards:
            parts.extend(card.parts if alone else card.brief)
        reply = Reply(
            Outcome.ANSWER,
            self._language,
            (*parts, *self._composer.small_print(entries)),
            _actions(cards),
            self._refs(found),
            max((confidence for _, confidence in found), default=0.0),
        )
        return shortened(reply, MOST_CHARACTERS)

    def calendar(self, event: Event) -> Reply:
        """The ways to get an event into a calendar."""
        stamp = self._composer.at
        if not is_coming(event, stamp):
            over = Paragraph(say.CALENDAR_OVER.say(self._language))
            return Reply(Outcome.ANSWER, self._language, (over,), private=True)
        card = event_card(event, self._language, stamp)
        parts: tuple[Part, ...] = (
            Heading(say.CALENDAR_TITLE.say(self._language)),
            Events((card,)),
            Paragraph(say.CALENDAR.say(self._language)),
            *self._composer.small_print([event]),
        )
        links = (OpenLink(name, url) for name, url in calendar_links(event, self._language))
        content = calendar_file([event], self._language, stamp=stamp)
        file = File(f"{event.id}.ics", "text/calendar", content)
        refs = self._refs([(event, 1.0)])
        reply = Reply(Outcome.ANSWER, self._language, parts, tuple(links), refs, 1.0)
        return replace(reply, files=(file,), private=True)

    def choose(self, found: Found, title: Phrase = say.CHOOSE_TITLE, opening: str = "") -> Reply:
        """The offer of several entries."""
        entries = [entry for entry, _ in found]
        people = all(entry.kind == "person" for entry in entries)
        told = (say.CHOOSE_PERSON if people else say.CHOOSE).say(self._language)
        title = say.CHOOSE_WHOM if people and title is say.CHOOSE_TITLE else title
        hints = tuple(
            f"{entry.label(self._language)} – {self._composer.hint(entry)}".rstrip("– ")
            for entry in entries
        )
        parts: tuple[Part, ...] = (
            Heading(title.say(self._language)),
            Paragraph(opening or told),
            Listing(hints),
            *self._composer.small_print(entries),
        )
        actions = tuple(self._choose_action(entry) for entry in entries)
        refs = self._refs(found)
        return Reply(Outcome.CHOOSE, self._language, parts, actions, refs, max(c for _, c in found))

    def unknown(self, why: str, audience: Audience | None = None, confidence: float = 0.0) -> Reply:
        """That the bot does not know, and the asker's entrance, or all of them."""
        door = self._lookup.doors.get(audience) if audience else None
        door = door or self._lookup.entrance
        others = [] if audience else [d for d in once(self._lookup.doors.values()) if d != door]
        parts: tuple[Part, ...] = (
            Heading(say.UNKNOWN_TITLE.say(self._language)),
            Paragraph(why),
            *self._entrance(door),
            *self._other_entrances(others),
            *self._composer.small_print([door, *others]),
        )
        own = self._composer.card(door).actions[:1]
        actions = (*own, *(self._choose_action(other) for other in others))
        return Reply(Outcome.UNKNOWN, self._language, parts, actions, confidence=confidence)

    def naming(self, reply: Reply, entry: AnyEntry, doors: Sequence[Door]) -> Reply:
        """The answer of ``entry`` with other entrances named behind it."""
        whom = self._composer.audience(getattr(entry, "audience", (Audience.ANYONE,)))
        if not doors or not whom:
            return reply
        line = Paragraph(say.FOR_OTHERS.say(self._language, audience=whom))
        parts = list(self._without_audience(reply.parts))
        end = next((n for n, part in enumerate(parts) if isinstance(part, Note)), len(parts))
        parts.insert(end, line)
        offers = tuple(self._choose_action(door) for door in doors)
        kept = reply.actions[: MOST_ACTIONS - len(offers)]
        return replace(reply, parts=tuple(parts), actions=(*kept, *offers))

    def _without_audience(self, parts: Sequence[Part]) -> Iterator[Part]:
        """The parts without the fact whom the entry is for, which a sentence is about to say."""
        label = say.FOR_WHOM.say(self._language)
        for part in parts:
            if not isinstance(part, Facts):
                yield part
            elif facts := tuple(fact for fact in part.facts if fact.label != label):
                yield Facts(facts)

    def _entrance(self, door: Door) -> list[Part]:
        if isinstance(door, Role):
            return [people_of_role(door, self._lookup, self._composer)]
        contact = self._lookup.roles[door.contact] if door.contact else None
        people = [people_of_role(contact, self._lookup, self._composer)] if contact else []
        return [*self._other_entrances([door]), *people]

    def _other_entrances(self, doors: Sequence[Door]) -> list[Part]:
        facts = tuple(
            Fact(
                say.DOOR_FOR.say(self._language, audience=self._composer.audience(door.audience)),
                door.label(self._language),
                str(door.links[0].url) if door.links else "",
            )
            for door in doors
        )
        return [Facts(facts)] if facts else []

    def _choose_action(self, entry: AnyEntry) -> Choose:
        return Choose(entry.label(self._language), entry.id)

    def _refs(self, found: Found) -> tuple[EntryRef, ...]:
        return tuple(
            EntryRef(entry.id, entry.kind, entry.label(self._language), round(score, 4))
            for entry, score in found
        )


def _actions(cards: Sequence[Card]) -> tuple[Action, ...]:
    """Each card's actions in turn, so that none takes all the places."""
    queues = [list(card.actions) for card in cards]
    taken: dict[Action, None] = {}
    while any(queues) and len(taken) < MOST_ACTIONS:
        for queue in queues:
            if queue and len(taken) < MOST_ACTIONS:
                taken[queue.pop(0)] = None
    return tuple(taken)
