"""The chat page: a template filled with words in one language, and both for its script."""

import json
from collections.abc import Sequence
from datetime import date, datetime
from html import escape
from importlib.resources import files
from string import Template

from babel.dates import format_date

from bot.reply import Intent, Language
from bot.wording.web import PAGE

LOCALES = {Language.DANISH: "da_DK", Language.ENGLISH: "en_GB"}
QUESTIONS = ("starter_help", "starter_data", "starter_centre")
INTENTS = {"starter_events": Intent.EVENTS, "starter_can": Intent.HELP}
TEMPLATE = Template((files("bot.web") / "templates" / "page.html").read_text(encoding="utf-8"))
WORDS = json.dumps(
    {
        language: {key: phrase.say(language) for key, phrase in PAGE.items()}
        for language in Language
    },
    ensure_ascii=False,
)


def page(language: Language, now: datetime, chosen: date, turns: Sequence[str] = ()) -> str:
    """The page in a language.

    ``now`` is the moment in Copenhagen the bot believes in by itself, ``chosen`` the day the
    visitor set, or today; ``turns`` are drawn turns of a conversation held without scripts.
    """
    words = {key: escape(phrase.say(language)) for key, phrase in PAGE.items()}
    believed = PAGE["believed"].say(language, day=worded(chosen, language))
    return TEMPLATE.substitute(
        words,
        lang=language,
        believed=escape(believed),
        today_iso=now.date().isoformat(),
        clock=now.time().isoformat("seconds"),
        chosen=chosen.isoformat(),
        all_words=escape(WORDS),
        starter_buttons=_starters(language),
        turns="".join(turns),
        da_current=_current(language is Language.DANISH),
        en_current=_current(language is Language.ENGLISH),
    )


def worded(day: date, language: Language) -> str:
    """A day with its weekday: ``onsdag den 21. juni 2023``."""
    return format_date(day, "full", locale=LOCALES[language])


def _starters(language: Language) -> str:
    questions = (_starter(key, "q", PAGE[key].say(language), language) for key in QUESTIONS)
    intents = (_starter(key, "intent", intent, language) for key, intent in INTENTS.items())
    return "".join((*questions, *intents))


def _starter(key: str, name: str, value: str, language: Language) -> str:
    label, value = escape(PAGE[key].say(language)), escape(value)
    return (
        f'<button type="submit" form="press" class="button" name="{name}" value="{value}"'
        f' data-{name}="{value}" data-word="{key}">{label}</button>'
    )


def _current(here: bool) -> str:
    return 'aria-current="true"' if here else ""
