"""What every message about an event is made of."""

from dataclasses import replace
from datetime import UTC, datetime

from bot.assistant.actions import actions
from bot.assistant.lookup import Lookup
from bot.events.card import event_card
from bot.events.listing import end_instant
from bot.knowledge.model import Event, Status
from bot.reminders.plan_moments import closing
from bot.reply import Action, EntryRef, EventCard, Language, OpenLink, StopReminding
from bot.wording import events as said
from bot.wording import reminders as say


def reference(event: Event, language: Language) -> EntryRef:
    """The event as the entry that a message rests on."""
    return EntryRef(event.id, event.kind, event.label(language), 1.0)


def card(event: Event, language: Language, now: datetime) -> EventCard:
    """The event's card, for one that has not begun; without registration once that is closed."""
    drawn = event_card(event, language, now)
    drawn = replace(drawn, registration="") if _closed(event, now) else drawn
    if isinstance(event.starts, datetime):
        return drawn
    # Of a day without times nobody knows whether it has begun.
    standing = said.MOVED.say(language) if event.status is Status.MOVED else ""
    note = drawn.note.replace(said.UNDER_WAY.say(language), standing, 1)
    return replace(drawn, note=note.strip())


def offers(event: Event, lookup: Lookup, language: Language, now: datetime) -> tuple[Action, ...]:
    """Signing up while that can be done, the first link, and no more reminders."""
    ways = [one for one in actions(event, lookup, language, now) if isinstance(one, OpenLink)]
    sign_up = ways[:1] if event_card(event, language, now).registration else []
    links = ways[len(sign_up) :][:1]
    ways = links if _closed(event, now) else [*sign_up, *links]
    if event.status is Status.CANCELLED:
        return tuple(ways)  # no reminder comes any more
    return (*ways, StopReminding(say.STOP.say(language), event.id))


def _closed(event: Event, now: datetime) -> bool:
    closes = closing(event)
    return closes is not None and end_instant(closes).astimezone(UTC) <= now.astimezone(UTC)
