"""Slack's rich text: text that is data, with its formatting beside it.

Unlike mrkdwn, rich text has no markup inside the text, so nothing a person or an entry says
can format, link or ping. Empty texts vanish.
"""

from collections.abc import Iterable, Sequence

from slack_sdk.models.blocks import (
    RichTextBlock,
    RichTextElement,
    RichTextElementParts,
    RichTextListElement,
    RichTextSectionElement,
)

from bot.slack.text import inert, is_link

LONGEST_TEXT = 3000
"""Characters of one run of text."""
_BOLD = RichTextElementParts.TextStyle(bold=True).to_dict()
_ITALIC = RichTextElementParts.TextStyle(italic=True).to_dict()

Run = Sequence[RichTextElement]
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
    return (RichTextElementParts.Link(url=url, text=inert(label or url, LONGEST_TEXT)),)


def mention(user: str) -> Run:
    """A person of this workspace, under the name they have in it."""
    return (RichTextElementParts.User(user_id=user),)


def lines(*runs: Run) -> Run:
    """Runs under each other."""
    return joined(runs, "\n")


def joined(runs: Iterable[Run], between: str) -> Run:
    """Runs after each other with a text between them, the empty ones left out."""
    result: list[RichTextElement] = []
    for run in filter(None, runs):
        result += [*plain(between), *run] if result else run
    return result


def section(run: Run) -> RichTextElement:
    """A paragraph."""
    return RichTextSectionElement(elements=run)


def bullets(runs: Iterable[Run], *, numbered: bool = False) -> RichTextElement:
    """A list."""
    style = "ordered" if numbered else "bullet"
    return RichTextListElement(style=style, elements=[section(run) for run in runs if run])


def block(*elements: RichTextElement) -> RichTextBlock:
    """A block of paragraphs and lists."""
    return RichTextBlock(elements=elements)


def _text(text: str, style: dict[str, bool] | None) -> Run:
    shown = inert(text, LONGEST_TEXT)
    return (RichTextElementParts.Text(text=shown, style=style),) if shown else ()
