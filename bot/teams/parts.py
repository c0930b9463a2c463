"""The parts of a reply as elements of a card."""

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
from bot.teams import inputs, offers, rich
from bot.teams.pen import Element, Pen
from bot.teams.text import inert, unmarked
from bot.wording.adapting import AND_MORE

LONGEST_HEADING, LONGEST_NOTE, LONGEST_ITEM = 150, 1000, 350
MOST_ITEMS, MOST_EVENTS = 25, 15
_HEADING: Element = {"size": "Medium", **rich.BOLD}
T = TypeVar("T")


def draw(part: Part, pen: Pen) -> Iterator[Element]:
    """The elements of one part; none where it says nothing."""
    match part:
        case Heading() | Paragraph() | Note():
            yield from _text(part)
        case People(people):
            for person in people[:MOST_ITEMS]:
                yield from _person(person, pen)
            yield from _rest(people, pen)
        case Facts(facts):
            yield from _close([_fact(fact, pen) for fact in facts], pen)
        case Events(events):
            yield from _events(events, pen)
        case Listing():
            yield from _close(list(_items(part)), pen)
        case Offers() | AskBox() | Setting():
            yield from _offered(part, pen)
        case _:
            assert_never(part)


def _text(part: Heading | Paragraph | Note) -> Iterator[Element]:
    match part:
        case Heading(text):
            yield from heading(text)
        case Paragraph(text):
            yield from rich.paragraphs(text)
        case Note(text):
            yield from note(text)


def _offered(part: Offers | AskBox | Setting, pen: Pen) -> Iterator[Element]:
    match part:
        case Offers(actions):
            yield from offers.draw(actions, pen)
        case AskBox():
            yield from inputs.ask_box(part, pen)
        case Setting():
            yield from inputs.setting(part, pen)


def heading(text: str) -> Iterator[Element]:
    """A heading, to which screen readers can jump unless Markdown could be found in it."""
    shown = inert(" ".join(text.split()), LONGEST_HEADING)
    if unmarked(shown):
        yield {"type": "TextBlock", "text": shown, "wrap": True, "style": "heading", **_HEADING}
    else:
        yield from rich.block(rich.run(shown, _HEADING))


def note(text: str) -> Iterator[Element]:
    """Small print."""
    yield from rich.paragraphs(cut(text, LONGEST_NOTE), rich.SMALL)


def _person(person: PersonCard, pen: Pen) -> Iterator[Element]:
    described = (
        rich.run(person.name, rich.BOLD),
        rich.run(person.role),
        rich.run(person.organisation),
    )
    address = pen.offered.mail(person)
    reach = rich.link(address, person.email) if address else rich.linked(person.reach)
    yield from rich.lines(rich.joined(described, ", "), reach)


def _fact(fact: Fact, pen: Pen) -> rich.Run:
    if not fact.value:
        return rich.link(fact.url, fact.label)
    leads_on = pen.offered.leads_on(fact)
    value = rich.link(fact.url, fact.value) if leads_on else rich.run(fact.value)
    return rich.joined((rich.run(f"{fact.label}:" if fact.label else "", rich.BOLD), value), " ")


def _items(listing: Listing) -> Iterator[rich.Run]:
    for number, item in enumerate(listing.items, 1):
        text = rich.run(cut(item, LONGEST_ITEM))
        mark = rich.run(f"{number}." if listing.numbered else "•")
        yield rich.joined((mark, text), " ") if text else ()


def _close(runs: Sequence[rich.Run], pen: Pen) -> Iterator[Element]:
    """Runs under each other, closer than paragraphs."""
    for number, one in enumerate(filter(None, runs[:MOST_ITEMS])):
        yield from rich.block(one, "Small" if number else "")
    yield from _rest(runs, pen)


def _events(events: Sequence[EventCard], pen: Pen) -> Iterator[Element]:
    for number, event in enumerate(events[:MOST_EVENTS]):
        drawn = [*_event(event, pen), *offers.draw(event.actions, pen)]
        if number and drawn:
            drawn[0] |= {"separator": True, "spacing": "Medium"}
        yield from drawn
    yield from _rest(events, pen, MOST_EVENTS)


def _event(event: EventCard, pen: Pen) -> Iterator[Element]:
    links = [rich.link(url, said) for url, said in pen.offered.links(event, pen.language)]
    yield from rich.lines(
        rich.run(event.title, rich.BOLD),
        rich.run(event.when),
        rich.run(event.where),
        rich.run(event.note, rich.ITALIC),
        rich.joined(links, " · "),
    )


def _rest(items: Sequence[T], pen: Pen, most: int = MOST_ITEMS) -> Iterator[Element]:
    if len(items) > most:
        more = AND_MORE.say(pen.language, count=len(items) - most)
        yield from rich.block(rich.run(more, rich.ITALIC), "Small")
