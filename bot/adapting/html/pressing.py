"""What a button on the page carries, and what comes back when it is pressed.

The commonest have a name of their own, which keeps addresses short where the page works without
scripts; everything else is a `Press` as JSON.
"""

from pydantic import TypeAdapter, ValidationError

from bot.reply import Intent, Press

_NAMED = {
    Intent.CHOICE: "entry",
    Intent.REMIND: "remind",
    Intent.STOP_REMINDING: "stop",
    Intent.ASK: "q",
}
_BY_NAME = {name: intent for intent, name in _NAMED.items()}
_WHOLE = "press"
_PRESS = TypeAdapter(Press)


def written(press: Press) -> tuple[str, str]:
    """The name and the value of a button."""
    name = _NAMED.get(press.intent)
    if name is None:
        return _WHOLE, _PRESS.dump_json(press, exclude_defaults=True).decode()
    return name, press.text if press.intent is Intent.ASK else press.entry


def setting(name: str, value: str) -> tuple[str, str]:
    """The name and the value of a button that sets something."""
    return written(Press(Intent.SETTING, name, value))


def read(name: str, value: str) -> Press | None:
    """What was pressed; None where it is none of ours or damaged."""
    if name in _BY_NAME:
        intent = _BY_NAME[name]
        return Press(intent, text=value) if intent is Intent.ASK else Press(intent, value)
    try:
        return _PRESS.validate_json(value) if name == _WHOLE else None
    except ValidationError:
        return None
