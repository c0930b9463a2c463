"""What stands between a browser and the handlers of our pages: headers, limits, worded errors."""

import logging
from collections.abc import Awaitable, Callable, Mapping

from aiohttp import web

from bot.adapting.answering import reference
from bot.adapting.faults import wordless
from bot.errors import RainError
from bot.reply import Language
from bot.wording.phrase import Phrase
from bot.wording.web import FAILED, NOT_JSON, TOO_LARGE

Handler = Callable[[web.Request], Awaitable[web.Response]]
HARDENED: Mapping[str, str] = {
    "Content-Security-Policy": "default-src 'none'; base-uri 'none'; frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cache-Control": "no-store",
}
"""The headers of what is no page."""
LARGEST_BODY = 64 * 1024
"""Bytes of what somebody asks or presses, with everything around it."""
log = logging.getLogger(__name__)


class RefusedError(RainError):
    """A request that is not served: the HTTP status and the sentence that says why."""

    def __init__(self, status: int, why: Phrase) -> None:
        self.status = status
        self.why = why
        super().__init__(why.en)


def safely(handler: Handler, headers: Mapping[str, str] = HARDENED) -> Handler:
    """The handler with ``headers`` on whatever it answers, and its errors in words."""

    async def safe(request: web.Request) -> web.Response:
        response = await _answer(request, handler)
        response.headers.update(headers)
        return response

    return safe


async def _answer(request: web.Request, handler: Handler) -> web.Response:
    language = preferred(request)
    try:
        return await handler(request)
    except RefusedError as refusal:
        return web.json_response({"error": refusal.why.say(language)}, status=refusal.status)
    except Exception as error:  # noqa: BLE001 — the last stop before the browser
        return _failure(error, language)


def preferred(request: web.Request) -> Language:
    """The language the browser or the page's script asks for; Danish where it does not tell."""
    english = request.headers.get("Accept-Language", "").lower().startswith("en")
    return Language.ENGLISH if english else Language.DANISH


async def json_body(request: web.Request) -> bytes:
    """The body of a request of ours. Raises `RefusedError`."""
    if request.content_type != "application/json":
        # Other sites can send forms here, but not this type without being let in.
        raise RefusedError(415, NOT_JSON)
    body = bytearray()
    async for chunk in request.content.iter_any():
        body += chunk
        if len(body) > LARGEST_BODY:
            raise RefusedError(413, TOO_LARGE)
    return bytes(body)


def _failure(error: Exception, language: Language) -> web.Response:
    number = reference()
    log.error("web request failed, reference %s: %s", number, wordless(error))
    sentence = FAILED.say(language, reference=number)
    return web.json_response({"error": sentence, "reference": number}, status=500)
