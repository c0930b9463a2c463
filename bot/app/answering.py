"""What answers questions from the knowledge base."""

import asyncio
from concurrent.futures import ThreadPoolExecutor

from bot.config import Settings
from bot.desk import Desk
from bot.ports import Attendant, Clock, Responder
from bot.reply import Question, Reply
from bot.semantic import e5
from bot.semantic.repeated import Repeated
from bot.semantic.seconding import Seconding
from bot.semantic.shipped import shipped
from bot.store.index_cache import FolderCache
from bot.store.vectors import KeptVectors

AT_ONCE = 2
"""How many questions are thought about at a time: all threads take turns at one interpreter, and
the more there are, the more of its time goes into the turns."""


class InThread(Attendant):
    """Lets a responder think in a thread, so that whatever else arrives is not kept waiting."""

    def __init__(self, responder: Responder) -> None:
        self._responder = responder
        self._threads = ThreadPoolExecutor(AT_ONCE, thread_name_prefix="thinking")

    async def answer(self, question: Question) -> Reply:
        """The responder's reply."""
        loop = asyncio.get_running_loop()
        return await loop.run_in_executor(self._threads, self._responder.reply, question)


def desk(settings: Settings, clock: Clock, *, seconded: bool = True) -> Desk:
    """The desk these settings ask for, with second opinions where they can be had at once.

    Raises `KnowledgeError`.
    """
    second = seconding(settings) if seconded else None
    return Desk(settings.knowledge, FolderCache(settings.cache), clock, second)


def seconding(settings: Settings) -> Seconding | None:
    """What learns second opinions, where the language model is installed and wanted."""
    if not settings.semantic or not e5.usable():
        return None
    # One of its own for questions: learning holds up whoever uses the same.
    asked, learnt_from = Repeated(e5.E5()), KeptVectors(e5.E5(), settings.cache)
    return Seconding(asked, learnt_from, FolderCache(settings.cache), shipped())
