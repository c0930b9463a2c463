"""What a button carries, and what comes back when it is pressed."""

import re
from dataclasses import dataclass

from bot.reply import Action, Ask, Choose, Intent, Language, OpenLink, Remind, StopReminding
from bot.slack.text import is_link

LONGEST_VALUE = 2000
Pressable = Choose | Ask | Remind | StopReminding
"""What comes back when it is pressed; links only open."""
_OPEN = "open"
_NAMES = {Choose: "choose", Ask: "ask", Remind: "remind", StopReminding: "stop"}
_MEANT = {
    "choose": Intent.CHOICE,
    "ask": Intent.ASK,
    "remind": Intent.REMIND,
    "stop": Intent.STOP_REMINDING,
}
_CARRIED = re.compile(r"(da|en):(.*)", re.DOTALL)
_ENTRY = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


@dataclass(frozen=True, slots=True)
class Press:
    """A pressed button: what it means, of which entry or text, and the language it was read in."""

    language: Language
    intent: Intent
    entry: str = ""
    text: str = ""


def action_id(action: Action, number: int) -> str:
    """The button's id, unique in its message by ``number``; it tells what the value means."""
    return f"{_NAMES.get(type(action), _OPEN)}-{number}"


def value(action: Pressable, language: Language) -> str:
    """What the button carries: the language, and the entry or the text."""
    carried = action.text if isinstance(action, Ask) else action.entry
    return f"{language}:{carried}"[:LONGEST_VALUE]


def fits(action: Action) -> bool:
    """Whether the action can be a button at all."""
    match action:
        case Choose(_, entry) | Remind(_, entry):
            return bool(entry)
        case StopReminding():
            return True
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
    meant = _MEANT.get(pressed_id.partition("-")[0])
    match = _CARRIED.fullmatch(carried)
    if meant is None or match is None:
        return None
    language, content = Language(match[1]), match[2]
    if not content:
        return Press(language, meant) if meant is Intent.STOP_REMINDING else None
    if meant is Intent.ASK:
        return Press(language, meant, text=content)
    return Press(language, meant, entry=content) if _ENTRY.fullmatch(content) else None
