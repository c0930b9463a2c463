"""Clocks: the real one, and one set to another day for trying things out."""

from datetime import UTC, datetime

from bot.ports import Clock


class SystemClock(Clock):
    """The machine's clock."""

    def now(self) -> datetime:
        """The present moment in UTC."""
        return datetime.now(UTC)


class SetClock(Clock):
    """A clock that was set to another moment and runs on from there."""

    def __init__(self, at: datetime, real: Clock) -> None:
        self._at = at
        self._real = real
        self._set = real.now()

    def now(self) -> datetime:
        """The moment it was set to, and the time passed since."""
        return self._at + (self._real.now() - self._set)
