"""The two pages that Teams links to from the app, for anybody to read in a browser."""

from collections.abc import Sequence
from html import escape

from aiohttp import web

from bot.reply import Language
from bot.teams.names import LANGUAGE, PRIVACY, TERMS
from bot.wording import commands as own
from bot.wording import teams_pages as say
from bot.wording.phrase import Phrase

_Block = tuple[Phrase | None, Sequence[Phrase]]
_PRIVACY: tuple[_Block, ...] = (
    (None, (own.PRIVACY, *own.PRIVACY_POINTS)),
    (say.IN_TEAMS_TITLE, say.IN_TEAMS),
    (say.FORGET_TITLE, (own.FORGET_HINT, say.FORGET_WHERE)),
)
_TERMS: tuple[_Block, ...] = ((None, say.TERMS),)
_OTHER = {Language.DANISH: Language.ENGLISH, Language.ENGLISH: Language.DANISH}
_HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; "
        "frame-ancestors 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Vary": "Accept-Language",
}
_PAGE = """<!doctype html>
<html lang="{language}"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>{title}</title>
<style>body {{ font-family: sans-serif; line-height: 1.5; max-width: 40rem; margin: 3rem auto;
padding: 0 1rem; color-scheme: light dark }}</style>
<h1>{title}</h1>
{blocks}
<p><a href="?{parameter}={other}" lang="{other}" hreflang="{other}">{label}</a></p></html>"""


def mount(app: web.Application) -> None:
    """Serve both pages, in the language the address or else the browser asks for."""
    for path, title, blocks in (
        (PRIVACY, say.PRIVACY_TITLE, _PRIVACY),
        (TERMS, say.TERMS_TITLE, _TERMS),
    ):
        app.router.add_get(path, _Page(title, blocks).show)


class _Page:
    """One page, in both languages."""

    def __init__(self, title: Phrase, blocks: Sequence[_Block]) -> None:
        self._drawn = {language: _drawn(language, title, blocks) for language in Language}

    async def show(self, request: web.Request) -> web.Response:
        page = self._drawn[_language(request)]
        return web.Response(text=page, content_type="text/html", headers=_HEADERS)


def _language(request: web.Request) -> Language:
    asked = request.query.get(LANGUAGE, "") or request.headers.get("Accept-Language", "")
    return Language.DANISH if asked.strip().lower().startswith("da") else Language.ENGLISH


def _drawn(language: Language, title: Phrase, blocks: Sequence[_Block]) -> str:
    other = _OTHER[language]
    return _PAGE.format(
        language=language.value,
        title=escape(title.say(language)),
        blocks="\n".join(_block(language, *block) for block in blocks),
        parameter=LANGUAGE,
        other=other.value,
        label=escape(say.OTHER_LANGUAGE.say(language)),
    )


def _block(language: Language, title: Phrase | None, sentences: Sequence[Phrase]) -> str:
    heading = f"<h2>{escape(title.say(language))}</h2>\n" if title else ""
    return heading + "\n".join(f"<p>{escape(one.say(language))}</p>" for one in sentences)
