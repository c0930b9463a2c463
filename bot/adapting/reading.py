"""JSON of platforms, read without trust: what is missing or of an odd type reads as empty."""

from collections.abc import Mapping
from typing import Any

Body = Mapping[str, Any]


def part(body: Body, *names: str) -> Body:
    """The object under these names, one inside the other."""
    for name in names:
        value = body.get(name)
        body = value if isinstance(value, dict) else {}
    return body


def first(body: Body, name: str) -> Body:
    """The first object of a list."""
    value = body.get(name)
    return value[0] if isinstance(value, list) and value and isinstance(value[0], dict) else {}


def objects(body: Body, name: str) -> list[Body]:
    """The objects of a list; what else is in it is left out."""
    value = body.get(name)
    return [one for one in value if isinstance(one, dict)] if isinstance(value, list) else []


def text(body: Body, name: str) -> str:
    """A text."""
    value = body.get(name)
    return value if isinstance(value, str) else ""


def keys(platform: str, **parts: str) -> tuple[str, ...]:
    """The keys under which a delivery is known, of those parts that are there."""
    return tuple(f"{platform}:{kind}:{value}" for kind, value in parts.items() if value)
