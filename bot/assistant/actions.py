"""What an answer offers to do: write a mail, open a link, sign up."""

from datetime import datetime

from bot.assistant.lookup import Lookup
from bot.events.card import event_card
from bot.events.listing import is_coming
from bot.knowledge.model import AnyEntry, Event, Person
from bot.reply import Action, AddToCalendar, Language, OpenLink, WriteMail
from bot.wording import assistant as say

MOST_LINKS = 4
MOST_MAILS = 3


def actions(
    entry: AnyEntry, lookup: Lookup, language: Language, at: datetime, *, alone: bool = True
) -> tuple[Action, ...]:
    """The actions an entry's answer offers at the moment ``at`` (aware), mails before links.

    ``alone`` is whether it is the only one answered with.
    """
    subject = say.MAIL_SUBJECT.say(language, topic=entry.label(language))
    mails = (
        WriteMail(say.WRITE_TO.say(language, name=person.name), person.email, subject)
        for person in _to_write_to(entry, lookup)
        if person.email
    )
    return (
        *mails,
        *_sign_up(entry, language, at, alone=alone),
        *calendar_offer(entry, language, at),
        *_links(entry, language),
    )


def calendar_offer(entry: AnyEntry, language: Language, at: datetime) -> list[Action]:
    """A place in the asker's calendar, as long as there is something to come to."""
    if not isinstance(entry, Event) or not is_coming(entry, at):
        return []
    return [AddToCalendar(say.ADD_TO_CALENDAR.say(language), entry.id)]


def _sign_up(entry: AnyEntry, language: Language, at: datetime, *, alone: bool) -> list[Action]:
    """The way to sign up, as long as there is one."""
    if not isinstance(entry, Event) or not (url := event_card(entry, language, at).registration):
        return []
    label = say.SIGN_UP if alone else say.SIGN_UP_TO
    return [OpenLink(label.say(language, title=entry.label(language)), url)]


def _links(entry: AnyEntry, language: Language) -> list[Action]:
    return [OpenLink(link.title.say(language), str(link.url)) for link in entry.links[:MOST_LINKS]]


def _to_write_to(entry: AnyEntry, lookup: Lookup) -> list[Person]:
    if contact := lookup.contact(entry):  # who is asked for it, rather than all who take part
        return lookup.persons(lookup.answering(contact).people[:MOST_MAILS])
    return lookup.shown(entry)[:MOST_MAILS]
