"""What a person sets on the page: the language, and who they are."""

from datetime import timedelta

from bot.ports import Askers, Known
from bot.reply import Audience, Heading, Language, Option, Part, Setting
from bot.wording import home as say

CHOSEN = timedelta(days=365)
"""How long it is remembered what somebody chose."""
LANGUAGE, AUDIENCE = "language", "audience"
PLATFORM, OTHER = "platform", "other"
"""What stands for no language and no audience of their own."""


def settings(known: Known, language: Language) -> tuple[Part, ...]:
    """What can be set, and how it is set."""
    languages = [Option(one, say.LANGUAGES[one].say(language)) for one in Language]
    audiences = [Option(one, named.say(language)) for one, named in say.AUDIENCES.items()]
    return (
        Heading(say.SETTINGS.say(language)),
        Setting(
            LANGUAGE,
            say.LANGUAGE.say(language),
            (*languages, Option(PLATFORM, say.AS_PLATFORM.say(language))),
            known.language or PLATFORM,
        ),
        Setting(
            AUDIENCE,
            say.WHO.say(language),
            (*audiences, Option(OTHER, say.SOMEBODY_ELSE.say(language))),
            known.audience or OTHER,
        ),
    )


async def choose(askers: Askers, asker: str, name: str, value: str) -> None:
    """Keep what was chosen; what nobody can choose changes nothing. Raises `StoreError`."""
    match name:
        case "language" if value in {*Language, PLATFORM}:
            language = None if value == PLATFORM else Language(value)
            await askers.keep_language(asker, language, CHOSEN)
        case "audience" if value in {*say.AUDIENCES, OTHER}:
            audience = None if value == OTHER else Audience(value)
            await askers.keep_audience(asker, audience, CHOSEN)
