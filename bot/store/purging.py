"""Rows whose time is over, deleted now and then."""

from datetime import datetime, timedelta

from sqlalchemy import Column, Table, delete, select

from bot.store.columns import EPOCH
from bot.store.database import Database

EVERY = timedelta(hours=1)
MOST = 1_000
"""How many rows are deleted in one go, so that nobody waits for it."""


class Purge:
    """Deletes a table's rows with a moment that has come, at most once an hour."""

    def __init__(self, database: Database, table: Table, moment: Column[datetime]) -> None:
        self._database = database
        self._table = table
        self._moment = moment
        self._last = EPOCH

    async def now_and_then(self, now: datetime, passed: datetime | None = None) -> None:
        """Where it is time, delete those whose moment is not after ``passed``, or else ``now``.

        Raises `StoreError`.
        """
        if abs(now - self._last) < EVERY:  # a clock that was set back is no reason to wait for it
            return
        (key,) = self._table.primary_key
        over = select(key).where(self._moment <= (passed or now)).limit(MOST)
        # Whoever else deletes the same rows is left to it: waiting could end in a deadlock.
        over = over.with_for_update(skip_locked=True)
        async with self._database.begin() as connection:
            gone = await connection.execute(delete(self._table).where(key.in_(over)))
        if gone.rowcount < MOST:
            self._last = now
