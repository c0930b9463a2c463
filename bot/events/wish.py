"""What a question asks of the events: period, place, and what it wants to know."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Wish:
    """The constraints in a question, and what was left over.

    ``first`` and ``last`` are the period, both days included, None where it is open; ``places``
    are canonical folded place words (`bot.events.places`), known to the base or not.
    ``next_one``: one event is wanted: the next, or with ``past`` the latest. ``unread`` holds
    the folded words that neither a constraint nor grammar explains, for matching titles.
    """

    first: date | None
    last: date | None
    places: tuple[str, ...]
    online: bool
    next_one: bool
    past: bool
    registration: bool
    when: bool
    where: bool
    listing: bool
    event_word: bool
    unread: tuple[str, ...]
