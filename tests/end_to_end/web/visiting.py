"""A visit to the chat page in a real browser."""

import os
import shutil
from dataclasses import dataclass, field

import pytest
from aiohttp.test_utils import TestServer
from playwright.async_api import Page

from tests.fakes.responder import FakeResponder

QUIET = (
    "--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking "
    "--disable-component-update --disable-sync"
)
CONTRAST = """() => {
  const parse = (colour) => colour.match(/[\\d.]+/g).map(Number);
  const light = ([r, g, b]) => [r, g, b]
    .map((c) => c / 255)
    .map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4))
    .reduce((sum, c, i) => sum + c * [0.2126, 0.7152, 0.0722][i], 0);
  const ground = (element) => {
    for (let at = element; at; at = at.parentElement) {
      const colour = parse(getComputedStyle(at).backgroundColor);
      if (colour.length === 3 || colour[3] === 1) return colour;
    }
    return null;
  };
  const poor = [];
  let seen = 0;
  for (const element of document.body.querySelectorAll("*")) {
    const own = [...element.childNodes].some((n) => n.nodeType === 3 && n.data.trim());
    if (!own || !element.checkVisibility()) continue;
    seen += 1;
    const pair = [light(parse(getComputedStyle(element).color)), light(ground(element))];
    const ratio = (Math.max(...pair) + 0.05) / (Math.min(...pair) + 0.05);
    if (ratio < 4.5) poor.push(`${element.outerHTML.slice(0, 80)} ${ratio.toFixed(2)}`);
  }
  return { seen, poor };
}"""


@dataclass
class Visit:
    """An open chat page, what it got, and what it did on the side."""

    page: Page
    responder: FakeResponder
    server: TestServer
    console: list[str] = field(default_factory=list)
    elsewhere: list[str] = field(default_factory=list)
    dialogs: list[str] = field(default_factory=list)
    expected: str = "nothing"
    """What the browser may complain of in its console, since the test causes it."""

    async def ask(self, text: str) -> None:
        await self.page.locator("#question").fill(text)
        await self.page.keyboard.press("Enter")

    def watch(self) -> None:
        origin = str(self.server.make_url("/"))
        self.page.on("console", lambda message: self.console.append(message.text))
        self.page.on("pageerror", lambda error: self.console.append(str(error)))
        self.page.on(
            "request",
            lambda r: None if r.url.startswith(origin) else self.elsewhere.append(r.url),
        )

        async def dismiss(dialog: object) -> None:
            self.dialogs.append(str(dialog))
            await dialog.dismiss()  # type: ignore[attr-defined]

        self.page.on("dialog", dismiss)


def chromium() -> str:
    """Where Chromium is; skips without it, and fails where it is required."""
    for name in ("chromium", "chromium-browser", "google-chrome"):
        if found := shutil.which(name):
            return found
    if os.environ.get("RAIN_REQUIRE_BROWSER") == "1":
        pytest.fail("no Chromium on the search path, and RAIN_REQUIRE_BROWSER=1 asks for one")
    return pytest.skip("no Chromium on the search path")
