"""Answers that fit a screen."""

from dataclasses import replace

from bot.plain_text import plain_text
from bot.reply import Listing, Part, Reply
from bot.wording import assistant as say


def shortened(reply: Reply, most: int) -> Reply:
    """The reply with its lists cut until its text has ``most`` characters, and saying so.

    Nothing but lists is cut: people, days and sources stay whole, even where that is longer.
    """
    left_out: dict[int, int] = {}
    short = reply
    while len(plain_text(short)) > most:
        place = _longest(reply.parts, left_out)
        if place is None:
            break
        left_out[place] = left_out.get(place, 0) + 1
        parts = tuple(
            _cut(part, left_out[at], reply) if at in left_out else part
            for at, part in enumerate(reply.parts)
        )
        short = replace(reply, parts=parts)
    return short


def _longest(parts: tuple[Part, ...], left_out: dict[int, int]) -> int | None:
    """The list that has most items left, if one has more than one."""
    left = {
        at: len(part.items) - left_out.get(at, 0)
        for at, part in enumerate(parts)
        if isinstance(part, Listing)
    }
    place = max(left, key=lambda at: left[at], default=None)
    return place if place is not None and left[place] > 1 else None


def _cut(part: Part, count: int, reply: Reply) -> Part:
    if not isinstance(part, Listing):
        return part
    more = say.MORE.say(reply.language, count=count)
    return replace(part, items=(*part.items[:-count], more))
