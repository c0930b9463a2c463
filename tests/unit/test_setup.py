"""What scripts/setup says on a machine that lacks something."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

SETUP = Path(__file__).resolve().parents[2] / "scripts" / "setup"
pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="a shell script")


def python(folder: Path, version: str, *, missing: str = "nothing") -> str:
    """A Python of this version that cannot import ``missing``; it makes no environments."""
    program = folder / f"python{version}"
    program.write_text(
        "#!/bin/sh\n"
        f'case "$*" in *--version*) echo Python {version}; exit;; *{missing}*) exit 1;; esac\n'
        f"real='import sys; sys.version_info = ({version.replace('.', ', ')})'\n"
        f'[ "$1" = -c ] && exec {sys.executable} -c "$real; $2"\n'
        "echo made by this one >&2; exit 9\n",
        "utf-8",
    )
    program.chmod(0o755)
    return str(program)


def told(checkout: Path, *names: str) -> str:
    (checkout / "scripts").mkdir()
    copy = shutil.copy(SETUP, checkout / "scripts")
    ended = subprocess.run(  # noqa: S603 — our own script
        [copy, "run"],
        env={"PATH": "/usr/bin:/bin", "PYTHON": " ".join(names)},
        capture_output=True,
        check=False,
        text=True,
    )
    assert ended.returncode
    assert not (checkout / ".venv").exists()
    return ended.stderr


def test_no_python_at_all(tmp_path: Path) -> None:
    assert told(tmp_path, "python-of-nowhere").startswith(
        "No Python found under the name python-of-nowhere;"
    )


@pytest.mark.parametrize("version", ["3.9.18", "3.10.13", "3.15.0"])
def test_a_python_that_does_not_fit(tmp_path: Path, version: str) -> None:
    sentence = told(tmp_path, python(tmp_path, version))
    assert sentence.startswith("Python 3.11, 3.12, 3.13 or 3.14 is needed; found only")
    assert f"(Python {version})" in sentence


def test_a_python_that_makes_no_environments(tmp_path: Path) -> None:
    sentence = told(tmp_path, python(tmp_path, "3.12.1", missing="ensurepip"))
    assert "cannot make virtual environments" in sentence
    assert "apt-get install python3-venv" in sentence


def test_the_first_python_that_fits_is_taken(tmp_path: Path) -> None:
    names = [
        "python-of-nowhere",
        python(tmp_path, "3.9.18"),
        python(tmp_path, "3.12.1", missing="ensurepip"),
        python(tmp_path, "3.13.0"),
    ]
    assert told(tmp_path, *names) == "made by this one\n"
