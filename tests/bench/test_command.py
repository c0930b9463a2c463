"""The command as it is called."""

from pathlib import Path

import pytest

from bench.__main__ import PARTS, main

DOCUMENT = Path(__file__).resolve().parents[2] / "docs" / "benchmarks.md"


def test_figures_are_printed_and_written(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    document = tmp_path / "figures.md"
    document.write_text("Before.\n<!-- few-shot -->\n<!-- /few-shot -->\nAfter.\n", "utf-8")
    given = [str(folder), "--only", "few-shot", "--seeds", "2", "--write", str(document)]
    assert main(given) == 0
    written = document.read_text("utf-8")
    assert written.startswith("Before.\n")
    assert written.endswith("After.\n")
    figures = written.split("-->")[1].split("<!--")[0].strip()
    assert figures in capsys.readouterr().out
    assert "| rain-bot |" in figures
    assert "Python 3." in figures
    assert "rapidfuzz 3." in figures


def test_missing_data_is_one_sentence(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for part in ("few-shot", "speed"):
        assert main([str(tmp_path), "--only", part]) == 2
        told = capsys.readouterr()
        assert told.out == ""
        assert told.err.count("\n") == 1
        assert "is missing: name the folder that holds the data" in told.err


def test_a_document_without_a_place_is_refused_before_anything_is_measured(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    document = tmp_path / "figures.md"
    document.write_text("Nothing here.\n", "utf-8")
    assert main([str(folder), "--write", str(document)]) == 2
    assert "There is no <!-- few-shot -->" in capsys.readouterr().err


def test_the_shipped_document_has_a_place_for_every_part() -> None:
    text = DOCUMENT.read_text("utf-8")
    assert [part for part in PARTS if f"<!-- {part} -->\n" not in text] == []
