"""The local web chat: its addresses, and what each of them does.

It is meant for the machine it runs on. Whoever binds the port binds it to loopback.
"""

from collections.abc import Collection
from dataclasses import dataclass
from importlib.resources import files

from aiohttp import web

from bot.adapting.serving import RefusedError, json_body
from bot.plain_text import plain_text
from bot.ports import Attendant, Clock
from bot.reminders.ports import Foretelling, Foretold
from bot.reply import Language, Question, Reply
from bot.web import render
from bot.web.guard import LOOPBACK, guarded
from bot.web.inbound import ZONE, from_json, from_query, language, moment, passage
from bot.web.page import page
from bot.wording import dates
from bot.wording.web import NOT_FOUND, POSTED

_OWN = files("bot.web") / "static"
STATIC = {
    "chat.css": (_OWN, "text/css"),
    "chat.js": (_OWN, "text/javascript"),
    "drop.svg": (_OWN, "image/svg+xml"),
    "parts.css": (files("bot.adapting.html"), "text/css"),
}
"""Every file that is served: where it stands, and its type; what is not here does not exist."""


@dataclass(frozen=True, slots=True)
class Site:
    """The chat: what it does at each of its addresses. ``clock`` tells the real time."""

    attendant: Attendant
    foretelling: Foretelling
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
        question = from_json(await json_body(request), self.clock.now())
        return web.json_response(_drawn(await self.attendant.answer(question)))

    async def reminders(self, request: web.Request) -> web.Response:
        """What would have been posted to a visitor while the time passed that they skipped.

        ``until`` is the moment up to which they know of it now: the next time begins there.
        """
        passed = passage(await json_body(request), self.clock.now())
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
        folder, media = STATIC[name]
        content = (folder / name).read_bytes()
        return web.Response(body=content, content_type=media, charset="utf-8")

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
    }
    for path, handler in routes.items():
        app.router.add_get(path, guarded(handler, hosts))
    app.router.add_post("/api/ask", guarded(site.ask, hosts))
    app.router.add_post("/api/reminders", guarded(site.reminders, hosts))


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
