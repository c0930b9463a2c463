"""Adaptive Cards as people see them in Teams, and what Teams sends when they press something."""

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from markdown_it import MarkdownIt

Json = dict[str, Any]
LIVE = "LIVE[{}]"
_MARKDOWN = MarkdownIt("commonmark").enable("strikethrough")
_SAYS_NOTHING = frozenset({"paragraph_open", "paragraph_close", "inline", "text", "softbreak"})
_FORMULA = re.compile(r"\{\{(?:DATE|TIME)\([^{}]*\)\}\}")
_WORD_JOINER = "\u2060"


def shown(card: Mapping[str, Any]) -> str:
    """What a person reads of a card, with the addresses behind links, an element a line.

    ``LIVE[…]`` stands where text acts: formats, mentions, is replaced by a date, leads to an
    address of an odd kind, or where the card does something that is not in sight.
    """
    drawn = "\n".join(map(_element, card["body"]))
    unseen = [*_mentions(card), *(name for name in ("refresh", "selectAction") if name in card)]
    spoken = [text for name in ("fallbackText", "speak") if LIVE[:5] in (text := _said(card, name))]
    return "\n".join([drawn, *map(LIVE.format, unseen), *spoken]).replace(_WORD_JOINER, "")


def buttons(card: Mapping[str, Any]) -> list[tuple[str, Json]]:
    """All buttons that come back to the bot: what stands on them, and the data they carry."""
    return [(action["title"], action["data"]) for action in _executed(card)]


def inputs(card: Mapping[str, Any]) -> dict[str, str]:
    """What stands in the fields to begin with, by their ids, as Teams would send it."""
    return {one["id"]: _begun(one) for one in elements(card) if one["type"].startswith("Input.")}


def pressed(card: Mapping[str, Any], title: str, filled: Mapping[str, str] = {}) -> Json:
    """The data that Teams sends when this button is pressed, with the fields of ``filled``."""
    (action,) = (one for one in _executed(card) if one["title"] == title)
    alone = action.get("associatedInputs") == "none"
    return {**action["data"]} if alone else {**action["data"], **inputs(card), **filled}


def _executed(card: Mapping[str, Any]) -> Iterator[Json]:
    for element in elements(card):
        for action in element.get("actions", []):
            if action["type"] == "Action.Execute":
                yield action


def elements(holder: Mapping[str, Any]) -> Iterator[Json]:
    """All elements, those inside others too."""
    for element in holder.get("body", holder.get("items", holder.get("columns", []))):
        yield element
        yield from elements(element)


def _begun(field: Json) -> str:
    if field["type"] == "Input.Toggle":
        return field.get("value", field.get("valueOff", "false"))
    return field.get("value", "")


def _mentions(card: Mapping[str, Any]) -> Iterator[str]:
    for entity in card.get("msteams", {}).get("entities", []):
        yield entity.get("text", "")


def _element(element: Json) -> str:
    return _SHOWN.get(element["type"], lambda other: LIVE.format(other["type"]))(element)


def _inside(name: str) -> Callable[[Json], str]:
    return lambda element: "\n".join(map(_element, element[name]))


def _facts(element: Json) -> str:
    return "\n".join(
        f"{_markdown(fact['title'])}: {_markdown(fact['value'])}" for fact in element["facts"]
    )


def _rich(element: Json) -> str:
    return "".join(map(_run, element["inlines"]))


def _run(run: Json) -> str:
    text = _dated(run["text"])
    return f"{text} {_opened(run['selectAction'])} " if "selectAction" in run else text


def _actions(element: Json) -> str:
    return "\n".join(map(_action, element["actions"]))


def _action(action: Json) -> str:
    if action["type"] == "Action.Execute":
        return str(action["title"])
    return f"{action['title']} {_opened(action)}"


def _opened(action: Json) -> str:
    if action["type"] != "Action.OpenUrl":
        return LIVE.format(action["type"])
    url = str(action["url"])
    return url if re.match(r"https?://|mailto:", url) else LIVE.format(url)


def _input(element: Json) -> str:
    titles = [element["title"]] if "title" in element else []
    # Some clients read Markdown in what stands beside a box to tick.
    titles = list(map(_markdown, titles))
    options = [_dated(choice["title"]) for choice in element.get("choices", [])]
    around = [_dated(element.get(name, "")) for name in ("label", "placeholder")]
    typed = [] if options or titles else [element.get("value", "")]
    return "\n".join(filter(None, [*around, *titles, *options, *typed]))


_SHOWN: dict[str, Callable[[Json], str]] = {
    "TextBlock": lambda block: _markdown(block["text"]),
    "RichTextBlock": _rich,
    "FactSet": _facts,
    "ActionSet": _actions,
    "Container": _inside("items"),
    "ColumnSet": _inside("columns"),
    "Column": _inside("items"),
    "Input.Text": _input,
    "Input.ChoiceSet": _input,
    "Input.Toggle": _input,
}


def _said(card: Mapping[str, Any], name: str) -> str:
    return _markdown(card.get(name, ""))


def _markdown(text: str) -> str:
    """The text where Markdown finds nothing in it, and it is shown as it is."""
    tokens = _MARKDOWN.parse(text)
    inside = [child for token in tokens for child in token.children or []]
    live = [token.type for token in [*tokens, *inside] if token.type not in _SAYS_NOTHING]
    read = "".join(child.content or "\n" for child in inside)
    return LIVE.format(text) if live or read != text.strip() else _dated(text)


def _dated(text: str) -> str:
    return _FORMULA.sub(lambda formula: LIVE.format(formula[0]), text)
