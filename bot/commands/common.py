"""What the commands share: moments from arguments, and files they can read."""

import asyncio
import signal
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from bot.errors import UsageError
from bot.knowledge.model import DEFAULT_ZONE
from bot.ports import Clock
from bot.store.clocks import SetClock, SystemClock

FIRST_YEAR, LAST_YEAR = 1970, 2199
_ENDINGS = (signal.SIGINT, signal.SIGTERM)


def moment(text: str) -> datetime:
    """An ISO date or date and time, aware; Danish time where it names no offset."""
    try:
        at = datetime.fromisoformat(text)
    except ValueError:
        raise UsageError(
            f"{text!r} is no moment: write a date like 2023-06-01 or 2023-06-01T09:00+02:00."
        ) from None
    if not FIRST_YEAR <= at.year <= LAST_YEAR:
        raise UsageError(f"{text!r} is out of reach: give a year from {FIRST_YEAR} to {LAST_YEAR}.")
    return at if at.tzinfo else at.replace(tzinfo=ZoneInfo(DEFAULT_ZONE))


def clock_at(at: str | None) -> Clock:
    """The machine's clock, or one set to ``at``."""
    return SetClock(moment(at), SystemClock()) if at else SystemClock()


def readable_file(name: str) -> str:
    """A file's text. Raises `UsageError` where there is none, or it is no text."""
    try:
        return Path(name).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"{name} cannot be read: {error}.") from None


def until_told_to_end(stop: asyncio.Event) -> None:
    """Set ``stop`` when the process is told to end."""
    loop = asyncio.get_running_loop()
    for ending in _ENDINGS:
        try:
            loop.add_signal_handler(ending, stop.set)
        except NotImplementedError:  # on Windows; there Ctrl+C raises KeyboardInterrupt
            return
