"""Notices when the knowledge files change, so that a good new version is served at once."""

import asyncio
import logging
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import aclosing, suppress
from pathlib import Path

import watchfiles

from bot.knowledge.loader import knowledge_files

_LOG = logging.getLogger(__name__)
_LOOK_EVERY = 1.0
"""Seconds between looks where the system reports nothing: network drives, a folder replaced."""
_SETTLED_AFTER = 0.15
"""Seconds without a change until one counts as finished."""

_Seen = tuple[object, ...]


async def watch(
    folder: Path, on_change: Callable[[], Awaitable[None]], stop: asyncio.Event
) -> None:
    """Calls ``on_change`` each time the YAML files below ``folder`` have changed, until ``stop``.

    Changes close together are one. The folder may be missing, replaced or come back; while it
    is gone nothing is called. What changes before this starts is not noticed. An exception of
    ``on_change`` ends the watch.
    """
    served = await asyncio.to_thread(_look, folder)
    async with aclosing(_hints(folder, stop)) as hints:
        async for _ in hints:
            seen = await _settled(folder, stop)
            if seen and seen != served:
                served = seen
                await on_change()


async def _hints(folder: Path, stop: asyncio.Event) -> AsyncIterator[None]:
    """Yields soon after anything may have changed, and every so often anyway."""
    while not stop.is_set():
        try:
            async with aclosing(_reports(folder, stop)) as reports:
                async for _ in reports:
                    yield
        except OSError as error:
            _LOG.warning("Cannot watch %s (%s): looking every second instead.", folder, error)
        yield
        await _pause(_LOOK_EVERY, stop)


async def _reports(folder: Path, stop: asyncio.Event) -> AsyncIterator[None]:
    """The system's reports for as long as the folder is the one it was."""
    watched = await asyncio.to_thread(_identity, folder)
    if watched is None:
        return
    changes = watchfiles.awatch(
        folder, stop_event=stop, yield_on_timeout=True, rust_timeout=round(_LOOK_EVERY * 1000)
    )
    async for _ in changes:
        yield
        if await asyncio.to_thread(_identity, folder) != watched:
            return
