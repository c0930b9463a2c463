"""What stands between a browser and every handler: host check, headers, worded errors."""

import logging
import secrets
import traceback
from collections.abc import Awaitable, Callable, Collection

from aiohttp import web

from bot.reply import Language
from bot.web.inbound import RefusedError
from bot.wording.phrase import Phrase
from bot.wording.web import FAILED, WRONG_HOST

LOOPBACK = frozenset({"localhost", "127.0.0.1", "[::1]"})
HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; "
        "img-src 'self' data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cache-Control": "no-store",
}

Handler = Callable[[web.Request], Awaitable[web.Response]]
log = logging.getLogger(__name__)


def guarded(handler: Handler, hosts: Collection[str]) -> Handler:
    """The handler behind the guard.

    ``hosts`` are the names it may be reached under, without port. Checking them keeps a page
    elsewhere from reaching a loopback server under a name of its own (DNS rebinding).
    """

    async def safe(request: web.Request) -> web.Response:
        response = await _answer(request, handler, hosts)
        response.headers.update(HEADERS)
        return response

    return safe


async def _answer(request: web.Request, handler: Handler, hosts: Collection[str]) -> web.Response:
    language = preferred(request)
    try:
        if _host(request) not in hosts:
            raise RefusedError(403, WRONG_HOST)  # noqa: TRY301 — one way out for every refusal
        return await handler(request)
    except RefusedError as refusal:
        return web.json_response({"error": refusal.why.say(language)}, status=refusal.status)
    except Exception as error:  # noqa: BLE001 — the last stop before the browser
        return _failure(error, FAILED, language)


def preferred(request: web.Request) -> Language:
    """The language the browser or the page's script asks for; Danish where it does not tell."""
    english = request.headers.get("Accept-Language", "").lower().startswith("en")
    return Language.ENGLISH if english else Language.DANISH


def _host(request: web.Request) -> str:
    host = request.headers.get("Host", "").lower()
    if host.startswith("["):
        return host.partition("]")[0] + "]"
    return host.partition(":")[0]


def _failure(error: Exception, words: Phrase, language: Language) -> web.Response:
    reference = f"{secrets.randbelow(10**8):08d}"
    # Frames without the error's own words: those may quote what the visitor wrote.
    frames = "".join(traceback.format_tb(error.__traceback__))
    log.error("web request failed, reference %s: %s\n%s", reference, type(error).__name__, frames)
    sentence = words.say(language, reference=reference)
    return web.json_response({"error": sentence, "reference": reference}, status=500)
