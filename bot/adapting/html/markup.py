"""The small pieces of HTML that need care: escaped text, safe links, mail addresses.

Every function takes raw text and returns markup that can stand in a page as it is.
"""

import re
from html import escape
from urllib.parse import quote

SAFE_LINK = re.compile(r"(?i:https?://|mailto:)[^\s\x00-\x1f\x7f]+")
MAIL_ADDRESS = re.compile(r"[^\s\x00-\x1f\x7f@]+@[^\s\x00-\x1f\x7f@]+")


def element(tag: str, text: str, css: str = "") -> str:
    """An element holding raw text; nothing at all where the text is empty."""
    if not text:
        return ""
    return f"<{tag}{_class(css)}>{escape(text)}</{tag}>"


def link(url: str, label: str, css: str = "", about: str = "") -> str:
    """A link that opens apart from the chat, or the label alone where ``url`` is not safe.

    ``about`` tells those who only hear the label what the link belongs to.
    """
    shown = escape(label) + element("span", f": {about}" if about else "", "unseen")
    if not SAFE_LINK.fullmatch(url):
        return f"<span>{shown}</span>"
    href = escape(url)
    return f'<a{_class(css)} href="{href}" target="_blank" rel="noopener noreferrer">{shown}</a>'


def mail(address: str, label: str, subject: str = "", css: str = "") -> str:
    """A link that starts a mail, or the label alone where ``address`` is none."""
    if not MAIL_ADDRESS.fullmatch(address):
        return element("span", label)
    query = f"?subject={quote(subject, safe='')}" if subject else ""
    href = escape(f"mailto:{quote(address, safe='@')}{query}")
    return f'<a{_class(css)} href="{href}" rel="noopener noreferrer">{escape(label)}</a>'


def button(label: str, name: str, value: str) -> str:
    """A button that asks: by the page's script, or without it by its form named ``press``."""
    value = escape(value)
    return (
        f'<button type="submit" form="press" class="button" name="{name}" value="{value}"'
        f' data-{name}="{value}">{escape(label)}</button>'
    )


def _class(css: str) -> str:
    return f' class="{css}"' if css else ""
