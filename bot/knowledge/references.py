"""What entries say of each other: ids, references, chains and the entrances."""

from collections.abc import Iterator, Mapping, Sequence

from bot.errors import Problem
from bot.knowledge.items import Item
from bot.knowledge.model import KINDS
from bot.knowledge.spelling import nearest, shown
from bot.reply import Audience

_ENTRIES = frozenset(KINDS) - {"sources", "heard"}
_ASKED_FOR = _ENTRIES - {"people"}
"""What people ask for in words of their own; persons are found by their names alone."""
_ORGANISATIONS = frozenset({"organisations"})
_ROLES = frozenset({"roles"})
REFERENCES: Mapping[str, frozenset[str]] = {
    "source": frozenset({"sources"}),
    "part_of": _ENTRIES,
    "entry": _ASKED_FOR,
    "contact": _ROLES,
    "fallback": _ROLES,
    "people": frozenset({"people"}),
    "organisations": _ORGANISATIONS,
    "organisation": _ORGANISATIONS,
    "provided_by": _ORGANISATIONS,
    "organiser": _ORGANISATIONS,
}
"""The fields that name other entries by id, and the lists in which those may stand."""
_SUGGESTIONS = 200
"""Comparing every id with every other takes minutes in a file made to be slow."""
_CHAINS = {"part_of": "belongs under itself", "fallback": "falls back to itself"}

By = Mapping[str, Item]


def by_id(items: Sequence[Item]) -> dict[str, Item]:
    """The first item with each id."""
    found: dict[str, Item] = {}
    for item in items:
        if item.id is not None:
            found.setdefault(item.id, item)
    return found


def repeated(items: Sequence[Item], known: By) -> Iterator[Problem]:
    """Ids that an earlier entry has."""
    for item in items:
        first = known.get(item.id or "", item)
        if first is not item:
            where = f"{first.place.file}:{first.place.at('id')}"
            wrong = f"The id {shown(item.id)} is taken by the {first.kind} at {where}."
            yield item.place.problem(wrong, "Give this one another id, or delete one.", "id")


def dangling(items: Sequence[Item], known: By) -> Iterator[Problem]:
    """References to nothing, or to an entry of a kind that does not fit there.

    That nothing is left to be asked for is no error: an event that is over can be deleted without
    looking for the questions about it.
    """
    choices = {wanted: _choices(known, wanted) for wanted in set(REFERENCES.values())}
    told = 0
    for item in items:
        for field, position, target in _named(item):
            wanted = REFERENCES[field]
            found = known.get(target)
            if found is None or found.key not in wanted:
                path = (field,) if position is None else (field, position)
                wrong = f"`{field}` names {shown(target)}, {_but(found, wanted)}"
                meant = nearest(target, choices[wanted]) if told < _SUGGESTIONS else None
                told += 1
                gone = found is None and item.key == "heard"
                complain = item.place.warning if gone else item.place.problem
                yield complain(wrong, _instead(meant, wanted), *path)


def _choices(known: By, wanted: frozenset[str]) -> list[str]:
    return [name for name, item in known.items() if item.key in wanted]


def _named(item: Item) -> Iterator[tuple[str, int | None, str]]:
    """Every reference of an entry: field, position if it is a list, id."""
    for field in REFERENCES:
        value = item.data.get(field)
        if isinstance(value, str):
            yield field, None, value
        if isinstance(value, tuple):
            yield from ((field, n, name) for n, name in enumerate(value) if isinstance(name, str))


def _but(found: Item | None, wanted: frozenset[str]) -> str:
    if found is None:
        return "which does not exist."
    return f"which is {_a(found.kind)}, but it has to be {_kinds(wanted)}."


def _kinds(wanted: frozenset[str]) -> str:
    if wanted == _ENTRIES:
        return "an entry other than a source"
    if wanted == _ASKED_FOR:
        return "an entry other than a source or a person"
    return _a(KINDS[min(wanted)].kind)


def _a(kind: str) -> str:
    return f"an {kind}" if kind[0] in "eo" else f"a {kind}"


def _instead(meant: str | None, wanted: frozenset[str]) -> str:
    if meant:
        return f"Did you mean `{meant}`?"
    return f"Write the id of {_kinds(wanted)} that exists, or add the missing one."


def circles(known: By) -> Iterator[Problem]:
    """Chains of `part_of` or `fallback` that come back to where they start, each once."""
    for field, does in _CHAINS.items():
        for circle in _circles({name: item.data.get(field) for name, item in known.items()}):
            item = known[circle[0]]
            wrong = f"{shown(item.id)} {does}: {' → '.join([*circle, circle[0]])}."
            yield item.place.problem(wrong, "Remove one of these references.", field)


def _circles(following: Mapping[str, object]) -> Iterator[list[str]]:
    done: set[object] = set()
    for start in following:
        trail: list[str] = []
        here: object = start
        while isinstance(here, str) and here in following and here not in done:
            done.add(here)
            trail.append(here)
            here = following[here]
        if here in trail:
            yield trail[trail.index(str(here)) :]


def entrance(items: Sequence[Item], *, complete: bool) -> Iterator[Problem]:
    """Two entrances for one audience; no role that is one, where every file could be read."""
    entrances = [item for item in items if item.data.get("entrance") is True]
    if complete and items and not any(item.key == "roles" for item in entrances):
        place = next((item.place for item in items if item.key == "roles"), items[0].place)
        wrong = "No role is the entrance, where people are sent when the bot does not know."
        yield place.problem(wrong, "Write `entrance: true` in the role that takes all questions.")
    taken: dict[str, Item] = {}
    for item in entrances:
        twice = [audience for audience in _audience(item) if audience in taken]
        if twice:
            besides = shown(taken[twice[0]].id)
            wrong = f"{shown(item.id)} is a second entrance for `{twice[0]}` besides {besides}."
            mend = "Remove `entrance` from one of them, or name another `audience` in it."
            yield item.place.problem(wrong, mend, "entrance")
        taken |= {audience: item for audience in _audience(item) if audience not in taken}


def _audience(item: Item) -> tuple[str, ...]:
    """Whom an entrance is for; of a wrong form it is the model's to complain about."""
    named = item.data.get("audience", (Audience.ANYONE.value,))
    return tuple(one for one in named if isinstance(one, str)) if isinstance(named, tuple) else ()
