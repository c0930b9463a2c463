"""Stores that cannot be reached."""

from datetime import timedelta

from bot.errors import StoreError
from bot.feedback.ports import Given, Record, Verdict, Verdicts
from bot.ports import Askers, Known, Memory
from bot.reply import Audience, Language

_AWAY = StoreError("The database does not answer.")


class AwayMemory(Memory):
    """Remembers nothing, and says so."""

    async def recall(self, conversation: str) -> tuple[str, ...]:
        raise _AWAY

    async def keep(self, conversation: str, entries: tuple[str, ...]) -> None:
        raise _AWAY

    async def forget(self, conversation: str) -> None:
        raise _AWAY


class AwayAskers(Askers):
    """Knows nobody, and says so."""

    async def recall(self, asker: str) -> Known:
        raise _AWAY

    async def keep_audience(
        self, asker: str, audience: Audience | None, lasting: timedelta
    ) -> None:
        raise _AWAY

    async def keep_language(
        self, asker: str, language: Language | None, lasting: timedelta
    ) -> None:
        raise _AWAY

    async def forget(self, asker: str) -> None:
        raise _AWAY


class AwayVerdicts(Verdicts):
    """Keeps no verdicts, and says so."""

    async def keep(self, verdict: Verdict) -> None:
        raise _AWAY

    async def given_by(self, asker: str) -> Given:
        raise _AWAY

    async def forget(self, asker: str) -> int:
        raise _AWAY

    async def records(self) -> tuple[Record, ...]:
        raise _AWAY
