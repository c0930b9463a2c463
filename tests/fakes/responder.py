"""The middle and its surroundings with the answers written in advance."""

import asyncio
from collections.abc import Callable, Sequence
from datetime import UTC, datetime, timedelta
from time import monotonic

from bot.ports import Attendant, Clock, Responder, SeenDeliveries
from bot.reply import Language, Outcome, Paragraph, Question, Reply

NOON = datetime(2023, 6, 21, 12, tzinfo=UTC)

Script = Reply | Exception | Callable[[Question], Reply]
"""A reply to give, an error to raise, or a function that makes the reply."""


def said(text: str, language: Language = Language.ENGLISH) -> Reply:
    """The plainest reply: one paragraph."""
    return Reply(Outcome.ANSWER, language, (Paragraph(text),), confidence=1.0)


class FakeResponder(Responder, Attendant):
    """Records every question; gives the scripted replies in order, the last one for ever."""

    def __init__(self, *script: Script) -> None:
        self.questions: list[Question] = []
        self.takes = 0.0
        self._script: list[Script] = list(script) or [said("An answer.")]

    def will_reply(self, *script: Script) -> None:
        """Replace what is left of the script."""
        self._script = list(script)

    def reply(self, question: Question) -> Reply:
        """The next scripted reply, or its error."""
        self.questions.append(question)
        now = self._script.pop(0) if len(self._script) > 1 else self._script[0]
        if isinstance(now, Exception):
            raise now
        return now if isinstance(now, Reply) else now(question)

    async def answer(self, question: Question) -> Reply:
        """The same, in a thread: a script may take its time."""
        await asyncio.sleep(self.takes)
        return await asyncio.to_thread(self.reply, question)


class FixedClock(Clock):
    """Stands still until moved on."""

    def __init__(self, at: datetime = NOON) -> None:
        self._at = at

    def now(self) -> datetime:
        """The moment it stands at."""
        return self._at

    def move(self, by: timedelta) -> None:
        """Let time pass."""
        self._at += by


class RunningClock(FixedClock):
    """Runs on from where it was set, as fast as a real one."""

    def __init__(self, at: datetime = NOON) -> None:
        super().__init__(at)
        self._set = monotonic()

    def now(self) -> datetime:
        """The moment it was set to, and the time since."""
        return super().now() + timedelta(seconds=monotonic() - self._set)


class MemorySeen(SeenDeliveries):
    """Remembers deliveries for as long as it lives."""

    def __init__(self, keys: Sequence[str] = ()) -> None:
        self.keys = set(keys)

    async def first_time(self, key: str) -> bool:
        """Whether the key is new."""
        new = key not in self.keys
        self.keys.add(key)
        return new
