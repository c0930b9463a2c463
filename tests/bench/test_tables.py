"""Figures as Markdown."""

import pytest

from bench.tables import Spread, grid, number, placed, share, table


@pytest.mark.parametrize(
    ("value", "told"), [(0.8314, ".831"), (0.0, ".000"), (1.0, "1.000"), (0.9996, "1.000")]
)
def test_a_share(value: float, told: str) -> None:
    assert share(value) == told


@pytest.mark.parametrize(
    ("value", "told"),
    [(None, "–"), (0.0234, "0.02"), (3.14159, "3.14"), (31.4159, "31.4"), (3141.59, "3,142")],
)
def test_a_number(value: float | None, told: str) -> None:
    assert number(value) == told


def test_a_spread_needs_two_figures() -> None:
    assert str(Spread.of([0.5])) == ".500"
    assert str(Spread.of([0.5, 0.5])) == ".500 ± .000"
    assert str(Spread.of([0.4, 0.6])) == ".500 ± .141"


def test_a_table() -> None:
    assert table(["", "ms"], [["a", "1.0"]]) == "|  | ms |\n| --- | ---: |\n| a | 1.0 |"


def test_a_grid_shows_what_is_missing() -> None:
    made = grid("system", ["x", "y"], {"a": {"y": "1"}})
    assert made.splitlines()[2] == "| a | – | 1 |"


DOCUMENT = "# Title\n\n<!-- speed -->\nold\n<!-- /speed -->\n\nText.\n"


def test_figures_are_placed_between_their_marks() -> None:
    new = "# Title\n\n<!-- speed -->\n\nnew \\1\n\n<!-- /speed -->\n\nText.\n"
    assert placed(DOCUMENT, "speed", "new \\1\n") == new
    assert placed(new, "speed", "new \\1") == new


def test_an_empty_place_will_do() -> None:
    document = "<!-- base -->\n<!-- /base -->\n"
    assert placed(document, "base", "x") == "<!-- base -->\n\nx\n\n<!-- /base -->\n"


def test_a_document_without_the_marks_is_refused() -> None:
    with pytest.raises(ValueError, match="no <!-- base -->"):
        placed(DOCUMENT, "base", "new")
