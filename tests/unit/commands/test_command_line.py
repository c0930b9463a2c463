"""The command line as a whole, some of it as a process of its own."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from bot.desk import Desk
from tests.unit.commands.conftest import OURS, Run

ROOT = Path(__file__).resolve().parents[3]
DATA = "hvem har styr på historiske data?"


@pytest.fixture
def environment(
    shipped: Path,
    fitted_cache: Path,
    tmp_path: Path,
    desk: Desk,  # noqa: ARG001 — what the desk fitted is in the cache
) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith(OURS)}
    folders = {"RAIN_KNOWLEDGE": str(shipped), "RAIN_CACHE": str(fitted_cache)}
    store = {"RAIN_STORE": str(tmp_path / "rain.sqlite3")}
    return kept | folders | store | {"RAIN_SEMANTIC": "off"}


def started(
    *arguments: str, environment: dict[str, str], stdin: bytes = b""
) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(  # noqa: S603 — our own command line
        [sys.executable, "-m", "bot", *arguments],
        cwd=ROOT,
        env=environment,
        input=stdin,
        capture_output=True,
        check=False,
        timeout=60,
    )


def test_a_question_is_answered_from_the_shell(environment: dict[str, str]) -> None:
    ran = started("ask", DATA, "--json", environment=environment)
    assert (ran.returncode, ran.stderr) == (0, b"")
    assert json.loads(ran.stdout)["entries"][0]["id"] == "contact-historical-data"


def test_bytes_that_are_no_text_are_refused_or_answered(environment: dict[str, str]) -> None:
    ran = started("ask", "--jsonl", environment=environment, stdin=b'{"q": "\xff\xfe"}\n')
    assert ran.returncode in {0, 2}
    assert b"Traceback" not in ran.stderr


def test_a_reader_that_has_seen_enough_is_no_failure(environment: dict[str, str]) -> None:
    questions = b'{"q": "hej"}\n' * 3000
    with subprocess.Popen(
        [sys.executable, "-m", "bot", "ask", "--jsonl"],
        cwd=ROOT,
        env=environment,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        assert process.stdin
        assert process.stdout
        assert process.stderr
        process.stdin.write(questions[:13])
        process.stdin.flush()
        assert process.stdout.readline()
        process.stdout.close()
        try:
            process.stdin.write(questions)
            process.stdin.close()
        except BrokenPipeError:
            pass
        assert process.wait(timeout=60) == 0
        assert process.stderr.read() == b""


def test_a_broken_base_ends_every_command_but_check(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.yaml").write_text("events:\n  - id: x\n", "utf-8")
    monkeypatch.setenv("RAIN_KNOWLEDGE", str(tmp_path))
    for arguments in [("ask", "hej"), ("chat",), ("events",), ("serve", "--port", "0")]:
        ran = run(*arguments)
        assert ran.code == 2
        assert "a.yaml:2: error: " in ran.err
        assert "Traceback" not in ran.err
        last = ran.err.splitlines()[-1]
        assert last.startswith("rain-bot: the knowledge base has ")


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("RAIN_KNOWLEDGE", "nowhere"),
        ("RAIN_PORT", "http"),
        ("RAIN_LOG_LEVEL", "loud"),
        ("RAIN_HOST", "0.0.0.0"),  # noqa: S104 — it must be refused
        ("RAIN_KNOWLEGDE", "x"),
        ("SLACK_SIGNING_SECRET", "x"),
    ],
)
def test_a_setting_that_is_unusable_is_named(
    run: Run, monkeypatch: pytest.MonkeyPatch, name: str, value: str
) -> None:
    monkeypatch.setenv(name, value)
    complaint = run("ask", "hej").complaint
    assert name in complaint or "SLACK_BOT_TOKEN" in complaint


def test_an_empty_base_is_named(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("RAIN_KNOWLEDGE", str(tmp_path))
    assert str(tmp_path) in run("ask", "hej").complaint


@pytest.mark.parametrize("arguments", [(), ("nonsense",), ("--version",), ("ASK", "x"), ("",)])
def test_no_command_is_an_error(run: Run, arguments: tuple[str, ...]) -> None:
    assert "rain-bot --help" in run(*arguments).complaint


@pytest.mark.parametrize(
    "arguments", [(), ("ask",), ("chat",), ("check",), ("evaluate",), ("events",), ("serve",)]
)
def test_help_is_no_error(
    run: Run, capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...]
) -> None:
    with pytest.raises(SystemExit) as ended:
        run(*arguments, "--help")
    assert ended.value.code == 0
    assert "usage: rain-bot" in capsys.readouterr().out
