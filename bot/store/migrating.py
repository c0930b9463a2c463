"""Bringing the tables of a database up to this version of the bot.

Alembic is imported where it is used: only what opens a database shall wait for it.
"""

import logging
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import Connection, text
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.errors import StoreError
from bot.store.database import Database

if TYPE_CHECKING:
    from alembic.config import Config

LONG = 600.0
"""Seconds that a migration may take, waiting for others that migrate included."""
_LOCK = 7_246_014_811
"""A number of our own among the locks of a PostgreSQL database."""
log = logging.getLogger(__name__)
# It tells of itself what concerns nobody; what was done is said here.
logging.getLogger("alembic").setLevel(logging.WARNING)


@dataclass(frozen=True, slots=True)
class Migrated:
    """From which version of the tables to which; ``before`` is empty for an empty database."""

    before: str
    after: str


async def migrate(database: Database) -> Migrated:
    """Bring the tables up to date, wholly or not at all. Raises `StoreError`.

    Of several processes that do it at once, one does it and the others wait.
    """
    versions = _versions()
    async with database.begin(patience=LONG) as connection:
        await _wait_for_others(connection)
        before = await connection.run_sync(_version)
        _refuse_unknown(before, versions)
        if before != versions[0]:
            await connection.run_sync(_upgrade)
            log.info("The tables of the store were brought to version %s.", versions[0])
        return Migrated(before, versions[0])


async def ready(database: Database, *, may_migrate: bool) -> None:
    """Make sure that the tables are those of this version of the bot. Raises `StoreError`.

    Migrates where ``may_migrate`` and it is safe.
    """
    async with database.reading() as connection:
        version = await connection.run_sync(_version)
    if must_migrate(version, _versions(), database.dialect, may_migrate=may_migrate):
        await migrate(database)


def must_migrate(version: str, versions: Sequence[str], dialect: str, *, may_migrate: bool) -> bool:
    """Whether a start is to migrate from ``version`` to the first of ``versions``.

    It is safe on SQLite, which one machine uses, and on an empty database; on PostgreSQL older
    versions of the bot may still be at work. Raises `StoreError` where it must be and is not.
    """
    _refuse_unknown(version, versions)
    if version == versions[0]:
        return False
    if may_migrate and (dialect == "sqlite" or not version):
        return True
    lacks = "older tables than" if version else "not the tables of"
    raise StoreError(f"The store has {lacks} this version of the bot: run `rain-bot migrate`.")


async def _wait_for_others(connection: AsyncConnection) -> None:
    # On SQLite the transaction itself is the lock; on both it ends with the transaction.
    if connection.dialect.name == "postgresql":
        await connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": _LOCK})


def _version(connection: Connection) -> str:
    from alembic.migration import MigrationContext  # noqa: PLC0415 - see above

    return MigrationContext.configure(connection).get_current_revision() or ""


def _refuse_unknown(version: str, versions: Sequence[str]) -> None:
    if version and version not in versions:
        raise StoreError(
            "The store has the tables of a newer version of the bot, or of another program: update "
            "the bot, or give it a database of its own."
        )


def _versions() -> list[str]:
    """All there are, the newest first."""
    from alembic.script import ScriptDirectory  # noqa: PLC0415 - see above

    steps = ScriptDirectory.from_config(_configuration()).walk_revisions()
    return [step.revision for step in steps]


def _upgrade(connection: Connection) -> None:
    from alembic import command  # noqa: PLC0415 - see above

    configuration = _configuration()
    configuration.attributes["connection"] = connection
    command.upgrade(configuration, "head")


def _configuration() -> "Config":
    from alembic.config import Config  # noqa: PLC0415 - see above

    configuration = Config()
    configuration.set_main_option("script_location", "bot.store:migrations")
    return configuration
