"""Who people said they are and what they chose, for all processes that share the database."""

from datetime import datetime, timedelta

from sqlalchemy import CompoundSelect, Select, Table, case, delete, literal, select, union_all

from bot.ports import Askers, Clock, Known
from bot.reply import Audience, Language
from bot.store import rows
from bot.store.database import Database
from bot.store.purging import Purge
from bot.store.tables import Instant, person, person_language
from bot.store.upsert import inserting

_TABLES = (person, person_language)


class DatabaseAskers(Askers):
    """Remembers askers, each for as long as is asked for. May raise `StoreError`."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock
        self._purges = [Purge(database, table, table.c.until) for table in _TABLES]

    async def recall(self, asker: str) -> Known:
        """What is remembered of the person."""
        now = self._clock.now()
        for purge in self._purges:
            await purge.now_and_then(now)
        async with self._database.reading() as connection:
            found = {row.what: row for row in await connection.execute(_known(asker, now))}
        audience, language = (found.get(table.name) for table in _TABLES)
        return Known(
            Audience(audience.value) if audience else None,
            audience.until if audience else None,
            Language(language.value) if language else None,
            language.until if language else None,
        )

    async def keep_audience(
        self, asker: str, audience: Audience | None, lasting: timedelta
    ) -> None:
        """Remember this instead of the audience before; the same for no shorter than before."""
        if audience is None:
            await rows.drop(self._database, person, asker)
            return
        until, before = self._clock.now() + lasting, person.c
        same = (before.audience == audience.value) & (before.until > until)
        longest = case((same, before.until), else_=literal(until, Instant()))
        async with self._database.begin() as connection:
            adding = inserting(connection, person).values(
                key=asker, audience=audience.value, until=until
            )
            changes = {"audience": audience.value, "until": longest}
            await connection.execute(
                adding.on_conflict_do_update(index_elements=["key"], set_=changes)
            )

    async def keep_language(
        self, asker: str, language: Language | None, lasting: timedelta
    ) -> None:
        """Remember this instead of the language before."""
        if language is None:
            await rows.drop(self._database, person_language, asker)
            return
        until = self._clock.now() + lasting
        await rows.put(self._database, person_language, asker, language=language.value, until=until)

    async def forget(self, asker: str) -> None:
        """Remember nothing of the person, or all as before where that fails."""
        async with self._database.begin() as connection:
            for table in _TABLES:
                await connection.execute(delete(table).where(table.c.key == asker))


def _known(asker: str, now: datetime) -> CompoundSelect[str, str, datetime]:
    """A row for each thing that is known, in one statement: every question waits for it."""
    return union_all(
        _one(person, person.c.audience.name, asker, now),
        _one(person_language, person_language.c.language.name, asker, now),
    )


def _one(table: Table, column: str, asker: str, now: datetime) -> Select[str, str, datetime]:
    named = literal(table.name).label("what"), table.c[column].label("value"), table.c.until
    return select(*named).where(table.c.key == asker, table.c.until > now)
