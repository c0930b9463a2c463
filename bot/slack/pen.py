"""What all drawing of one message or view shares."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import count
from types import MappingProxyType
from typing import Self

from bot.reply import Choose, Language, OpenLink, Reply, WriteMail

NOBODY: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Pen:
    """Draws in a language, and numbers what can be pressed.

    ``mails`` are the subjects to write to people under, by address, and ``pressed`` the addresses
    that buttons open: what stands there need not stand in the text again. ``offered`` are the
    labels of entries to choose, which are no links beside their buttons. ``members`` are the user
    ids of people in this workspace by their address in lower case; they are mentioned where that
    disturbs nobody, so it is empty where others read along.
    """

    language: Language
    mails: Mapping[str, str] = field(default_factory=lambda: NOBODY)
    pressed: frozenset[str] = frozenset()
    offered: frozenset[str] = frozenset()
    members: Mapping[str, str] = field(default_factory=lambda: NOBODY)
    _numbers: "count[int]" = field(default_factory=count, init=False, compare=False, repr=False)

    @classmethod
    def of(cls, reply: Reply, members: Mapping[str, str] = NOBODY) -> Self:
        """For a reply."""
        mails = {a.address: a.subject for a in reply.actions if isinstance(a, WriteMail)}
        opened = frozenset(a.url for a in reply.actions if isinstance(a, OpenLink))
        offered = frozenset(a.label for a in reply.actions if isinstance(a, Choose))
        return cls(reply.language, mails, opened, offered, members)

    def number(self) -> int:
        """A number that nothing else in this message or view has."""
        return next(self._numbers)
