"""The local web chat: its addresses, and what each of them does.

It is meant for the machine it runs on. Whoever binds the port binds it to loopback.
"""

from collections.abc import Collection
from dataclasses import dataclass
from importlib.resources import files

from aiohttp import web

from bot.plain_text import plain_text
from bot.ports import Attendant, Calendar, Clock
from bot.reminders.ports import Foretelling, Foretold
from bot.reply import Language, Question, Reply
from bot.web import render
from bot.web.guard import LOOPBACK, guarded
from bot.web.inbound import ZONE, RefusedError, from_json, from_query, language, moment, passage
from bot.web.page import page
from bot.wording import dates
from bot.wording.web import NOT_FOUND, NOT_JSON, POSTED, TOO_LARGE

LARGEST_BODY = 64 * 1024
"""Bytes of a question with everything around it."""

STATIC = {"chat.css": "text/css", "chat.js": "text/javascript", "drop.svg": "image/svg+xml"}
"""Every file that is served, and its type; what is not here does not exist."""


@dataclass(frozen=True, slots=True)
class Site:
    """The chat: what it does at each of its addresses. ``clock`` tells the real time."""

    attendant: Attendant
    foretelling: Foretelling
    calendar: Calendar
    clock: Clock

    async def page(self, request: web.Request) -> web.Response:
        """The page, with the answer to what its address asks."""
        spoken, now = language(request.query), self.clock.now()
        status, at, turns = 200, moment(None, now), list[str]()
        try:
            at = moment(request.query.get("at"), now)
            turns = await self._turns(from_query(request.query, now))
        except RefusedError as refusal:
            status, turns = refusal.status, [render.problem(refusal.why.say(spoken), spoken)]
        html = page(spoken, moment(None, now), at.date(), turns)
        return web.Response(text=html, content_type="text/html", status=status)

    async def ask(self, request: web.Request) -> web.Response:
        """The reply to a question of the page's script."""
        question = from_json(await _json(request), self.clock.now())
        return web.json_response(_drawn(await self.attendant.answer(question)))

    async def reminders(self, request: web.Request) -> web.Response:
        """What would have been posted to a visitor while the time passed that they skipped.

        ``until`` is the moment up to which they know of it now: the next time begins there.
        """
        passed = passage(await _json(request), self.clock.now())
        found = tuple[Foretold, ...]()
        if passed.mine and passed.forward:
            found = await self.foretelling.foretell(passed.mine, passed.since, passed.until)
        reminders = [_reminder(one, passed.language or one.reply.language) for one in found]
        return web.json_response({"reminders": reminders, "until": passed.until.isoformat()})

    async def static(self, request: web.Request) -> web.Response:
        """One of the page's own files."""
        name = request.match_info["name"]
        if name not in STATIC:
            raise RefusedError(404, NOT_FOUND)
        content = (files("bot.web") / "static" / name).read_bytes()
        return web.Response(body=content, content_type=STATIC[name], charset="utf-8")

    async def all_events(self, _: web.Request) -> web.Response:
        """All events for calendar programs."""
        return _calendar_file(self.calendar.ics(), "events")

    async def one_event(self, request: web.Request) -> web.Response:
        """One event for calendar programs."""
        entry = request.match_info["entry"]
        return _calendar_file(self.calendar.ics(entry), entry)

    async def _turns(self, question: Question | None) -> list[str]:
        if question is None:
            return []
        reply = await self.attendant.answer(question)
        said = [render.asked(question.text, reply.language)] if question.text else []
        return [*said, render.article(reply)]


def mount(app: web.Application, site: Site, hosts: Collection[str] = LOOPBACK) -> None:
    """Add the chat to ``app``; it answers only under the names in ``hosts``."""
    routes = {
        "/": site.page,
        "/static/{name}": site.static,
        "/events.ics": site.all_events,
        "/events/{entry:[a-z0-9-]+}.ics": site.one_event,
    }
    for path, handler in routes.items():
        app.router.add_get(path, guarded(handler, hosts))
    app.router.add_post("/api/ask", guarded(site.ask, hosts))
    app.router.add_post("/api/reminders", guarded(site.reminders, hosts))


async def _json(request: web.Request) -> bytes:
    if request.content_type != "application/json":
        # Other sites can send forms here, but not this type without being let in.
        raise RefusedError(415, NOT_JSON)
    return await _body(request)


async def _body(request: web.Request) -> bytes:
    body = bytearray()
    async for chunk in request.content.iter_any():
        body += chunk
        if len(body) > LARGEST_BODY:
            raise RefusedError(413, TOO_LARGE)
    return bytes(body)


def _drawn(reply: Reply) -> dict[str, str]:
    return {
        "outcome": reply.outcome,
        "language": reply.language,
        "text": plain_text(reply),
        "html": render.article(reply),
    }


def _reminder(foretold: Foretold, spoken: Language) -> dict[str, str]:
    due = foretold.due.astimezone(ZONE)
    return {
        "due": due.isoformat(),
        "when": POSTED.say(spoken, when=dates.moment(due, spoken)),
        "html": render.article(foretold.reply),
    }


def _calendar_file(content: bytes | None, name: str) -> web.Response:
    if content is None:
        raise RefusedError(404, NOT_FOUND)
    response = web.Response(body=content, content_type="text/calendar", charset="utf-8")
    response.headers["Content-Disposition"] = f'attachment; filename="{name}.ics"'
    return response
