"""What there is to know of the bot: whom it knows, what it can, what becomes of what one writes."""

from collections.abc import Callable, Iterable, Iterator

from bot.assistant.compose import Composer
from bot.assistant.lookup import Lookup
from bot.events.listing import upcoming
from bot.knowledge.model import Role
from bot.reply import (
    Ask,
    Choose,
    Fact,
    Facts,
    Heading,
    Language,
    Listing,
    Outcome,
    Paragraph,
    Part,
    Reply,
)
from bot.wording import assistant as words
from bot.wording import commands as say
from bot.wording.phrase import Phrase

MOST_AREAS = 12
MOST_EXAMPLES = 4
LONGEST_EXAMPLE = 55
"""Characters: a longer button is cut on a phone."""

Answered = Callable[[str], bool]
"""Whether a question has an answer in this knowledge base."""


def help_reply(
    lookup: Lookup, composer: Composer, answered: Answered, opening: Phrase | None = None
) -> Reply:
    """What the bot can do, with questions to try that have an answer."""
    language = composer.language
    title = Paragraph(opening.say(language)) if opening else Heading(words.HELP_TITLE.say(language))
    parts: tuple[Part, ...] = (
        title,
        Paragraph(words.HELP.say(language)),
        Paragraph(say.COMMANDS.say(language)),
    )
    return Reply(Outcome.HELP, language, parts, examples(lookup, composer, answered))


def examples(lookup: Lookup, composer: Composer, answered: Answered) -> tuple[Ask, ...]:
    """Questions to try; each of them has an answer."""
    asked = [text for text in _candidates(lookup, composer) if len(text) <= LONGEST_EXAMPLE]
    found = list(dict.fromkeys(text for text in asked if answered(text)))[:MOST_EXAMPLES]
    return tuple(Ask(text, text) for text in found)


def _candidates(lookup: Lookup, composer: Composer) -> Iterator[str]:
    """Questions that may have an answer, the most telling first."""
    language = composer.language
    yield words.EXAMPLE_CONTACT.say(language)
    yield words.EXAMPLE_SERVICE.say(language)
    yield from _short(
        words.EXAMPLE_EVENT.say(language, title=event.label(language))
        for event in upcoming(lookup.knowledge.events, composer.at)
    )
    yield words.EXAMPLE_EVENTS.say(language)
    for role in areas(lookup):
        yield words.EXAMPLE_AREA.say(language, area=_inside(role.label(language)))
    for service in lookup.knowledge.services:
        yield words.EXAMPLE_AREA.say(language, area=_inside(service.label(language)))


def _short(texts: Iterable[str]) -> list[str]:
    """The first of the texts that is short enough."""
    return [text for text in texts if len(text) <= LONGEST_EXAMPLE][:1]


def areas(lookup: Lookup) -> list[Role]:
    """The roles that people turn to about something; lists of staff are none."""
    return [role for role in lookup.knowledge.roles if role.area]


def who(lookup: Lookup, composer: Composer) -> Reply:
    """Whom there is to ask about what."""
    language = composer.language
    shown = areas(lookup)[:MOST_AREAS]
    facts = tuple(Fact(role.label(language), _names(role, lookup, language)) for role in shown)
    parts: tuple[Part, ...] = (
        Heading(say.WHO_TITLE.say(language)),
        Facts(facts),
        Paragraph(say.WHO.say(language)),
        *composer.small_print(shown),
    )
    actions = tuple(Choose(role.label(language), role.id) for role in shown)
    return Reply(Outcome.HELP, language, parts, actions)


def privacy(language: Language) -> Reply:
    """What becomes of what people write."""
    parts: tuple[Part, ...] = (
        Heading(say.PRIVACY_TITLE.say(language)),
        Paragraph(say.PRIVACY.say(language)),
        Listing(tuple(point.say(language) for point in say.PRIVACY_POINTS)),
        Paragraph(say.FORGET_HINT.say(language)),
    )
    offer = Ask(say.FORGET.say(language), say.FORGET_TEXT.say(language))
    return Reply(Outcome.HELP, language, parts, (offer,))


def _names(role: Role, lookup: Lookup, language: Language) -> str:
    answering = lookup.answering(role)
    names = ", ".join(person.name for person in lookup.persons(answering.people))
    if answering is role:
        return names
    return say.NOBODY_YET.say(language, stand_in=names)


def _inside(title: str) -> str:
    """A title inside a sentence; words that are written in capitals stay so."""
    lower = title[:2] != title[:2].upper()
    return title[:1].lower() + title[1:] if lower else title
