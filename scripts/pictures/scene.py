"""A scene: what one picture shows."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, Self

from bot.reply import Press, Reply

Json = Mapping[str, Any]


class Kind(StrEnum):
    """Where it stands, which decides what is drawn around it."""

    MESSAGE = "message"
    HOME = "home"
    MODAL = "modal"


class Theme(StrEnum):
    """The two looks that platforms have."""

    LIGHT = "light"
    DARK = "dark"


@dataclass(frozen=True, slots=True)
class Told:
    """What somebody is told, before a platform draws it; ``name`` is the picture's.

    ``asked`` is what they wrote before, ``kind`` where it is shown on platforms that have such a
    place, ``clock`` the time beside it. ``before`` is what had been pressed or asked, where it
    stands in the place of that.
    """

    name: str
    reply: Reply
    kind: Kind = Kind.MESSAGE
    theme: Theme = Theme.LIGHT
    asked: str = ""
    clock: str = "09:00"
    before: Press | None = None


@dataclass(frozen=True, slots=True)
class Scene:
    """One picture; ``name`` is its file's name, ``blocks`` are the platform's JSON.

    ``asked`` is what somebody wrote before a message, ``people`` are the names of those whom the
    blocks mention, by id. ``title``, ``submit`` and ``close`` are a modal's own words, ``clock`` is
    the time beside a message.
    """

    name: str
    kind: Kind
    blocks: Sequence[Json]
    theme: Theme = Theme.LIGHT
    asked: str = ""
    people: Mapping[str, str] = field(default_factory=dict)
    title: str = ""
    submit: str = ""
    close: str = ""
    clock: str = "09:00"

    @classmethod
    def of_view(cls, name: str, view: Json) -> Self:
        """The scene of a Home or a modal as Slack is given it."""
        title, submit, close = (
            view.get(part, {}).get("text", "") for part in ("title", "submit", "close")
        )
        kind = Kind(view["type"])
        return cls(name, kind, view["blocks"], title=title, submit=submit, close=close)
