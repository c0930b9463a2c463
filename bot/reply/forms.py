"""What a reply asks to be filled in.

A filled-in form comes back as a question with the form's intent and entry, and with what was filled
in by name in `Question.fields`: a text as typed, a pick as its value, a tick as ``yes`` or nothing.
"""

from dataclasses import dataclass

from bot.reply.question import Intent

TICKED = "yes"


@dataclass(frozen=True, slots=True)
class TextField:
    """A text of up to ``longest`` characters, filled in with ``value`` to begin with."""

    name: str
    label: str
    value: str = ""
    hint: str = ""
    longest: int = 2000


@dataclass(frozen=True, slots=True)
class Option:
    """One of several things to pick."""

    value: str
    label: str


@dataclass(frozen=True, slots=True)
class PickField:
    """One of ``options``, of which ``chosen`` is picked to begin with."""

    name: str
    label: str
    options: tuple[Option, ...]
    chosen: str


@dataclass(frozen=True, slots=True)
class TickField:
    """Something to tick or leave."""

    name: str
    label: str
    hint: str = ""


Field = TextField | PickField | TickField


@dataclass(frozen=True, slots=True)
class Form:
    """Fields to fill in, below the reply's parts; ``title`` and ``submit`` have 24 characters.

    ``entry`` comes back as it is; it is the same for every submission of this one form.
    """

    title: str
    fields: tuple[Field, ...]
    submit: str
    intent: Intent
    entry: str = ""
