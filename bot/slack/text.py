"""Text on its way into and out of Slack: its markup, its escapes, its lengths."""

import re
from urllib.parse import quote

_TOKEN = re.compile(r"<([^<>]*)>")
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\u202a-\u202e\u2066-\u2069]")
_PING = re.compile(r"<(?=[!@#])")
_SAFE_LINK = re.compile(r"(?i:https?://|mailto:)[^\s\x00-\x20\x7f<>|\"]+")
_MAIL_ADDRESS = re.compile(r"[^\s\x00-\x20\x7f<>|\"@]+@[^\s\x00-\x20\x7f<>|\"@]+")
_WORD_JOINER = "\u2060"
LONGEST_LINK = 3000
"""Characters of an address in a button or a link."""


def readable(text: str, own_id: str = "") -> str:
    """A message's text as its author saw it, without mentions of the user ``own_id``."""
    if own_id:
        mention = rf"\s*<@{re.escape(own_id)}(?:\|[^<>]*)?>[:,]?\s*"
        text = re.sub(mention, " ", text).strip()
    return unescape(_TOKEN.sub(lambda token: _shown(token.group(1)), text))


def _shown(token: str) -> str:
    target, _, label = token.partition("|")
    if target.startswith(("@", "#")):
        return target[0] + (label or target[1:]).removeprefix(target[0])
    if target.startswith("!"):
        return label or f"@{target[1:]}"
    return label or target.removeprefix("mailto:")


def unescape(text: str) -> str:
    """Undo Slack's escapes; the ampersand last, or a typed ``&lt;`` would be undone twice."""
    return text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")


def escape(text: str) -> str:
    """Make text inert where Slack reads markup."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def inert(text: str, limit: int) -> str:
    """Text for the places where Slack reads no markup, at most ``limit`` characters.

    Control characters and writing-direction overrides go. Anything that looks like a ping is
    broken up invisibly as well, should a client ever read it as one after all.
    """
    return cut(_PING.sub("<" + _WORD_JOINER, _CONTROL.sub("", text)), limit)


def cut(text: str, limit: int) -> str:
    """At most ``limit`` characters, the last an ellipsis where something is missing."""
    return text if len(text) <= limit else text[: limit - 1].rstrip() + "…"


def is_link(url: str) -> bool:
    """Whether the address may become a link: http, https or mailto, and not too long."""
    return len(url) <= LONGEST_LINK and _SAFE_LINK.fullmatch(url) is not None


def mail_link(address: str, subject: str = "") -> str:
    """The link that starts a mail; empty where ``address`` is none."""
    if not _MAIL_ADDRESS.fullmatch(address):
        return ""
    query = f"?subject={quote(subject, safe='')}" if subject else ""
    return f"mailto:{quote(address, safe='@')}{query}"
