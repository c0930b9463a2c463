"""What replies about reminders share: moments in words, names of events, small print."""

from datetime import datetime
from zoneinfo import ZoneInfo

from bot.assistant.compose import Composer
from bot.delivery.model import Kind
from bot.events.listing import start_instant
from bot.knowledge.model import Event
from bot.reminders.message_when import until_day, until_moment
from bot.reminders.model import Occurrence, Scope
from bot.reminders.reminding_coming import Coming
from bot.reminders.reminding_names import its_event, named
from bot.reply import Language, Note
from bot.wording import reminding as say
from bot.wording.dates import HOME, moment, span

_HOME = ZoneInfo(HOME)


def due(occurrence: Occurrence, language: Language) -> str:
    """When a reminder comes, by the clock at home."""
    when = moment(occurrence.due.astimezone(_HOME), language)
    if occurrence.kind is Kind.DEADLINE:
        return say.DEADLINE.say(language, when=when)
    return when


def held(event: Event, language: Language) -> str:
    """When an event takes place."""
    return span(event.start, event.end, language)


def until(event: Event, now: datetime, language: Language) -> str:
    """How long it is to an event that has not begun at ``now`` (aware)."""
    if isinstance(event.starts, datetime):
        return until_moment(start_instant(event), now, language)
    return until_day(event.starts, now, language)


def dated(scope: Scope, coming: Coming, language: Language) -> str:
    """What a scope holds, in words; of a single event also when it is."""
    event = its_event(scope, coming.lookup)
    if event is None:
        return named(scope, coming.lookup, language)
    title = event.label(language)
    return say.QUOTED_WHEN.say(language, title=title, when=held(event, language))


def small_print(scope: Scope, coming: Coming, language: Language) -> tuple[Note, ...]:
    """Source and check date of an event; nothing of other scopes."""
    event = its_event(scope, coming.lookup)
    composer = Composer(coming.lookup, language, coming.now)
    return composer.small_print([event] if event else [])
