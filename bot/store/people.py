"""Who people said they are and what they chose, for all processes that share the database."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Any

from sqlalchemy import Row, Select, Table, bindparam, case, delete, literal, select, union_all

from bot.ports import Askers, Clock, Known
from bot.reply import Audience, Language
from bot.store.columns import Instant
from bot.store.database import Database
from bot.store.gathering import Gathered, odd
from bot.store.purging import Purge
from bot.store.rows import Rows
from bot.store.tables import person, person_language
from bot.store.upsert import inserting

_TABLES = (person, person_language)
_Found = Row[Any] | None


def _one(table: Table) -> Select[Any]:
    """What a table holds of the people with these ``keys``."""
    value = person.c.audience if table is person else person_language.c.language
    named = literal(table.name).label("what"), table.c.key, value.label("value"), table.c.until
    return select(*named).where(table.c.key.in_(bindparam("keys", expanding=True)))


_THEIRS = union_all(*map(_one, _TABLES))
"""Made once: making a statement costs more than asking the database."""


class DatabaseAskers(Askers):
    """Remembers askers, each for as long as is asked for. May raise `StoreError`."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock
        self._audiences = Rows(database, person)
        self._languages = Rows(database, person_language)
        self._reading = Gathered(self._read)
        self._purges = [Purge(database, table, table.c.until) for table in _TABLES]

    async def recall(self, asker: str) -> Known:
        """What is remembered of the person."""
        for purge in self._purges:
            await purge.now_and_then(self._clock.now())
        return await self._reading.do(asker, alone=odd(asker))

    async def _read(self, askers: Sequence[str]) -> list[Known]:
        """In one statement: every question waits for it."""
        async with self._database.reading() as connection:
            rows = (await connection.execute(_THEIRS, {"keys": sorted(set(askers))})).all()
        now = self._clock.now()
        found = {(row.what, row.key): row for row in rows if row.until > now}
        person_, language = (table.name for table in _TABLES)
        return [
            _known(found.get((person_, asker)), found.get((language, asker))) for asker in askers
        ]

    async def keep_audience(
        self, asker: str, audience: Audience | None, lasting: timedelta
    ) -> None:
        """Remember this instead of the audience before; the same for no shorter than before."""
        if audience is None:
            await self._audiences.drop(asker)
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
            await self._languages.drop(asker)
            return
        until = self._clock.now() + lasting
        await self._languages.put(asker, language=language.value, until=until)

    async def forget(self, asker: str) -> None:
        """Remember nothing of the person, or all as before where that fails."""
        async with self._database.begin() as connection:
            for table in _TABLES:
                await connection.execute(delete(table).where(table.c.key == asker))


def _known(audience: _Found, language: _Found) -> Known:
    return Known(
        Audience(audience.value) if audience else None,
        audience.until if audience else None,
        Language(language.value) if language else None,
        language.until if language else None,
    )
