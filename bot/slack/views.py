"""Replies as views: the bot's own page, and windows above a conversation."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any, Self, assert_never

from pydantic import BaseModel, ConfigDict, ValidationError

from bot.reply import (
    TICKED,
    Field,
    Heading,
    Intent,
    Language,
    PickField,
    Reply,
    TextField,
    TickField,
)
from bot.slack import kit
from bot.slack.asked import Asked
from bot.slack.kit import Block, plain
from bot.slack.pen import Pen
from bot.slack.render import blocks, fitting
from bot.wording.slack import CLOSE, WINDOW, WORKING

CALLBACK = "rain"
"""The id of all windows; what each of them is for, it keeps itself."""
MOST_BLOCKS = 100
LONGEST_TITLE = 24
LONGEST_TEXT = 3000
View = dict[str, Any]
"""A view as Slack's JSON."""


class _Noted(BaseModel):
    model_config = ConfigDict(extra="forbid")

    l: Language  # noqa: E741 - short, as Slack keeps 3,000 characters
    c: str = ""
    t: str = ""
    a: bool = False
    i: Intent | None = None
    e: str = ""


@dataclass(frozen=True, slots=True)
class Kept:
    """What a window remembers: its language, its conversation, and the form that it holds.

    ``alone`` is whether only the asker sees what is said in that conversation.
    """

    language: Language
    channel: str = ""
    thread: str = ""
    alone: bool = False
    intent: Intent | None = None
    entry: str = ""

    @classmethod
    def of(cls, asked: Asked, reply: Reply) -> Self:
        """For a reply to what was asked."""
        form, place = reply.form, asked.place
        intent, entry = (form.intent, form.entry) if form else (None, "")
        return cls(reply.language, place.channel, place.thread, place.alone, intent, entry)

    @classmethod
    def read(cls, kept: str) -> Self | None:
        """What a window's own data say, or None where they are none of ours."""
        try:
            noted = _Noted.model_validate_json(kept)
        except ValidationError:
            return None
        return cls(noted.l, noted.c, noted.t, noted.a, noted.i, noted.e)

    def written(self) -> str:
        """As a window keeps it."""
        whole = {
            "l": self.language,
            "c": self.channel,
            "t": self.thread,
            "a": self.alone,
            "i": self.intent,
            "e": self.entry,
        }
        return json.dumps({name: value for name, value in whole.items() if value})


def home(reply: Reply) -> View:
    """The bot's own page, as one person sees it, with a line above each of its headings."""
    drawn = list(_divided(blocks(reply, Pen.of(reply))))
    return {"type": "home", "blocks": list(fitting(drawn, reply.language, MOST_BLOCKS))}


def _divided(drawn: Sequence[Block]) -> Iterator[Block]:
    for number, block in enumerate(drawn):
        if number and block["type"] == kit.HEADER:
            yield kit.divider()
        yield block


def window(reply: Reply, kept: Kept) -> View:
    """A reply in a window of its own, with its form where it has one."""
    form = reply.form
    filling = [_field(field) for field in form.fields] if form else []
    room = MOST_BLOCKS - len(filling)
    title = form.title if form else _title(reply)
    first, below = reply.parts[:1], reply.parts[1:]
    said = first == (Heading(title),) and below  # in the window's head
    shown = replace(reply, parts=below) if said else reply
    drawn = fitting(blocks(shown, Pen.of(reply)), reply.language, room)
    named = title or WINDOW.say(reply.language)
    made = _window(named, reply.language, [*drawn, *filling], kept)
    return made | {"submit": plain(form.submit, LONGEST_TITLE)} if form else made


def working(kept: Kept) -> View:
    """What stands in a window while the answer to its form is sought."""
    language = kept.language
    said = kit.section(plain(WORKING.say(language), 100))
    return _window(WINDOW.say(language), language, [said], kept)


def _title(reply: Reply) -> str:
    """What stands in the window's head: a short heading with something below it, or nothing."""
    first, rest = reply.parts[:1], reply.parts[1:]
    told = [part.text for part in first if isinstance(part, Heading) and rest]
    return next((text for text in told if len(text) <= LONGEST_TITLE), "")


def _window(title: str, language: Language, drawn: list[Block], kept: Kept) -> View:
    return {
        "type": "modal",
        "callback_id": CALLBACK,
        "title": plain(title, LONGEST_TITLE),
        "close": plain(CLOSE.say(language), LONGEST_TITLE),
        "private_metadata": kept.written(),
        "blocks": drawn,
    }


def _field(field: Field) -> Block:
    match field:
        case TextField(name, label, value, hint, longest):
            typed = kit.text_input(
                name,
                min(longest, LONGEST_TEXT),
                initial_value=value[:longest] or None,
                multiline=True,
            )
            hinted = plain(hint, 2000) if hint else None
            return kit.field(name, plain(label, 2000), typed, hint=hinted)
        case PickField(name, label, options, chosen):
            given = [kit.option(plain(o.label, 75), o.value) for o in options]
            first = next((o for o in given if o["value"] == chosen), None)
            return kit.field(name, plain(label, 2000), kit.menu(name, given, first))
        case TickField(name, label, hint):
            # Slack wants a label above: what ticking does is beside the box.
            ticks = kit.checkboxes(name, [kit.option(plain(hint or label, 75), TICKED)])
            return kit.field(name, plain(label, 2000), ticks, optional=True)
        case _:
            assert_never(field)
