"""What stands between a browser and every handler: the shared guard, and a check of the host."""

from collections.abc import Collection

from aiohttp import web

from bot.adapting.serving import HARDENED, Handler, RefusedError, safely
from bot.wording.web import WRONG_HOST

LOOPBACK = frozenset({"localhost", "127.0.0.1", "[::1]"})
HEADERS = {
    **HARDENED,
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; "
        "img-src 'self' data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    ),
}


def guarded(handler: Handler, hosts: Collection[str]) -> Handler:
    """The handler behind the guard.

    ``hosts`` are the names it may be reached under, without port. Checking them keeps a page
    elsewhere from reaching a loopback server under a name of its own (DNS rebinding).
    """

    async def at_home(request: web.Request) -> web.Response:
        if _host(request) not in hosts:
            raise RefusedError(403, WRONG_HOST)
        return await handler(request)

    return safely(at_home, HEADERS)


def _host(request: web.Request) -> str:
    host = request.headers.get("Host", "").lower()
    if host.startswith("["):
        return host.partition("]")[0] + "]"
    return host.partition(":")[0]
