"""How a kill test went."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from bench.reminders.chat import Counts
from bench.reminders.checking import Verdict
from bench.reminders.trial import Trial
from bot.delivery.ports import Standing


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a kill test went. ``tries`` are claims of deliveries, more than these where some died.

    ``pauses`` are from when to when a worker stood still, in seconds since 1970. ``complaints`` are
    what the workers logged, with how often.
    """

    trial: Trial
    verdict: Verdict
    standing: Standing
    counts: Counts
    seconds: float
    kills: int
    pauses: Sequence[tuple[float, float]]
    restarts: int
    tries: int
    complaints: Counter[str]

    @property
    def good(self) -> bool:
        """Whether nothing was lost or doubled, in as many kills as were asked for."""
        left = self.standing.pending + self.standing.sending + self.standing.missed
        enough = self.kills >= self.trial.kills and self.restarts == len(self.trial.restarts_after)
        return self.verdict.good and enough and not left and not self.standing.parked
