"""What every store of a kind does, whatever it keeps things in."""

import asyncio
from dataclasses import replace
from datetime import timedelta

import pytest

from bot.ports import Known
from bot.reminders.model import EVERYTHING, Scope, ScopeKind, Subscription
from bot.reply import Address, AddressKind, Audience, Language
from tests.contract.store.conftest import Stores
from tests.fakes.responder import NOON

GENERAL = Address("slack", "T1", AddressKind.CHANNEL, "C1")
RANDOM = Address("slack", "T1", AddressKind.CHANNEL, "C2")
ANNA = Address("slack", "T1", AddressKind.PERSON, "U1")
ODENSE = Scope(ScopeKind.PLACE, "odense")
EVENT = Scope(ScopeKind.EVENT, "odense")
MONTH, YEAR = timedelta(days=30), timedelta(days=365)
ODD = ["", "Ærø 'or' \"1\"=1; --", "x" * 5_000, "👩‍⚕️\u202e\n\t", "%s ? :key $1"]


def wanted(
    address: Address = GENERAL,
    scope: Scope = EVERYTHING,
    language: Language = Language.DANISH,
    made_by: Address | None = ANNA,
) -> Subscription:
    return Subscription(address, scope, language, NOON, made_by)


async def everyone(stores: Stores) -> list[Subscription]:
    return [one async for one in stores.subscriptions.everyone()]


# --- deliveries that were seen


async def test_a_delivery_is_new_once(stores: Stores) -> None:
    assert await stores.seen.first_time("Ev1")
    assert not await stores.seen.first_time("Ev1")
    assert await stores.seen.first_time("Ev2")
    assert not await stores.seen.first_time("Ev1")


async def test_of_many_at_once_one_is_first(stores: Stores) -> None:
    asked = await asyncio.gather(*(stores.seen.first_time("Ev1") for _ in range(25)))
    assert sorted(asked) == [False] * 24 + [True]


async def test_different_deliveries_do_not_stand_in_each_others_way(stores: Stores) -> None:
    asked = await asyncio.gather(*(stores.seen.first_time(f"Ev{n}") for n in range(25)))
    assert all(asked)


@pytest.mark.parametrize("key", ODD)
async def test_any_text_is_a_key(stores: Stores, key: str) -> None:
    assert await stores.seen.first_time(key)
    assert not await stores.seen.first_time(key)
    await stores.conversations.keep(key, (key,))
    assert await stores.conversations.recall(key) == (key,)
    await stores.askers.keep_audience(key, Audience.COMPANY, MONTH)
    assert (await stores.askers.recall(key)).audience is Audience.COMPANY


# --- conversations


async def test_a_conversation_lasts_ten_minutes_from_the_last_answer(stores: Stores) -> None:
    memory, clock = stores.conversations, stores.clock
    await memory.keep("here", ("a", "b"))
    clock.move(timedelta(minutes=9))
    assert await memory.recall("here") == ("a", "b")
    assert await memory.recall("there") == ()
    await memory.keep("here", ("c",))
    clock.move(timedelta(minutes=9))
    assert await memory.recall("here") == ("c",)
    clock.move(timedelta(minutes=1))
    assert await memory.recall("here") == ()


async def test_a_conversation_about_nothing_is_one(stores: Stores) -> None:
    await stores.conversations.keep("here", ("a",))
    await stores.conversations.keep("here", ())
    assert await stores.conversations.recall("here") == ()


async def test_many_may_go_on_with_one_conversation_at_once(stores: Stores) -> None:
    memory = stores.conversations
    await asyncio.gather(*(memory.keep("here", (str(n), str(n))) for n in range(20)))
    first, second = await memory.recall("here")
    assert first == second


# --- people


async def test_an_asker_is_remembered_for_as_long_as_was_asked(stores: Stores) -> None:
    askers, clock = stores.askers, stores.clock
    await askers.keep_audience("anna", Audience.COMPANY, MONTH)
    await askers.keep_audience("anna", Audience.EMPLOYEE, MONTH)
    await askers.keep_language("anna", Language.DANISH, YEAR)
    await askers.keep_language("anna", Language.ENGLISH, YEAR)
    clock.move(timedelta(days=29))
    assert await askers.recall("anna") == Known(
        Audience.EMPLOYEE, NOON + MONTH, Language.ENGLISH, NOON + YEAR
    )
    assert await askers.recall("bo") == Known()
    clock.move(timedelta(days=1))
    assert await askers.recall("anna") == Known(None, None, Language.ENGLISH, NOON + YEAR)
    clock.move(YEAR - MONTH)
    assert await askers.recall("anna") == Known()


async def test_the_same_audience_is_never_remembered_for_shorter_than_before(
    stores: Stores,
) -> None:
    askers = stores.askers
    await askers.keep_audience("anna", Audience.COMPANY, YEAR)
    await askers.keep_audience("anna", Audience.COMPANY, MONTH)
    assert (await askers.recall("anna")).audience_until == NOON + YEAR
    stores.clock.move(YEAR)
    await askers.keep_audience("anna", Audience.COMPANY, MONTH)
    assert (await askers.recall("anna")).audience_until == NOON + YEAR + MONTH


async def test_another_audience_is_remembered_for_its_own_time(stores: Stores) -> None:
    await stores.askers.keep_audience("anna", Audience.COMPANY, YEAR)
    await stores.askers.keep_audience("anna", Audience.EMPLOYEE, MONTH)
    known = await stores.askers.recall("anna")
    assert (known.audience, known.audience_until) == (Audience.EMPLOYEE, NOON + MONTH)


async def test_one_thing_is_taken_back_and_the_other_stays(stores: Stores) -> None:
    askers = stores.askers
    for _ in range(2):
        await askers.keep_audience("anna", Audience.COMPANY, YEAR)
        await askers.keep_language("anna", Language.ENGLISH, YEAR)
        await askers.keep_audience("anna", None, YEAR)
        assert await askers.recall("anna") == Known(None, None, Language.ENGLISH, NOON + YEAR)
        await askers.keep_language("anna", None, YEAR)
        assert await askers.recall("anna") == Known()


async def test_what_is_forgotten_is_gone(stores: Stores) -> None:
    await stores.conversations.keep("here", ("a",))
    await stores.conversations.keep("there", ("b",))
    await stores.askers.keep_audience("anna", Audience.COMPANY, MONTH)
    await stores.askers.keep_language("anna", Language.ENGLISH, YEAR)
    await stores.askers.keep_audience("bo", Audience.RESEARCHER, MONTH)
    for _ in range(2):
        await stores.conversations.forget("here")
        await stores.askers.forget("anna")
    assert await stores.conversations.recall("here") == ()
    assert await stores.askers.recall("anna") == Known()
    assert await stores.conversations.recall("there") == ("b",)
    assert (await stores.askers.recall("bo")).audience is Audience.RESEARCHER


# --- subscriptions


async def test_a_subscription_is_kept_as_it_was_made(stores: Stores) -> None:
    for subscription in (
        wanted(),
        wanted(RANDOM, ODENSE, Language.ENGLISH),
        wanted(ANNA, EVENT, made_by=None),
    ):
        assert await stores.subscriptions.add(subscription)
        assert await stores.subscriptions.of(subscription.address) == (subscription,)


async def test_an_address_and_a_scope_make_one_subscription(stores: Stores) -> None:
    assert await stores.subscriptions.add(wanted())
    again = wanted(language=Language.ENGLISH, made_by=None)
    assert not await stores.subscriptions.add(replace(again, made_at=NOON + timedelta(days=1)))
    assert await everyone(stores) == [wanted(language=Language.ENGLISH)]


async def test_a_channel_is_the_same_whether_its_workspace_is_known_or_not(stores: Stores) -> None:
    unnamed = replace(GENERAL, workspace="")
    assert await stores.subscriptions.add(wanted(unnamed))
    assert not await stores.subscriptions.add(wanted(GENERAL))
    assert len(await stores.subscriptions.of(GENERAL)) == 1
    assert await stores.subscriptions.end(GENERAL) == 1
    assert await everyone(stores) == []


async def test_a_channel_and_a_person_of_one_id_are_two(stores: Stores) -> None:
    person = replace(GENERAL, kind=AddressKind.PERSON)
    assert await stores.subscriptions.add(wanted(GENERAL))
    assert await stores.subscriptions.add(wanted(person))
    assert await stores.subscriptions.of(person) == (wanted(person),)


async def test_an_addresss_own_are_listed_oldest_first(stores: Stores) -> None:
    mine = [wanted(scope=Scope(ScopeKind.TAG, tag)) for tag in "dbeac"]
    for subscription in mine:
        await stores.subscriptions.add(subscription)
        await stores.subscriptions.add(replace(subscription, address=RANDOM))
    assert await stores.subscriptions.of(GENERAL) == tuple(mine)
    assert await stores.subscriptions.of(ANNA) == ()


async def test_one_scope_is_ended_or_all(stores: Stores) -> None:
    for address in (GENERAL, RANDOM):
        for scope in (EVERYTHING, ODENSE, EVENT):
            await stores.subscriptions.add(wanted(address, scope))
    assert await stores.subscriptions.end(GENERAL, ODENSE) == 1
    assert await stores.subscriptions.end(GENERAL, ODENSE) == 0
    assert await stores.subscriptions.of(GENERAL) == (wanted(), wanted(scope=EVENT))
    assert await stores.subscriptions.end(GENERAL) == 2
    assert await stores.subscriptions.end(GENERAL) == 0
    assert {one.address for one in await everyone(stores)} == {RANDOM}


async def test_what_was_ended_can_be_made_again(stores: Stores) -> None:
    assert await stores.subscriptions.add(wanted())
    assert await stores.subscriptions.end(GENERAL) == 1
    assert await stores.subscriptions.add(wanted())


@pytest.mark.parametrize("count", range(6))
async def test_everyone_is_everyone(stores: Stores, count: int) -> None:
    made = [wanted(replace(GENERAL, id=f"C{number}")) for number in range(count)]
    for subscription in made:
        await stores.subscriptions.add(subscription)
    assert await everyone(stores) == made


async def test_one_may_end_while_all_are_gone_through(stores: Stores) -> None:
    for number in range(6):
        await stores.subscriptions.add(wanted(replace(GENERAL, id=f"C{number}")))
    met = []
    async for one in stores.subscriptions.everyone():
        met.append(one.address.id)
        await stores.subscriptions.end(one.address)
    assert met == [f"C{number}" for number in range(6)]
    assert await everyone(stores) == []


async def test_of_many_that_subscribe_an_address_at_once_one_is_first(stores: Stores) -> None:
    added = await asyncio.gather(*(stores.subscriptions.add(wanted()) for _ in range(10)))
    assert sorted(added) == [False] * 9 + [True]
    assert await everyone(stores) == [wanted()]


# --- references


async def test_a_reference_is_kept_until_another_one_comes(stores: Stores) -> None:
    first = {"serviceUrl": "https://example.org/æ", "parts": [1, {"deep": None}], "on": True}
    await stores.references.keep(GENERAL, first)
    assert await stores.references.recall(GENERAL) == first
    await stores.references.keep(GENERAL, {})
    assert await stores.references.recall(replace(GENERAL, workspace="")) == {}
    assert await stores.references.recall(RANDOM) is None


async def test_a_forgotten_reference_is_gone(stores: Stores) -> None:
    await stores.references.keep(GENERAL, {"id": 1})
    await stores.references.keep(RANDOM, {"id": 2})
    for _ in range(2):
        await stores.references.forget(GENERAL)
    assert await stores.references.recall(GENERAL) is None
    assert await stores.references.recall(RANDOM) == {"id": 2}


async def test_what_was_given_may_change_afterwards(stores: Stores) -> None:
    given = {"parts": [1]}
    await stores.references.keep(GENERAL, given)
    given["parts"].append(2)
    assert await stores.references.recall(GENERAL) == {"parts": [1]}


async def test_all_references_of_a_workspace(stores: Stores) -> None:
    theirs = [replace(GENERAL, id=f"19:{n}@thread.tacv2") for n in range(7)] + [ANNA]
    for number, address in enumerate(theirs):
        await stores.references.keep(address, {"number": number})
    for elsewhere in (replace(RANDOM, workspace="T2"), replace(RANDOM, platform="teams")):
        await stores.references.keep(elsewhere, {"number": -1})
    found = [one async for one in stores.references.all_of("slack", "T1")]
    assert sorted(found, key=lambda one: str(one[1]["number"])) == [
        (address, {"number": number}) for number, address in enumerate(theirs)
    ]
    assert [one async for one in stores.references.all_of("slack", "T3")] == []
