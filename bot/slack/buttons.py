"""What a button carries, and what comes back when it is pressed."""

import re
from dataclasses import dataclass

from bot.reply import Action, Ask, Choose, Language, OpenLink
from bot.slack.text import is_link

LONGEST_VALUE = 2000
_CHOOSE, _ASK, _OPEN = "choose", "ask", "open"
_CARRIED = re.compile(r"(da|en):(.+)", re.DOTALL)
_ENTRY = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


@dataclass(frozen=True, slots=True)
class Press:
    """A pressed button: the entry chosen or the text asked, and the language it was read in."""

    language: Language
    entry: str = ""
    text: str = ""


def action_id(action: Action, number: int) -> str:
    """The button's id, unique in its message by ``number``; it tells what the value means."""
    match action:
        case Choose():
            return f"{_CHOOSE}-{number}"
        case Ask():
            return f"{_ASK}-{number}"
        case _:
            return f"{_OPEN}-{number}"


def value(action: Choose | Ask, language: Language) -> str:
    """What the button carries: the language, and the entry or the text."""
    carried = action.entry if isinstance(action, Choose) else action.text
    return f"{language}:{carried}"[:LONGEST_VALUE]


def fits(action: Action) -> bool:
    """Whether the action can be a button at all."""
    match action:
        case Choose(_, entry):
            return bool(entry)
        case Ask(_, text):
            return bool(text)
        case OpenLink(_, url):
            return is_link(url)
        case _:
            return False


def only_opens(pressed_id: str) -> bool:
    """Whether the button opened an address by itself, so that nothing is to be answered."""
    return pressed_id.startswith(f"{_OPEN}-")


def read(pressed_id: str, carried: str) -> Press | None:
    """What was pressed, or None where the button is none of ours or damaged."""
    what = pressed_id.partition("-")[0]
    match = _CARRIED.fullmatch(carried)
    if match is None:
        return None
    language, content = Language(match[1]), match[2]
    if what == _ASK:
        return Press(language, text=content)
    if what == _CHOOSE and _ENTRY.fullmatch(content):
        return Press(language, entry=content)
    return None
