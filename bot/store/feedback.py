"""People's verdicts on answers: in this process alone, or for all that share the database."""

import json
from collections import Counter, OrderedDict
from datetime import UTC, datetime

from sqlalchemy import ColumnElement, delete, func, select

from bot.feedback.ports import KEPT, Given, Record, Verdict, Verdicts
from bot.feedback.records import Counted, records
from bot.ports import Clock
from bot.store.database import Database
from bot.store.memory import MOST
from bot.store.purging import Purge
from bot.store.tables import verdict as table
from bot.store.upsert import inserting

_ONE = ["asker", "entries"]


class MemoryVerdicts(Verdicts):
    """Keeps the latest verdicts of this process."""

    def __init__(self, clock: Clock, most: int = MOST) -> None:
        self._clock = clock
        self._most = most
        self._kept: OrderedDict[tuple[str, frozenset[str]], tuple[datetime, bool]] = OrderedDict()

    async def keep(self, verdict: Verdict) -> None:
        """Keep it instead of what the person said of the same answer before."""
        one = verdict.asker, verdict.entries
        self._kept[one] = _day(self._clock), verdict.right
        self._kept.move_to_end(one)
        if len(self._kept) > self._most:
            self._kept.popitem(last=False)

    async def given_by(self, asker: str) -> Given:
        """What is kept of a person."""
        self._drop_old()
        days = [day for (who, _), (day, _) in self._kept.items() if who == asker]
        return Given(len(days), max(days) + KEPT) if days else Given()

    async def forget(self, asker: str) -> int:
        """Keep nothing of a person; how many verdicts there were."""
        self._drop_old()
        gone = [one for one in self._kept if one[0] == asker]
        for one in gone:
            del self._kept[one]
        return len(gone)

    def forget_all(self, beginning: str) -> None:
        """Keep nothing of people whose keys begin like this."""
        for one in [one for one in self._kept if one[0].startswith(beginning)]:
            del self._kept[one]

    async def records(self) -> tuple[Record, ...]:
        """How each entry comes off that anybody judged, the worst first."""
        self._drop_old()
        counts = Counter(
            (entries, right, day.date()) for (_, entries), (day, right) in self._kept.items()
        )
        return records(Counted(*one[:2], count, one[2]) for one, count in counts.items())

    def _drop_old(self) -> None:
        limit = self._clock.now() - KEPT
        for one in [one for one, (day, _) in self._kept.items() if day <= limit]:
            del self._kept[one]


class DatabaseVerdicts(Verdicts):
    """Verdicts. Every method may raise `StoreError`."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock
        self._purge = Purge(database, table, table.c.day)

    async def keep(self, verdict: Verdict) -> None:
        """Keep it instead of what the person said of the same answer before."""
        now = self._clock.now()
        await self._purge.now_and_then(now, now - KEPT)
        said = {"right": verdict.right, "day": _day(self._clock), "workspace": verdict.workspace}
        async with self._database.begin() as connection:
            adding = inserting(connection, table).values(
                asker=verdict.asker, entries=json.dumps(sorted(verdict.entries)), **said
            )
            await connection.execute(adding.on_conflict_do_update(index_elements=_ONE, set_=said))

    async def given_by(self, asker: str) -> Given:
        """What is kept of a person."""
        theirs = select(func.count(), func.max(table.c.day)).where(
            table.c.asker == asker, self._still
        )
        async with self._database.reading() as connection:
            count, last = (await connection.execute(theirs)).one()
        return Given(count, last + KEPT) if count else Given()

    async def forget(self, asker: str) -> int:
        """Keep nothing of a person; how many verdicts there were."""
        async with self._database.begin() as connection:
            gone = await connection.execute(delete(table).where(table.c.asker == asker))
            return gone.rowcount

    async def records(self) -> tuple[Record, ...]:
        """How each entry comes off that anybody judged, the worst first."""
        kinds = table.c.entries, table.c.right
        counted = (
            select(*kinds, func.count().label("number"), func.max(table.c.day).label("last"))
            .where(self._still)
            .group_by(*kinds)
        )
        async with self._database.reading() as connection:
            rows = (await connection.execute(counted)).all()
        return records(
            Counted(json.loads(row.entries), row.right, row.number, row.last.date()) for row in rows
        )

    @property
    def _still(self) -> ColumnElement[bool]:
        """Which are not over though they may not have been deleted yet."""
        return table.c.day > self._clock.now() - KEPT


def _day(clock: Clock) -> datetime:
    """The day, as its first moment: the time of day is nobody's business."""
    return clock.now().astimezone(UTC).replace(hour=0, minute=0, second=0, microsecond=0)
