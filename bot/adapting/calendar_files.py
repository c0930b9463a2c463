"""Events as files for calendar programs: public facts, for whoever has the address."""

from aiohttp import web

from bot.adapting.serving import RefusedError, safely
from bot.ports import Calendar
from bot.wording.web import NOT_FOUND

ALL = "/events.ics"


def mount(app: web.Application, calendar: Calendar) -> None:
    """Serve all events as one file and each as its own, under any host name."""

    async def all_events(_: web.Request) -> web.Response:
        return _file(calendar.ics(), "events")

    async def one_event(request: web.Request) -> web.Response:
        entry = request.match_info["entry"]
        return _file(calendar.ics(entry), entry)

    app.router.add_get(ALL, safely(all_events))
    app.router.add_get("/events/{entry:[a-z0-9-]+}.ics", safely(one_event))


def _file(content: bytes | None, name: str) -> web.Response:
    if content is None:
        raise RefusedError(404, NOT_FOUND)
    response = web.Response(body=content, content_type="text/calendar", charset="utf-8")
    response.headers["Content-Disposition"] = f'attachment; filename="{name}.ics"'
    return response
