"""The manifests fit Slack's own type of them, as the TypeScript compiler sees it."""

import json
import os
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

from bot.slack.manifest import manifest

INSTALLED = Path(__file__).resolve().parents[2] / "node" / "node_modules"
HOST = "https://rain.example.org"
MADE = {"socket": manifest(), "http": manifest(HOST), "oauth": manifest(HOST, oauth=True)}
UNTYPED = "assistant:write"
"""A scope that Slack's type has not heard of yet; the test says when it has."""
PACKAGE = json.dumps((INSTALLED / "@slack" / "web-api").as_posix())
# The type takes any further key at its top, by an index signature; `Known` leaves that out.
TYPES = f"""\
import type {{ AppsManifestValidateArguments }} from {PACKAGE};
type Known<T> = {{ [K in keyof T as string extends K ? never : K]: T[K] }};
type Official = Known<AppsManifestValidateArguments["manifest"]>;
type Scopes = NonNullable<NonNullable<Official["oauth_config"]>["scopes"]>;
type Scope = NonNullable<Scopes["bot"]>[number];
// @ts-expect-error: an error of its own once the type knows it
export const untyped: Scope = "{UNTYPED}";
"""
OPTIONS = ("--noEmit", "--strict", "--skipLibCheck", "--pretty", "false")


@pytest.fixture(scope="module")
def compiler() -> str:
    """Where tsc is; skips without it, and fails where it is required."""
    found = shutil.which("tsc", path=INSTALLED / ".bin")
    if found and shutil.which("node"):
        return found
    if os.environ.get("RAIN_REQUIRE_NODE") == "1":
        pytest.fail("tests/node is not installed, and RAIN_REQUIRE_NODE=1 asks for it")
    return pytest.skip("tests/node is not installed: run `make node`")


def complaints(compiler: str, folder: Path, made: dict[str, dict[str, Any]]) -> list[str]:
    """What the compiler says of constants of the official type that hold these manifests."""
    constants = [
        f"export const {name}: Official = {json.dumps(typed(content))};\n"
        for name, content in made.items()
    ]
    file = folder / "manifests.ts"
    file.write_text(TYPES + "".join(constants), "utf-8")
    ran = subprocess.run(  # noqa: S603 — the compiler that was installed for this
        [compiler, *OPTIONS, "--types", "", file.name],
        cwd=folder,
        capture_output=True,
        check=False,
        text=True,
        timeout=120,
    )
    assert (ran.returncode == 0) == (ran.stdout == ""), ran
    return ran.stdout.splitlines()


def typed(made: dict[str, Any]) -> dict[str, Any]:
    """The manifest without what the type does not know."""
    copy: dict[str, Any] = json.loads(json.dumps(made))
    copy["oauth_config"]["scopes"]["bot"].remove(UNTYPED)
    return copy


def test_they_are_of_the_official_type(compiler: str, tmp_path: Path) -> None:
    assert complaints(compiler, tmp_path, MADE) == []


def test_the_type_would_notice(compiler: str, tmp_path: Path) -> None:
    whole = json.dumps(manifest())
    slips = {
        "event": whole.replace('"message.im"', '"message.dm"'),
        "scope": whole.replace('"users:read.email"', '"users:email"'),
        "key": whole.replace('"agent_description"', '"assistant_description"'),
        "part": whole.replace('"features"', '"feature"'),
        "kind": whole.replace('"type": "message"', '"type": "anything"'),
        "missing": whole.replace('"command": "/rain", ', ""),
    }
    assert whole not in slips.values()
    said = complaints(compiler, tmp_path, {name: json.loads(text) for name, text in slips.items()})
    first = TYPES.count("\n") + 1
    lines = {int(line.partition("(")[2].partition(",")[0]) for line in said if line[0] != " "}
    assert lines == set(range(first, first + len(slips)))
