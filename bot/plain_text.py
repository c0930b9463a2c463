"""A reply as plain text: for the terminal, for `ask`, and where a platform wants a fallback."""

from functools import singledispatch

from bot.reply import (
    Action,
    Ask,
    AskBox,
    Choose,
    EventCard,
    Events,
    Fact,
    Facts,
    Heading,
    Listing,
    Note,
    Offers,
    OpenLink,
    Paragraph,
    Part,
    People,
    PersonCard,
    Reply,
    Setting,
)


def plain_text(reply: Reply) -> str:
    """Everything the reply says and offers, a blank line between parts, nothing escaped.

    Small print at its end stays last, behind what is offered, as it does on every platform.
    """
    parts = list(reply.parts)
    small_print: list[Part] = []
    while parts and isinstance(parts[-1], Note):
        small_print.insert(0, parts.pop())
    said = [_part(part) for part in parts]
    offers = "\n".join(
        f"→ {text}" for action in reply.actions if (text := _offer(action, "\n".join(said)))
    )
    texts = (*said, offers, *map(_part, small_print))
    return "\n\n".join(text for text in texts if text)


def _offer(action: Action, said: str) -> str:
    """What an action offers; empty where the text has ``said`` it, as with an address."""
    match action:
        case OpenLink(_, url) if url in said:
            return ""
        case OpenLink(label, url):
            return f"{label}: {url}"
        case Choose(label, _) | Ask(label, _):
            return label
        case _:
            return ""


@singledispatch
def _part(part: Part) -> str:
    raise TypeError(type(part))


@_part.register(Heading)
@_part.register(Paragraph)
@_part.register(Note)
def _words(part: Heading | Paragraph | Note) -> str:
    return part.text


@_part.register
def _people(part: People) -> str:
    return "\n".join(_person(person) for person in part.people)


def _person(person: PersonCard) -> str:
    described = ", ".join(filter(None, (person.name, person.role, person.organisation)))
    return f"• {described}: {person.email or person.reach}".rstrip(": ")


@_part.register
def _facts(part: Facts) -> str:
    return "\n".join(_fact(fact) for fact in part.facts)


def _fact(fact: Fact) -> str:
    said = f"{fact.label}: {fact.value}" if fact.value else fact.label
    return f"{said} ({fact.url})" if fact.url else said


@_part.register
def _events(part: Events) -> str:
    return "\n".join(_event(event) for event in part.events)


def _event(event: EventCard) -> str:
    lines = [f"• {event.title}", f"  {event.when}, {event.where}".rstrip(", ")]
    lines += [f"  {text}" for text in (event.note, event.url, event.registration) if text]
    return "\n".join(lines)


@_part.register
def _listing(part: Listing) -> str:
    marks = (f"{n}." if part.numbered else "•" for n in range(1, len(part.items) + 1))
    return "\n".join(f"{mark} {item}" for mark, item in zip(marks, part.items, strict=True))


@_part.register
def _offers(part: Offers) -> str:
    return "\n".join(f"→ {text}" for action in part.actions if (text := _offer(action, "")))


@_part.register
def _ask_box(_: AskBox) -> str:
    return ""


@_part.register
def _setting(part: Setting) -> str:
    chosen = next((o.label for o in part.options if o.value == part.chosen), "")
    return f"{part.label}: {chosen}"
