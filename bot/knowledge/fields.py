"""Checks the fields of each entry against the model."""

from collections.abc import Iterator, Mapping

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from bot.errors import Problem
from bot.knowledge.complaints import told
from bot.knowledge.items import Item
from bot.knowledge.model import KINDS, Thing
from bot.knowledge.places import Path
from bot.knowledge.scalars import Value


def checked(item: Item) -> Thing | list[Problem]:
    """The entry, or everything in its fields that keeps it from being one."""
    try:
        return KINDS[item.key].model_validate(dict(item.data))
    except ValidationError as error:
        return list(_problems(item, error))


def _problems(item: Item, error: ValidationError) -> Iterator[Problem]:
    faults = _by_path(item, error)
    around = {path[:n] for path in faults for n in range(len(path))}
    for path, found in faults.items():
        if path not in around:  # of two possible forms, the one that was begun tells more
            wrong, mend = told(item, path, found)
            yield item.place.problem(wrong, mend, *path)


def _by_path(item: Item, error: ValidationError) -> dict[Path, list[ErrorDetails]]:
    faults: dict[Path, list[ErrorDetails]] = {}
    for fault in error.errors(include_url=False):
        path = _path(item.data, fault["loc"])
        if fault["type"] == "missing":
            path += fault["loc"][-1:]
        faults.setdefault(path, []).append(fault)
    return faults


def _path(data: Mapping[str, Value], location: Path) -> Path:
    """The way in the data; the validator's location names forms in between."""
    path: Path = ()
    here: object = data
    for step in location:
        inside = isinstance(here, Mapping) and step in here
        if inside or (isinstance(here, tuple) and isinstance(step, int)):
            here = here[step]  # type: ignore[index]
            path = (*path, step)
    return path
