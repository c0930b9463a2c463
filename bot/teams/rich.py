"""Text that is data, with its formatting beside it. Empty texts vanish."""

from collections.abc import Iterable, Iterator, Sequence

from bot.adapting.text import addresses_in, is_link
from bot.teams.pen import Element
from bot.teams.text import inert

LONGEST_TEXT = 3000
"""Characters of one run of text."""
MOST_LINES = 40
BOLD: Element = {"weight": "Bolder"}
ITALIC: Element = {"italic": True}
SMALL: Element = {"size": "Small", "isSubtle": True}
Run = Sequence[Element]
"""Pieces of text that follow each other on a line."""


def run(text: str, look: Element | None = None) -> Run:
    """Text as it is, in a look."""
    shown = inert(text, LONGEST_TEXT)
    return _text(shown, look) if shown.strip() else ()


def link(url: str, label: str) -> Run:
    """A link that shows ``label``; the label alone where the address is not safe."""
    if not is_link(url):
        return run(label)
    return run(label or url, {"selectAction": {"type": "Action.OpenUrl", "url": url}})


def linked(text: str) -> Run:
    """Text in which addresses of the web are links."""
    if not text.strip():
        return ()
    pieces = addresses_in(inert(text, LONGEST_TEXT))
    runs = [link(piece, piece) if address else _text(piece) for piece, address in pieces]
    return [element for one in runs for element in one]


def joined(runs: Iterable[Run], between: str) -> Run:
    """Runs after each other with a text between them, the empty ones left out."""
    result: list[Element] = []
    for one in filter(None, runs):
        result += [*_text(between), *one] if result else one
    return result


def block(one: Run, spacing: str = "") -> Iterator[Element]:
    """A line of its own, that wraps; nothing where nothing is said."""
    if one:
        spaced = {"spacing": spacing} if spacing else {}
        yield {"type": "RichTextBlock", "inlines": [*one], **spaced}


def lines(*runs: Run, spacing: str = "") -> Iterator[Element]:
    """Runs close under each other, with ``spacing`` above the first.

    Whether clients break a line inside a run is not documented, so each line is an element.
    """
    for number, one in enumerate(filter(None, runs)):
        yield from block(one, "None" if number else spacing)


def paragraphs(text: str, look: Element | None = None) -> Iterator[Element]:
    """A text with its own line breaks; what comes after many of them is not broken any more."""
    *first, rest = inert(text, LONGEST_TEXT).split("\n", MOST_LINES)
    gap = ""
    for line in (*first, rest.replace("\n", " ")):
        yield from block(run(line, look), gap)
        gap = "None" if line.strip() else ""


def _text(shown: str, look: Element | None = None) -> Run:
    return ({"type": "TextRun", "text": shown, **(look or {})},) if shown else ()
