"""What Slack would refuse of blocks and views."""

from typing import Any

from slack_sdk.errors import SlackObjectFormationError
from slack_sdk.models.blocks import Block
from slack_sdk.models.views import View

Json = dict[str, Any]
LIMITS = {"header": 150, "button": 75, "section": 3000, "value": 2000, "url": 3000}
MOST_BLOCKS = {"message": 50, "home": 100, "modal": 100}
ONLY_IN_VIEWS = frozenset({"input"})


def wrong_with_view(view: Json) -> list[str]:
    """What Slack would refuse of a view."""
    kind = view["type"]
    wrong = wrong_with(view["blocks"], kind)
    wrong += _unlike(view, View(**view))
    if len(view.get("private_metadata", "")) > 3000:
        wrong.append("long metadata")
    if kind == "home":
        return wrong + [f"a {name} in a home" for name in ("title", "submit") if name in view]
    for name in ("title", "submit", "close"):
        if name in view:
            wrong += _wrong_text(view[name], 24)
    if "title" not in view:
        wrong.append("no title")
    has_input = any(block["type"] == "input" for block in view["blocks"])
    return wrong + (["an input and no way to submit"] if has_input and "submit" not in view else [])


def wrong_with(blocks: list[Json], kind: str = "message") -> list[str]:
    """What Slack would refuse of these blocks, in a message, a home or a modal."""
    most = MOST_BLOCKS[kind]
    wrong = [] if len(blocks) <= most else [f"more than {most} blocks"]
    if kind == "message" and any(block["type"] in ONLY_IN_VIEWS for block in blocks):
        wrong.append("an input in a message")
    seen: set[str] = set()
    for block in blocks:
        wrong += _WRONG.get(block["type"], lambda _: ["an unknown block"])(block)
        wrong += _unlike(block, Block.parse(block))
        inside = [block.get("accessory"), block.get("element"), *block.get("elements", [])]
        for element in filter(None, inside):
            if (name := element.get("action_id")) is not None:
                wrong += ["an action_id twice"] if name in seen else []
                seen.add(name)
    if kind == "message" and sum(map(len, _strings(blocks))) > 12_000:
        wrong.append("too long altogether")
    return wrong


def _unlike(drawn: Json, model: View | Block | None) -> list[str]:
    """What the library's own model of it refuses, or would have left out or written otherwise."""
    try:
        same = model is not None and model.to_dict() == drawn
    except SlackObjectFormationError as error:
        return [str(error)]
    return [] if same else [f"a {drawn['type']} that the library's model writes otherwise"]


def _wrong_text(text: Json, limit: int) -> list[str]:
    right = text["type"] in ("plain_text", "mrkdwn") and 0 < len(text["text"]) <= limit
    return [] if right else [f"a text of {len(text['text'])} characters"]


def _wrong_actions(block: Json) -> list[str]:
    wrong = [] if 0 < len(block["elements"]) <= 25 else ["too many or no buttons"]
    for button in block["elements"]:
        wrong += _wrong_text(button["text"], LIMITS["button"])
        wrong += ["a long value"] if len(button.get("value", "")) > LIMITS["value"] else []
        url = button.get("url", "https://")
        wrong += [] if url.startswith("http") and len(url) <= LIMITS["url"] else ["a bad url"]
    return wrong


def _wrong_section(block: Json) -> list[str]:
    wrong = _wrong_text(block["text"], LIMITS["section"])
    return wrong + (_wrong_menu(block["accessory"]) if "accessory" in block else [])


def _wrong_menu(menu: Json) -> list[str]:
    options = menu.get("options", [])
    wrong = [] if 0 < len(options) <= 100 else ["too many or no options"]
    for option in options:
        wrong += _wrong_text(option["text"], 75)
        wrong += [] if 0 < len(option["value"]) <= 150 else ["an option's long or empty value"]
        wrong += _wrong_text(option["description"], 75) if "description" in option else []
    if "initial_option" in menu and menu["initial_option"] not in options:
        wrong.append("chosen what is no option")
    return wrong


def _wrong_input(block: Json) -> list[str]:
    wrong = _wrong_text(block["label"], 2000)
    element = block["element"]
    match element["type"]:
        case "plain_text_input":
            most = element.get("max_length", 3000)
            wrong += [] if 0 < most <= 3000 else ["a bad length"]
            wrong += [] if len(element.get("initial_value", "x")) <= most else ["too long to begin"]
            return wrong + _wrong_text(element.get("placeholder", block["label"]), 2000)
        case "static_select" | "checkboxes":
            return wrong + _wrong_menu(element)
    return [*wrong, "an unknown element"]


def _wrong_rich(block: Json) -> list[str]:
    wrong = [] if block["elements"] else ["an empty rich text"]
    for element in block["elements"]:
        inner = element["elements"]
        wrong += [] if inner else ["an empty element"]
        for piece in inner:
            if piece["type"] == "rich_text_section":
                wrong += _wrong_rich({"elements": [piece]})
            elif not (piece.get("text") or piece.get("user_id")):
                wrong.append("an empty run")
    return wrong


def _wrong_context(block: Json) -> list[str]:
    wrong = [] if 0 < len(block["elements"]) <= 10 else ["too many or no elements"]
    return wrong + [fault for text in block["elements"] for fault in _wrong_text(text, 3000)]


_WRONG = {
    "header": lambda block: _wrong_text(block["text"], LIMITS["header"]),
    "section": _wrong_section,
    "input": _wrong_input,
    "divider": lambda _: [],
    "context": _wrong_context,
    "actions": _wrong_actions,
    "rich_text": _wrong_rich,
}


def _strings(value: object) -> list[str]:
    if isinstance(value, dict):
        return [text for inner in value.values() for text in _strings(inner)]
    if isinstance(value, list):
        return [text for inner in value for text in _strings(inner)]
    return [value] if isinstance(value, str) else []
