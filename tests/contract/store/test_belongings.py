"""A workspace that leaves takes everything of its own along, and nothing of anybody else's."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import Table, func, insert, select

from bot.feedback.ports import Verdict
from bot.reminders.model import EVERYTHING, Subscription
from bot.reply import Address, AddressKind, Audience, Language
from bot.store import tables
from bot.store.belongings import ADDRESSED, BELONGING, NOBODYS, DatabaseBelongings
from bot.store.database import Database
from bot.store.outbox import workspace_key
from bot.store.references import DatabaseReferences
from tests.contract.store.conftest import Stores, in_memory
from tests.fakes.databases import apart
from tests.fakes.responder import NOON, FixedClock

THEIRS, OURS = "T1LEAVES", "T1STAYS"
# As close to the one that leaves as ids can come.
OTHERS = [OURS, f"{THEIRS}2", THEIRS.lower(), "T1", ""]


def channel(workspace: str, platform: str = "slack") -> Address:
    return Address(platform, workspace, AddressKind.CHANNEL, f"C{platform}{workspace}")


def asker(workspace: str, platform: str = "slack") -> str:
    return f"{platform}:{workspace}:U1"


async def move_in(stores: Stores, workspace: str, platform: str = "slack") -> None:
    here = channel(workspace, platform)
    made_by = Address(platform, workspace, AddressKind.PERSON, "U1")
    wanted = Subscription(here, EVERYTHING, Language.DANISH, NOON, made_by)
    await stores.subscriptions.add(wanted)
    who = asker(workspace, platform)
    await stores.askers.keep_audience(who, Audience.COMPANY, timedelta(days=30))
    await stores.askers.keep_language(who, Language.ENGLISH, timedelta(days=30))
    await stores.verdicts.keep(Verdict(workspace, who, frozenset({"a"}), right=True))
    await stores.conversations.keep(f"{asker(workspace, platform)}:1.2", ("a",))


async def lives(stores: Stores, workspace: str, platform: str = "slack") -> list[bool]:
    return [
        bool(await stores.subscriptions.of(channel(workspace, platform))),
        (await stores.askers.recall(asker(workspace, platform))).audience is not None,
        (await stores.askers.recall(asker(workspace, platform))).language is not None,
        (await stores.verdicts.given_by(asker(workspace, platform))).count > 0,
        await stores.conversations.recall(f"{asker(workspace, platform)}:1.2") != (),
    ]


async def test_one_leaves_and_the_others_stay(stores: Stores) -> None:
    for workspace in (THEIRS, *OTHERS):
        await move_in(stores, workspace)
    await move_in(stores, THEIRS, platform="teams")
    await stores.belongings.forget("slack", THEIRS)
    assert await lives(stores, THEIRS) == [False] * 5
    for workspace in OTHERS:
        assert await lives(stores, workspace) == [True] * 5, workspace
    assert await lives(stores, THEIRS, platform="teams") == [True] * 5


async def test_leaving_twice_or_without_ever_having_been_there(stores: Stores) -> None:
    await move_in(stores, OURS)
    await stores.belongings.forget("slack", THEIRS)
    await stores.belongings.forget("slack", THEIRS)
    assert await lives(stores, OURS) == [True] * 5


async def test_no_workspace_is_none(stores: Stores) -> None:
    await move_in(stores, "")
    await stores.belongings.forget("slack", "")
    assert await lives(stores, "") == [True] * 5


async def test_whoever_comes_back_begins_anew(stores: Stores) -> None:
    await move_in(stores, THEIRS)
    await stores.belongings.forget("slack", THEIRS)
    await move_in(stores, THEIRS)
    assert await lives(stores, THEIRS) == [True] * 5


@given(st.text(max_size=6), st.text(max_size=6))
def test_no_two_ids_are_taken_for_each_other(one: str, other: str) -> None:
    async def outcome() -> list[bool]:
        stores = in_memory()
        for workspace in {one, other}:
            await move_in(stores, workspace)
        await stores.belongings.forget("slack", one)
        return await lives(stores, other)

    # A colon would end an id within a key; no platform has one in its ids.
    if ":" not in one + other:
        assert apart(outcome()) == [not one or one != other] * 5


async def test_of_an_address_that_is_forgotten_nothing_is_left(stores: Stores) -> None:
    await move_in(stores, THEIRS)
    await move_in(stores, OURS)
    here = channel(THEIRS)
    beside = replace(here, id=f"{here.id}2")
    await stores.subscriptions.add(Subscription(beside, EVERYTHING, Language.DANISH, NOON))
    for _ in range(2):
        await stores.belongings.forget_address(replace(here, thread="1.2"))
    assert await lives(stores, THEIRS) == [False] + [True] * 4
    assert await lives(stores, OURS) == [True] * 5
    assert len(await stores.subscriptions.of(beside)) == 1


async def test_a_person_is_no_channel_of_the_same_id(stores: Stores) -> None:
    await move_in(stores, THEIRS)
    await stores.belongings.forget_address(replace(channel(THEIRS), kind=AddressKind.PERSON))
    assert await lives(stores, THEIRS) == [True] * 5


# --- what only databases hold


def delivery(address: Address, state: str) -> dict[str, Any]:
    return {
        "key": f"{address.platform}:{address.workspace}:{state}",
        "kind": "reminder",
        "event": "summer-day",
        "rev": 1,
        "name": "7d",
        "address_key": address.key,
        "platform": address.platform,
        "workspace": address.workspace,
        "address_kind": address.kind.value,
        "channel": address.id,
        "language": "da",
        "due": NOON,
        "useless": NOON,
        "next_at": NOON,
        "state": state,
    }


def installed(team: str) -> dict[str, Any]:
    return {
        "client_id": "1.2",
        "app_id": "A1",
        "team_id": team,
        "bot_token": "xoxb-secret",
        "is_enterprise_install": False,
        "installed_at": datetime(2023, 6, 1, tzinfo=UTC).replace(tzinfo=None),
    }


async def fill(database: Database, workspace: str) -> None:
    here = channel(workspace)
    states = ("pending", "sending", "sent", "parked")
    gates = [workspace_key("slack", workspace), here.key]
    async with database.begin() as connection:
        rows = [delivery(here, state) for state in states]
        await connection.execute(insert(tables.delivery), rows)
        until = NOON + timedelta(seconds=1)
        shut = [{"key": key, "free_at": until} for key in gates]
        await connection.execute(insert(tables.gate), shut)
        await connection.execute(insert(tables.slack_bot), installed(workspace))
    await DatabaseReferences(database, FixedClock()).keep(here, {"id": workspace})


async def count(database: Database, table: Table) -> int:
    async with database.reading() as connection:
        return await connection.scalar(select(func.count()).select_from(table)) or 0


async def test_tokens_deliveries_references_and_gates_go_too(database: Database) -> None:
    for workspace in (THEIRS, OURS):
        await fill(database, workspace)
    await DatabaseBelongings(database).forget("slack", THEIRS)
    left = [tables.slack_bot, tables.delivery, tables.reference, tables.gate]
    assert [await count(database, table) for table in left] == [1, 4, 1, 2]
    references = DatabaseReferences(database, FixedClock())
    assert await references.recall(channel(THEIRS)) is None
    assert await references.recall(channel(OURS)) == {"id": OURS}


async def test_what_was_to_be_sent_to_an_address_goes_and_the_rest_stays(
    database: Database,
) -> None:
    for workspace in (THEIRS, OURS):
        await fill(database, workspace)
    await DatabaseBelongings(database).forget_address(channel(THEIRS))
    left = [tables.slack_bot, tables.delivery, tables.reference, tables.gate]
    assert [await count(database, table) for table in left] == [2, 4, 1, 3]
    references = DatabaseReferences(database, FixedClock())
    assert await references.recall(channel(THEIRS)) is None
    assert await references.recall(channel(OURS)) == {"id": OURS}


def test_every_column_of_addresses_is_known() -> None:
    named = {
        column
        for table in tables.metadata.tables.values()
        for column in table.columns
        if column.name == "address_key" or column is tables.reference.c.address
    }
    assert named <= set(ADDRESSED)


async def test_slacks_installations_are_slacks(database: Database) -> None:
    await fill(database, THEIRS)
    await DatabaseBelongings(database).forget("teams", THEIRS)
    assert await count(database, tables.slack_bot) == 1


def test_every_table_is_somebodys_or_nobodys() -> None:
    told = [table.name for table, _ in BELONGING] + [table.name for table in NOBODYS]
    assert sorted(told) == sorted(tables.metadata.tables)


@pytest.mark.parametrize("table", NOBODYS, ids=str)
def test_nobodys_tables_have_no_column_for_a_workspace(table: Table) -> None:
    assert {"workspace", "team_id"}.isdisjoint(table.columns.keys())
