"""What all drawing of one card shares."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import count
from typing import Any, Self

from bot.adapting.offered import Offered
from bot.reply import Language, Press, Reply
from bot.teams.pressing import FIELD, TYPED, VERB, Marks, carried

Element = dict[str, Any]
"""A piece of an Adaptive Card as JSON."""


@dataclass(frozen=True, slots=True)
class Pen:
    """Draws in a language, with the card's marks on everything that can be pressed.

    What is ``offered`` by buttons need not stand in the text again.
    """

    language: Language
    marks: Marks
    offered: Offered
    _numbers: "count[int]" = field(default_factory=count, init=False, compare=False, repr=False)

    @classmethod
    def of(cls, reply: Reply, marks: Marks) -> Self:
        """For a reply."""
        return cls(reply.language, marks, Offered.of(reply))

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
