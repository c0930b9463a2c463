"""Events to test with."""

from datetime import date, datetime
from typing import Any

from bot.knowledge.forms import Text
from bot.knowledge.model import Event


def wall(*parts: int) -> datetime:
    """A wall clock time, as it stands in a knowledge file."""
    return datetime(*parts)  # noqa: DTZ001 — the zone stands beside it


def event(id_: str = "gathering", **fields: Any) -> Event:  # noqa: ANN401 — as a file has it
    """An event of one day in June, unless told otherwise."""
    given: dict[str, Any] = {
        "id": id_,
        "source": "letter",
        "checked": date(2023, 6, 1),
        "title": Text(da="Et træf", en="A gathering"),
        "starts": date(2023, 6, 21),
        "place": Text(da="Odense", en="Odense"),
        **fields,
    }
    given.setdefault("ends", given["starts"])
    return Event(**given)
