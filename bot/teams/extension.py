"""The message extension: people search for somebody or an event, and put the card into a message.

Such a card is a message of theirs and not of the bot, so nothing in it can be pressed.
"""

import json
from collections.abc import Iterable, Iterator
from typing import Any

from bot.adapting.reading import Body, part, text
from bot.ports import Clock, Found, Searching, Sought
from bot.reply import Language
from bot.teams.card import CONTENT_TYPE, draw
from bot.teams.names import SEARCHED, Search
from bot.teams.pressing import Marks
from bot.teams.still import still
from bot.teams.text import inert
from bot.wording import teams_extension as say
from bot.wording.phrase import Phrase

PREVIEW = "application/vnd.microsoft.card.thumbnail"
MOST = 10
"""Results at once; Teams asks for more when somebody scrolls."""
MOST_SKIPPED = 1000
LARGEST = 28 * 1024
"""Bytes of all results together: what Teams takes of one message."""
LONGEST_TEXT = 2000
"""Characters of what is typed that are read."""
_LONGEST_LINE = 200
_SOUGHT = {Search.PEOPLE: Sought.PEOPLE, Search.EVENTS: Sought.EVENTS}
_NOTHING = {Sought.PEOPLE: say.NOBODY, Sought.EVENTS: say.NO_EVENT}

Answer = dict[str, Any]


class Extension:
    """Answers what is typed into the message extension. It remembers nothing."""

    def __init__(self, searching: Searching, clock: Clock) -> None:
        self._searching = searching
        self._clock = clock

    def answer(self, value: Body, locale: Language) -> Answer:
        """What is shown for the ``value`` of an invoke, whatever it is, as the invoke's response.

        ``locale`` is the language that Teams shows itself in.
        """
        sought = _sought(text(value, "commandId"))
        if sought is None:
            return _told(say.UNKNOWN, locale)
        typed, (skip, count) = _typed(value), _wanted(value)
        found = self._searching.find(typed, sought, locale, self._clock.now(), skip + count)
        if found or skip:
            return _result(_fitting(map(_attachment, found[skip:])))
        if sought is Sought.EVENTS and not typed.strip():
            return _told(say.NO_COMING_EVENT, locale)
        return _told(_NOTHING[sought], locale)


def _sought(command: str) -> Sought | None:
    return _SOUGHT[Search(command)] if command in {*Search} else None


def _typed(value: Body) -> str:
    """What stands in the box; nothing where it was only opened."""
    given = value.get("parameters")
    parameters = [one for one in given if isinstance(one, dict)] if isinstance(given, list) else []
    found = (text(one, "value") for one in parameters if text(one, "name") == SEARCHED)
    return next(found, "")[:LONGEST_TEXT]


def _wanted(value: Body) -> tuple[int, int]:
    """How many results to skip, and how many to show."""
    options = part(value, "queryOptions")
    skip, count = _number(options, "skip", 0), _number(options, "count", MOST)
    return min(skip, MOST_SKIPPED), min(count, MOST) or MOST


def _number(options: Body, name: str, otherwise: int) -> int:
    given = options.get(name)
    return max(given, 0) if isinstance(given, int) else otherwise


def _attachment(found: Found) -> Answer:
    preview = {"title": _line(found.title), "text": _line(found.subtitle)}
    return {
        "contentType": CONTENT_TYPE,
        "content": draw(still(found.reply), Marks()).card,
        "preview": {"contentType": PREVIEW, "content": preview},
    }


def _line(line: str) -> str:
    """A line of a preview, in which Teams would read HTML."""
    return inert(line.replace("<", "‹").replace(">", "›"), _LONGEST_LINE)


def _fitting(attachments: Iterable[Answer]) -> Iterator[Answer]:
    """The first of them, as many as there is room for."""
    room = LARGEST - len(json.dumps(_result(())).encode())
    for attachment in attachments:
        room -= len(json.dumps(attachment, ensure_ascii=False).encode()) + 2
        if room < 0:
            return
        yield attachment


def _result(attachments: Iterable[Answer]) -> Answer:
    listed = {"type": "result", "attachmentLayout": "list", "attachments": [*attachments]}
    return {"composeExtension": listed}


def _told(phrase: Phrase, language: Language) -> Answer:
    return {"composeExtension": {"type": "message", "text": phrase.say(language)}}
