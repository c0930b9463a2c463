"""Slack's rich text: text that is data, with its formatting beside it.

Unlike mrkdwn, rich text has no markup inside the text, so nothing a person or an entry says
can format, link or ping. Empty texts vanish.
"""

from collections.abc import Iterable, Sequence

from bot.adapting.text import addresses_in, is_link
from bot.slack.kit import Element
from bot.slack.text import inert

LONGEST_TEXT = 3000
"""Characters of one run of text."""
_BOLD = {"bold": True}
_ITALIC = {"italic": True}

Run = Sequence[Element]
"""Pieces of text that follow each other on a line."""


def plain(text: str) -> Run:
    """Text as it is."""
    return _text(text, None)


def bold(text: str) -> Run:
    """Text that stands out."""
    return _text(text, _BOLD)


def italic(text: str) -> Run:
    """Text to be noticed."""
    return _text(text, _ITALIC)


def link(url: str, label: str) -> Run:
    """A link that shows ``label``; the label alone where the address is not safe."""
    if not is_link(url):
        return plain(label)
    return ({"type": "link", "url": url, "text": inert(label or url, LONGEST_TEXT)},)


def linked(text: str) -> Run:
    """Text in which addresses of the web are links: Slack makes none of them by itself here."""
    pieces = addresses_in(inert(text, LONGEST_TEXT))
    runs = [link(piece, piece) if address else plain(piece) for piece, address in pieces]
    return [element for run in runs for element in run]


def mention(user: str) -> Run:
    """A person of this workspace, under the name they have in it."""
    return ({"type": "user", "user_id": user},)


def lines(*runs: Run) -> Run:
    """Runs under each other."""
    return joined(runs, "\n")


def joined(runs: Iterable[Run], between: str) -> Run:
    """Runs after each other with a text between them, the empty ones left out."""
    result: list[Element] = []
    for run in filter(None, runs):
        result += [*plain(between), *run] if result else run
    return result


def section(run: Run) -> Element:
    """A paragraph."""
    return {"type": "rich_text_section", "elements": [*run]}


def bullets(runs: Iterable[Run], *, numbered: bool = False) -> Element:
    """A list."""
    style = "ordered" if numbered else "bullet"
    shown = [section(run) for run in runs if run]
    return {"type": "rich_text_list", "style": style, "elements": shown}


def _text(text: str, style: dict[str, bool] | None) -> Run:
    shown = inert(text, LONGEST_TEXT)
    styled = {"style": style} if style else {}
    return ({"type": "text", "text": shown, **styled},) if shown else ()
