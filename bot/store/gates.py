"""Gates: when a channel, and a workspace, may be written to again, whoever writes."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, Text, delete, func, literal, select, true
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.store.columns import Instant
from bot.store.tables import gate
from bot.store.upsert import inserting


@dataclass(frozen=True, slots=True)
class Pace:
    """How far apart messages are kept.

    ``channel`` lies between two to one channel. A workspace takes ``burst`` at once, and then as
    many times ``workspace`` passes before the next.
    """

    channel: timedelta = timedelta(seconds=1.2)
    workspace: timedelta = timedelta(seconds=0.2)
    burst: int = 10


async def pass_through(
    connection: AsyncConnection, keys: Iterable[str], now: datetime, gap: timedelta
) -> set[str]:
    """The gates that were open; each stays shut for ``gap`` from now on."""
    # In one order everywhere, so that two who want the same gates never wait for each other.
    wanted = sorted(set(keys))
    if not wanted:
        return set()
    shut_until = literal(now + gap, Instant)
    rows = select(each(connection, wanted).label("key"), shut_until.label("free_at")).where(true())
    insert = inserting(connection, gate).from_select(["key", "free_at"], rows)
    statement = insert.on_conflict_do_update(
        index_elements=[gate.c.key],
        set_={"free_at": insert.excluded.free_at},
        where=gate.c.free_at <= now,
    ).returning(gate.c.key)
    return set((await connection.execute(statement)).scalars())


def each(connection: AsyncConnection, texts: list[str]) -> ColumnElement[str]:
    """The texts as rows, in one parameter: the statement is the same for however many."""
    if connection.dialect.name == "sqlite":
        return func.json_each(json.dumps(texts)).table_valued("value").c.value
    return func.unnest(literal(texts, ARRAY(Text))).column_valued("one")


async def free_at(connection: AsyncConnection, keys: Iterable[str]) -> Mapping[str, datetime]:
    """When gates open that were ever used."""
    statement = select(gate.c.key, gate.c.free_at).where(gate.c.key.in_(sorted(set(keys))))
    return {row.key: row.free_at for row in await connection.execute(statement)}


async def shut(connection: AsyncConnection, until: Mapping[str, datetime]) -> None:
    """Keep gates shut at least until then."""
    rows = [{"key": key, "free_at": until[key]} for key in sorted(until)]
    if not rows:
        return
    insert = inserting(connection, gate).values(rows)
    later = func.max if connection.dialect.name == "sqlite" else func.greatest
    await connection.execute(
        insert.on_conflict_do_update(
            index_elements=[gate.c.key],
            set_={"free_at": later(gate.c.free_at, insert.excluded.free_at)},
        )
    )


async def forget_open(connection: AsyncConnection, before: datetime, kept: Iterable[str]) -> None:
    """Drop gates that have stood open since ``before``, which say nothing; not those ``kept``."""
    over = select(gate.c.key).where(gate.c.free_at < before, gate.c.key.not_in(sorted(kept)))
    # Whoever passes through one just now keeps it: waiting for each other could end in a deadlock.
    over = over.with_for_update(skip_locked=True)
    await connection.execute(delete(gate).where(gate.c.key.in_(over)))


def counted(keys: Sequence[str]) -> list[tuple[str, int]]:
    """Each key with how many of the same stood before it."""
    seen: dict[str, int] = {}
    numbered = []
    for key in keys:
        numbered.append((key, seen.get(key, 0)))
        seen[key] = seen.get(key, 0) + 1
    return numbered
