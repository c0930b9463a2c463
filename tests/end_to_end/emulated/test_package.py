"""The package of the emulator is pinned, and its lock says nothing of where it is fetched."""

from pathlib import Path

import pytest

from tests.end_to_end.emulated.emulator import REQUIRED, node
from tests.fakes.node_package import pinned_and_locked, skipped_unless_required

FOLDER = Path(__file__).parent


def test_the_emulator_is_pinned_and_locked() -> None:
    pinned_and_locked(FOLDER, "emulate", "0.12.2")


def test_without_node_it_is_skipped_where_nobody_asks_for_it(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    skipped_unless_required(node, REQUIRED, monkeypatch, tmp_path)
