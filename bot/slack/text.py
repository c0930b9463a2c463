"""Text on its way into and out of Slack: its markup, its escapes, its lengths."""

import re

from bot.adapting.text import clean, cut

_TOKEN = re.compile(r"<([^<>]*)>")
_PING = re.compile(r"<(?=[!@#])")
_WORD_JOINER = "\u2060"


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
    return cut(_PING.sub("<" + _WORD_JOINER, clean(text)), limit)
