"""``check``: every finding with its place, and an exit code to build on."""

import re
import shutil
from pathlib import Path

import pytest

from tests.unit.commands.conftest import Run

JUNE = ("--at", "2023-06-01")
PLACE = re.compile(r"^[\w./-]+\.ya?ml:\d+: (error|warning): \S.*[.!?]$")


@pytest.fixture
def copy(shipped: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the shipped base to spoil, which the commands look at."""
    folder = tmp_path / "copy"
    shutil.copytree(shipped, folder)
    monkeypatch.setenv("RAIN_KNOWLEDGE", str(folder))
    return folder


@pytest.fixture
def check(run: Run, copy: Path) -> Run:  # noqa: ARG001 — named so that it is looked at
    return run


def spoil(path: Path, old: str, new: str) -> int:
    """Replace one text; the line on which it stood."""
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")
    return text[: text.index(old)].count("\n") + 1


def test_the_shipped_base_has_no_errors(run: Run) -> None:
    ran = run("check", *JUNE)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.splitlines()[-1].startswith("0 errors, ")


def test_every_finding_names_file_and_line(run: Run) -> None:
    *findings, total = run("check", "--at", "2026-11-23").out.splitlines()
    assert findings, "after three years all is due"
    assert [line for line in findings if not PLACE.match(line)] == []
    assert total == f"0 errors, {len(findings)} warnings."


def test_strictly_warnings_count(run: Run) -> None:
    late = ("--at", "2026-11-23")
    assert run("check", *late).code == 0
    assert run("check", "--strict", *late).code == 1


def test_without_findings_strict_is_content(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "base.yaml").write_text(
        """\
sources:
  - id: letter
    title: {da: Brevet, en: The letter}
    published: 2023-06-01
organisations:
  - id: network
    source: letter
    checked: 2023-06-01
    name: {da: Netværket, en: The network}
    summary: {da: Et netværk., en: A network.}
    contact: front-desk
people:
  - id: anna-hansen
    source: letter
    checked: 2023-06-01
    name: Anna Hansen
    email: anna@example.dk
    organisation: network
roles:
  - id: front-desk
    source: letter
    checked: 2023-06-01
    title: {da: Indgangen, en: The entrance}
    people: [anna-hansen]
    organisation: network
    summary: {da: Spørg her., en: Ask here.}
    entrance: true
""",
        "utf-8",
    )
    monkeypatch.setenv("RAIN_KNOWLEDGE", str(tmp_path))
    ran = run("check", "--strict", *JUNE)
    assert (ran.code, ran.out) == (0, "0 errors, 0 warnings.\n")


def test_every_error_is_told_at_once_with_its_place(check: Run, copy: Path) -> None:
    wrong = [
        ("people.yaml", "email: kgk@rsyd.dk", "email: no-address"),
        ("events-2023.yaml", "ends: 2023-06-21T16:45", "ends: 2023-06-21T14:45"),
        ("rain.yaml", "source: newsletter-2023-06", "source: nowhere"),
    ]
    places = [f"{file}:{spoil(copy / file, old, new)}: error: " for file, old, new in wrong]
    ran = check("check", *JUNE)
    assert (ran.code, ran.err) == (1, "")
    *findings, total = ran.out.splitlines()
    for place in places:
        assert any(line.startswith(place) for line in findings), place
    assert all(PLACE.match(line) for line in findings)
    errors = [line for line in findings if ": error: " in line]
    assert total.startswith(f"{len(errors)} errors, ")


@pytest.mark.parametrize("content", [b"\xff\xfe\x00", b"events: [", b"events: {a: 1}\nevents: []"])
def test_a_file_that_cannot_be_read_is_an_error(check: Run, copy: Path, content: bytes) -> None:
    (copy / "spoilt.yaml").write_bytes(content)
    ran = check("check", *JUNE)
    assert (ran.code, ran.err) == (1, "")
    assert "spoilt.yaml:" in ran.out


def test_an_entry_checked_in_the_future_is_an_error(run: Run) -> None:
    ran = run("check", "--at", "2020-01-01")
    assert ran.code == 1
    assert "yet to come" in ran.out


def test_a_bad_moment_is_an_error(run: Run) -> None:
    assert "'soon'" in run("check", "--at", "soon").complaint


def test_owners_of_an_unknown_area_are_named(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    before = run("check", *JUNE).out.splitlines()
    monkeypatch.setenv("RAIN_OWNERS", "C1, no-such-role=C2")
    ran = run("check", *JUNE)
    assert ran.code == 0
    (new,) = [line for line in ran.out.splitlines()[:-1] if line not in before]
    assert new.startswith("RAIN_OWNERS:1: warning: no-such-role is no role")
