"""The Playground's package is pinned, and its lock says nothing of where it is fetched."""

from pathlib import Path

import pytest

from tests.end_to_end.playground.playground import HERE, REQUIRED, node
from tests.fakes.node_package import pinned_and_locked, skipped_unless_required


def test_the_playground_is_pinned_and_locked() -> None:
    pinned_and_locked(HERE, "@microsoft/m365agentsplayground", "0.2.28")


def test_without_node_it_is_skipped_where_nobody_asks_for_it(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    skipped_unless_required(node, REQUIRED, monkeypatch, tmp_path)
