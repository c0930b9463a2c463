"""What holds for the whole checkout, and no other tool watches over."""

import ast
import importlib
import json
import re
import string
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import TypeGuard

import pytest

from bot.wording.phrase import Phrase

ROOT = Path(__file__).resolve().parents[2]
# Put together from parts, for this file is searched too.
UNWANTED = re.compile(
    "|".join(
        [
            "pypi" + r"\.org",
            "pythonhosted" + r"\.org",
            "registry" + r"\.npmjs",
            "deb" + r"\.debian",
            r"(?<![\w.])/" + r"(?:home|root|Users|tmp|work)/\w",
        ]
    )
)
PLACEHOLDERS = string.Formatter()


def checkout() -> list[Path]:
    listed = subprocess.run(
        ["git", "ls-files", "-co", "--exclude-standard", "-z"],  # noqa: S607 — git of the PATH
        cwd=ROOT,
        capture_output=True,
        check=True,
        text=True,
    ).stdout
    return [path for name in listed.split("\0") if name and (path := ROOT / name).is_file()]


def texts() -> Iterator[tuple[Path, str]]:
    for path in checkout():
        content = path.read_bytes()
        if b"\0" not in content:
            yield path.relative_to(ROOT), content.decode("utf-8")


def phrases() -> dict[str, Phrase]:
    found: dict[str, Phrase] = {}
    for file in sorted((ROOT / "bot" / "wording").glob("*.py")):
        module = importlib.import_module(f"bot.wording.{file.stem}")
        for name, value in vars(module).items():
            found |= {f"{file.stem}.{at}": phrase for at, phrase in within(name, value)}
    return found


def within(name: str, value: object) -> Iterator[tuple[str, Phrase]]:
    """The phrases in a constant, which may be a table of them."""
    if isinstance(value, Phrase):
        yield name, value
    elif isinstance(value, dict):
        for key, part in value.items():
            yield from within(f"{name}[{key}]", part)
    elif isinstance(value, tuple | list | frozenset):
        for number, part in enumerate(value):
            yield from within(f"{name}[{number}]", part)


def placeholders(text: str) -> set[str]:
    return {name for _, name, _, _ in PLACEHOLDERS.parse(text) if name is not None}


def test_no_file_names_a_registry_or_a_place_on_somebodys_machine() -> None:
    found = [
        f"{path}:{number}: {line.strip()[:80]}"
        for path, text in texts()
        for number, line in enumerate(text.splitlines(), 1)
        if UNWANTED.search(line)
    ]
    assert found == []


def test_every_locked_version_has_a_hash() -> None:
    locks = sorted((ROOT / "requirements").glob("*.txt"))
    assert {lock.stem for lock in locks} >= {"core", "run", "dev"}
    for lock in locks:
        pins = re.split(r"\n(?=\S)", lock.read_text("utf-8").partition("\n\n")[2])
        assert [pin for pin in pins if not re.match(r"[\w.-]+==\S+ .*\n    --hash=", pin)] == []


def test_what_tests_take_from_node_is_locked_too() -> None:
    folder = ROOT / "tests" / "node"
    asked = json.loads((folder / "package.json").read_text("utf-8"))
    assert asked.keys().isdisjoint({"dependencies", "scripts"})
    assert all(re.fullmatch(r"\d+\.\d+\.\d+", pin) for pin in asked["devDependencies"].values())
    locked = json.loads((folder / "package-lock.json").read_text("utf-8"))["packages"]
    assert locked.pop("")["devDependencies"] == asked["devDependencies"]
    assert all(package["integrity"].startswith("sha512-") for package in locked.values())
    assert not any("resolved" in package for package in locked.values()), "see .npmrc"


def test_the_narrower_locks_take_the_versions_of_the_widest() -> None:
    dev, run, core = (
        set(re.findall(r"^\S+==.*$", (ROOT / f"requirements/{name}.txt").read_text(), re.MULTILINE))
        for name in ("dev", "run", "core")
    )
    assert core < run < dev


def test_the_changelog_opens_with_a_dated_entry() -> None:
    changelog = (ROOT / "CHANGELOG.md").read_text("utf-8")
    first = re.search(r"^## (.*)$", changelog, re.MULTILINE)
    assert first
    assert re.search(r"\b20\d\d-[01]\d-[0-3]\d\b", first[1])


def test_there_are_phrases() -> None:
    assert phrases()


@pytest.mark.parametrize(("name", "phrase"), phrases().items(), ids=phrases())
def test_a_phrase_says_the_same_in_both_languages(name: str, phrase: Phrase) -> None:
    assert phrase.da.strip(), name
    assert phrase.en.strip(), name
    assert placeholders(phrase.da) == placeholders(phrase.en)
    assert "" not in placeholders(phrase.da), "values are filled in by name"


def mocks_in(source: str) -> list[int]:
    """The lines that replace something by a stand-in that nothing keeps honest."""
    return [node.lineno for node in ast.walk(ast.parse(source)) if is_mock(node)]


def is_mock(node: ast.AST) -> TypeGuard[ast.expr | ast.stmt | ast.alias]:
    match node:
        case ast.alias(name=name) | ast.ImportFrom(module=str(name)):
            return name.startswith("unittest")
        case ast.Call(func=ast.Attribute(value=ast.Name(owner), attr=attribute)):
            patches = owner == "monkeypatch" and attribute in {"setattr", "delattr"}
            return patches or owner == "mocker"
        case _:
            return False


@pytest.mark.parametrize(
    "source",
    [
        "import unittest.mock",
        "from unittest import mock",
        "from unittest.mock import Mock",
        "monkeypatch.setattr('bot.config.settings', 1)",
        "mocker.patch('x')",
    ],
)
def test_a_mock_is_recognised(source: str) -> None:
    assert mocks_in(source) == [1]


def test_no_test_mocks() -> None:
    found = [
        f"{path}:{line}"
        for path, text in texts()
        if path.parts[0] == "tests" and path.suffix == ".py"
        for line in mocks_in(text)
    ]
    assert found == []
