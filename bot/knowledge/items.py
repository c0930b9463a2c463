"""The entries of a file as they stand there, before anything about them is checked."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from bot.errors import Problem
from bot.knowledge.model import KINDS
from bot.knowledge.places import Document, Place
from bot.knowledge.scalars import Value
from bot.knowledge.spelling import nearest, shown


@dataclass(frozen=True, slots=True)
class Item:
    """One entry: the ``key`` of the list it stands in, its fields and its place."""

    key: str
    data: Mapping[str, Value]
    place: Place

    @property
    def id(self) -> str | None:
        """Its id, right or wrong, if there is one."""
        found = self.data.get("id")
        return found if isinstance(found, str) else None

    @property
    def kind(self) -> str:
        """What it is, such as ``person`` or ``role``."""
        return KINDS[self.key].kind


def items(document: Document) -> Iterator[Item | Problem]:
    """Every entry of a file, and what is wrong with the lists they should stand in."""
    for key, value in document.data.items():
        top = Place(document, (key,))
        if key not in KINDS:
            yield top.problem(f"A file has no key {shown(key)}.", _keys(key))
        elif not isinstance(value, tuple):
            mend = "Start each entry with `- ` on a line of its own below it, or remove the key."
            yield top.problem(f"`{key}` has no list below it.", mend)
        else:
            yield from _listed(key, value, document)


def _keys(key: str) -> str:
    meant = nearest(key, KINDS)
    return f"Did you mean `{meant}`?" if meant else f"The keys are {', '.join(KINDS)}."


def _listed(key: str, values: tuple[Value, ...], document: Document) -> Iterator[Item | Problem]:
    for number, value in enumerate(values):
        place = Place(document, (key, number))
        if isinstance(value, dict):
            yield Item(key, value, place)
        else:
            wrong = f"An entry of `{key}` has no fields."
            yield place.problem(wrong, "Write `- id: …` and the other fields below that.")
