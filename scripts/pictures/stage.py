"""Where the scenes are played: everybody who attends to people, and an empty store."""

import tempfile
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from bot.app.attending import attending
from bot.app.stores import shared
from bot.assistant.lookup import Lookup
from bot.config import OwnersSetting, Settings
from bot.desk import Desk
from bot.knowledge.model import DEFAULT_ZONE
from bot.passing.model import Passed
from bot.passing.ports import Membership, PassedOn
from bot.ports import Attendant, Clock
from bot.reply import Address, AddressKind, Language, Question, Reply
from bot.store.database import Database
from bot.store.migrating import ready

NOW = datetime(2023, 6, 1, 9, tzinfo=ZoneInfo(DEFAULT_ZONE))
"""All events of the newsletter still lie ahead."""
WHINN = "whinn-2023"
DANISH, ENGLISH = Language.DANISH, Language.ENGLISH
PLATFORM, WORKSPACE = "slack", "T0"
LAW, ALL_ELSE = "C0LAW", "C0OWNERS"
OWNERS = (
    OwnersSetting("", PLATFORM, WORKSPACE, ALL_ELSE, DANISH),
    OwnersSetting("contact-legal-security", PLATFORM, WORKSPACE, LAW, DANISH),
)
"""Made up, as are all who appear and do not stand in the knowledge base."""


class StoppedClock(Clock):
    """Stands still, so that the same pictures come out every day."""

    def now(self) -> datetime:
        """Always `NOW`."""
        return NOW


class Everybody(Membership):
    """Takes everybody for a member."""

    async def member(self, person: Address, channel: Address) -> bool:  # noqa: ARG002
        """That they are."""
        return True


@dataclass(frozen=True, slots=True)
class Stage:
    """The bot and what it answers from."""

    attendant: Attendant
    lookup: Lookup
    passed: PassedOn

    async def reply(self, who: str, text: str, /, **asked: Any) -> Reply:  # noqa: ANN401 - a Question's
        """What somebody is told who asks or does something in a conversation with the bot."""
        question = Question(
            text=text,
            at=NOW,
            asker=who,
            conversation=who,
            mine=person(who),
            **{"locale": DANISH, **asked},
        )
        return await self.attendant.answer(question)

    async def found(self, passed_id: str) -> Passed:
        """A question that was passed on before."""
        passed = await self.passed.find(passed_id)
        if passed is None:
            raise LookupError(passed_id)
        return passed


@asynccontextmanager
async def stage(answering: Desk, settings: Settings) -> AsyncIterator[Stage]:
    """The stage, until the block ends."""
    with tempfile.TemporaryDirectory(prefix="rain-") as folder:
        database = Database(f"sqlite:///{Path(folder) / 'rain.sqlite3'}")
        try:
            await ready(database, may_migrate=True)
            stores = shared(database, StoppedClock())
            assert stores.passed is not None  # noqa: S101 - a database has one
            attendant = attending(
                answering, stores, replace(settings, owners=OWNERS), {PLATFORM: Everybody()}
            )
            yield Stage(attendant, answering.lookup, stores.passed)
        finally:
            await database.close()


def person(name: str) -> Address:
    """Where somebody is written to."""
    return Address(PLATFORM, WORKSPACE, AddressKind.PERSON, name)


def channel(id_: str, thread: str = "") -> Address:
    """A channel, or a thread there."""
    return Address(PLATFORM, WORKSPACE, AddressKind.CHANNEL, id_, thread)
