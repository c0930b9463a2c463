"""What a person finds in a Home or a modal to press, to choose from, and to fill in."""

from collections.abc import Mapping
from typing import Any

from tests.fakes.slack_workspace import pressable

Json = dict[str, Any]


def button(view: Json, label: str, number: int = 0) -> Json:
    """The button with this label, the first of several if there are more."""
    return [b for b in pressable(view["blocks"]) if b["text"]["text"] == label][number]


def choice(view: Json, label: str) -> Json:
    """The option with this label, chosen in its menu."""
    for menu in (block["accessory"] for block in view["blocks"] if "accessory" in block):
        for option in menu["options"]:
            if option["text"]["text"] == label:
                picked = {"type": menu["type"], "action_id": menu["action_id"]}
                return picked | {"selected_option": option}
    raise LookupError(label)


def entered(view: Json, text: str) -> tuple[Json, Json]:
    """The one box of a view with a text in it, sent by the return key; and the view's values."""
    (box,) = [block for block in view["blocks"] if block["type"] == "input"]
    typed = {"type": "plain_text_input", "value": text}
    name = box["element"]["action_id"]
    sent = typed | {"action_id": name, "block_id": box["block_id"]}
    return sent, {box["block_id"]: {name: typed}}


def filled(view: Json, given: Mapping[str, str]) -> Json:
    """A form's values, with what was ``given`` by the fields' names; the rest as it stood there."""
    fields = [block for block in view["blocks"] if block["type"] == "input"]
    assert given.keys() <= {block["block_id"] for block in fields}, "no such field"
    return {
        block["block_id"]: {
            block["element"]["action_id"]: _value(block["element"], given.get(block["block_id"]))
        }
        for block in fields
    }


def _value(element: Json, given: str | None) -> Json:
    kind = element["type"]
    if kind == "checkboxes":
        return {"type": kind, "selected_options": element["options"] if given else []}
    if kind == "static_select":
        chosen = [option for option in element["options"] if option["value"] == given]
        return {"type": kind, "selected_option": (*chosen, element.get("initial_option"))[0]}
    return {"type": kind, "value": element.get("initial_value") if given is None else given}
