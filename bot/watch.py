"""Notices when the knowledge files change, so that a good new version is served at once."""

import asyncio
import logging
from collections.abc import AsyncGenerator, Awaitable, Callable
from contextlib import aclosing, suppress
from pathlib import Path

import watchfiles

from bot.knowledge.loader import knowledge_files

_LOG = logging.getLogger(__name__)
LOOK_EVERY = 1.0
"""Seconds between looks where the system reports nothing: network drives, a folder replaced."""
_SETTLED_AFTER = 0.15
"""Seconds without a change until one counts as finished."""

_LOOKS_UNTIL_SETTLED = 20
"""After that many looks a folder that keeps changing is taken as it is."""

_Seen = tuple[tuple[str, int, int, int], ...]


async def watch(
    folder: Path,
    on_change: Callable[[], Awaitable[None]],
    stop: asyncio.Event,
    *,
    look_every: float = LOOK_EVERY,
) -> None:
    """Calls ``on_change`` each time the YAML files below ``folder`` have changed, until ``stop``.

    Changes close together are one. The folder may be missing, replaced or come back; while it
    holds no file nothing is called. What changed before this starts is not noticed. An
    exception of ``on_change`` ends the watch. Being cancelled sets ``stop``. ``look_every`` is
    in seconds.
    """
    served = await _look(folder)
    async with aclosing(_hints(folder, stop, look_every)) as hints:
        async for _ in hints:
            seen = await _settled(folder, served, stop)
            if seen and seen != served and not stop.is_set():
                served = seen
                await on_change()


async def _settled(folder: Path, served: _Seen, stop: asyncio.Event) -> _Seen:
    """The files once they rest: a checkout writes many, an editor one in several steps."""
    seen = await _look(folder)
    for _ in range(_LOOKS_UNTIL_SETTLED):
        if seen == served or stop.is_set():
            break
        await _pause(_SETTLED_AFTER, stop)
        before, seen = seen, await _look(folder)
        if seen == before:
            break
    return seen


async def _look(folder: Path) -> _Seen:
    """Every knowledge file with what changes when it is written; nothing for no folder."""
    return await asyncio.to_thread(_marks, folder)


def _marks(folder: Path) -> _Seen:
    try:
        return tuple(_mark(path) for path in knowledge_files(folder))
    except OSError:  # it vanished meanwhile; the next look tells
        return ()


def _mark(path: Path) -> tuple[str, int, int, int]:
    state = path.stat()
    return str(path), state.st_mtime_ns, state.st_size, state.st_ino


async def _hints(
    folder: Path, stop: asyncio.Event, look_every: float
) -> AsyncGenerator[None, None]:
    """Yields soon after anything may have changed, and every so often anyway."""
    told = False
    while not stop.is_set():
        try:
            async with aclosing(_reports(folder, stop, look_every)) as reports:
                async for _ in reports:
                    yield
        except (OSError, RuntimeError) as error:  # out of watches, or the watcher broke down
            if not told:
                _LOG.warning("Cannot watch %s, looking every so often instead: %s", folder, error)
            told = True
        yield
        await _pause(look_every, stop)


async def _reports(
    folder: Path, stop: asyncio.Event, look_every: float
) -> AsyncGenerator[None, None]:
    """The system's reports, and a sign of life every so often, while the folder is the same."""
    watched = await asyncio.to_thread(_identity, folder)
    if watched is None:
        return
    changes = watchfiles.awatch(
        folder, stop_event=stop, yield_on_timeout=True, rust_timeout=round(look_every * 1000)
    )
    async with aclosing(changes):
        async for _ in changes:
            yield
            if await asyncio.to_thread(_identity, folder) != watched:
                return


def _identity(folder: Path) -> tuple[int, int] | None:
    """What tells this folder from another of its name; None while there is none."""
    try:
        state = folder.stat()
    except OSError:
        return None
    return state.st_dev, state.st_ino


async def _pause(seconds: float, stop: asyncio.Event) -> None:
    with suppress(TimeoutError):
        await asyncio.wait_for(stop.wait(), seconds)
