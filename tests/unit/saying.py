"""All that the bot says: on the shipped base, and on one in which all is too much."""

from collections.abc import Callable, Iterator
from datetime import date, datetime, timedelta
from functools import partial
from typing import Any

from pydantic import AnyHttpUrl

from bot.assistant.compose import Composer
from bot.assistant.happenings import Happenings
from bot.assistant.informing import help_reply, privacy, who
from bot.assistant.lookup import Lookup
from bot.assistant.replies import Replies
from bot.delivery.model import Kind
from bot.events.wish import wish
from bot.feedback.offering import judging
from bot.home.page import page
from bot.home.visitor import Kept, Visitor
from bot.knowledge.forms import Link, Text, Texts
from bot.knowledge.model import AnyEntry, Event, Status
from bot.passing.asking_form import Sending, Ticket
from bot.passing.message import message as passed_message
from bot.passing.model import Channel, Passed, Stage
from bot.passing.responding_form import Replying
from bot.passing.told import again
from bot.reminders.message import message as reminder
from bot.reminders.model import EVERYTHING, Scope, ScopeKind
from bot.reminders.plan import Rules
from bot.reminders.reminding_coming import Coming
from bot.reminders.reminding_listing import Overview
from bot.reminders.reminding_replies import Confirmation
from bot.reply import Address, AddressKind, Intent, Language, Question, Reply
from tests.unit.events.making import event

MANY, EVENTS = 30, 50
WORDS = "Et navn på noget, der handler om klinisk kunstig intelligens – <!channel> & ÆØÅ 🔭. "
LONG = Text(da=(WORDS * 40)[:599] + ".", en=(WORDS * 40)[:599] + ".")
LINK = Link(title=LONG, url=AnyHttpUrl(f"https://example.org/{'a' * 3500}"))
TEXT = "🔭<&>" * 400
ANNA = Address("slack", "T1", AddressKind.PERSON, "U1")
Named = Iterator[tuple[str, Reply | None]]
"""Replies under a name; None where there is nothing to say."""


def too_much(lookup: Lookup) -> Lookup:
    """The base with texts as long as may be, everybody everywhere, and fifty more events."""
    knowledge = lookup.knowledge
    people = tuple(lookup.people)
    kinds = ("organisations", "people", "roles", "services", "projects", "topics", "events")
    stretched = {
        kind: tuple(_stretched(entry, people) for entry in getattr(knowledge, kind))
        for kind in kinds
    }
    sources = tuple(s.model_copy(update={"title": LONG}) for s in knowledge.sources)
    more = tuple(_one_more(n, knowledge.sources[0].id, people) for n in range(EVENTS))
    roles = tuple(
        stretched["roles"][0].model_copy(
            update={"id": f"area-{n}", "entrance": False, "area": True}
        )
        for n in range(MANY)
    )
    return Lookup(
        knowledge.model_copy(
            update=stretched
            | {
                "sources": sources,
                "events": (*stretched["events"], *more),
                "roles": (*stretched["roles"], *roles),
            }
        )
    )


def _stretched(entry: Any, people: tuple[str, ...]) -> Any:  # noqa: ANN401 - an entry of any kind
    changes: dict[str, object] = {"links": (LINK, *entry.links) * MANY}
    for name in type(entry).model_fields:
        value = getattr(entry, name)
        if isinstance(value, Text) or name in ("summary", "reach"):
            changes[name] = LONG
        elif isinstance(value, Texts) and name != "ask":
            changes[name] = Texts(da=(LONG.da,) * 60, en=(LONG.en,) * 60)
        elif name == "people":
            changes[name] = people
        elif name in ("name", "aliases"):
            changes[name] = LONG.da if name == "name" else (WORDS,) * MANY
    return entry.model_copy(update=changes)


def _one_more(number: int, source: str, people: tuple[str, ...]) -> Event:
    return event(
        f"more-{number}",
        source=source,
        title=LONG,
        place=LONG,
        summary=LONG,
        people=people,
        starts=date(2023, 8, 1) + timedelta(days=number),
        register_by=date(2023, 7, 1),
        registration=AnyHttpUrl("https://example.org/sign-up"),
        links=(LINK,) * MANY,
        year_inferred=True,
    )


def of_entries(base: Lookup, language: Language, at: datetime) -> Named:
    """Everything that is said of each entry."""
    replies = Replies(base, Composer(base, language, at))
    question = Question(TEXT * 2, at, asker="anna")
    entries: list[AnyEntry] = list(base.entries.values())
    for number, entry in enumerate(entries):
        answer = replies.answer([(entry, 0.9)])
        yield f"{entry.id} judged", judging(question, answer)
        beside = entries[number : number + 4]
        yield f"{entry.id} and others", replies.answer([(one, 0.5) for one in beside])
        yield f"{entry.id} or others", replies.choose([(one, 0.5) for one in beside])
        if isinstance(entry, Event):
            yield f"{entry.id} in a calendar", replies.calendar(entry)
            for kind in (Kind.REMINDER, Kind.DEADLINE, Kind.CORRECTION):
                yield f"{entry.id} {kind}", reminder(entry, kind, base, language, at)
            gone = entry.model_copy(update={"status": Status.CANCELLED})
            yield f"{entry.id} cancelled", reminder(gone, Kind.CORRECTION, base, language, at)


def of_all(base: Lookup, language: Language, at: datetime) -> Named:
    """Everything else, but for what is passed on."""
    composer = Composer(base, language, at)
    everything: Callable[[str], bool] = lambda _: True  # noqa: E731 - a name for what it means
    yield "help", help_reply(base, composer, everything)
    yield "who", who(base, composer)
    yield "privacy", privacy(language)
    yield "unknown", Replies(base, composer).unknown(TEXT)
    for number in range(6):
        listed = Happenings(base, language, at).listing(
            wish("arrangementer", at.date(), ()), TEXT, number
        )
        yield f"events, page {number}", listed
    coming = Coming(base, Rules(), at)
    scopes = [EVERYTHING, *(Scope(ScopeKind.EVENT, one.id) for one in base.knowledge.events)]
    yield "reminders", Overview(coming, language).reply(scopes, scopes)
    for scope in scopes:
        confirmation = Confirmation(coming, language, scope, channel=True)
        yield f"set up {scope.value}", confirmation.reply(EVERYTHING, new=True, offered=True)


def home_page(base: Lookup, language: Language, at: datetime) -> Reply:
    """The bot's own page, with reminders of every event."""
    scopes = tuple(Scope(ScopeKind.EVENT, one.id) for one in base.knowledge.events)
    question = Question("", at, Intent.HOME, asker="anna", mine=ANNA)
    visitor = Visitor(question, language, Kept(reminders=scopes), unset=True)
    return page(Coming(base, Rules(), at), visitor)


def of_passing_on(base: Lookup, language: Language, at: datetime) -> Named:
    """Everything that is said of a question that is passed on."""
    areas = ("", *list(base.roles)[:MANY])
    channels = [
        Channel(area, Address("slack", "T1", AddressKind.CHANNEL, f"C{n}"), language)
        for n, area in enumerate(areas)
    ]
    question = Question(TEXT, at, asker="anna", mine=ANNA, name=TEXT)
    sending = Sending(question, channels, base, language)
    yield "form", again(sending.form(Ticket("a", areas[-1]), TEXT, channels[0]), TEXT, TEXT)
    for channel in channels:
        yield f"sent to {channel.area}", sending.sent(channel)
    new = partial(Passed, "a", TEXT, TEXT, ANNA, ANNA, language, areas[-1], channels[-1], at, at)
    yield "respond", again(Replying(language).form(new()), TEXT, TEXT)
    yield "responded", Replying(language).responded(new(by=TEXT, at=at), remember=True)
    for stage in Stage:
        passed = new(stage=stage, by=TEXT, at=at, answer=TEXT)
        yield f"standing {stage}", Replying(language).standing(passed)
        for kind in Kind:
            told = passed_message(passed, kind, Kind.RESPONSE, base, at)
            yield f"{kind} {stage}", told
