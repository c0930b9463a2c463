"""The command line in this process, with an environment and a cache of its own."""

import io
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

from bot.__main__ import main
from bot.desk import Desk

OURS = ("RAIN_", "SLACK_", "TEAMS_", "PORT", "DATABASE_URL")


@dataclass(frozen=True, slots=True)
class Ran:
    """What a command ended with, and what it printed."""

    code: int
    out: str
    err: str

    @property
    def complaint(self) -> str:
        """The one line on standard error that an unusable argument ends with."""
        assert self.code == 2
        assert self.out == ""
        assert self.err.count("\n") == 1
        assert self.err.startswith("rain-bot: ")
        assert "Traceback" not in self.err
        return self.err.strip()


Run = Callable[..., Ran]


@contextmanager
def piped(text: str) -> Iterator[None]:
    """Standard input holds this text."""
    before = sys.stdin
    sys.stdin = io.TextIOWrapper(io.BytesIO(text.encode()), "utf-8")
    try:
        yield
    finally:
        sys.stdin = before


@pytest.fixture
def run(
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    shipped: Path,
    fitted_cache: Path,
    desk: Desk,  # noqa: ARG001 — what it fitted is in the cache
    tmp_path: Path,
) -> Run:
    """Runs a command; ``stdin`` is what is piped into it."""
    for name in [name for name in os.environ if name.startswith(OURS)]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("RAIN_KNOWLEDGE", str(shipped))
    monkeypatch.setenv("RAIN_CACHE", str(fitted_cache))
    monkeypatch.setenv("RAIN_STORE", str(tmp_path / "rain.sqlite3"))
    monkeypatch.setenv("RAIN_SEMANTIC", "off")

    def run(*arguments: str, stdin: str = "") -> Ran:
        with piped(stdin):
            code = main(arguments)
        out, err = capsys.readouterr()
        return Ran(code, out, err)

    return run
