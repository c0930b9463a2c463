"""Reads the chat's HTML as a browser would: what is shown, where links lead, what is live."""

from html.parser import HTMLParser

OURS = frozenset(
    ["article", "p", "h2", "h3", "ul", "ol", "li", "strong", "span", "div", "time", "a", "button"]
)
ATTRIBUTES = frozenset(
    [
        "class",
        "lang",
        "data-outcome",
        "datetime",
        "aria-hidden",
        "href",
        "target",
        "rel",
        "download",
        "type",
        "form",
        "name",
        "value",
        "data-entry",
        "data-q",
        "data-remind",
        "data-stop",
        "data-press",
    ]
)
SAFE = ("https://", "http://", "mailto:", "/events/")


class Drawn(HTMLParser):
    """A drawn reply. ``shown`` marks as ``LIVE[…]`` whatever the renderer never means to draw."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.shown = ""
        self.links: list[str] = []
        self.buttons: dict[str, dict[str, str]] = {}
        self._button: dict[str, str] | None = None
        self._open: list[str] = []
        self.feed(html)
        self.close()
        assert self._open == [], "every element is closed"

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._open.append(tag)
        given = {name: value or "" for name, value in attrs}
        if tag not in OURS or not given.keys() <= ATTRIBUTES:
            self.shown += f"LIVE[{tag} {given}]"
        if (href := given.get("href")) is not None:
            self.links.append(href)
            self.shown += f" {href} " if href.startswith(SAFE) else f"LIVE[{href}]"
        if tag == "button":
            self._button = given
        self.shown += "\n"

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop() == tag, "elements nest"
        self._button = None if tag == "button" else self._button

    def handle_data(self, data: str) -> None:
        self.shown += data
        if self._button is not None:
            self.buttons[data] = self._button

    def handle_comment(self, data: str) -> None:
        self.shown += f"LIVE[comment {data}]"

    def handle_decl(self, decl: str) -> None:
        self.shown += f"LIVE[declaration {decl}]"
