"""``reminders``: what would be posted when, and where."""

import asyncio
import json
import sys
from argparse import Namespace
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from bot.app.attending import rules
from bot.app.reminders import from_settings
from bot.assistant.lookup import Lookup
from bot.commands.common import clock_at, moment
from bot.config import Settings
from bot.desk import read
from bot.errors import StoreError
from bot.knowledge.model import DEFAULT_ZONE, Event
from bot.plain_text import plain_text
from bot.reminders.message import message
from bot.reminders.model import Subscription
from bot.reminders.plan import plans
from bot.reminders.preview import Posting, preview
from bot.reply import Language
from bot.store.database import Database
from bot.store.migrating import ready
from bot.store.subscriptions import DatabaseSubscriptions
from bot.wording import dates
from bot.wording.terminal import NO_REMINDERS

_HOME = ZoneInfo(DEFAULT_ZONE)
_EVER = datetime(2200, 1, 1, tzinfo=UTC)
_INSTANT = timedelta(microseconds=1)


def run(arguments: Namespace, settings: Settings) -> int:
    """Print the reminders due from one moment to another; a day counts as a whole."""
    clock = clock_at(arguments.at)
    since = moment(arguments.since) if arguments.since else clock.now()
    until = _end(arguments.until) if arguments.until else _EVER
    lookup = read(settings.knowledge)
    stored = asyncio.run(_stored(settings))
    everyone = (*stored, *from_settings(settings, clock))
    planned = plans(lookup.knowledge.events, rules(settings))
    found = preview(planned, everyone, since.astimezone(UTC) - _INSTANT, until.astimezone(UTC))
    if arguments.json:
        print(json.dumps([_as_json(one, lookup) for one in found], ensure_ascii=False))
    else:
        print("\n".join(_line(one, lookup) for one in found) or NO_REMINDERS.da)
    return 0


def _end(text: str) -> datetime:
    """A moment, or the last of a day where only that is given."""
    at = moment(text)
    return at if "T" in text or " " in text else at + timedelta(days=1) - _INSTANT


async def _stored(settings: Settings) -> list[Subscription]:
    """Those that the store holds; where it cannot be read, that is said, and the rest is shown."""
    database = Database(settings.database.reveal())
    if not database.begun:
        return []
    try:
        await ready(database, may_migrate=False)
        return [one async for one in DatabaseSubscriptions(database).everyone()]
    except StoreError as error:
        print(f"Only what the settings ask for is shown. {error}", file=sys.stderr)
        return []
    finally:
        await database.close()


def _as_json(posting: Posting, lookup: Lookup) -> dict[str, object]:
    address, language = posting.subscription.address, posting.subscription.language
    event = _event(posting, lookup)
    worded = message(event, posting.kind, lookup, language, posting.due)
    return {
        "event": posting.event,
        "title": event.label(language),
        "kind": posting.kind,
        "offset": posting.name,
        "due": posting.due.astimezone(_HOME).isoformat(),
        "due_utc": posting.due.isoformat(),
        "useless_from": posting.useless.astimezone(_HOME).isoformat(),
        "platform": address.platform,
        "to": address.kind,
        "id": address.id,
        "language": language,
        "text": plain_text(worded) if worded else "",
    }


def _line(posting: Posting, lookup: Lookup) -> str:
    address = posting.subscription.address
    when = dates.moment(posting.due.astimezone(_HOME), Language.DANISH)
    title = _event(posting, lookup).label(Language.DANISH)
    return f"{when}  {address.platform}:{address.id}  {posting.name}  {title}"


def _event(posting: Posting, lookup: Lookup) -> Event:
    entry = lookup.entries[posting.event]
    if not isinstance(entry, Event):
        raise TypeError(entry.kind)
    return entry
