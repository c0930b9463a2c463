"""What a button carries, and what comes back when it is pressed."""

import json
import re
from dataclasses import dataclass
from typing import Annotated

from pydantic import Field, TypeAdapter, ValidationError
from pydantic.dataclasses import dataclass as checked

from bot.adapting.text import is_link
from bot.reply import Action, Intent, Language, OpenLink, Press, Pressable

LONGEST_VALUE = 2000
MOST_ENTRIES, MOST_PAGES = 10, 1000
_OPEN = "open"
_PLAIN = {
    Intent.CHOICE: "choose",
    Intent.ASK: "ask",
    Intent.REMIND: "remind",
    Intent.STOP_REMINDING: "stop",
}
"""Those that carry one thing, and that as it is; all others carry a `Press` as JSON."""
_MEANT = {name: intent for intent, name in _PLAIN.items()}
_CARRIED = re.compile(r"(da|en):(.*)", re.DOTALL)
_SLUG = r"^[a-z0-9]+(-[a-z0-9]+)*$"
_ENTRY = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_Slug = Annotated[str, Field(pattern=_SLUG)]


@dataclass(frozen=True, slots=True)
class Pressed:
    """A pressed button, and the language it was read in."""

    language: Language
    press: Press


@checked(frozen=True)
class _Whole:
    """Everything a press may hold, by letters that leave room for a text."""

    e: Annotated[str, Field(pattern=rf"{_SLUG}|^$")] = ""
    t: str = ""
    n: Annotated[tuple[_Slug, ...], Field(max_length=MOST_ENTRIES)] = ()
    p: Annotated[int, Field(ge=0, le=MOST_PAGES)] = 0


_WHOLE = TypeAdapter(_Whole)


def action_id(action: Action, number: int) -> str:
    """The button's id, unique in its message by ``number``; it tells what the value means."""
    if not isinstance(action, Pressable):
        return f"{_OPEN}-{number}"
    return press_id(action.press.intent, number)


def press_id(intent: Intent, number: int) -> str:
    """The id of anything that comes back with the intent."""
    return f"{_PLAIN.get(intent, intent)}-{number}"


def value(press: Press, language: Language) -> str:
    """What the button carries: the language, and what was pressed; a long text is cut."""
    if press.intent in _PLAIN:
        carried = press.text if press.intent is Intent.ASK else press.entry
        return f"{language}:{carried}"[:LONGEST_VALUE]
    text = press.text
    while len(written := f"{language}:{_json(press, text)}") > LONGEST_VALUE:
        text = text[: len(text) - max(1, (len(written) - LONGEST_VALUE) // 6)]
    return written


def _json(press: Press, text: str) -> str:
    whole = {"e": press.entry, "t": text, "n": press.entries, "p": press.page}
    held = {name: part for name, part in whole.items() if part}
    return json.dumps(held, ensure_ascii=False, separators=(",", ":"))


def fits(action: Action) -> bool:
    """Whether the action can be a button at all."""
    match action:
        case OpenLink(_, url):
            return is_link(url)
        case Pressable():
            press = action.press
            if press.intent not in _PLAIN or press.intent is Intent.STOP_REMINDING:
                return True
            return bool(press.text if press.intent is Intent.ASK else press.entry)
        case _:
            return False


def only_opens(pressed_id: str) -> bool:
    """Whether the button opened an address by itself, so that nothing is to be answered."""
    return pressed_id.startswith(f"{_OPEN}-")


def read(pressed_id: str, carried: str) -> Pressed | None:
    """What was pressed, or None where the button is none of ours or damaged."""
    name, _, number = pressed_id.rpartition("-")
    match = _CARRIED.fullmatch(carried)
    if match is None or not number.isdecimal():
        return None
    press = _read(name, match[2])
    return Pressed(Language(match[1]), press) if press else None


def _read(name: str, content: str) -> Press | None:
    if (meant := _MEANT.get(name)) is not None:
        return _read_plain(meant, content)
    try:
        intent, whole = Intent(name), _WHOLE.validate_json(content)
    except (ValueError, ValidationError):
        return None
    return Press(intent, whole.e, whole.t, whole.n, whole.p)


def _read_plain(intent: Intent, content: str) -> Press | None:
    if not content:
        return Press(intent) if intent is Intent.STOP_REMINDING else None
    if intent is Intent.ASK:
        return Press(intent, text=content)
    return Press(intent, content) if _ENTRY.fullmatch(content) else None
