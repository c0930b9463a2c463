"""What all drawing of one card shares."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import count
from types import MappingProxyType
from typing import Any, Self

from bot.reply import Choose, Language, OpenLink, Press, Reply, WriteMail
from bot.teams.pressing import FIELD, TYPED, VERB, Marks, carried

Element = dict[str, Any]
"""A piece of an Adaptive Card as JSON."""
_NOTHING: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Pen:
    """Draws in a language, with the card's marks on everything that can be pressed.

    ``mails`` are the subjects to write to people under, by address, and ``pressed`` the addresses
    that buttons open: what stands there need not stand in the text again. ``offered`` are the
    labels of entries to choose, which are no links beside their buttons.
    """

    language: Language
    marks: Marks
    mails: Mapping[str, str] = field(default_factory=lambda: _NOTHING)
    pressed: frozenset[str] = frozenset()
    offered: frozenset[str] = frozenset()
    _numbers: "count[int]" = field(default_factory=count, init=False, compare=False, repr=False)

    @classmethod
    def of(cls, reply: Reply, marks: Marks) -> Self:
        """For a reply."""
        mails = {a.address: a.subject for a in reply.actions if isinstance(a, WriteMail)}
        opened = frozenset(a.url for a in reply.actions if isinstance(a, OpenLink))
        offered = frozenset(a.label for a in reply.actions if isinstance(a, Choose))
        return cls(reply.language, marks, mails, opened, offered)

    def box(self) -> str:
        """The name of one more field that is the text of what its button sends."""
        number = next(self._numbers)
        return f"{TYPED}-{number}" if number else TYPED

    def button(self, title: str, press: Press) -> Element:
        """A button that comes back, and brings nothing of what stands in the card's fields."""
        data = carried(press, self.language, self.marks)
        # Otherwise what is missing in a field would keep people from pressing it.
        return execute(title, data) | {"associatedInputs": "none"}

    def sending(self, title: str, press: Press, typed: str = "") -> Element:
        """A button that brings what stands in the fields; that of ``typed`` as its text."""
        return execute(title, carried(press, self.language, self.marks, typed))


def execute(title: str, data: Mapping[str, Any]) -> Element:
    """A button that comes back with the data."""
    return {"type": "Action.Execute", "title": title, "verb": VERB, "data": data}


def field_id(name: str) -> str:
    """The id of a field."""
    return FIELD + name
