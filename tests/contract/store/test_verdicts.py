"""What every store of verdicts does, whatever it keeps them in."""

import asyncio
from datetime import timedelta

import pytest
from sqlalchemy import func, select

from bot.feedback.ports import KEPT, Given, Record, Verdict
from bot.store.database import Database
from bot.store.feedback import DatabaseVerdicts
from bot.store.tables import verdict as table
from tests.contract.store.conftest import Stores
from tests.fakes.responder import NOON, FixedClock

DAY = timedelta(days=1)
TODAY, MIDNIGHT = NOON.date(), NOON.replace(hour=0)
ODD = ["", "Ærø 'or' \"1\"=1; --", "x" * 5_000, "👩‍⚕️\u202e\n\t", "%s ? :key $1"]


def said(asker: str = "anna", *entries: str, right: bool = True) -> Verdict:
    return Verdict("T1", asker, frozenset(entries or ("law",)), right)


async def test_there_are_none_to_begin_with(stores: Stores) -> None:
    assert await stores.verdicts.records() == ()
    assert await stores.verdicts.given_by("anna") == Given()
    assert await stores.verdicts.forget("anna") == 0


async def test_each_person_counts_once_for_an_answer(stores: Stores) -> None:
    for asker in ("anna", "bo", "anna"):
        await stores.verdicts.keep(said(asker))
    assert await stores.verdicts.records() == (Record("law", 2, 0, TODAY),)


async def test_of_many_at_once_one_counts(stores: Stores) -> None:
    await asyncio.gather(*(stores.verdicts.keep(said()) for _ in range(10)))
    assert await stores.verdicts.records() == (Record("law", 1, 0, TODAY),)


async def test_the_latest_verdict_wins_and_its_day(stores: Stores) -> None:
    await stores.verdicts.keep(said(right=True))
    stores.clock.move(DAY)
    await stores.verdicts.keep(said(right=False))
    assert await stores.verdicts.records() == (Record("law", 0, 1, TODAY + DAY),)
    assert await stores.verdicts.given_by("anna") == Given(1, MIDNIGHT + DAY + KEPT)


async def test_the_same_entries_in_any_order_are_one_answer(stores: Stores) -> None:
    await stores.verdicts.keep(said("anna", "law", "data"))
    await stores.verdicts.keep(said("anna", "data", "law", right=False))
    await stores.verdicts.keep(said("anna", "data"))
    assert await stores.verdicts.records() == (
        Record("law", 0, 1, TODAY),
        Record("data", 1, 1, TODAY),
    )


async def test_a_verdict_is_kept_for_a_year_from_its_day(stores: Stores) -> None:
    await stores.verdicts.keep(said())
    stores.clock.move(MIDNIGHT + KEPT - NOON - timedelta(milliseconds=1))
    assert await stores.verdicts.given_by("anna") == Given(1, MIDNIGHT + KEPT)
    assert len(await stores.verdicts.records()) == 1
    stores.clock.move(timedelta(milliseconds=1))
    assert await stores.verdicts.given_by("anna") == Given()
    assert await stores.verdicts.records() == ()


async def test_what_a_person_said_is_forgotten_and_what_others_said_is_not(stores: Stores) -> None:
    for entry in ("law", "data"):
        await stores.verdicts.keep(said("anna", entry))
    await stores.verdicts.keep(said("bo", right=False))
    assert await stores.verdicts.forget("anna") == 2
    assert await stores.verdicts.forget("anna") == 0
    assert await stores.verdicts.records() == (Record("law", 0, 1, TODAY),)


@pytest.mark.parametrize("odd", ODD)
async def test_any_text_is_a_key(stores: Stores, odd: str) -> None:
    await stores.verdicts.keep(Verdict(odd, odd, frozenset({odd, "law"}), right=True))
    assert (await stores.verdicts.given_by(odd)).count == 1
    assert {one.entry for one in await stores.verdicts.records()} == {odd, "law"}
    assert await stores.verdicts.forget(odd) == 1


# --- in a database


async def rows(database: Database) -> int:
    async with database.reading() as connection:
        return await connection.scalar(select(func.count()).select_from(table)) or 0


async def test_what_is_over_is_deleted_and_not_only_left_out(database: Database) -> None:
    clock = FixedClock()
    await DatabaseVerdicts(database, clock).keep(said())
    clock.move(KEPT)
    await DatabaseVerdicts(database, clock).keep(said("bo"))
    assert await rows(database) == 1


async def test_the_workspace_is_kept_and_no_time_of_day(database: Database) -> None:
    await DatabaseVerdicts(database, FixedClock()).keep(said())
    async with database.reading() as connection:
        row = (await connection.execute(select(table))).one()
    assert (row.workspace, row.day) == ("T1", MIDNIGHT)


async def test_what_one_process_keeps_another_counts(database_url: str) -> None:
    one, other = Database(database_url), Database(database_url)
    await DatabaseVerdicts(one, FixedClock()).keep(said())
    await DatabaseVerdicts(other, FixedClock()).keep(said(right=False))
    assert await DatabaseVerdicts(one, FixedClock()).records() == (Record("law", 0, 1, TODAY),)
    for database in (one, other):
        await database.close()
