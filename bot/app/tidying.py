"""A schedule whose rounds also see to it that what was kept long enough is erased."""

import logging
from collections.abc import Sequence
from datetime import datetime

from bot.errors import StoreError
from bot.passing.ports import Erasing
from bot.reminders.model import EventPlan
from bot.reminders.ports import Schedule

log = logging.getLogger(__name__)


class Tidying(Schedule):
    """The schedule, with the erasing beside it: nobody has to come and ask anything for that."""

    def __init__(self, schedule: Schedule, erasing: Erasing) -> None:
        self._schedule = schedule
        self._erasing = erasing

    async def take_over(self, plans: Sequence[EventPlan], now: datetime) -> None:
        """As the schedule does."""
        await self._schedule.take_over(plans, now)

    async def fan_out(self, now: datetime) -> bool:
        """As the schedule does, which waits for no erasing that fails."""
        try:
            await self._erasing.erase()
        except StoreError as error:
            log.warning("What is over is not erased yet: %s", error)
        return await self._schedule.fan_out(now)
