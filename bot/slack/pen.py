"""What all drawing of one message or view shares."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import count
from types import MappingProxyType
from typing import Self

from bot.adapting.offered import Offered
from bot.reply import Language, Reply

NOBODY: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Pen:
    """Draws in a language, and numbers what can be pressed.

    What is ``offered`` by buttons need not stand in the text again. ``members`` are the user ids of
    people in this workspace by their address in lower case; they are mentioned where that disturbs
    nobody, so it is empty where others read along.
    """

    language: Language
    offered: Offered
    members: Mapping[str, str] = field(default_factory=lambda: NOBODY)
    _numbers: "count[int]" = field(default_factory=count, init=False, compare=False, repr=False)

    @classmethod
    def of(cls, reply: Reply, members: Mapping[str, str] = NOBODY) -> Self:
        """For a reply."""
        return cls(reply.language, Offered.of(reply), members)

    def number(self) -> int:
        """A number that nothing else in this message or view has."""
        return next(self._numbers)
