"""How a message about an event reads at the moment it is posted."""

from datetime import datetime
from zoneinfo import ZoneInfo

from bot.assistant.compose import Composer
from bot.assistant.lookup import Lookup
from bot.delivery.model import Kind
from bot.events.listing import start_instant
from bot.knowledge.model import Event, Status
from bot.reminders.message_notice import notice
from bot.reminders.message_parts import card, offers, reference
from bot.reminders.message_when import until_day, until_moment
from bot.reminders.plan_moments import closing, last_moment, last_to_register
from bot.reply import Events, Heading, Language, Outcome, Paragraph, Part, Reply
from bot.wording import reminders as say
from bot.wording.dates import HOME

__all__ = ["message", "notice"]

_HOME = ZoneInfo(HOME)


def message(
    event: Event, kind: Kind, lookup: Lookup, language: Language, now: datetime
) -> Reply | None:
    """What is posted about an event at ``now`` (aware), and true then.

    None where there is nothing to say any more: the event has begun (on a day without times, at
    noon), was cancelled before it could be reminded of, or its registration has closed.
    """
    opening = _opening(event, kind, language, now)
    if not opening:
        return None
    small_print = Composer(lookup, language, now).small_print([event])
    return Reply(
        Outcome.ANSWER,
        language,
        (*opening, Events((card(event, language, now),)), *small_print),
        offers(event, lookup, language, now),
        (reference(event, language),),
        1.0,
    )


def _opening(event: Event, kind: Kind, language: Language, now: datetime) -> tuple[Part, ...]:
    cancelled = event.status is Status.CANCELLED
    if now >= last_moment(event, _HOME):
        return ()
    match kind:
        case Kind.CORRECTION if cancelled:
            return (Heading(say.CANCELLED.say(language)),)
        case Kind.CORRECTION:
            heading = Heading(say.CHANGED.say(language))
            return (heading, Paragraph(say.NO_LONGER_SO.say(language)))
        case Kind.REMINDER if not cancelled:
            return (Heading(_begins(event, language, now)),)
        case Kind.DEADLINE if not cancelled:
            return _deadline(event, language, now)
        case _:
            return ()


def _begins(event: Event, language: Language, now: datetime) -> str:
    if isinstance(event.starts, datetime):
        return say.BEGINS.say(language, when=until_moment(start_instant(event), now, language))
    phrase = say.TAKES_PLACE if event.starts == event.ends else say.BEGINS
    return phrase.say(language, when=until_day(event.starts, now, language))


def _deadline(event: Event, language: Language, now: datetime) -> tuple[Part, ...]:
    closes = closing(event)
    if closes is None or now >= last_to_register(closes, _HOME):
        return ()
    if isinstance(closes.starts, datetime):
        when = until_moment(start_instant(closes), now, language)
        return (Heading(say.REGISTRATION_CLOSES.say(language, when=when)),)
    when = until_day(closes.starts, now, language)
    return (Heading(say.LAST_DAY_TO_REGISTER.say(language, when=when)),)
