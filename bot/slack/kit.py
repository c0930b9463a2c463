"""Block Kit as JSON: the blocks and elements that the bot draws with.

The library's models of them look at all limits again whenever one is written down, which takes most
of the time that drawing a reply takes. Who draws keeps to the limits, and the tests hold what is
drawn against those models.
"""

from collections.abc import Iterable, Sequence
from typing import Any

from bot.slack.text import inert

Json = dict[str, Any]
Block = Json
"""What messages and views are made of."""
Element = Json
"""What stands in a block."""

HEADER = "header"


def plain(text: str, limit: int) -> Element:
    """Text that is never empty, for where Slack wants some."""
    return _text(inert(text, limit) or "…")


def header(text: str) -> Block:
    """A heading, of a text that is `inert` already."""
    return {"type": HEADER, "text": _text(text)}


def context(text: str) -> Block:
    """Small print, of a text that is `inert` already."""
    return {"type": "context", "elements": [_text(text)]}


def divider() -> Block:
    """A line between blocks."""
    return {"type": "divider"}


def rich_text(*elements: Element) -> Block:
    """Paragraphs and lists, as `bot.slack.rich` makes them."""
    return {"type": "rich_text", "elements": [*elements]}


def section(text: Element, accessory: Element | None = None) -> Block:
    """A text, and maybe a menu beside it."""
    return _given(type="section", text=text, accessory=accessory)


def actions(elements: Iterable[Element]) -> Block:
    """What can be pressed, in a row."""
    return {"type": "actions", "elements": [*elements]}


def field(
    block_id: str, label: Element, element: Element, *, hint: Element | None = None, **more: bool
) -> Block:
    """Something to fill in; ``more`` is what Slack can be told of it besides."""
    return _given(type="input", block_id=block_id, label=label, element=element, hint=hint, **more)


def button(
    text: Element,
    action_id: str,
    *,
    value: str | None = None,
    url: str | None = None,
    style: str | None = None,
) -> Element:
    """A button."""
    return _given(type="button", text=text, action_id=action_id, value=value, url=url, style=style)


def option(text: Element, value: str) -> Element:
    """Something to choose from a menu, or to tick."""
    return {"text": text, "value": value}


def menu(action_id: str, options: Sequence[Element], chosen: Element | None) -> Element:
    """A menu; ``chosen`` is one of its options."""
    return _given(
        type="static_select", action_id=action_id, options=[*options], initial_option=chosen
    )


def checkboxes(action_id: str, options: Sequence[Element]) -> Element:
    """Boxes to tick."""
    return {"type": "checkboxes", "action_id": action_id, "options": [*options]}


def text_input(action_id: str, max_length: int, **more: object) -> Element:
    """A box to type into; ``more`` is what Slack can be told of it besides."""
    return _given(type="plain_text_input", action_id=action_id, max_length=max_length, **more)


def _text(shown: str) -> Element:
    return {"type": "plain_text", "text": shown, "emoji": False}


def _given(**parts: object) -> Json:
    """The parts that there are: Slack takes no null."""
    return {name: part for name, part in parts.items() if part is not None}
