"""Whether the server is up and does what it should, for whoever watches over it."""

from collections.abc import Awaitable, Callable, Mapping

from aiohttp import web

PATH = "/health"
Check = Callable[[], Awaitable[Mapping[str, object]]]
"""How a part is: ``well`` is true or false, and the rest are numbers and sentences of our own."""


def mount(app: web.Application, checks: Mapping[str, Check]) -> None:
    """Answer ``GET /health`` under any host name; it tells nothing of anybody.

    ``status`` is ``ok``, or ``degraded`` while one of the ``checks`` is not well. The answer is 200
    all the same: questions are answered, and starting anew would mend nothing.
    """

    async def healthy(_: web.Request) -> web.Response:
        told = {name: await check() for name, check in checks.items()}
        well = all(state["well"] for state in told.values())
        return web.json_response({"status": "ok" if well else "degraded", **told})

    app.router.add_get(PATH, healthy)
