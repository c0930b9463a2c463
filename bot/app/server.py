"""The server with all that is configured."""

import asyncio
import logging
from collections.abc import AsyncIterator, Callable, Sequence
from threading import Thread

from aiohttp import web

from bot.adapting import calendar_files
from bot.app.answering import desk
from bot.app.attending import attending, rules
from bot.app.collecting import set_aside, take_back
from bot.app.connecting import platforms
from bot.app.passing import warn_of_unknown_areas
from bot.app.platforms import Platform, Served, memberships, posters
from bot.app.reminders import TIMING, Reminders
from bot.app.stores import in_process, shared
from bot.config import Settings
from bot.desk import Desk
from bot.errors import StoreError
from bot.ports import Clock
from bot.reminders.foretelling import Foreteller
from bot.store.database import Database
from bot.store.migrating import ready
from bot.watch import watch
from bot.web import health
from bot.web import site as chat

log = logging.getLogger(__name__)
Lifetime = Callable[[web.Application], AsyncIterator[None]]
"""What begins with the server and ends with it."""


def application(settings: Settings, clock: Clock) -> web.Application:
    """The server with all that is configured. Raises `KnowledgeError`."""
    current = desk(settings, clock)
    app = web.Application()
    running = _Running(current)
    app.cleanup_ctx.append(running.watching(settings))
    health.mount(app, running.checks)
    if settings.web_chat or settings.teams:
        calendar_files.mount(app, current)
    if settings.web_chat:
        own = in_process(clock)
        foretelling = Foreteller(own.subscriptions, lambda: current.lookup, rules(settings))
        answering = attending(current, own, settings)
        chat.mount(app, chat.Site(answering, foretelling, clock))
    if settings.slack or settings.teams:
        _connect(app, running, settings, clock)
    return app


def _connect(app: web.Application, running: "_Running", settings: Settings, clock: Clock) -> None:
    warn_of_unknown_areas(settings, running.current.lookup)
    database = Database(settings.database.reveal())
    app.cleanup_ctx.append(_opened(database))
    connected, stores = platforms(settings, database, clock), shared(database, clock)
    if settings.worker:
        app.cleanup_ctx.append(running.reminding(settings, database, connected, clock))
    answering = attending(running.current, stores, settings, memberships(connected))
    served = Served(answering, running.current, stores, clock)
    running.checks |= {one.name: one.mount(app, served) for one in connected}


def _opened(database: Database) -> Lifetime:
    """Open the store before anybody asks; where that fails, questions are answered all the same."""

    async def context(_: web.Application) -> AsyncIterator[None]:
        try:
            await ready(database, may_migrate=True)
        except StoreError as error:
            log.error("The store cannot be used: %s", error)  # noqa: TRY400 - it says why
        yield
        await database.close()

    return context


class _Running:
    """What goes on beside answering, for as long as the server runs.

    ``checks`` is how each part of it is; `health` asks them.
    """

    def __init__(self, current: Desk) -> None:
        self.checks: dict[str, health.Check] = {}
        self.current = current
        self._reminders: Reminders | None = None

    def watching(self, settings: Settings) -> Lifetime:
        """Takes over what is edited, and learns second opinions."""

        async def context(_: web.Application) -> AsyncIterator[None]:
            stop = asyncio.Event()
            set_aside()
            self._learn()
            task = asyncio.create_task(watch(settings.knowledge, self._reload, stop))
            yield
            stop.set()
            await task
            take_back()

        return context

    def reminding(
        self,
        settings: Settings,
        database: Database,
        connected: Sequence[Platform],
        clock: Clock,
    ) -> Lifetime:
        """Sends reminders."""

        async def context(_: web.Application) -> AsyncIterator[None]:
            stop = asyncio.Event()
            async with posters(connected, TIMING.timeout.total_seconds()) as found:
                reminders = Reminders(settings, database, found, lambda: self.current.lookup, clock)
                self._reminders, self.checks["reminders"] = reminders, reminders.health
                task = asyncio.create_task(reminders.run(stop))
                yield
                stop.set()
                await task

        return context

    async def _reload(self) -> None:
        # Fitting takes seconds; in a thread it delays no answer.
        if not await asyncio.to_thread(self.current.reload):
            return
        set_aside()
        if self._reminders:
            self._reminders.replan()
        self._learn()

    def _learn(self) -> None:
        """Learn for minutes, if need be; nobody who stops the server shall wait for that."""

        def learn() -> None:
            try:
                if self.current.learn():
                    set_aside()
            except Exception:  # whatever it is, there are answers without second opinions
                log.exception("Second opinions could not be learnt")

        Thread(target=learn, name="learning", daemon=True).start()
