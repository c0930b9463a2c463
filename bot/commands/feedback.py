"""``feedback``: which answers people called right or wrong, by the entries they rested on."""

import asyncio
import json
from argparse import Namespace

from bot.assistant.lookup import Lookup
from bot.commands.common import clock_at
from bot.config import Settings
from bot.desk import read
from bot.feedback.ports import Record
from bot.reply import Language
from bot.store.database import Database
from bot.store.feedback import DatabaseVerdicts
from bot.store.migrating import ready
from bot.wording import dates
from bot.wording import feedback as say

_LANGUAGE = Language.DANISH


def run(arguments: Namespace, settings: Settings) -> int:
    """Print how each entry comes off, the worst first. Raises `StoreError`."""
    lookup = read(settings.knowledge)
    found = asyncio.run(_stored(settings))
    if arguments.json:
        print(json.dumps([_as_json(one, lookup) for one in found], ensure_ascii=False))
    else:
        print("\n".join(_line(one, lookup) for one in found) or say.NOTHING.say(_LANGUAGE))
    return 0


async def _stored(settings: Settings) -> tuple[Record, ...]:
    database = Database(settings.database.reveal())
    if not database.begun:
        return ()
    try:
        await ready(database, may_migrate=False)
        return await DatabaseVerdicts(database, clock_at(None)).records()
    finally:
        await database.close()


def _as_json(record: Record, lookup: Lookup) -> dict[str, object]:
    return {
        "id": record.entry,
        "title": _title(record, lookup),
        "right": record.right,
        "wrong": record.wrong,
        "last": record.last.isoformat(),
    }


def _line(record: Record, lookup: Lookup) -> str:
    return say.ROW.say(
        _LANGUAGE,
        wrong=record.wrong,
        right=record.right,
        day=dates.day(record.last, _LANGUAGE),
        title=_title(record, lookup) or say.GONE.say(_LANGUAGE, id=record.entry),
    )


def _title(record: Record, lookup: Lookup) -> str:
    """The entry's title; empty where there is no such entry any more."""
    entry = lookup.entries.get(record.entry)
    return entry.label(_LANGUAGE) if entry else ""
