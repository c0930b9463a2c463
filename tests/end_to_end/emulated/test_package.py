"""The package of the emulator is pinned, and its lock says nothing of where it is fetched."""

import json
from pathlib import Path

import pytest

from tests.end_to_end.emulated.emulator import REQUIRED, node

FOLDER = Path(__file__).parent


def test_the_emulator_is_pinned_and_locked() -> None:
    asked = json.loads((FOLDER / "package.json").read_text("utf-8"))
    assert asked["devDependencies"] == {"emulate": "0.12.2"}
    assert asked.keys().isdisjoint({"dependencies", "scripts"})
    packages = json.loads((FOLDER / "package-lock.json").read_text("utf-8"))["packages"]
    assert packages.pop("")["devDependencies"] == asked["devDependencies"]
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
