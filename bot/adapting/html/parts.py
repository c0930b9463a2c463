"""What a reply says and offers as HTML, for the pages of any platform.

Everything in it is escaped, and only safe addresses become links.
"""

from collections.abc import Iterable, Mapping
from html import escape
from typing import assert_never
from urllib.parse import quote

from babel.dates import format_date

from bot.adapting.html import pressing
from bot.adapting.html.markup import button, element, link, mail
from bot.reply import (
    Action,
    AddToCalendar,
    AskBox,
    EventCard,
    Events,
    Fact,
    Facts,
    Heading,
    Language,
    Listing,
    Note,
    Offers,
    OpenLink,
    Paragraph,
    Part,
    People,
    PersonCard,
    Pressable,
    Reply,
    Setting,
    WriteMail,
)
from bot.wording.adapting import ADD_TO_CALENDAR, READ_MORE, REGISTER


def drawn(reply: Reply) -> str:
    """All its parts, and what it offers; the small print comes last."""
    subjects = {a.address: a.subject for a in reply.actions if isinstance(a, WriteMail)}
    made = [_part(part, reply.language, subjects) for part in reply.parts]
    made.insert(_end_of_text(reply), _actions(_beside(reply)))
    return "".join(made)


def _beside(reply: Reply) -> tuple[Action, ...]:
    """What is offered and does not stand in the cards: the calendar does, among their links."""
    events = (event for part in reply.parts if isinstance(part, Events) for event in part.events)
    shown = {event.id for event in events}
    return tuple(
        action
        for action in reply.actions
        if not (isinstance(action, AddToCalendar) and action.entry in shown)
    )


def _end_of_text(reply: Reply) -> int:
    end = len(reply.parts)
    while end and isinstance(reply.parts[end - 1], Note):
        end -= 1
    return end


def _part(part: Part, language: Language, subjects: Mapping[str, str]) -> str:
    match part:
        case Heading() | Paragraph() | Note():
            return _line(part)
        case People(people):
            return _list("people", (_person(person, subjects) for person in people))
        case Facts(facts):
            return _list("facts", map(_fact, facts))
        case Events(events):
            return _list("events", (_event(event, language) for event in events))
        case Listing(items, numbered):
            return _list("points", map(escape, items), "ol" if numbered else "ul")
        case Offers() | AskBox() | Setting():
            return _offered(part)
        case _:
            assert_never(part)


def _offered(part: Offers | AskBox | Setting) -> str:
    match part:
        case Offers(actions):
            return _actions(actions)
        case AskBox():
            return ""  # the page has its own
        case Setting():
            return _setting(part)
        case _:
            assert_never(part)


def _line(part: Heading | Paragraph | Note) -> str:
    match part:
        case Heading(text):
            return element("h2", text)
        case Paragraph(text):
            return element("p", text)
        case Note(text):
            return element("p", text, "note")
        case _:
            assert_never(part)


def _list(css: str, items: Iterable[str], tag: str = "ul") -> str:
    points = "".join(f"<li>{item}</li>" for item in items)
    return f'<{tag} class="{css}">{points}</{tag}>' if points else ""


def _person(person: PersonCard, subjects: Mapping[str, str]) -> str:
    subject = subjects.get(person.email, "")
    address = mail(person.email, person.email, subject, "mail") if person.email else ""
    return (
        element("strong", person.name)
        + element("span", person.role, "role")
        + element("span", person.organisation, "organisation")
        + (address or element("span", person.reach, "reach"))
    )


def _fact(fact: Fact) -> str:
    if not fact.value:
        return link(fact.url, fact.label) if fact.url else escape(fact.label)
    value = link(fact.url, fact.value) if fact.url else escape(fact.value)
    return f"{element('strong', f'{fact.label}:')} {value}"


def _event(event: EventCard, language: Language) -> str:
    starts = escape(event.starts.isoformat())
    return (
        f"{_leaf(event, language)}<div>{element('h3', event.title)}"
        f'<p class="when"><time datetime="{starts}">{escape(event.when)}</time></p>'
        f"{element('p', event.where, 'where')}{element('p', event.note, 'warning')}"
        f'<p class="links">{_event_links(event, language)}</p>{_below(event)}</div>'
    )


def _below(event: EventCard) -> str:
    """What is offered about the event; the calendar stands among its links."""
    return _actions(tuple(a for a in event.actions if not isinstance(a, AddToCalendar)))


def _leaf(event: EventCard, language: Language) -> str:
    """A calendar leaf for the eye alone; the worded time beside it says the same and more."""
    day = element("span", format_date(event.starts, "d", locale=language.value), "number")
    month = element(
        "span", format_date(event.starts, "LLL", locale=language.value).rstrip("."), "month"
    )
    return f'<div class="leaf" aria-hidden="true">{month}{day}</div>'


def _event_links(event: EventCard, language: Language) -> str:
    offered = ((event.registration, REGISTER), (event.url, READ_MORE))
    links = [link(url, words.say(language), "", event.title) for url, words in offered if url]
    about = element("span", f": {event.title}", "unseen")
    calendar = escape(ADD_TO_CALENDAR.say(language)) + about
    links.append(f'<a href="{_calendar(event.id)}" download>{calendar}</a>')
    return " ".join(links)


def _setting(setting: Setting) -> str:
    """The options as buttons, the one that holds as text."""
    drawn = (
        element("strong", option.label)
        if option.value == setting.chosen
        else button(option.label, *pressing.setting(setting.name, option.value))
        for option in setting.options
    )
    return f'{element("p", setting.label)}<div class="actions">{" ".join(drawn)}</div>'


def _actions(actions: tuple[Action, ...]) -> str:
    buttons = "".join(map(_action, actions))
    return f'<div class="actions">{buttons}</div>' if buttons else ""


def _action(action: Action) -> str:
    match action:
        case OpenLink(label, url):
            return link(url, label, "button")
        case WriteMail(label, address, subject):
            return mail(address, label, subject, "button mail")
        case AddToCalendar(label, entry):
            return f'<a class="button" href="{_calendar(entry)}" download>{escape(label)}</a>'
        case Pressable():
            return button(action.label, *pressing.written(action.press))
        case _:
            assert_never(action)


def _calendar(entry: str) -> str:
    return f"/events/{quote(entry, safe='')}.ics"
