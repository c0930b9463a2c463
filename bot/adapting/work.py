"""Work that goes on after a platform was told that its delivery arrived."""

import asyncio
import logging
from collections.abc import Coroutine

log = logging.getLogger(__name__)


class Work:
    """Tasks that are held on to until they end, so that none is lost or fails in silence."""

    def __init__(self) -> None:
        self._tasks: set[asyncio.Task[None]] = set()

    def start(self, work: Coroutine[None, None, None]) -> None:
        """Begin, and return at once."""
        task = asyncio.create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._ended)

    async def finish(self, patience: float) -> None:
        """Let what is under way end within ``patience`` seconds; cancel the rest."""
        if self._tasks:
            await asyncio.wait(self._tasks, timeout=patience)
        for task in list(self._tasks):
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    def _ended(self, task: asyncio.Task[None]) -> None:
        self._tasks.discard(task)
        if not task.cancelled() and (error := task.exception()):
            # Its words may quote what somebody wrote.
            log.error("Work ended with %s", type(error).__name__)
