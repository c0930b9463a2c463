"""What is wrong with a field, and what to write instead, in words of our own."""

from datetime import date
from typing import Any, get_args

from pydantic import BaseModel
from pydantic_core import ErrorDetails

from bot.knowledge.items import Item
from bot.knowledge.model import KINDS
from bot.knowledge.places import Path
from bot.knowledge.scalars import Odd, Value
from bot.knowledge.spelling import nearest, shown, slug, way

_MISSING = {
    "id": "Write a name of small letters, digits and hyphens, such as `id: mas-ai`.",
    "source": "Write the id of the source that the facts come from.",
    "checked": "Write the day somebody last confirmed the entry, such as `checked: 2023-06-21`.",
    "da": "Write it in Danish too: `da: …`.",
    "en": "Write it in English too: `en: …`.",
    "starts": "Write when it starts, such as 2023-06-21 or 2023-06-21T15:15.",
    "ends": "Write when it ends, such as 2023-06-21 (the last day) or 2023-06-21T16:30.",
}
_SHAPES = {
    "Text": ("has no languages", "Write `da: …` and `en: …` on lines of their own below it."),
    "Texts": ("has no languages", "Write `da:` and `en:` below it, each with a list."),
    "Link": ("is no link", "Write `- title: {da: …, en: …}`, and `url: …` below that."),
}
_HTTP = "Write an address that starts with https:// or http://."
_WRONG = {
    "string_too_short": ("{field} is empty.", "Write a text, or delete the line."),
    "string_too_long": ("{field} is longer than {max_length} characters.", "Shorten it."),
    "string_pattern_mismatch": (
        "{field} is {value}, which is no id.",
        "Write small letters, digits and single hyphens, such as `{slug}`.",
    ),
    "string_type": ("{field} is {value}, but has to be one text.", "Write it on one line."),
    "int_type": ("{field} is {value}, which is no whole number.", "Write digits, such as 180."),
    "greater_than_equal": ("{field} is {value}, which is too small.", "Write {ge} or more."),
    "less_than_equal": ("{field} is {value}, which is too large.", "Write {le} or less."),
    "bool_type": ("{field} is {value}.", "Write true or false, without quotes."),
    "tuple_type": (
        "{field} is {value}, but has to be a list.",
        "Write each on a line of its own, starting with `- `.",
    ),
    "enum": ("{field} is {value}, which is not known.", "Write {expected}."),
    "offset": (
        "{field} is {value}, which is no time before an event.",
        "Write how many minutes, hours, days or weeks, a year at most, such as `7 days`.",
    ),
    "url_type": ("{field} is {value}, which is no link.", _HTTP),
    "url_parsing": ("{field} is {value}, which is no link.", _HTTP),
    "url_scheme": ("{field} is {value}, which does not lead to a web page.", _HTTP),
    "url_too_long": ("{field} is longer than {max_length} characters.", "Write a shorter link."),
    "value_error": (
        "{field} is {value}, which is no e-mail address.",
        "Write it as name@example.dk, or leave it out and tell in `reach` how to get in touch.",
    ),
}
_ELSE = ("{field} is {value}, which does not fit.", "See how another entry writes it.")


def told(item: Item, path: Path, faults: list[ErrorDetails]) -> tuple[str, str]:
    """What is wrong at a path in the entry, and the mend.

    There are several faults where a field allows several forms and none of them fits.
    """
    kinds = {fault["type"] for fault in faults}
    value: Value = faults[0]["input"]
    if "missing" in kinds:
        mend = _MISSING.get(str(path[-1]), f"Add a line `{path[-1]}: …`.")
        return f"{way(path)} is missing.", mend
    if "extra_forbidden" in kinds:
        return _unknown(item, path)
    if value is None:
        return f"{way(path)} has nothing after the colon.", "Write a value, or delete the line."
    return _misfit(item, path, faults)


def _unknown(item: Item, path: Path) -> tuple[str, str]:
    known = _fields(KINDS[item.key], path[:-1])
    meant = nearest(str(path[-1]), known)
    mend = f"Did you mean `{meant}`?" if meant else f"The fields here are {', '.join(known)}."
    return f"There is no field {way(path)}.", mend


def _fields(model: type[BaseModel], path: Path) -> list[str]:
    """The fields of the model at a path within another."""
    for step in path:
        if isinstance(step, str):
            model = _model(model.model_fields[step].annotation) or model
    return list(model.model_fields)


def _model(annotation: Any) -> type[BaseModel] | None:  # noqa: ANN401 — annotations have no type
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next(filter(None, map(_model, get_args(annotation))), None)


def _misfit(item: Item, path: Path, faults: list[ErrorDetails]) -> tuple[str, str]:
    kinds = {fault["type"] for fault in faults}
    value: Value = faults[0]["input"]
    seen = _seen(value, item.place.written(*path))
    if kinds & {"date_type", "datetime_type"}:
        return _no_date(path, seen, kinds)
    if "model_type" in kinds:
        wrong, mend = _SHAPES[faults[0]["ctx"]["class_name"]]
        return f"{way(path)} {wrong}.", mend
    if kinds & {"string_type", "url_type"} and not isinstance(value, dict | tuple):
        wrong = f"{way(path)} has to be text, but {seen} is read as {_read_as(value)}."
        return wrong, f'Put it in quotes: "{item.place.written(*path)}".'
    wrong, mend = _WRONG.get(faults[0]["type"], _ELSE)
    known = {
        **faults[0].get("ctx", {}),
        "field": way(path),
        "value": seen,
        "slug": slug(seen) or "mas-ai",
    }
    return wrong.format(**known), mend.format(**known)


def _seen(value: Value, written: str) -> str:
    if isinstance(value, dict):
        return "a group of keys"
    return "a list" if isinstance(value, tuple) else shown(written)


def _no_date(path: Path, seen: str, kinds: set[str]) -> tuple[str, str]:
    example = "2023-06-21 without quotes"
    if "datetime_type" in kinds:
        example += ", or with the time 2023-06-21T15:15"
    if "model_type" in kinds:
        example += ", or `first: …` and `last: …` below it"
    return f"{way(path)} is {seen}, which is no date.", f"Write it as {example}."


def _read_as(value: Value) -> str:
    if isinstance(value, Odd):
        return value.looks_like
    if isinstance(value, bool):
        return "yes or no"
    return "a date" if isinstance(value, date) else "a number"
