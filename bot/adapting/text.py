"""Text on its way to a platform: its lengths, its links, and what never belongs into it."""

import re
from collections.abc import Iterator
from urllib.parse import quote

_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\u202a-\u202e\u2066-\u2069]")
_SAFE_LINK = re.compile(r"(?i:https?://|mailto:)[^\s\x00-\x20\x7f<>|\"]+")
_MAIL_ADDRESS = re.compile(r"[^\s\x00-\x20\x7f<>|\"@]+@[^\s\x00-\x20\x7f<>|\"@]+")
_ADDRESS = re.compile(r"(https?://[^\s<>\"]*[^\s<>\".,:;!?)])")
LONGEST_LINK = 3000
"""Characters of an address in a button or a link."""


def clean(text: str) -> str:
    """The text without control characters and overrides of the writing direction."""
    # Nearly every text is printable throughout, and nothing that is goes.
    return text if text.isprintable() else _CONTROL.sub("", text)


def cut(text: str, limit: int) -> str:
    """At most ``limit`` characters, the last an ellipsis where something is missing."""
    return text if len(text) <= limit else text[: limit - 1].rstrip() + "…"


def addresses_in(text: str) -> Iterator[tuple[str, bool]]:
    """The text in pieces, with whether each is an address of the web; some may be empty."""
    for number, piece in enumerate(_ADDRESS.split(text)):
        yield piece, bool(number % 2)


def is_link(url: str) -> bool:
    """Whether the address may become a link: http, https or mailto, and not too long."""
    return len(url) <= LONGEST_LINK and _SAFE_LINK.fullmatch(url) is not None


def mail_link(address: str, subject: str = "") -> str:
    """The link that starts a mail; empty where ``address`` is none."""
    if not _MAIL_ADDRESS.fullmatch(address):
        return ""
    query = f"?subject={quote(subject, safe='')}" if subject else ""
    return f"mailto:{quote(address, safe='@')}{query}"
