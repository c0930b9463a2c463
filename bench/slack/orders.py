"""What the programs are told when they are started. Everything here is pure."""

import json
from dataclasses import asdict, dataclass

BOT_TOKEN = "xoxb-of-the-benchmark"  # noqa: S105 - the Slack of the benchmark takes any
SIGNING_SECRET = "signs-for-the-benchmark"  # noqa: S105 - and nothing else
PATH = "/slack/events"


@dataclass(frozen=True, slots=True)
class Load:
    """Deliveries to make: ``count`` of them, to ``app``, with answers looked for at ``slack``.

    ``rate`` is deliveries a second, each at its time whatever became of those before. At 0 they
    go as fast as they are answered, with up to ``at_once`` under way. ``run`` tells runs apart.
    """

    app: str
    slack: str
    count: int
    run: int
    at_once: int = 0
    rate: float = 0.0

    def as_json(self) -> str:
        """What `from_json` reads."""
        return json.dumps(asdict(self))

    @classmethod
    def from_json(cls, told: str) -> "Load":
        """What `as_json` wrote."""
        return cls(**json.loads(told))


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a load; all times are seconds.

    ``refused`` counts receipts other than 200, ``missing`` and ``doubled`` are deliveries without
    an answer and with more than one. ``seconds`` lie between the first delivery and the last
    answer. ``acks`` and ``answers`` are from sending to the receipt, and to the answer.
    """

    answered: int
    refused: int
    missing: int
    doubled: int
    seconds: float
    acks: list[float]
    answers: list[float]

    @property
    def a_second(self) -> float:
        """Answered deliveries a second."""
        return self.answered / self.seconds

    @property
    def good(self) -> bool:
        """Whether every delivery was received, and answered once."""
        return not (self.refused or self.missing or self.doubled)

    def as_json(self) -> str:
        """What `from_json` reads."""
        return json.dumps(asdict(self))

    @classmethod
    def from_json(cls, told: str) -> "Outcome":
        """What `as_json` wrote."""
        return cls(**json.loads(told))
