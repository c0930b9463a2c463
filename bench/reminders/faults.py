"""What can go wrong between a bot and a chat, and how often. Everything here is pure."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from enum import StrEnum
from random import Random
from typing import Any


class Fault(StrEnum):
    """How a request ends; the words stand in the tables."""

    NONE = "answered"
    HELD_BACK = "429"
    FAILED = "500, not recorded"
    FAILED_AFTER = "500, recorded"
    DROPPED = "dropped, not recorded"
    DROPPED_AFTER = "dropped, recorded"
    HUNG = "hung, not recorded"
    HUNG_AFTER = "hung, recorded at once"
    HUNG_BEFORE = "hung, recorded after the time-out"


RECORDED_FIRST = frozenset({Fault.FAILED_AFTER, Fault.DROPPED_AFTER, Fault.HUNG_AFTER})
HANGS = frozenset({Fault.HUNG, Fault.HUNG_AFTER, Fault.HUNG_BEFORE})


@dataclass(frozen=True, slots=True)
class Faults:
    """How a chat misbehaves; by itself not at all. Times are seconds.

    ``rates`` are shares of all requests. ``timeout`` is the client's, which a hanging request
    outlasts; ``late`` is the most that a recording comes after it. ``lag`` is the most until a
    recorded message shows in its channel's history. ``one_a_second`` refuses a channel's second
    message within a second, as Slack does.
    """

    seed: int = 0
    rates: Mapping[Fault, float] = field(default_factory=dict)
    timeout: float = 10.0
    late: float = 2.0
    lag: float = 0.0
    one_a_second: bool = False

    def draw(self, chance: Random) -> Fault:
        """What becomes of the next request."""
        left = max(0.0, 1 - sum(self.rates.values()))
        return chance.choices([*self.rates, Fault.NONE], [*self.rates.values(), left])[0]

    def as_json(self) -> dict[str, Any]:
        """What `from_json` reads."""
        return asdict(self)

    @classmethod
    def from_json(cls, told: Mapping[str, Any]) -> "Faults":
        """What `as_json` wrote."""
        rates = {Fault(name): share for name, share in told["rates"].items()}
        return cls(**{**told, "rates": rates})


CLEAN = Faults()
"""A chat that takes everything at once."""


def rough(timeout: float, seed: int) -> Faults:
    """The chat of the kill test: about one request in six ends badly.

    It records up to a time-out late, and shows what it has up to half a time-out later still.
    """
    rates = {
        Fault.HELD_BACK: 0.03,
        Fault.FAILED: 0.02,
        Fault.FAILED_AFTER: 0.02,
        Fault.DROPPED: 0.02,
        Fault.DROPPED_AFTER: 0.02,
        Fault.HUNG: 0.01,
        Fault.HUNG_AFTER: 0.02,
        Fault.HUNG_BEFORE: 0.02,
    }
    return Faults(seed, rates, timeout, late=timeout, lag=timeout / 2, one_a_second=True)
