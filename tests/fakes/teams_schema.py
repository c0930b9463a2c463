"""What Teams would refuse of a message with a card, or not show."""

import json
from collections.abc import Callable, Iterator
from functools import cache
from importlib.resources import files
from typing import Any

from jsonschema import Draft6Validator

from bot.teams.pressing import read
from tests.fakes.teams_cards import buttons, elements, shown

Json = dict[str, Any]
LARGEST = 28 * 1024
MOST_BUTTONS_IN_A_ROW = 6


def wrong_with(message: Json) -> list[str]:
    """What is wrong with an activity's content, and with its card."""
    sent = json.dumps(message, ensure_ascii=False, separators=(",", ":")).encode()
    (attachment,) = message["attachments"]
    return [
        *([f"{len(sent)} bytes"] if len(sent) > LARGEST else []),
        *([] if message["summary"].strip() else ["no summary"]),
        *(["a text beside the card"] if "text" in message else []),
        *wrong_with_card(attachment["content"]),
    ]


def wrong_with_card(card: Json) -> list[str]:
    """What the official schema says of a card, and what Teams asks beyond it."""
    # Teams' own extension is not in the schema.
    frame = {name: value for name, value in card.items() if name not in ("msteams", "body")}
    bodies = [[], *([element] for element in card["body"])]
    said = [wrong for body in bodies for wrong in _refused(json.dumps(frame | {"body": body}))]
    version = [] if card.get("version") == "1.5" else ["another version"]
    return [*said, *version, *_ids(card), *_dull(card), *_unreadable(card), *_live(card)]


@cache
def _refused(card: str) -> tuple[str, ...]:
    """What the schema says; element by element, since it takes its time and many come again."""
    errors = _schema().iter_errors(json.loads(card))
    return tuple(f"{error.json_path}: {error.message[:200]}" for error in errors)


@cache
def _schema() -> Draft6Validator:
    text = files("adaptive_cards").joinpath("schemas", "schema-1.5.json").read_text("utf-8")
    return Draft6Validator(json.loads(text))


def _ids(card: Json) -> Iterator[str]:
    ids = [element["id"] for element in elements(card) if "id" in element]
    if len(ids) != len(set(ids)):
        yield "an id twice"


def _dull(card: Json) -> Iterator[str]:
    """Elements that the schema takes and that show nothing, or not all."""
    for element in elements(card):
        if wrong := _DULL.get(element["type"], lambda _: "")(element):
            yield wrong


def _dull_text(block: Json) -> str:
    right = block["text"].strip() and block.get("wrap") is True
    return "" if right else "a text block that is empty or does not wrap"


def _dull_runs(block: Json) -> str:
    runs = block["inlines"]
    return "" if runs and all(run["text"] for run in runs) else "an empty run"


def _dull_row(row: Json) -> str:
    if not 0 < len(row["actions"]) <= MOST_BUTTONS_IN_A_ROW:
        return f"{len(row['actions'])} buttons in a row"
    named = all(action["title"].strip() for action in row["actions"])
    return "" if named else "a button with nothing on it"


def _dull_box(box: Json) -> str:
    room = len(box.get("value", "")) <= box["maxLength"]
    return "" if room else "more to begin with than may be typed"


def _dull_menu(menu: Json) -> str:
    values = [choice["value"] for choice in menu["choices"]]
    right = all(values) and menu.get("value", values[0] if values else "") in [*values, ""]
    return "" if right else "a choice that cannot be picked"


_DULL: dict[str, Callable[[Json], str]] = {
    "TextBlock": _dull_text,
    "RichTextBlock": _dull_runs,
    "ActionSet": _dull_row,
    "Input.Text": _dull_box,
    "Input.ChoiceSet": _dull_menu,
}


def _unreadable(card: Json) -> Iterator[str]:
    for title, data in buttons(card):
        if read(data) is None:
            yield f"an unreadable button: {title}"


def _live(card: Json) -> Iterator[str]:
    if "LIVE[" in (told := shown(card)):
        yield f"live: {told[told.index('LIVE[') :][:80]}"
