"""Questions that were passed on, for all processes that share the database."""

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Row, delete, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.passing.model import Answer, Channel, Passed, Proposal, Stage
from bot.passing.ports import Erasing, PassedOn, Proposals
from bot.ports import Clock
from bot.reply import Address, Language
from bot.store import passed_letters as letters
from bot.store.addresses import packed, unpacked
from bot.store.columns import EPOCH
from bot.store.database import Database
from bot.store.tables import passed as table
from bot.store.tables import proposal
from bot.store.upsert import inserting

EVERY = timedelta(hours=1)
PROPOSED = timedelta(days=365)
"""How long a proposal is kept that nobody takes over."""


class DatabasePassedOn(PassedOn, Erasing, Proposals):
    """Questions that were passed on, and what was proposed after that. May raise `StoreError`."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock
        self._erased = EPOCH

    async def add(self, passed: Passed) -> bool:
        """Keep a question, and have it sent; False where there is one with its id."""
        async with self._database.begin() as connection:
            adding = inserting(connection, table).values(_as_row(passed))
            new = adding.on_conflict_do_nothing(index_elements=[table.c.id]).returning(table.c.id)
            if await connection.scalar(new) is None:
                return False
            await letters.of_new(connection, passed)
            return True

    async def find(self, passed_id: str) -> Passed | None:
        """The question, or None where there is none, or no more."""
        wanted = select(table).where(table.c.id == passed_id, table.c.erased_at > self._clock.now())
        async with self._database.reading() as connection:
            row = (await connection.execute(wanted)).first()
        return _from_row(row) if row else None

    async def take(self, passed_id: str, by: str, at: datetime) -> bool:
        """Let ``by`` see to an open question from ``at`` on; False where it is not open."""
        async with self._database.begin() as connection:
            passed = await self._held(connection, passed_id)
            if passed is None or passed.stage is not Stage.OPEN:
                return False
            await _keep(connection, replace(passed, stage=Stage.TAKEN, by=by, at=at))
            await letters.no_nudge(connection, passed_id)
            return True

    async def answer(self, passed_id: str, answer: Answer) -> bool:
        """Keep the answer, and have it sent; False where it is answered, or there is none."""
        async with self._database.begin() as connection:
            passed = await self._held(connection, passed_id)
            if passed is None or passed.stage is Stage.ANSWERED:
                return False
            answered = replace(
                passed, stage=Stage.ANSWERED, by=answer.by, at=answer.at, answer=answer.text
            )
            await _keep(connection, answered)
            await letters.no_nudge(connection, passed_id)
            await letters.of_answer(connection, answered, answer.at)
            if answer.remember:
                await _propose(connection, answered, answer)
            return True

    async def due(self, asker: Address) -> tuple[datetime, ...]:
        """When each that somebody passed on, and that is still kept, will be erased; in order."""
        wanted = select(table.c.erased_at).where(
            table.c.asker_key == asker.key, table.c.erased_at > self._clock.now()
        )
        async with self._database.reading() as connection:
            return tuple(await connection.scalars(wanted.order_by(table.c.erased_at)))

    async def forget(self, asker: Address) -> int:
        """Erase all that somebody passed on, and what was to be sent of it; how many there were."""
        async with self._database.begin() as connection:
            theirs = select(table.c.id).where(table.c.asker_key == asker.key)
            ids = list(await connection.scalars(theirs.with_for_update()))
            await _erase(connection, ids)
            withdrawing = update(proposal).where(proposal.c.id.in_(ids)).values(question="")
            await connection.execute(withdrawing)
            return len(ids)

    async def erase(self) -> None:
        """Erase what has been kept long enough; more than once an hour it does nothing."""
        now = self._clock.now()
        if abs(now - self._erased) < EVERY:
            return
        async with self._database.begin() as connection:
            over = select(table.c.id).where(table.c.erased_at <= now).with_for_update()
            await _erase(connection, list(await connection.scalars(over)))
            await connection.execute(delete(proposal).where(proposal.c.at <= now - PROPOSED))
        self._erased = now

    async def proposals(self) -> tuple[Proposal, ...]:
        """All there are, oldest first."""
        ordered = select(proposal).order_by(proposal.c.at, proposal.c.id)
        async with self._database.reading() as connection:
            return tuple(_proposal(row) for row in await connection.execute(ordered))

    async def done(self, proposal_id: str) -> bool:
        """Keep a proposal no longer; False where there is none."""
        async with self._database.begin() as connection:
            ending = delete(proposal).where(proposal.c.id == proposal_id)
            return (await connection.execute(ending)).rowcount > 0

    async def _held(self, connection: AsyncConnection, passed_id: str) -> Passed | None:
        """The question, which nobody else can change before the transaction ends."""
        wanted = select(table).where(table.c.id == passed_id, table.c.erased_at > self._clock.now())
        row = (await connection.execute(wanted.with_for_update())).first()
        return _from_row(row) if row else None


async def _keep(connection: AsyncConnection, passed: Passed) -> None:
    await connection.execute(update(table).where(table.c.id == passed.id).values(_as_row(passed)))


async def _propose(connection: AsyncConnection, passed: Passed, answer: Answer) -> None:
    adding = inserting(connection, proposal).values(
        id=passed.id,
        question=passed.text,
        answer=answer.text,
        who=answer.by,
        at=answer.at,
        language=answer.language,
        area=passed.area,
        platform=passed.channel.address.platform,
        workspace=passed.channel.address.workspace,
    )
    await connection.execute(adding.on_conflict_do_nothing(index_elements=[proposal.c.id]))


async def _erase(connection: AsyncConnection, ids: list[str]) -> None:
    if ids:
        await letters.erase(connection, ids)
        await connection.execute(delete(table).where(table.c.id.in_(ids)))


def _as_row(passed: Passed) -> dict[str, object]:
    return {
        "id": passed.id,
        "text": passed.text,
        "name": passed.name,
        "asker_key": passed.asker.key,
        "platform": passed.asker.platform,
        "workspace": passed.asker.workspace,
        "asker": packed(passed.asker),
        "there": packed(passed.there),
        "language": passed.language,
        "area": passed.area,
        "channel": packed(passed.channel.address),
        "channel_area": passed.channel.area,
        "channel_language": passed.channel.language,
        "asked_at": passed.asked_at,
        "nudge_at": passed.nudge_at,
        "erased_at": passed.erased_at,
        "stage": passed.stage,
        "who": passed.by,
        "at": passed.at,
        "answer": passed.answer,
    }


def _from_row(row: Row[Any]) -> Passed:
    return Passed(
        id=row.id,
        text=row.text,
        name=row.name,
        asker=unpacked(row.asker),
        there=unpacked(row.there),
        language=Language(row.language),
        area=row.area,
        channel=Channel(row.channel_area, unpacked(row.channel), Language(row.channel_language)),
        asked_at=row.asked_at,
        nudge_at=row.nudge_at,
        stage=Stage(row.stage),
        by=row.who,
        at=row.at,
        answer=row.answer,
    )


def _proposal(row: Row[Any]) -> Proposal:
    return Proposal(
        row.id, row.question, row.answer, row.who, row.at, Language(row.language), row.area
    )
