"""The page: its parts in order, short enough for a telephone."""

from collections.abc import Iterable, Sequence
from datetime import date

from bot.assistant.compose import Composer
from bot.home.contacts import Contacts
from bot.home.events import NextEvents
from bot.home.keeping import keeping
from bot.home.settings import settings
from bot.home.visitor import Kept, Visitor
from bot.knowledge.model import AnyEntry
from bot.reminders.reminding_coming import Coming
from bot.reminders.reminding_listing import Overview
from bot.reply import AskBox, Language, Note, Offers, Outcome, Paragraph, Part, Reply
from bot.wording import assistant as said
from bot.wording import home as say
from bot.wording.dates import day


def page(coming: Coming, visitor: Visitor) -> Reply:
    """The page as the visitor sees it."""
    language, lookup = visitor.language, coming.lookup
    kept = visitor.kept or Kept()
    composer = Composer(lookup, language, coming.now)
    contacts = Contacts(lookup, composer, kept.known.audience)
    events = NextEvents(coming, visitor)
    parts: list[Part] = [
        *([Paragraph(say.NOT_SET.say(language))] if visitor.unset else []),
        _ask_box(language),
        *contacts.parts,
        *events.parts,
        *_own(coming, visitor),
        *_small_print([*contacts.entries, *events.entries], coming, language),
    ]
    return Reply(Outcome.HELP, language, tuple(parts), home=True)


def _ask_box(language: Language) -> AskBox:
    return AskBox(*(words.say(language) for words in (say.ASK, say.ASK_EXAMPLE, say.ASK_BUTTON)))


def _own(coming: Coming, visitor: Visitor) -> Iterable[Part]:
    """What concerns the visitor alone; nothing of who cannot be told from others."""
    if visitor.kept is None:
        return (Paragraph(say.AWAY.say(visitor.language)),)
    if not visitor.question.asker:
        return ()
    return (
        *_reminders(visitor.kept, coming, visitor.language),
        *settings(visitor.kept.known, visitor.language),
        *keeping(visitor.kept, visitor.language),
    )


def _reminders(kept: Kept, coming: Coming, language: Language) -> Iterable[Part]:
    if kept.reminders is None:
        return ()
    overview = Overview(coming, language).reply(kept.reminders, None)
    return (*overview.parts, Offers(overview.actions))


def _small_print(entries: Sequence[AnyEntry], coming: Coming, language: Language) -> Iterable[Note]:
    """Each source once, with the oldest check of what was taken from it."""
    checked: dict[str, date] = {}
    for entry in entries:
        checked[entry.source] = min(entry.checked, checked.get(entry.source, entry.checked))
    told = (
        say.SOURCE.say(
            language, source=coming.lookup.sources[id_].title.say(language), day=day(on, language)
        )
        for id_, on in checked.items()
    )
    if checked:
        yield Note(say.SOURCES.say(language, sources="; ".join(told)))
    due = min((entry.due for entry in entries), default=coming.now.date())
    if due < coming.now.date():
        yield Note(said.STALE.say(language, day=day(due, language)))
