"""One helpful line for everything that is no question."""

from collections.abc import Callable

from bot.assistant.compose import Composer
from bot.assistant.lookup import Lookup
from bot.knowledge.model import Role
from bot.reply import Ask, Outcome, Paragraph, Part, People, Reply
from bot.wording import assistant as say
from bot.wording.phrase import Phrase

_SAID: dict[str, Phrase] = {
    "greeting": say.GREETING,
    "thanks": say.THANKS,
    "goodbye": say.GOODBYE,
    "who-are-you": say.WHO_AM_I,
    "praise": say.THANKS,
    "complaint": say.SORRY,
    "help": say.HELP,
}
_ENDING = frozenset({"thanks", "goodbye", "praise"})


def small_talk(
    kind: str, lookup: Lookup, composer: Composer, questions: Callable[[], tuple[Ask, ...]]
) -> Reply:
    """What to say to a greeting, thanks, a complaint …; unknown kinds get the help.

    ``questions`` gives some to try.
    """
    language = composer.language
    said = _SAID.get(kind, say.HELP)
    parts: list[Part] = [Paragraph(said.say(language))]
    if kind in _ENDING:
        return Reply(Outcome.HELP, language, tuple(parts))
    if kind == "complaint":
        parts.append(people_of_role(lookup.entrance, lookup, composer))
        return Reply(Outcome.HELP, language, tuple(parts))
    if said is not say.HELP:
        parts.append(Paragraph(say.HELP.say(language)))
    return Reply(Outcome.HELP, language, tuple(parts), questions())


def people_of_role(role: Role, lookup: Lookup, composer: Composer) -> People:
    """The people of a role, or of the one that stands in for it."""
    people = lookup.persons(lookup.answering(role).people)
    label = role.label(composer.language)
    return People(tuple(composer.person(person, label) for person in people))
