"""The composition root: the one place that knows all concrete classes."""

import asyncio
from collections.abc import AsyncIterator, Callable

from aiohttp import web

from bot.assistant.remembering import Remembering
from bot.config import Settings, SlackSettings
from bot.desk import Desk, Seconding
from bot.ports import Attendant, Clock, Responder
from bot.reply import Question, Reply
from bot.semantic import e5
from bot.store.index_cache import FolderCache
from bot.store.memory import MemoryOfAskers, MemoryOfConversations, MemorySeen
from bot.store.vectors import KeptVectors
from bot.watch import watch
from bot.web import health
from bot.web import site as chat


def desk(settings: Settings, clock: Clock, *, seconded: bool = True) -> Desk:
    """The desk these settings ask for. Raises `KnowledgeError`.

    With second opinions, where they can be had, the first start takes half a minute.
    """
    second = seconding(settings) if seconded else None
    return Desk(settings.knowledge, FolderCache(settings.cache), clock, second)


def seconding(settings: Settings) -> Seconding | None:
    """What learns second opinions, where the language model is installed and wanted."""
    if not settings.semantic or not e5.installed():
        return None
    embedder = e5.E5()
    kept = KeptVectors(embedder, settings.cache)
    return Seconding(embedder, kept, FolderCache(settings.cache))


class InThread(Attendant):
    """Lets a responder think in a thread, so that whatever else arrives is not kept waiting."""

    def __init__(self, responder: Responder) -> None:
        self._responder = responder

    async def answer(self, question: Question) -> Reply:
        """The responder's reply."""
        return await asyncio.to_thread(self._responder.reply, question)


def conversing(answering: Responder, clock: Clock) -> Attendant:
    """The responder with a memory of its own, which lasts as long as the process."""
    return Remembering(InThread(answering), MemoryOfConversations(clock), MemoryOfAskers(clock))


def application(settings: Settings, clock: Clock) -> web.Application:
    """The server with all that is configured. Raises `KnowledgeError`."""
    current = desk(settings, clock, seconded=False)  # those come as soon as they are learnt
    answering = conversing(current, clock)
    app = web.Application()
    app.cleanup_ctx.append(_watching(settings, current))
    health.mount(app)
    if settings.web_chat:
        chat.mount(app, answering, clock, current)
    if settings.slack:
        _mount_slack(app, settings.slack, answering, clock)
    return app


def _mount_slack(
    app: web.Application, settings: SlackSettings, answering: Attendant, clock: Clock
) -> None:
    # An extra: imported only where it is configured, so that nobody else needs it installed.
    from bot.slack import adapter as slack  # noqa: PLC0415

    options = slack.SlackOptions(
        bot_token=settings.bot_token.reveal(),
        app_token=settings.app_token.reveal() if settings.app_token else None,
        signing_secret=settings.signing_secret.reveal() if settings.signing_secret else None,
        api_url=settings.api_url,
    )
    slack.mount(app, options, answering, MemorySeen(), clock)


def _watching(
    settings: Settings, answering: Desk
) -> Callable[[web.Application], AsyncIterator[None]]:
    def begin() -> None:
        if second := seconding(settings):
            answering.ask_second_opinions(second)

    async def reload() -> None:
        # Fitting takes seconds; in a thread it delays no answer.
        await asyncio.to_thread(answering.reload)

    async def context(_: web.Application) -> AsyncIterator[None]:
        stop = asyncio.Event()
        beginning = asyncio.create_task(asyncio.to_thread(begin))
        task = asyncio.create_task(watch(settings.knowledge, reload, stop))
        yield
        stop.set()
        await asyncio.gather(beginning, task)

    return context
