"""Whether the server is up, for whoever watches over it; it tells nothing else."""

from aiohttp import web

PATH = "/health"


def mount(app: web.Application) -> None:
    """Answer ``GET /health`` with ``{"status": "ok"}``, under any host name."""
    app.router.add_get(PATH, _healthy)


async def _healthy(_: web.Request) -> web.Response:
    return web.json_response({"status": "ok"})
