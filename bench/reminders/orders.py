"""What a worker process is told when it is started. Everything here is pure."""

import json
from dataclasses import asdict, dataclass, replace
from datetime import timedelta

from bot.delivery.delivering import Timing
from bot.store.gates import Pace


@dataclass(frozen=True, slots=True)
class Orders:
    """Where the store and the chat are, and how fast to go, as if in use. All times are seconds.

    ``gap``, ``workspace`` and ``burst`` are the gates' pace; ``blind`` is never to look whether
    something was posted.
    """

    database: str
    chat: str
    owner: str = "worker"
    lease: float = 40.0
    timeout: float = 10.0
    settle: float = 15.0
    poll: float = 1.0
    at_once: int = Timing().at_once
    gap: float = 1.2
    workspace: float = 0.2
    burst: int = 10
    blind: bool = False

    @property
    def timing(self) -> Timing:
        """What the worker waits for."""
        return Timing(
            lease=timedelta(seconds=self.lease),
            timeout=timedelta(seconds=self.timeout),
            settle=timedelta(seconds=self.settle),
            poll=timedelta(seconds=self.poll),
            at_once=self.at_once,
        )

    @property
    def pace(self) -> Pace:
        """How far apart messages are kept."""
        return Pace(timedelta(seconds=self.gap), timedelta(seconds=self.workspace), self.burst)

    def named(self, owner: str) -> "Orders":
        """The same for another worker."""
        return replace(self, owner=owner)

    def as_json(self) -> str:
        """What `from_json` reads."""
        return json.dumps(asdict(self))

    @classmethod
    def from_json(cls, told: str) -> "Orders":
        """What `as_json` wrote."""
        return cls(**json.loads(told))


def hurried(database: str, chat: str, share: float, *, blind: bool) -> Orders:
    """A share of the times in use, in about the same relations, for tests that shall end.

    The chat of the kill test shows all that it took at most one and a half time-outs after the
    client's, which ``settle`` outlasts.
    """
    return Orders(
        database,
        chat,
        lease=40 * share,
        timeout=10 * share,
        settle=20 * share,
        poll=share,
        workspace=0.05,
        blind=blind,
    )


def unhindered(database: str, chat: str) -> Orders:
    """The times in use, but no gates: for measuring."""
    return Orders(database, chat, gap=0.0, workspace=0.0, burst=1_000_000)
