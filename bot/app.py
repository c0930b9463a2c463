"""The composition root: the one place that knows all concrete classes."""

import asyncio
import logging
from collections.abc import AsyncIterator, Callable
from pathlib import Path

from aiohttp import web

from bot.assistant.lookup import Lookup
from bot.assistant.policy import Assistant
from bot.assistant.remembering import Remembering
from bot.assistant.understanding import Understanding
from bot.assistant.vocabulary import phrases, talk
from bot.config import Settings, SlackSettings
from bot.errors import RainError
from bot.events.calendar import calendar_file
from bot.knowledge.loader import load, read_folder
from bot.matching.index import Index, fingerprint
from bot.matching.sentences import elsewhere
from bot.ports import Calendar, Clock, IndexCache, Responder
from bot.reply import Question, Reply
from bot.store.clocks import SystemClock
from bot.store.index_cache import FolderCache
from bot.store.memory import MemoryOfAskers, MemoryOfConversations, MemorySeen
from bot.watch import watch
from bot.web import health
from bot.web import site as chat

log = logging.getLogger(__name__)


class Desk(Responder, Calendar):
    """Answers from the last good version of the knowledge base.

    ``clock`` stamps calendar files. `Desk.reload` swaps in the folder's present version as one
    step: a question is answered wholly from the old one or wholly from the new.
    """

    def __init__(self, folder: Path, cache: IndexCache, clock: Clock) -> None:
        self._folder = folder
        self._cache = cache
        self._clock = clock
        self._current = self._built()

    @property
    def lookup(self) -> Lookup:
        """The knowledge base being answered from."""
        return self._current[0]

    def reply(self, question: Question) -> Reply:
        """The reply from the version that is good now."""
        _, assistant = self._current
        return assistant.reply(question)

    def ics(self, entry: str | None = None) -> bytes | None:
        """All events, or one, as an iCalendar file; None when there is no such event."""
        events = [e for e in self.lookup.knowledge.events if entry is None or e.id == entry]
        if entry is not None and not events:
            return None
        return calendar_file(events, stamp=self._clock.now())

    def reload(self) -> bool:
        """Take over the folder's present version if it is good; else say why and keep the last."""
        try:
            built = self._built()
        except RainError as error:
            log.warning("The last good version of the knowledge base is kept:\n%s", error)
            return False
        except Exception:  # whatever an edit brings about, answers go on
            log.exception("The last good version of the knowledge base is kept")
            return False
        changed = built[0].knowledge.version != self.lookup.knowledge.version
        self._current = built
        if changed:
            log.info("A new version of the knowledge base is answered from.")
        return changed

    def _built(self) -> tuple[Lookup, Assistant]:
        lookup = Lookup(load(read_folder(self._folder)))
        assistant = Assistant(lookup, Understanding(lookup, fitted(lookup, self._cache)))
        # The first question fills tables that all others use; nobody shall wait for that.
        assistant.reply(Question(lookup.entrance.title.da, self._clock.now()))
        return lookup, assistant


def fitted(lookup: Lookup, cache: IndexCache) -> Index:
    """The index of a knowledge base, from the cache where it was fitted before."""
    given = (*phrases(lookup), *talk())
    key = fingerprint(given, elsewhere())
    if kept := cache.load(key):
        try:
            return Index.load(kept)
        except ValueError as error:
            log.warning("The kept index is unusable and is fitted again: %s", error)
    index = Index.fit(given, elsewhere())
    cache.save(key, index.dump())
    return index


def desk(settings: Settings, clock: Clock | None = None) -> Desk:
    """The desk these settings ask for. Raises `KnowledgeError`."""
    return Desk(settings.knowledge, FolderCache(settings.cache), clock or SystemClock())


def conversing(answering: Responder, clock: Clock) -> Responder:
    """The responder with a memory of its own, which lasts as long as the process."""
    return Remembering(answering, MemoryOfConversations(clock), MemoryOfAskers(clock))


def application(settings: Settings, clock: Clock) -> web.Application:
    """The server with all that is configured. Raises `KnowledgeError`."""
    current = desk(settings, clock)
    answering = conversing(current, clock)
    app = web.Application()
    app.cleanup_ctx.append(_watching(settings.knowledge, current))
    health.mount(app)
    if settings.web_chat:
        chat.mount(app, answering, clock, current)
    if settings.slack:
        _mount_slack(app, settings.slack, answering, clock)
    return app


def _mount_slack(
    app: web.Application, settings: SlackSettings, answering: Responder, clock: Clock
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


def _watching(folder: Path, answering: Desk) -> Callable[[web.Application], AsyncIterator[None]]:
    async def reload() -> None:
        # Fitting takes seconds; in a thread it delays no answer.
        await asyncio.to_thread(answering.reload)

    async def context(_: web.Application) -> AsyncIterator[None]:
        stop = asyncio.Event()
        task = asyncio.create_task(watch(folder, reload, stop))
        yield
        stop.set()
        await task

    return context
