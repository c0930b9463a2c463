"""The parts of a reply as blocks."""

from collections.abc import Iterator, Sequence
from typing import TypeVar, assert_never

from bot.adapting.text import cut
from bot.reply import (
    AskBox,
    EventCard,
    Events,
    Fact,
    Facts,
    Heading,
    Listing,
    Note,
    Offers,
    Paragraph,
    Part,
    People,
    PersonCard,
    Setting,
)
from bot.slack import kit, offers, rich
from bot.slack.kit import Block
from bot.slack.pen import Pen
from bot.slack.text import inert
from bot.wording.adapting import AND_MORE

LONGEST_HEADING, LONGEST_NOTE, LONGEST_ITEM = 150, 1000, 350
MOST_ITEMS, MOST_EVENTS = 25, 15
T = TypeVar("T")


def draw(part: Part, pen: Pen) -> Iterator[Block]:
    """The blocks of one part; none where it says nothing."""
    match part:
        case Heading() | Paragraph() | Note():
            yield from _text(part)
        case People((person,)):  # nothing to list
            yield from _block(_person(person, pen))
        case People(people):
            yield from _list([_person(person, pen) for person in people], pen)
        case Facts(facts):
            yield from _block(
                rich.lines(*(_fact(fact, pen) for fact in facts[:MOST_ITEMS]), _rest(facts, pen))
            )
        case Events(events):
            yield from _events(events, pen)
        case Listing(items, numbered):
            runs = [rich.plain(cut(item, LONGEST_ITEM)) for item in items]
            yield from _list(runs, pen, numbered=numbered)
        case Offers() | AskBox() | Setting():
            yield from _offered(part, pen)
        case _:
            assert_never(part)


def _text(part: Heading | Paragraph | Note) -> Iterator[Block]:
    match part:
        case Heading(text):
            yield from _heading(text)
        case Paragraph(text):
            yield from _block(rich.plain(text))
        case Note(text):
            yield from [note(text)] if inert(text, LONGEST_NOTE).strip() else []


def _offered(part: Offers | AskBox | Setting, pen: Pen) -> Iterator[Block]:
    match part:
        case Offers(actions):
            yield from offers.draw(actions, pen)
        case AskBox():
            yield from offers.ask_box(part, pen)
        case Setting():
            yield from offers.setting(part, pen)


def note(text: str) -> Block:
    """Small print."""
    return kit.context(inert(text, LONGEST_NOTE))


def _heading(text: str) -> Iterator[Block]:
    shown = inert(text, LONGEST_HEADING)
    if shown.strip():
        yield kit.header(shown)


def _block(run: rich.Run) -> Iterator[Block]:
    if run:
        yield kit.rich_text(rich.section(run))


def _list(runs: Sequence[rich.Run], pen: Pen, *, numbered: bool = False) -> Iterator[Block]:
    shown = [run for run in runs[:MOST_ITEMS] if run]
    if shown:
        yield kit.rich_text(rich.bullets(shown, numbered=numbered))
    yield from _block(_rest(runs, pen))


def _rest(items: Sequence[T], pen: Pen, most: int = MOST_ITEMS) -> rich.Run:
    if len(items) <= most:
        return ()
    return rich.italic(AND_MORE.say(pen.language, count=len(items) - most))


def _person(person: PersonCard, pen: Pen) -> rich.Run:
    member = pen.members.get(person.email.lower())
    name = rich.mention(member) if member else rich.bold(person.name)
    described = (name, rich.plain(person.role), rich.plain(person.organisation))
    address = pen.offered.mail(person)
    reach = rich.link(address, person.email) if address else rich.linked(person.reach)
    return rich.lines(rich.joined(described, ", "), reach)


def _fact(fact: Fact, pen: Pen) -> rich.Run:
    if not fact.value:
        return rich.link(fact.url, fact.label)
    leads_on = pen.offered.leads_on(fact)
    value = rich.link(fact.url, fact.value) if leads_on else rich.plain(fact.value)
    return rich.joined((rich.bold(f"{fact.label}:" if fact.label else ""), value), " ")


def _events(events: Sequence[EventCard], pen: Pen) -> Iterator[Block]:
    for number, event in enumerate(events[:MOST_EVENTS]):
        if number:
            yield kit.divider()
        yield from _block(_event(event, pen))
        yield from offers.draw(event.actions, pen)
    yield from _block(_rest(events, pen, MOST_EVENTS))


def _event(event: EventCard, pen: Pen) -> rich.Run:
    links = [rich.link(url, said) for url, said in pen.offered.links(event, pen.language)]
    return rich.lines(
        rich.bold(event.title),
        rich.plain(event.when),
        rich.plain(event.where),  # on a phone there is no room for it beside the time
        rich.italic(event.note),
        rich.joined(links, " · "),
    )
