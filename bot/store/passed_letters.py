"""What is sent of a question that was passed on, written together with what it tells of."""

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import delete, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.delivery.model import PASSED_ON, Kind, State
from bot.passing.model import Passed
from bot.reply import Address, Language
from bot.store.addresses import packed
from bot.store.tables import ABOUT, delivery
from bot.store.upsert import inserting


async def of_new(connection: AsyncConnection, passed: Passed) -> None:
    """The question itself, and below it in time that nobody has taken it."""
    await _write(
        connection,
        _letter(Kind.FORWARDED, passed, passed.asked_at) | {"made_by": packed(passed.asker)},
        _letter(Kind.NUDGE, passed, passed.nudge_at) | _below(passed),
    )


async def of_answer(connection: AsyncConnection, passed: Passed, now: datetime) -> None:
    """The answer, for who asked; and below the question that there is one."""
    to_asker = _to(passed.there, passed.language) | {"made_by": packed(passed.channel.address)}
    await _write(
        connection,
        _letter(Kind.RESPONSE, passed, now) | to_asker,
        _letter(Kind.ANSWERED, passed, now) | _below(passed),
    )


async def no_nudge(connection: AsyncConnection, passed_id: str) -> None:
    """Nobody needs to be reminded of the question any more."""
    await connection.execute(
        update(delivery)
        .where(delivery.c.key == _key(Kind.NUDGE, passed_id), delivery.c.state == State.PENDING)
        .values(state=State.CANCELLED, error="somebody sees to it")
    )


async def erase(connection: AsyncConnection, ids: Collection[str]) -> None:
    """Keep nothing of what was, or was to be, sent of these questions."""
    about = (ABOUT, delivery.c.about.in_(ids), delivery.c.kind.in_(PASSED_ON))
    await connection.execute(delete(delivery).where(*about))


async def _write(connection: AsyncConnection, *letters: dict[str, object]) -> None:
    for letter in letters:
        adding = inserting(connection, delivery).values(letter)
        await connection.execute(adding.on_conflict_do_nothing(index_elements=[delivery.c.key]))


def _letter(kind: Kind, passed: Passed, due: datetime) -> dict[str, object]:
    return {
        "key": _key(kind, passed.id),
        "kind": kind,
        "event": "",
        "rev": 0,
        "name": kind,
        "about": passed.id,
        "due": due,
        "useless": passed.erased_at,
        "next_at": due,
        "state": State.PENDING,
    } | _to(passed.channel.address, passed.channel.language)


def _to(address: Address, language: Language) -> dict[str, object]:
    return {
        "address_key": address.key,
        "platform": address.platform,
        "workspace": address.workspace,
        "address_kind": address.kind,
        "channel": address.id,
        "thread": address.thread,
        "language": language,
    }


def _below(passed: Passed) -> dict[str, object]:
    return {"below": _key(Kind.FORWARDED, passed.id)}


def _key(kind: Kind, passed_id: str) -> str:
    return f"{kind}:{passed_id}"
