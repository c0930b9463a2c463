"""What holds for every package that tests take from Node."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest


def pinned_and_locked(folder: Path, name: str, version: str) -> None:
    """One package of one version, whose lock says nothing of where it is fetched."""
    asked = json.loads((folder / "package.json").read_text("utf-8"))
    assert asked["devDependencies"] == {name: version}
    assert asked.keys().isdisjoint({"dependencies", "scripts"})
    packages = json.loads((folder / "package-lock.json").read_text("utf-8"))["packages"]
    assert packages.pop("")["devDependencies"] == asked["devDependencies"]
    assert packages[f"node_modules/{name}"]["version"] == version
    assert all(package["integrity"].startswith("sha512-") for package in packages.values())
    assert not any(
        package.keys() & {"resolved", "hasInstallScript"} for package in packages.values()
    )


def skipped_unless_required(
    node: Callable[[], object], required: str, monkeypatch: pytest.MonkeyPatch, nowhere: Path
) -> None:
    """Without Node, tests are skipped where nobody asks for it, and fail where somebody does."""
    monkeypatch.setenv("PATH", str(nowhere))
    monkeypatch.delenv(required, raising=False)
    with pytest.raises(pytest.skip.Exception, match="Node"):
        node()
    monkeypatch.setenv(required, "1")
    with pytest.raises(pytest.fail.Exception, match=f"{required}=1 asks for it"):
        node()
