"""What holds of the stores in a database beyond those in memory: others share it, and it lasts."""

import asyncio
from collections.abc import AsyncIterator
from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import Table, func, insert, select

from bot.ports import Known
from bot.reminders.model import Scope, ScopeKind, Subscription
from bot.reminders.ports import Subscriptions
from bot.reply import Address, AddressKind, Audience, Language
from bot.store import tables
from bot.store.conversations import DatabaseConversations
from bot.store.database import Database
from bot.store.memory import MemorySubscriptions
from bot.store.people import DatabaseAskers
from bot.store.purging import MOST
from bot.store.seen import DatabaseSeen
from bot.store.subscriptions import DatabaseSubscriptions
from tests.contract.store.conftest import Stores, on
from tests.fakes.databases import Databases, apart
from tests.fakes.responder import NOON, FixedClock

HERE = Address("slack", "T1", AddressKind.CHANNEL, "C1")
WANTED = Subscription(HERE, Scope(), Language.DANISH, NOON)
MINUTE, HOUR, DAY = timedelta(minutes=1), timedelta(hours=1), timedelta(days=1)
MONTH = 30 * DAY


@pytest.fixture
async def both(database_url: str) -> AsyncIterator[tuple[Stores, Stores]]:
    """The stores of two processes that share a database."""
    databases = Database(database_url), Database(database_url)
    yield on(databases[0]), on(databases[1])
    for database in databases:
        await database.close()


async def count(database: Database, table: Table) -> int:
    async with database.reading() as connection:
        found = await connection.scalar(select(func.count()).select_from(table))
    assert found is not None
    return found


async def test_what_one_keeps_another_finds(both: tuple[Stores, Stores]) -> None:
    one, other = both
    assert await one.seen.first_time("Ev1")
    assert not await other.seen.first_time("Ev1")
    await one.conversations.keep("here", ("a",))
    assert await other.conversations.recall("here") == ("a",)
    await one.askers.keep_audience("anna", Audience.COMPANY, MONTH)
    await other.askers.keep_language("anna", Language.ENGLISH, MONTH)
    known = await other.askers.recall("anna")
    assert (known.audience, known.language) == (Audience.COMPANY, Language.ENGLISH)
    assert await one.subscriptions.add(WANTED)
    assert not await other.subscriptions.add(WANTED)
    await one.references.keep(HERE, {"id": 1})
    assert await other.references.recall(HERE) == {"id": 1}


async def test_of_two_that_take_the_same_deliveries_one_gets_each(
    both: tuple[Stores, Stores],
) -> None:
    keys = [f"Ev{number}" for number in range(20)]
    asked = await asyncio.gather(*(each.seen.first_time(key) for key in keys for each in both))
    assert [first + second for first, second in zip(asked[::2], asked[1::2], strict=True)] == [
        1
    ] * 20


async def test_what_is_kept_outlasts_the_process(database_url: str) -> None:
    for expected in (True, False):
        database = Database(database_url)
        assert await on(database).subscriptions.add(WANTED) is expected
        await database.close()


async def test_deliveries_are_remembered_for_a_day(database: Database) -> None:
    clock = FixedClock()
    await DatabaseSeen(database, clock).first_time("old")
    clock.move(HOUR)
    await DatabaseSeen(database, clock).first_time("young")
    clock.move(23 * HOUR)
    await DatabaseSeen(database, clock).first_time("new")
    assert not await DatabaseSeen(database, clock).first_time("young")
    assert await count(database, tables.seen) == 2


async def test_what_is_over_is_deleted_and_not_only_left_out(database: Database) -> None:
    clock = FixedClock()
    memory, askers = DatabaseConversations(database, clock), DatabaseAskers(database, clock)
    await memory.keep("here", ("a",))
    await askers.keep_audience("anna", Audience.COMPANY, MONTH)
    await askers.keep_language("anna", Language.ENGLISH, MONTH)
    clock.move(31 * DAY)
    assert await memory.recall("elsewhere") == ()
    assert await askers.recall("bo") == Known()
    assert await count(database, tables.conversation) == 0
    assert await count(database, tables.person) == 0
    assert await count(database, tables.person_language) == 0


async def test_nothing_is_deleted_before_its_time(database: Database) -> None:
    clock = FixedClock()
    memory, askers = DatabaseConversations(database, clock), DatabaseAskers(database, clock)
    await memory.keep("here", ("a",))
    await askers.keep_audience("anna", Audience.COMPANY, MONTH)
    clock.move(9 * MINUTE)
    assert await memory.recall("here") == ("a",)
    clock.move(29 * DAY)
    assert (await askers.recall("anna")).audience is Audience.COMPANY


async def test_deleting_goes_on_where_there_is_much_of_it(database: Database) -> None:
    clock = FixedClock()
    old = [{"key": f"old {number}", "at": NOON - 2 * DAY} for number in range(MOST + 10)]
    async with database.begin() as connection:
        await connection.execute(insert(tables.seen), old)
    seen = DatabaseSeen(database, clock)
    await seen.first_time("first")
    assert await count(database, tables.seen) == 11
    await seen.first_time("second")
    assert await count(database, tables.seen) == 2


async def test_a_clock_that_jumps_back_stops_no_deleting(database: Database) -> None:
    clock = FixedClock(NOON + 300 * DAY)
    seen = DatabaseSeen(database, clock)
    await seen.first_time("from the future")
    clock.move(-300 * DAY)
    await seen.first_time("now")
    clock.move(2 * DAY)
    await seen.first_time("later")
    assert await count(database, tables.seen) == 2


# --- memory and database agree

ADDRESSES = st.sampled_from([HERE, Address("slack", "", AddressKind.PERSON, "U1")])
SCOPES = st.sampled_from([Scope(), Scope(ScopeKind.TAG, "a"), Scope(ScopeKind.PLACE, "a")])
STEPS = st.lists(
    st.one_of(
        st.builds(Subscription, ADDRESSES, SCOPES, st.sampled_from(Language), st.just(NOON)),
        st.tuples(ADDRESSES, st.none() | SCOPES),
    ),
    max_size=12,
)


async def outcome(
    subscriptions: Subscriptions, steps: list[Subscription | tuple[Address, Scope | None]]
) -> list[object]:
    told: list[object] = []
    for step in steps:
        if isinstance(step, Subscription):
            told.append(await subscriptions.add(step))
        else:
            told += [await subscriptions.of(step[0]), await subscriptions.end(*step)]
    return [*told, [one async for one in subscriptions.everyone()]]


@settings(max_examples=30, deadline=None)
@given(STEPS)
def test_whatever_is_done_memory_and_database_agree(
    databases: Databases, steps: list[Subscription | tuple[Address, Scope | None]]
) -> None:
    async def on_a_file() -> list[object]:
        database = Database(databases.new("sqlite"))
        try:
            return await outcome(DatabaseSubscriptions(database, chunk=2), steps)
        finally:
            await database.close()

    assert apart(on_a_file()) == apart(outcome(MemorySubscriptions(), steps))
