"""A scene: what one picture shows."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, Self

Json = Mapping[str, Any]


class Kind(StrEnum):
    """Where in Slack the blocks stand, which decides what is drawn around them."""

    MESSAGE = "message"
    HOME = "home"
    MODAL = "modal"


class Theme(StrEnum):
    """Slack's own two looks."""

    LIGHT = "light"
    DARK = "dark"


@dataclass(frozen=True, slots=True)
class Scene:
    """One picture; ``name`` is its file's name, ``blocks`` are Slack's JSON.

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
