"""What is kept of people's verdicts on answers, and by whom. Never what they wrote."""

from abc import abstractmethod
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Protocol

KEPT = timedelta(days=365)
"""How long a verdict is kept, from the day on which it was given."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """That a person called an answer right, or wrong.

    ``entries`` are the ids of those that it rested on, in any order: they are all that tells one
    answer from another. ``workspace`` is the platform's own id of it.
    """

    workspace: str
    asker: str = field(repr=False)
    entries: frozenset[str]
    right: bool


@dataclass(frozen=True, slots=True)
class Given:
    """How many verdicts of a person are kept, and until when the last (aware); None for none."""

    count: int = 0
    until: datetime | None = None


@dataclass(frozen=True, slots=True)
class Record:
    """How often answers that rested on an entry were called right and wrong, last on a day."""

    entry: str
    right: int
    wrong: int
    last: date


class Verdicts(Protocol):
    """Keeps verdicts for a year. A person has one on each answer: the latest.

    Days are those of UTC. Every method may raise `StoreError`.
    """

    @abstractmethod
    async def keep(self, verdict: Verdict) -> None:
        """Keep it instead of what the person said of the same answer before."""

    @abstractmethod
    async def given_by(self, asker: str) -> Given:
        """What is kept of a person."""

    @abstractmethod
    async def forget(self, asker: str) -> int:
        """Keep nothing of a person; how many verdicts there were."""

    @abstractmethod
    async def records(self) -> tuple[Record, ...]:
        """How each entry comes off that anybody judged, the worst first."""
