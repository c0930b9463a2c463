"""An event as the card that every platform draws."""

from datetime import UTC, date, datetime

from bot.events.listing import end_instant, is_over, start_instant
from bot.knowledge.model import Event, Status
from bot.matching.text import fold
from bot.reply import EventCard, Language
from bot.wording import dates
from bot.wording import events as say

_ONLINE_WORDS = frozenset({"online", "virtuelt", "virtuel", "virtual", "digitalt"})


def event_card(event: Event, language: Language, at: datetime) -> EventCard:
    """The event in words, seen from the moment ``at`` (aware).

    ``registration`` is left out once there is nothing left to register for.
    """
    open_still = event.status is not Status.CANCELLED and not is_over(event, at)
    return EventCard(
        id=event.id,
        title=event.label(language),
        when=dates.span(event.start, event.end, language),
        where=where(event, language),
        starts=event.start,
        ends=event.end,
        url=str(event.links[0].url) if event.links else "",
        registration=str(event.registration) if event.registration and open_still else "",
        note=note(event, language, at),
    )


def where(event: Event, language: Language) -> str:
    """The place, "Online", or both."""
    online = say.ONLINE.say(language)
    if event.place is None:
        return online if event.online else ""
    place = event.place.say(language)
    if not event.online:
        return place
    if fold(place) in _ONLINE_WORDS:
        return online
    return say.PLACE_AND_ONLINE.say(language, place=place)


def note(event: Event, language: Language, at: datetime) -> str:
    """What the reader must know beside time and place, in full sentences; often nothing."""
    told = (_standing(event, language, at), _deadline(event, language, at), _year(event, language))
    return " ".join(filter(None, told))


def _standing(event: Event, language: Language, at: datetime) -> str:
    if event.status is Status.CANCELLED:
        return say.CANCELLED.say(language)
    if is_over(event, at):
        return say.OVER.say(language)
    if start_instant(event).astimezone(UTC) <= at.astimezone(UTC):
        return say.UNDER_WAY.say(language)
    return say.MOVED.say(language) if event.status is Status.MOVED else ""


def _deadline(event: Event, language: Language, at: datetime) -> str:
    if not event.register_by or event.status is Status.CANCELLED or is_over(event, at):
        return ""
    # Read as an event of no length, the deadline follows the same rules of days and zones.
    closing = event.model_copy(update={"starts": event.register_by, "ends": event.register_by})
    closed = end_instant(closing).astimezone(UTC) <= at.astimezone(UTC)
    worded = _worded(closing.end, language)
    return (say.REGISTRATION_CLOSED if closed else say.REGISTER_BY).say(language, when=worded)


def _worded(moment: date | datetime, language: Language) -> str:
    if isinstance(moment, datetime):
        return dates.moment(moment, language)
    return dates.day(moment, language)


def _year(event: Event, language: Language) -> str:
    if not event.year_inferred:
        return ""
    return say.YEAR_INFERRED.say(language, year=event.starts.year)
