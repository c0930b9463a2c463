"""The tab in Teams: its addresses, and what each of them does.

Anybody may read the page, which tells nothing of anybody. What is one person's own is given to who
shows a token of theirs, which no other page has; there are no cookies.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources import files
from typing import TypeVar

from aiohttp import web
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from bot.adapting.html import pressing
from bot.adapting.serving import HARDENED, RefusedError, json_body, safely
from bot.ports import Attendant, Clock
from bot.reply import Intent, Language, Press, Question, Reply
from bot.teams.asked import Asked
from bot.teams.names import LANGUAGE, TAB, THEME
from bot.teams.refusals import Refusal
from bot.teams.signing_on import SigningOn
from bot.teams.tab_page import HERE, TEAMS_JS, TabPage
from bot.wording import teams_tab as say
from bot.wording.web import NOT_FOUND, NOT_UNDERSTOOD

MOST_ENTRIES, MOST_PAGES = 10, 1000
_HOSTS = (
    "https://*.cloud.microsoft https://teams.microsoft.com https://*.teams.microsoft.com "
    "https://*.microsoft365.com https://*.office.com https://outlook.office.com "
    "https://outlook.office365.com https://outlook-sdf.office.com https://outlook-sdf.office365.com"
)
"""Where Microsoft says that tabs are shown."""
_DOMAINS = "https://res.cdn.office.net/teams-js/validDomains/json/validDomains.json"
"""From there Teams' library learns by whom it may be framed."""
HEADERS: Mapping[str, str] = {
    **HARDENED,
    "Content-Security-Policy": (
        f"default-src 'none'; script-src 'self' {TEAMS_JS}; style-src 'self'; "
        f"connect-src 'self' {_DOMAINS}; img-src 'self'; form-action 'none'; base-uri 'none'; "
        f"frame-ancestors {_HOSTS}"
    ),
}
_OWN = files("bot.teams") / "static"
_STATIC = {
    "tab.css": (_OWN, "text/css"),
    "tab.js": (_OWN, "text/javascript"),
    "parts.css": (files("bot.adapting.html"), "text/css"),
}
"""Every file that is served: where it stands, and its type."""
_Body = TypeVar("_Body", bound=BaseModel)


class _Opened(BaseModel):
    model_config = ConfigDict(frozen=True, strict=True)

    lang: Language | None = Field(None, strict=False)


class _Pressed(_Opened):
    name: str = Field(max_length=20)
    value: str = Field(max_length=4000)


@dataclass(frozen=True, slots=True)
class Tab:
    """The tab. Without ``signing_on`` it is for reading alone."""

    attendant: Attendant
    clock: Clock
    page: TabPage
    signing_on: SigningOn | None = None

    async def open(self, request: web.Request) -> web.Response:
        """The page as anybody sees it."""
        locale = language(request.query.get(LANGUAGE, ""))
        home = await self.attendant.answer(self._question(Press(Intent.HOME), locale))
        html = self.page.whole(
            home, locale, request.query.get(THEME, ""), signing_on=self.signing_on is not None
        )
        return web.Response(text=html, content_type="text/html")

    async def mine(self, request: web.Request) -> web.Response:
        """The page as somebody sees it who is signed on."""
        visitor = await self._visitor(request)
        opened = _read(_Opened, await json_body(request))
        return self._drawn(await self._home(visitor, opened.lang))

    async def press(self, request: web.Request) -> web.Response:
        """The page after somebody pressed something there, with what was said to it."""
        visitor = await self._visitor(request)
        pressed = _read(_Pressed, await json_body(request))
        press = pressing.read(pressed.name, pressed.value)
        if press is None:
            raise RefusedError(400, NOT_UNDERSTOOD)
        if press.intent not in HERE:
            raise RefusedError(400, say.NOT_HERE)
        said = await self.attendant.answer(self._question(press, pressed.lang, visitor))
        if said.home:
            return self._drawn(said)
        return self._drawn(await self._home(visitor, pressed.lang), said)

    async def _visitor(self, request: web.Request) -> Asked:
        """Who asks, before anything they send is read."""
        if self.signing_on is None:
            raise RefusedError(404, NOT_FOUND)
        found = await self.signing_on.visitor(request.headers.get("Authorization", ""))
        if isinstance(found, Refusal):
            raise RefusedError(found.status, say.STRANGER)
        return found

    async def _home(self, visitor: Asked, locale: Language | None) -> Reply:
        return await self.attendant.answer(self._question(Press(Intent.HOME), locale, visitor))

    def _question(
        self, press: Press, locale: Language | None, visitor: Asked | None = None
    ) -> Question:
        return Question(
            press.text,
            self.clock.now(),
            press.intent,
            press.entry,
            locale,
            asker=visitor.asker if visitor else "",
            mine=visitor.mine if visitor else None,
            entries=press.entries[:MOST_ENTRIES],
            page=min(max(press.page, 0), MOST_PAGES),
        )

    def _drawn(self, home: Reply, said: Reply | None = None) -> web.Response:
        return web.json_response({"language": home.language, "html": self.page.mine(home, said)})


def mount(app: web.Application, tab: Tab) -> None:
    """Serve the tab below `TAB`."""
    app.router.add_get(TAB, safely(tab.open, HEADERS))
    app.router.add_get(f"{TAB}/{{name}}", safely(_static, HEADERS))
    app.router.add_post(f"{TAB}/mine", safely(tab.mine, HEADERS))
    app.router.add_post(f"{TAB}/press", safely(tab.press, HEADERS))


def language(locale: str) -> Language:
    """The language of a locale as Teams writes it, such as ``en-gb``; Danish for most."""
    return Language.ENGLISH if locale.lower().startswith("en") else Language.DANISH


async def _static(request: web.Request) -> web.Response:
    name = request.match_info["name"]
    if name not in _STATIC:
        raise RefusedError(404, NOT_FOUND)
    folder, media = _STATIC[name]
    return web.Response(body=(folder / name).read_bytes(), content_type=media, charset="utf-8")


def _read(form: type[_Body], body: bytes) -> _Body:
    try:
        return form.model_validate_json(body)
    except ValidationError:
        # Without its cause, which quotes the body.
        raise RefusedError(400, NOT_UNDERSTOOD) from None
