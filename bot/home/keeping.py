"""What the bot keeps about a person, in plain words and with until when."""

from datetime import datetime
from zoneinfo import ZoneInfo

from bot.home.visitor import Kept
from bot.reply import Ask, Command, Heading, Language, Listing, Offers, Paragraph, Part
from bot.wording import assistant as said
from bot.wording import commands
from bot.wording import home as say
from bot.wording.dates import HOME, day

_HOME = ZoneInfo(HOME)


def keeping(kept: Kept, language: Language) -> tuple[Part, ...]:
    """What is kept, and how to have it forgotten."""
    ways = (
        Ask(commands.FORGET.say(language), commands.FORGET_TEXT.say(language)),
        Command(say.PRIVACY.say(language), "privacy"),
    )
    return (
        Heading(say.KEPT.say(language)),
        Listing((*_lines(kept, language), *kept.more)),
        Paragraph(say.FORGETTING.say(language)),
        Offers(ways),
    )


def _lines(kept: Kept, language: Language) -> list[str]:
    known, verdicts = kept.known, kept.verdicts
    lines = [say.NO_QUESTIONS.say(language), say.CONVERSATION.say(language)]
    if known.audience and known.audience_until:
        who = said.ASKING_AS[known.audience].say(language)
        until = _day(known.audience_until, language)
        lines.append(say.AUDIENCE_KEPT.say(language, who=who, day=until))
    if known.language_until:
        lines.append(say.LANGUAGE_KEPT.say(language, day=_day(known.language_until, language)))
    if kept.reminders:
        lines.append(say.REMINDERS_KEPT.say(language))
    if kept.reminders is not None:
        lines.append(say.SENT_KEPT.say(language))
    if verdicts.until:
        until = _day(verdicts.until, language)
        lines.append(say.VERDICTS_KEPT.say(language, count=verdicts.count, day=until))
    return lines


def _day(until: datetime, language: Language) -> str:
    return day(until.astimezone(_HOME), language)
