"""Figures as Markdown, and their place in a document. Everything here is pure."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from statistics import mean, stdev

MISSING = "–"


@dataclass(frozen=True, slots=True)
class Spread:
    """A mean, and the standard deviation around it; None where there is one figure."""

    mean: float
    deviation: float | None

    @classmethod
    def of(cls, figures: Sequence[float]) -> "Spread":
        """Of at least one figure."""
        return cls(mean(figures), stdev(figures) if len(figures) > 1 else None)

    def __str__(self) -> str:
        if self.deviation is None:
            return share(self.mean)
        return f"{share(self.mean)} ± {share(self.deviation)}"


def share(value: float) -> str:
    """A share with three decimals and no zero before them: ".831"."""
    return f"{value:.3f}".removeprefix("0")


def number(value: float | None) -> str:
    """A measured quantity with two or three digits that mean something."""
    if value is None:
        return MISSING
    decimals = 0 if value >= 100 else 1 if value >= 10 else 2
    return f"{value:,.{decimals}f}"


def table(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """A Markdown table: the first column to the left, the others to the right."""
    rule = ["---", *["---:"] * (len(heads) - 1)]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in [heads, rule, *rows])


def grid(corner: str, columns: Sequence[str], cells: Mapping[str, Mapping[str, str]]) -> str:
    """A table from rows of named cells; a cell that a row lacks is a dash."""
    rows = [
        [name, *(row.get(column, MISSING) for column in columns)] for name, row in cells.items()
    ]
    return table([corner, *columns], rows)


def placed(document: str, part: str, text: str) -> str:
    """The document with a text between a part's marks, ``<!-- part -->`` and ``<!-- /part -->``.

    Raises ValueError where the document has no such marks.
    """
    begin, end = f"<!-- {part} -->", f"<!-- /{part} -->"
    between = re.compile(f"(?<={re.escape(begin)}\n).*?(?={re.escape(end)})", re.DOTALL)
    if not between.search(document):
        raise ValueError(f"There is no {begin} … {end} in the document.")
    return between.sub(lambda _: f"\n{text.strip()}\n\n", document, count=1)
