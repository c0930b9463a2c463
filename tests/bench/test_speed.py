"""Measuring in a process of its own, and how it is told."""

from pathlib import Path

import pytest

from bench import speed
from bench.worker import LABELS, ROOT

FIGURES = {
    "median_ms": 0.4,
    "p99_ms": 12.34,
    "questions": 300.0,
    "fit_s": 105.2,
    "index_mb": 7.0,
    "libraries_mb": 80.0,
}


def test_a_table_of_systems() -> None:
    text = speed.systems_tables({100: {"a": FIGURES, "b": None}})
    assert text.startswith(f"100 phrases of {LABELS[100]} labels:\n\n|")
    assert text.splitlines()[-2] == "| a | 0.40 | 12.3 | 300 | 105 | 7.00 | 80.0 |"
    assert (
        text.splitlines()[-1] == f"| b | not finished in {speed.PATIENCE} s | – | – | – | – | – |"
    )


def test_a_table_of_the_base() -> None:
    figures = {**FIGURES, "phrases": 9000, "labels": 90, "read_s": 0.3, "index_s": 2.0}
    figures |= {"first_s": 0.1, "memory_mb": 150.0}
    text = speed.base_table({"fitted": figures, "from the cache": None})
    assert text.startswith("9,000 phrases, 90 labels:")
    assert "| fitted | 0.30 | 2.00 | 0.10 | 0.40 | 12.3 | 150 | 300 |" in text
    widths = {line.count("|") for line in text.splitlines() if line}
    assert widths == {0, 9}


def test_a_system_in_a_process_of_its_own(folder: Path) -> None:
    pytest.importorskip("psutil")
    figures = speed.alone("system", str(folder), "100", "rain-bot", patience=60)
    assert figures is not None
    assert set(figures) == set(FIGURES)
    assert figures["questions"] == 2
    assert 0 < figures["median_ms"] <= figures["p99_ms"]


def test_what_takes_too_long_is_not_finished(folder: Path) -> None:
    assert speed.alone("system", str(folder), "100", "rain-bot", patience=0.01) is None


def test_the_questions_of_the_base_are_there() -> None:
    assert list((ROOT / "tests" / "questions").glob("*.jsonl"))
