"""An outbox and a schedule in memory, which fail when told to."""

from collections import deque
from collections.abc import Sequence
from datetime import datetime

from bot.delivery.model import Delivery, Result
from bot.delivery.ports import Outbox, Standing
from bot.errors import StoreError
from bot.reminders.model import EventPlan
from bot.reminders.ports import Schedule


class FakeOutbox(Outbox, Schedule):
    """Gives out what it was given, and keeps what it is told."""

    def __init__(self, *deliveries: Delivery) -> None:
        self.due = deque(deliveries)
        self.results: list[Result] = []
        self.plans: list[Sequence[EventPlan]] = []
        self.away = False
        self.rounds = 0

    def _answer(self) -> None:
        if self.away:
            raise StoreError("The database does not answer.")

    async def take_over(self, plans: Sequence[EventPlan], now: datetime) -> None:
        self._answer()
        self.plans.append(plans)

    async def fan_out(self, now: datetime) -> bool:
        self.rounds += 1
        self._answer()
        return False

    async def claim(self, now: datetime, most: int) -> list[Delivery]:
        self._answer()
        return [self.due.popleft() for _ in range(min(most, len(self.due)))]

    async def record(self, results: Sequence[Result], now: datetime) -> None:
        self._answer()
        self.results += results

    async def standing(self, now: datetime) -> Standing:
        return Standing(len(self.due), 0, 0, 0, 0, None)
