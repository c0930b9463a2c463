"""How long the store takes with a million rows: writing, claiming, moving.

Time does not pass by itself here: every claim is made some seconds after the one before, so that
gates are open as they would be.
"""

import asyncio
from collections.abc import Awaitable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from time import perf_counter

from sqlalchemy import Engine, event, func, select, text

from bench.reminders.filling import PATIENCE
from bench.reminders.stores import Store
from bench.reminders.trial import PLATFORM, TEAM, plan
from bot.delivery.delivering import Timing
from bot.delivery.model import Delivery, Result, State
from bot.store.clocks import SystemClock
from bot.store.database import Database
from bot.store.gates import Pace
from bot.store.outbox import DatabaseOutbox
from bot.store.schedule import DatabaseSchedule
from bot.store.tables import delivery

SECOND = timedelta(seconds=1)
_SUBSCRIBE = """
    INSERT INTO subscription
        (address_key, platform, workspace, kind, channel, scope, value, language, made_at)
    WITH RECURSIVE counted(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM counted WHERE n < :count)
    SELECT :prefix || CAST(n AS TEXT), :platform, :workspace, 'channel', 'C' || CAST(n AS TEXT),
        'all', '', 'da', 0
    FROM counted
"""


@dataclass(frozen=True, slots=True)
class FullTable:
    """What was measured with so many ``rows``: milliseconds of each, or seconds in all.

    ``claims`` take as many as a worker does at once, through the gates and kept on the disk;
    ``statements`` is the one statement in them that finds and takes, ``freely`` is claims without a
    workspace's pace. ``moved_before`` is moving an event that nothing is written for yet.
    """

    rows: int
    fan_out_seconds: float
    chunks: list[float]
    statements: list[float]
    claims: list[float]
    records: list[float]
    freely: list[float]
    move_seconds: float
    moved_before: float


async def measured(store: Store, rows: int, claims: int) -> FullTable:
    """Measure an empty store."""
    database, now = store.database, SystemClock().now()
    schedule = DatabaseSchedule(database)
    await _subscribe(database, rows)
    first = plan("event-0", now + SECOND)
    await schedule.take_over([first], now)
    earlier = replace(first, start=_later(first.start), occurrences=first.occurrences)
    moved_before = await _seconds(schedule.take_over([earlier], now))
    await _tidy(store)
    due = now + 2 * SECOND
    chunks = await _fan_out(schedule, due)
    await _tidy(store)
    timing = Timing()
    outbox = DatabaseOutbox(database, "bench", timing.lease, Pace())
    with _timed("WITH") as statements:
        paced, records = await _claim(outbox, due, claims, timing.at_once)
    open_wide = DatabaseOutbox(database, "bench", timing.lease, Pace(0 * SECOND, 0 * SECOND, rows))
    freely, _ = await _claim(open_wide, due + timedelta(hours=1), claims, timing.at_once)
    again = replace(earlier, start=_later(earlier.start))
    move = await _seconds(schedule.take_over([again], due + timedelta(hours=2)))
    return FullTable(
        rows=await _count(database),
        fan_out_seconds=sum(chunks) / 1000,
        chunks=chunks,
        statements=statements,
        claims=paced,
        records=records,
        freely=freely,
        move_seconds=move,
        moved_before=moved_before * 1000,
    )


async def _subscribe(database: Database, count: int) -> None:
    values = {"count": count, "platform": PLATFORM, "workspace": TEAM}
    async with database.begin(PATIENCE) as connection:
        await connection.execute(text(_SUBSCRIBE), {**values, "prefix": f"{PLATFORM}:channel:C"})


def _later(start: str) -> str:
    return (datetime.fromisoformat(start) + timedelta(hours=1)).isoformat(timespec="minutes")


async def _tidy(store: Store) -> None:
    """What PostgreSQL does by itself within minutes: count, and write down what is in memory."""
    if store.server:
        await asyncio.to_thread(store.server.command, "VACUUM ANALYZE; CHECKPOINT;")


async def _fan_out(schedule: DatabaseSchedule, now: datetime) -> list[float]:
    """Milliseconds of each chunk, the last of which finds nothing to do."""
    taken = []
    there = True
    while there:
        begun = perf_counter()
        there = await schedule.fan_out(now)
        taken.append(1000 * (perf_counter() - begun))
    return taken


async def _claim(
    outbox: DatabaseOutbox, begin: datetime, times: int, most: int
) -> tuple[list[float], list[float]]:
    """Milliseconds of claims, and of keeping what came of them."""
    claims, records = [], []
    for number in range(times):
        now = begin + number * 3 * SECOND
        begun = perf_counter()
        claimed = await outbox.claim(now, most)
        claims.append(1000 * (perf_counter() - begun))
        begun = perf_counter()
        await outbox.record([_sent(one) for one in claimed], now)
        records.append(1000 * (perf_counter() - begun))
    return claims, records


@contextmanager
def _timed(start: str) -> Iterator[list[float]]:
    """Milliseconds that the database takes for each statement beginning like this."""
    taken: list[float] = []
    begun = 0.0

    def before(*_: object) -> None:
        nonlocal begun
        begun = perf_counter()

    def after(_: object, __: object, statement: str, *___: object) -> None:
        if statement.startswith(start):
            taken.append(1000 * (perf_counter() - begun))

    event.listen(Engine, "before_cursor_execute", before)
    event.listen(Engine, "after_cursor_execute", after)
    try:
        yield taken
    finally:
        event.remove(Engine, "before_cursor_execute", before)
        event.remove(Engine, "after_cursor_execute", after)


def _sent(one: Delivery) -> Result:
    return Result(one, State.SENT, receipt="C1:1.1")


async def _seconds(work: Awaitable[object]) -> float:
    begun = perf_counter()
    await work
    return perf_counter() - begun


async def _count(database: Database) -> int:
    async with database.reading() as connection:
        return await connection.scalar(select(func.count()).select_from(delivery)) or 0
