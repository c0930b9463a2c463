"""What a button of a card carries, and what comes back when it is pressed.

Teams adds what was filled into the card's fields to the data of the button: those of ours begin
with `FIELD`.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Annotated, Any

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, TypeAdapter, ValidationError

from bot.privacy.cpr import holds_cpr
from bot.reply import Intent, Language, Press

VERB = "rain"
"""The ``verb`` of all our buttons."""
KEY = "rain"
"""Under this the data of a button are ours."""
FIELD = "field-"
"""How the ids of fields begin; the field's name follows."""
TYPED = "typed"
"""The name of a field whose content is the text of the press: a question, a setting.

Where a card has several of them, their names begin so, and each button names the one it sends:
Teams sends what stands in all fields of a card.
"""
LONGEST_TEXT = 2000
LONGEST_WAY_BACK = 300
"""Characters of a text that leads back to a card; each of its buttons carries it."""
LONGEST_TRAIL = 3
MOST_ENTRIES, MOST_PAGES = 10, 1000
_AGAIN = frozenset(
    {
        Intent.ASK,
        Intent.CHOICE,
        Intent.COMMAND,
        Intent.EVENTS,
        Intent.HELP,
        Intent.HOME,
        Intent.OTHERS,
        Intent.PRIVACY,
        Intent.REMINDERS,
        Intent.WHO,
    }
)
"""What may be done once more without doing anything: it only shows something."""
_SLUG = r"^[a-z0-9]+(-[a-z0-9]+)*$"
_Slug = Annotated[str, Field(pattern=_SLUG)]


def _without_cpr(text: str) -> str:
    if holds_cpr(text):
        raise ValueError  # what was refused is in no button of ours, and is not sent back in one
    return text


class _Pressed(BaseModel):
    """A `Press` by letters, for a card has room for 28 KB."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    i: Intent
    e: str = Field("", max_length=200)
    t: Annotated[str, AfterValidator(_without_cpr)] = Field("", max_length=LONGEST_TEXT)
    n: tuple[_Slug, ...] = Field((), max_length=MOST_ENTRIES)
    p: int = Field(0, ge=0, le=MOST_PAGES)


class _Carried(_Pressed):
    l: Language  # noqa: E741 - short, as above
    s: str = Field("", max_length=64)
    f: _Slug | None = None
    b: tuple[_Pressed, ...] = Field((), max_length=LONGEST_TRAIL)


_CARRIED = TypeAdapter(_Carried)


@dataclass(frozen=True, slots=True)
class Marks:
    """What is marked on everything in one card that can be pressed.

    ``stamp`` is the card's own, by which a form that is submitted twice is known. ``own`` is what
    brings this card back, None where nothing does; ``trail`` brings back those in whose place it
    stands, the last of them first to go back to.
    """

    stamp: str = ""
    own: Press | None = None
    trail: tuple[Press, ...] = ()

    @property
    def onward(self) -> tuple[Press, ...]:
        """The trail of the card that comes in the place of this one."""
        own = self.own
        if own is None or own.intent not in _AGAIN or len(own.text) > LONGEST_WAY_BACK:
            return self.trail
        return (*self.trail, own)[-LONGEST_TRAIL:]


@dataclass(frozen=True, slots=True)
class Pressed:
    """A pressed button: the language it was read in, what was meant, and what was filled in.

    ``stamp`` is its card's, ``trail`` that of the card that comes in its place.
    """

    language: Language
    press: Press
    stamp: str = ""
    trail: tuple[Press, ...] = ()
    fields: Mapping[str, str] = field(default_factory=dict)


def carried(press: Press, language: Language, marks: Marks, typed: str = "") -> dict[str, Any]:
    """The data of a button; a long text is cut.

    ``typed`` is the name of the field whose content is the text of the press, where one is.
    """
    return _data(press, language, marks.stamp, marks.onward, typed)


def back(language: Language, marks: Marks) -> dict[str, Any] | None:
    """The data of the button that leads back; None where nothing does."""
    if not marks.trail:
        return None
    *before, last = marks.trail
    return _data(last, language, marks.stamp, before)


def _data(
    press: Press, language: Language, stamp: str, trail: Sequence[Press], typed: str = ""
) -> dict[str, Any]:
    way_back = [_held(one) for one in trail]
    whole = {**_held(press), "l": language, "s": stamp, "f": typed, "b": way_back}
    return {KEY: {name: value for name, value in whole.items() if value}}


def _held(press: Press) -> dict[str, Any]:
    whole = {
        "i": press.intent,
        "e": press.entry,
        "t": press.text[:LONGEST_TEXT],
        "n": list(press.entries),
        "p": press.page,
    }
    return {name: value for name, value in whole.items() if value}


def read(data: Mapping[str, Any]) -> Pressed | None:
    """What was pressed, or None where the button is none of ours or damaged."""
    try:
        found = _CARRIED.validate_python(data.get(KEY), strict=False)
    except ValidationError:
        return None
    fields = {
        name.removeprefix(FIELD): value
        for name, value in data.items()
        if name.startswith(FIELD) and isinstance(value, str)
    }
    press = _press(found)
    if found.f is not None:
        press = replace(press, text=fields.get(found.f, ""))
    fields = {name: value for name, value in fields.items() if not name.startswith(TYPED)}
    return Pressed(found.l, press, found.s, tuple(map(_press, found.b)), fields)


def _press(found: _Pressed) -> Press:
    return Press(found.i, found.e, found.t, found.n, found.p)
