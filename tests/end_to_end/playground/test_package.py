"""The Playground's package is pinned, and its lock says nothing of where it is fetched."""

import json
from pathlib import Path

import pytest

from tests.end_to_end.playground.playground import HERE, REQUIRED, node

NAME, VERSION = "@microsoft/m365agentsplayground", "0.2.28"


def test_the_playground_is_pinned_and_locked() -> None:
    asked = json.loads((HERE / "package.json").read_text("utf-8"))
    assert asked["devDependencies"] == {NAME: VERSION}
    assert asked.keys().isdisjoint({"dependencies", "scripts"})
    packages = json.loads((HERE / "package-lock.json").read_text("utf-8"))["packages"]
    assert packages.pop("")["devDependencies"] == asked["devDependencies"]
    assert packages[f"node_modules/{NAME}"]["version"] == VERSION
    assert all(package["integrity"].startswith("sha512-") for package in packages.values())
    assert not any(
        package.keys() & {"resolved", "hasInstallScript"} for package in packages.values()
    )


def test_without_node_it_is_skipped_where_nobody_asks_for_it(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.delenv(REQUIRED, raising=False)
    with pytest.raises(pytest.skip.Exception, match="Node"):
        node()
    monkeypatch.setenv(REQUIRED, "1")
    with pytest.raises(pytest.fail.Exception, match=f"{REQUIRED}=1 asks for it"):
        node()
